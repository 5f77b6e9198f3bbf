import FeatureAlgebra
import FeatureKernels

/// A history as the oracle sees it: all rows, looked at one by one for every aggregate.
struct OracleHistory {
  let alias: String
  let table: Table
  let key: String
  let day: String
  /// Of each row; larger is newer among rows of one day.
  let isNewer: (_ row: Int, _ other: Int) -> Bool
  let types: TypeRules

  private func value(_ name: String, _ row: Int) -> Value {
    table[name].map { Value($0, row) } ?? .null
  }

  private func ordinal(_ row: Int) -> Int32? { value(day, row).day }

  /// The entity's rows before a day, newest first.
  private func rows(of entity: Value, before asOf: Int32?) -> [Int] {
    if entity.isNull { return [] }
    return (0..<table.count).filter { row in
      guard let day = ordinal(row), asOf.map({ day < $0 }) ?? true else { return false }
      return value(key, row).agrees(with: entity)
    }.sorted { a, b in
      let (left, right) = (ordinal(a) ?? 0, ordinal(b) ?? 0)
      return left == right ? isNewer(a, b) : left > right
    }
  }

  /// The rows of a window on a day, newest first.
  func rows(of entity: Value, in window: Window, on asOf: Int32, opening: Int32?) -> [Int] {
    var rows = rows(of: entity, before: asOf)
    if case .days(let n) = window.span {
      rows = rows.filter { Int64(ordinal($0) ?? 0) >= Int64(asOf) - Int64(n) }
    }
    if let age = window.maximumAge {
      rows = rows.filter { Int64(ordinal($0) ?? 0) >= Int64(asOf) - Int64(age) }
    }
    if window.withinSeason {
      rows = rows.filter { row in opening.map { (ordinal(row) ?? 0) >= $0 } ?? false }
    }
    if case .rows(let n) = window.span { rows = Array(rows.prefix(max(n, 0))) }
    return rows
  }

  /// The oracle of a row; its previous one is the entity's next older.
  func oracle(_ row: Int) -> Oracle {
    Oracle(
      column: { _, name in value(name, row) },
      previous: {
        let all = rows(of: value(key, row), before: nil)
        guard let place = all.firstIndex(of: row), place + 1 < all.count else { return nil }
        return oracle(all[place + 1])
      }, types: types)
  }

  func aggregate(
    _ aggregation: Aggregation, _ entity: Value, _ asOf: Int32, _ opening: Int32?
  ) throws -> Value {
    guard let window = aggregation.window else { return .null }
    let all = rows(of: entity, in: window, on: asOf, opening: opening)
    let passing = try all.filter { row in
      try aggregation.filter.map { try oracle(row).evaluate($0).truth == true } ?? true
    }
    guard let argument = aggregation.argument else { return .integer(Int64(passing.count)) }
    let values = try passing.map { try oracle($0).evaluate(argument) }
    let present = values.filter { !$0.isNull }
    switch aggregation.function {
    case .count: return .integer(Int64(present.count))
    case .countDistinct:
      var distinct: [Value] = []
      for value in present
      where !distinct.contains(where: { Oracle.compare($0, value, asIntegers: true) == 0 }) {
        distinct.append(value)
      }
      return .integer(Int64(distinct.count))
    case .sum, .mean, .sampleDeviation, .populationDeviation:
      return try exact(aggregation.function, present, argument)
    case .smallest:
      return present.min { Oracle.compare($0, $1, asIntegers: true) < 0 } ?? .null
    case .largest:
      return present.max { Oracle.compare($0, $1, asIntegers: true) < 0 } ?? .null
    case .median:
      let sorted = present.compactMap(\.double)
        .sorted { Oracle.compare(.double($0), .double($1), asIntegers: false) < 0 }
      if sorted.isEmpty { return .null }
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return .double(sorted[middle]) }
      return .double(sorted[middle - 1] * 0.5 + sorted[middle] * 0.5)
    case .newest(let n): return n <= values.count ? values[n - 1] : .null
    case .oldest: return values.last ?? .null
    case .anyTrue: return present.isEmpty ? .null : .truth(present.contains(.truth(true)))
    case .allTrue: return present.isEmpty ? .null : .truth(!present.contains(.truth(false)))
    case .everyValue: throw OracleError.handKernel
    case .streakAbove, .streakBelow: throw OracleError.doesNotFit
    case .streak:
      return .integer(Int64(present.prefix { $0 == .truth(true) }.count))
    }
  }

  /// The streak of rows beyond a value: from the newest, until one is on its other side.
  func streak(
    _ aggregation: Aggregation, against limit: Double?, _ entity: Value, _ asOf: Int32,
    _ opening: Int32?
  ) throws -> Value {
    guard let limit, let window = aggregation.window, let argument = aggregation.argument else {
      return .integer(0)
    }
    var length: Int64 = 0
    for row in rows(of: entity, in: window, on: asOf, opening: opening) {
      let passes = try aggregation.filter.map { try oracle(row).evaluate($0).truth == true } ?? true
      guard passes, let value = try oracle(row).evaluate(argument).double else { continue }
      let difference = aggregation.function == .streakAbove ? value - limit : limit - value
      if difference < 0 { break }
      if difference > 0 { length += 1 }
    }
    return .integer(length)
  }

  /// Sums of unscaled integers.
  private func exact(
    _ function: AggregateFunction, _ values: [Value], _ argument: Expression
  ) throws -> Value {
    let scale = (try types.type(of: argument).scale) ?? 0
    let isInteger = try types.type(of: argument).isInteger
    let unscaled = try values.map { value -> Int128 in
      switch value {
      case .integer(let number): return Int128(number)
      case .decimal(let number, _): return Int128(number)
      default:
        let product = ((value.double ?? 0) * powerOfTen(scale)).rounded(.toNearestOrAwayFromZero)
        guard let exact = Int64(exactly: product) else { throw OracleError.doesNotFit }
        return Int128(exact)
      }
    }
    let n = Int128(unscaled.count)
    let total = unscaled.reduce(0, +)
    switch function {
    case .sum:
      if n == 0 { return .null }
      if !isInteger { return .double(halves(total) / powerOfTen(scale)) }
      guard let sum = Int64(exactly: total) else { throw OracleError.overflow }
      return .integer(sum)
    case .mean:
      return n == 0
        ? .null : .double(halves(total) / Double(n * Int128(powerOfTen(scale))))
    default:
      let isSample = function == .sampleDeviation
      if n < (isSample ? 2 : 1) { return .null }
      var squares: Int128 = 0
      for value in unscaled {
        let (sum, overflow) = squares.addingReportingOverflow(value * value)
        if overflow { throw OracleError.sumOverflow }
        squares = sum
      }
      let left = n.multipliedReportingOverflow(by: squares)
      let right = total.multipliedReportingOverflow(by: total)
      let spread = left.partialValue.subtractingReportingOverflow(right.partialValue)
      if left.overflow || right.overflow || spread.overflow { throw OracleError.sumOverflow }
      let pairs = Double(n * (isSample ? n - 1 : n))
      return .double((halves(spread.partialValue) / pairs).squareRoot() / powerOfTen(scale))
    }
  }
}

/// A whole number as a double: beyond 64 bits the halves are rounded one by one, `docs/semantics.md`.
private func halves(_ value: Int128) -> Double {
  let unit = Int128(1) << 64
  if value < 0, value >= -unit { return -Double(-1 - value) - 1 }
  let high = value >= 0 ? value / unit : (value - unit + 1) / unit
  return Double(value - high * unit) + Double(high) * 18_446_744_073_709_551_616.0
}
