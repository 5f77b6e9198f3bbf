import FeatureAlgebra
import FeatureSpec

/// Two units that meet where they must not: `points and minutes` in `an addition`.
struct UnitMistake: Error, Hashable {
  let place: String
  let left: UnitSet
  let right: UnitSet
}

/// The unit of every number, from the units of what it reads.
///
/// | Expression | Unit |
/// |---|---|
/// | a number in the text | `number`, which agrees with every unit |
/// | `a + b`, `a - b`, comparison, `clamped`, branches of a choice, first present, labels of extremes | the units must agree; it is the one they share |
/// | percent − percent | percent or percentage points |
/// | `100 * ratio`, `100 * a / b` where `a / b` is a ratio | percent, percentage points or score |
/// | `number * ratio` | a plain number |
/// | `number * percent`, `percent / number` | percent |
/// | `percent / 100` | ratio |
/// | `number * a`, `a / number` | unknown: 2 points a make, 48 minutes a game |
/// | `ratio * a` | a's |
/// | `a / count` | a's (points per game are points), or ratio; a percentage stays one |
/// | `count / count` | ratio (makes of attempts) or count (attempts per game) |
/// | `a / a` | ratio |
/// | any other product or quotient | unknown, which agrees with everything |
/// | counts, distinct counts, streaks, games of a completeness window | count |
/// | days between, years between | days, years |
/// | clock text | minutes |
/// | what a model predicts | unknown: the author declares it |
/// | sums, means, extremes, newest … | the argument's |
/// | a feature | as declared |
struct UnitRules {
  private var columns: [ColumnReference: UnitSet] = [:]
  private var features: [String: UnitSet] = [:]

  init(_ processor: ProcessorOutline) {
    for reading in processor.readings { add(reading.rows) }
    for feature in processor.features {
      features[feature.value.name] = UnitSet(feature.value.unit)
    }
  }

  private mutating func add(_ rows: RowsDeclaration) {
    for column in rows.shape.readable {
      columns[ColumnReference(rows: rows.alias, name: column.name)] = UnitSet(column.unit)
    }
    if case .stack(let parts, _) = rows.source {
      for rows in parts.flatMap(\.everyRows) { add(rows) }
    }
  }

  /// - Throws: the innermost mistake.
  func unit(of expression: Expression) throws(UnitMistake) -> UnitSet {
    switch expression {
    case .literal(.integer), .literal(.double): return .number
    case .literal, .asOfDay, .seasonOpening: return .unknown
    case .column(let rows, let name):
      return columns[ColumnReference(rows: rows, name: name)] ?? .unknown
    case .feature(let name): return features[name] ?? .unknown
    case .aggregate(let aggregation): return try unit(of: aggregation)
    case .measured(let aggregation, let limit):
      _ = try shared([aggregation.argument ?? limit, limit], "a comparison")
      return try unit(of: aggregation)
    case .league(let league):
      _ = try unit(of: league.qualifying)
      return try unit(of: league.value)
    case .coverage: return UnitSet(.count)
    case .previous(let x), .negated(let x), .absolute(let x), .floor(let x), .rounded(let x, _):
      return try unit(of: x)
    case .cast(let x, let type): return type.isNumeric ? try unit(of: x) : .unknown
    case .arithmetic(.times, let a, let b): return try product(a, b)
    case .arithmetic(let op, let a, let b): return try sum(op, a, b)
    case .ratio(let a, let b): return try quotient(a, b)
    case .clamped(let x, let low, let high): return try shared([x, low, high], "limits")
    case .comparison(_, let a, let b):
      _ = try shared([a, b], "a comparison")
      return .unknown
    case .choice(let branches, let otherwise):
      for branch in branches { _ = try unit(of: branch.condition) }
      return try shared(branches.map(\.value) + [otherwise], "the branches of a choice")
    case .firstPresent(let xs): return try shared(xs, "the first that is present")
    case .labelOfExtreme(_, let candidates):
      _ = try shared(candidates.map(\.value), "candidates")
      return .unknown
    case .days: return UnitSet(.days)
    case .wholeYears: return UnitSet(.years)
    case .clockMinutes: return UnitSet(.minutes)
    case .all, .any, .not, .isNull, .isIn, .dayPlus, .dayOf, .seasonYear, .squareRoot, .lowercased,
      .joined, .concatenated, .list, .listOfPresent, .prediction, .kernel:
      for operand in expression.operands { _ = try unit(of: operand) }
      return .unknown
    }
  }

