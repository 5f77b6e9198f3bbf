import FeaturePlan

/// The JSON of `diff`; `docs/json.md` describes it.
struct DifferenceDocument: Encodable {
  struct Aspect: Encodable {
    let name: String
    let was: String?
    let now: String?
  }
  struct Subject: Encodable {
    let subject: String
    /// added, removed, changed, renamed or follows.
    let change: String
    let aspects: [Aspect]
    /// The old name of what was renamed.
    let from: String?
    /// What a value follows from.
    let through: [String]?
  }
  struct Processor: Encodable {
    let processor: String
    let change: String
    let changesValues: Bool
    let features: [Subject]
    let rest: [Subject]
  }
  struct Statement: Encodable {
    let file: String
    let linesAdded: Int
    let linesRemoved: Int
  }
  let against: String
  let isEqual: Bool
  let pipeline: [Subject]
  let processors: [Processor]
  let statements: [Statement]
  /// Absent where there is no warehouse.
  let restate: [RestateList.Document]?

  init(
    against: String, isEqual: Bool, _ difference: PlanDifference?,
    _ statements: [StatementDifference], _ restate: RestateList
  ) {
    self.against = against
    self.isEqual = isEqual
    pipeline = difference?.pipeline.map(Subject.init) ?? []
    processors =
      difference?.processors.map {
        Processor(
          processor: $0.processor, change: $0.kind.rawValue, changesValues: $0.changesValues,
          features: $0.features.map(Subject.init), rest: $0.rest.map(Subject.init))
      } ?? []
    self.statements = statements.map {
      Statement(file: $0.path, linesAdded: $0.text.added, linesRemoved: $0.text.removed)
    }
    self.restate = restate.documents
  }
}

extension DifferenceDocument.Subject {
  init(_ change: Change) {
    subject = change.subject
    aspects = change.aspects.map {
      DifferenceDocument.Aspect(name: $0.name, was: $0.was, now: $0.now)
    }
    switch change.kind {
    case .added: (self.change, from, through) = ("added", nil, nil)
    case .removed: (self.change, from, through) = ("removed", nil, nil)
    case .changed: (self.change, from, through) = ("changed", nil, nil)
    case .renamed(let old): (self.change, from, through) = ("renamed", old, nil)
    case .follows(let causes): (self.change, from, through) = ("follows", nil, causes)
    }
  }
}
