import FeatureAlgebra

/// What differs between two plans, in feature words.
package struct PlanDifference: Hashable, Sendable {
  /// The calendar and the raw tables.
  package let pipeline: [Change]
  /// In the order of the new plan; those that are gone come last. Equal ones are left out.
  package let processors: [ProcessorDifference]

  package var isEmpty: Bool { pipeline.isEmpty && processors.isEmpty }

  package init(from old: Plan, to new: Plan) {
    let computed = Set((old.processors + new.processors).map(\.table.name))
    func raw(_ plan: Plan) -> [(String, TablePlan)] {
      plan.tables.filter { !computed.contains($0.name) }.map { ("raw table \($0.name)", $0) }
    }
    var calendar = AspectList()
    calendar.add(aspects(old.calendar.rows, new.calendar.rows))
    calendar.compare("season", old.calendar.season.meaning, new.calendar.season.meaning)
    calendar.compare("scheduled", old.calendar.scheduled.meaning, new.calendar.scheduled.meaning)
    calendar.compare("played", old.calendar.played.meaning, new.calendar.played.meaning)
    pipeline =
      calendar.changes(of: "calendar")
      + named(
        raw(old), raw(new), describe: { [.init("columns", was: nil, now: "\($0.columns.count)")] },
        compare: aspects)

    let kept = new.processors.compactMap { processor -> ProcessorDifference? in
      guard let previous = old[processor: processor.name] else {
        return ProcessorDifference(added: processor)
      }
      let difference = ProcessorDifference(from: previous, to: processor)
      return difference.isEmpty ? nil : difference
    }
    let gone = old.processors.filter { new[processor: $0.name] == nil }
    processors = kept + gone.map { ProcessorDifference(removed: $0) }
  }
}

/// What differs in one processor.
package struct ProcessorDifference: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case added, removed, changed }
  package let processor: String
  package let kind: Kind
  /// New, gone, changed and following features, in the order of the new plan.
  package let features: [Change]
  /// Population, days, inputs, completeness, failures, contracts, table and writing.
  package let rest: [Change]
  /// Whether stored values can differ: the fingerprints do.
  package let changesValues: Bool

  package var isEmpty: Bool {
    kind == .changed && features.isEmpty && rest.isEmpty && !changesValues
  }

  init(from old: ProcessorPlan, to new: ProcessorPlan) {
    processor = new.name
    kind = .changed
    changesValues = old.fingerprint != new.fingerprint
    rest = restChanges(from: old, to: new)
    features = featureChanges(from: old, to: new)
  }

  init(added plan: ProcessorPlan) {
    processor = plan.name
    kind = .added
    changesValues = true
    features = plan.features.filter(\.isStored).map { Change($0.name, .added, description(of: $0)) }
    rest = []
  }

  init(removed plan: ProcessorPlan) {
    processor = plan.name
    kind = .removed
    changesValues = true
    features = plan.features.filter(\.isStored).map { Change($0.name, .removed) }
    rest = []
  }
}