  private func unit(of aggregation: Aggregation) throws(UnitMistake) -> UnitSet {
    if let filter = aggregation.filter { _ = try unit(of: filter) }
    let argument = try aggregation.argument.map { (x) throws(UnitMistake) in try unit(of: x) }
    switch aggregation.function {
    case .count, .countDistinct, .streak, .streakAbove, .streakBelow: return UnitSet(.count)
    case .anyTrue, .allTrue: return .unknown
    case .sampleDeviation, .populationDeviation:
      return argument?.mapped { $0 == .percent ? [.percent, .percentagePoints] : [$0] } ?? .unknown
    case .sum, .mean, .smallest, .largest, .median, .newest, .oldest, .everyValue:
      return argument ?? .unknown
    }
  }

  private func shared(_ xs: [Expression], _ place: String) throws(UnitMistake) -> UnitSet {
    var common = UnitSet.number
    for x in xs {
      let next = try unit(of: x)
      guard common.agrees(with: next) else {
        throw UnitMistake(place: place, left: common, right: next)
      }
      common = common.meeting(next)
    }
    return common
  }

  private func sum(
    _ op: Arithmetic, _ a: Expression, _ b: Expression
  ) throws(UnitMistake) -> UnitSet {
    let both = try shared([a, b], op == .minus ? "a difference" : "a sum")
    guard op == .minus else { return both }
    return both.mapped { $0 == .percent ? [.percent, .percentagePoints] : [$0] }
  }

  private func product(_ a: Expression, _ b: Expression) throws(UnitMistake) -> UnitSet {
    let (left, right) = (try unit(of: a), try unit(of: b))
    if left == .number { return scaled(right, byHundred: a.isHundred) }
    if right == .number { return scaled(left, byHundred: b.isHundred) }
    if left == UnitSet(.ratio) { return right }
    return right == UnitSet(.ratio) ? left : .unknown
  }

  private func scaled(_ unit: UnitSet, byHundred: Bool) -> UnitSet {
    unit.mapped { unit in
      switch unit {
      case .ratio: byHundred ? [.percent, .percentagePoints, .score] : [.number]
      case .number, .percent, .percentagePoints, .score: [unit]
      default: byHundred ? [unit] : nil
      }
    }
  }

  private func quotient(_ a: Expression, _ b: Expression) throws(UnitMistake) -> UnitSet {
    if case .arithmetic(.times, let factor, let share) = a, factor.isHundred {
      return scaled(try quotient(share, b), byHundred: true)
    }
    let (left, right) = (try unit(of: a), try unit(of: b))
    if right == .number {
      if b.isHundred, left == UnitSet(.percent) { return UnitSet(.ratio) }
      return left == .number ? .number : scaled(left, byHundred: false)
    }
    if left == .number || left == .unknown || right == .unknown { return .unknown }
    if left == UnitSet(.count), right == left { return .oneOf([.ratio, .count]) }
    if left == right { return UnitSet(.ratio) }
    guard right == UnitSet(.count) else { return .unknown }
    return left.mapped { $0 == .percent || $0 == .ratio ? [$0] : [$0, .ratio] }
  }
}

extension Expression {
  fileprivate var isHundred: Bool {
    self == .literal(.integer(100)) || self == .literal(.double(100))
  }
}
