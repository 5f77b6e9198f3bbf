import FeatureAlgebra

/// What an expression reads and does not compute itself.
enum Leaf: Hashable {
  case column(ColumnReference)
  case feature(String)
  case aggregate(Aggregation)
  case measured(Aggregation, against: Expression)
  case league(LeagueAverage)
  case coverage(CoverageMeasure, window: String)
  /// The argument of `previous`.
  case previous(Expression)
  case asOfDay
  case seasonOpening

  /// The leaf as it stands in a tree.
  var expression: Expression {
    switch self {
    case .column(let reference): .column(rows: reference.rows, name: reference.name)
    case .feature(let name): .feature(name)
    case .aggregate(let aggregation): .aggregate(aggregation)
    case .measured(let aggregation, let limit): .measured(aggregation, against: limit)
    case .league(let league): .league(league)
    case .coverage(let measure, let window): .coverage(measure, window: window)
    case .previous(let x): .previous(x)
    case .asOfDay: .asOfDay
    case .seasonOpening: .seasonOpening
    }
  }
}

extension Expression {
  /// The leaves of this expression on its own level, each once, in order of first use.
  var leaves: [Leaf] {
    var found: [Leaf] = []
    walk { node in
      if let leaf = node.leaf, !found.contains(leaf) { found.append(leaf) }
    }
    return found
  }

  private var leaf: Leaf? {
    switch self {
    case .column(let rows, let name): .column(ColumnReference(rows: rows, name: name))
    case .feature(let name): .feature(name)
    case .aggregate(let aggregation): .aggregate(aggregation)
    case .measured(let aggregation, let limit): .measured(aggregation, against: limit)
    case .league(let league): .league(league)
    case .coverage(let measure, let window): .coverage(measure, window: window)
    case .previous(let x): .previous(x)
    case .asOfDay: .asOfDay
    case .seasonOpening: .seasonOpening
    default: nil
    }
  }
}

/// Where leaves are found in the query at hand; nil for what the place does not have.
struct Leaves {
  let find: (Leaf) -> SQLExpression?

  init(_ find: @escaping (Leaf) -> SQLExpression?) { self.find = find }

  /// Anything goes: for asking what type an expression has.
  static var any: Leaves { Leaves { _ in .null } }

  /// The columns of one set of rows under their own names, of the table `table` if given.
  static func row(of alias: String, table: String? = nil) -> Leaves {
    Leaves { leaf in
      guard case .column(let reference) = leaf, reference.rows == alias else { return nil }
      return .column(reference.name, of: table)
    }
  }

  /// The same columns in the table that holds them, where the elements of vectors have no names yet.
  static func stored(of alias: String, table: String? = nil, _ types: PlanTypes) -> Leaves {
    Leaves { leaf in
      guard case .column(let reference) = leaf, reference.rows == alias else { return nil }
      return types.stored(reference, of: table)
    }
  }

  /// These first, then the others.
  func or(_ others: Leaves) -> Leaves { Leaves { find($0) ?? others.find($0) } }
}
