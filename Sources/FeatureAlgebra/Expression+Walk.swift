extension Expression {
  /// The operands, in order. Arguments inside an aggregate or a league average are not operands: they
  /// live on the other level.
  public var operands: [Expression] {
    switch self {
    case .literal, .column, .feature, .asOfDay, .seasonOpening, .aggregate, .league, .coverage: []
    case .previous(let x), .negated(let x), .absolute(let x), .squareRoot(let x), .floor(let x),
      .rounded(let x, _), .not(let x), .isNull(let x), .isIn(let x, _), .dayPlus(let x, _),
      .dayOf(let x), .seasonYear(let x, _), .clockMinutes(let x), .lowercased(let x),
      .cast(let x, _):
      [x]
    case .arithmetic(_, let a, let b), .ratio(let a, let b), .comparison(_, let a, let b),
      .days(let a, let b), .wholeYears(let a, let b):
      [a, b]
    case .measured(_, let x): [x]
    case .clamped(let x, let low, let high): [x, low, high]
    case .all(let xs), .any(let xs), .firstPresent(let xs), .joined(let xs, _),
      .concatenated(let xs), .list(let xs), .listOfPresent(let xs), .kernel(_, let xs):
      xs
    case .choice(let branches, let otherwise):
      branches.flatMap { [$0.condition, $0.value] } + [otherwise]
    case .labelOfExtreme(_, let labelled), .prediction(_, let labelled): labelled.map(\.value)
    }
  }

  /// The same node over other operands, given in the order of `operands`.
  public func replacingOperands(_ new: [Expression]) -> Expression {
    switch self {
    case .literal, .column, .feature, .asOfDay, .seasonOpening, .aggregate, .league, .coverage: self
    case .previous: .previous(new[0])
    case .measured(let aggregation, _): .measured(aggregation, against: new[0])
    case .negated: .negated(new[0])
    case .absolute: .absolute(new[0])
    case .squareRoot: .squareRoot(new[0])
    case .floor: .floor(new[0])
    case .rounded(_, let scale): .rounded(new[0], scale: scale)
    case .not: .not(new[0])
    case .isNull: .isNull(new[0])
    case .isIn(_, let literals): .isIn(new[0], literals)
    case .dayPlus(_, let days): .dayPlus(new[0], days)
    case .dayOf: .dayOf(new[0])
    case .seasonYear(_, let month): .seasonYear(new[0], firstMonth: month)
    case .clockMinutes: .clockMinutes(new[0])
    case .lowercased: .lowercased(new[0])
    case .cast(_, let type): .cast(new[0], type)
    case .arithmetic(let op, _, _): .arithmetic(op, new[0], new[1])
    case .ratio: .ratio(new[0], new[1])
    case .comparison(let op, _, _): .comparison(op, new[0], new[1])
    case .days: .days(from: new[0], to: new[1])
    case .wholeYears: .wholeYears(from: new[0], to: new[1])
    case .clamped: .clamped(new[0], low: new[1], high: new[2])
    case .all: .all(new)
    case .any: .any(new)
    case .firstPresent: .firstPresent(new)
    case .joined(_, let separator): .joined(new, separator: separator)
    case .concatenated: .concatenated(new)
    case .list: .list(new)
    case .listOfPresent: .listOfPresent(new)
    case .kernel(let call, _): .kernel(call, new)
    case .choice(let branches, _):
      .choice(
        branches.indices.map { Branch(when: new[2 * $0], then: new[2 * $0 + 1]) },
        otherwise: new[2 * branches.count])
    case .labelOfExtreme(let extreme, let candidates):
      .labelOfExtreme(extreme, zip(candidates, new).map { Labelled($0.label, $1) })
    case .prediction(let model, let values):
      .prediction(model, zip(values, new).map { Labelled($0.label, $1) })
    }
  }

  /// Rebuilds the tree from the leaves up; `change` sees each node with its operands changed already.
  public func mapped(_ change: (Expression) -> Expression) -> Expression {
    change(replacingOperands(operands.map { $0.mapped(change) }))
  }

  /// Visits this node and everything below it on the same level, parents first.
  public func walk(_ visit: (Expression) -> Void) {
    visit(self)
    for operand in operands { operand.walk(visit) }
  }

  /// The aggregates of this expression, each once, in order of first use. Those inside league averages
  /// are not among them.
  public var aggregations: [Aggregation] {
    var found: [Aggregation] = []
    walk { node in
      switch node {
      case .aggregate(let aggregation), .measured(let aggregation, _):
        if !found.contains(aggregation) { found.append(aggregation) }
      default: break
      }
    }
    return found
  }

  /// The names of features this expression reads, each once.
  public var featureNames: [String] {
    var found: [String] = []
    walk { node in
      if case .feature(let name) = node, !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// The columns this expression reads on its own level, each once.
  public var columnReferences: [ColumnReference] {
    var found: [ColumnReference] = []
    walk { node in
      if case .column(let rows, let name) = node {
        let reference = ColumnReference(rows: rows, name: name)
        if !found.contains(reference) { found.append(reference) }
      }
    }
    return found
  }
}

/// A column of the rows read under an alias.
public struct ColumnReference: Hashable, Sendable, Codable {
  public let rows: String
  public let name: String
  public init(rows: String, name: String) {
    self.rows = rows
    self.name = name
  }
}
