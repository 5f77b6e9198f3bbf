import FeatureAlgebra

extension Oracle {
  static func value(_ literal: Literal) -> Value {
    switch literal {
    case .integer(let value): .integer(value)
    case .double(let value): .double(value)
    case .text(let value): .text(value)
    case .boolean(let value): .truth(value)
    case .day(let value): .day(value.ordinal)
    case .null: .null
    }
  }

  static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws -> Int64 {
    if result.overflow { throw OracleError.overflow }
    return result.partialValue
  }

  static func opposite(_ value: Int64) throws -> Int64 {
    try checked(Int64(0).subtractingReportingOverflow(value))
  }

  /// `round(x · 10^s) / 10^s`; where the product leaves the doubles x has no decimals to lose.
  static func rounded(_ x: Double, _ scale: Int) -> Double {
    let power = powerOfTen(scale)
    let result = (x * power).rounded(.toNearestOrAwayFromZero) / power
    return result.isFinite ? result : x
  }

  func number(
    _ x: Expression, _ integer: (Int64) throws -> Int64, _ double: (Double) -> Double
  ) throws -> Value {
    let value = try evaluate(x)
    if value.isNull { return .null }
    if isInteger(x), let whole = value.integer { return .integer(try integer(whole)) }
    return value.double.map { .double(double($0)) } ?? .null
  }

  func arithmetic(_ op: Arithmetic, _ a: Expression, _ b: Expression) throws -> Value {
    let (x, y) = (try evaluate(a), try evaluate(b))
    if x.isNull || y.isNull { return .null }
    if isInteger(a), isInteger(b), let left = x.integer, let right = y.integer {
      switch op {
      case .plus: return .integer(try Oracle.checked(left.addingReportingOverflow(right)))
      case .minus: return .integer(try Oracle.checked(left.subtractingReportingOverflow(right)))
      case .times: return .integer(try Oracle.checked(left.multipliedReportingOverflow(by: right)))
      }
    }
    guard let left = x.double, let right = y.double else { return .null }
    switch op {
    case .plus: return .double(left + right)
    case .minus: return .double(left - right)
    case .times: return .double(left * right)
    }
  }

  func clamped(_ x: Expression, _ low: Expression, _ high: Expression) throws -> Value {
    let all = [try evaluate(x), try evaluate(low), try evaluate(high)]
    if all.contains(where: \.isNull) { return .null }
    if isInteger(x), isInteger(low), isInteger(high) {
      if Oracle.compare(all[0], all[1], asIntegers: true) < 0 { return all[1] }
      return Oracle.compare(all[0], all[2], asIntegers: true) > 0 ? all[2] : all[0]
    }
    let doubles = all.map { Oracle.widened($0, true) }
    if Oracle.compare(doubles[0], doubles[1], asIntegers: false) < 0 { return doubles[1] }
    return Oracle.compare(doubles[0], doubles[2], asIntegers: false) > 0 ? doubles[2] : doubles[0]
  }

  /// Below, at or above 0; of values that are not NULL. NaN is the largest double.
  static func compare(_ a: Value, _ b: Value, asIntegers: Bool) -> Int {
    func sign<Number: Comparable>(_ a: Number, _ b: Number) -> Int { a < b ? -1 : a > b ? 1 : 0 }
    switch (a, b) {
    case (.integer(let x), .integer(let y)) where asIntegers: return sign(x, y)
    case (.truth(let x), .truth(let y)): return sign(x ? 1 : 0, y ? 1 : 0)
    case (.day(let x), .day(let y)): return sign(x, y)
    case (.timestamp(let x), .timestamp(let y)): return sign(x, y)
    case (.text(let x), .text(let y)):
      let (left, right) = (Array(x.utf8), Array(y.utf8))
      return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
    default:
      let (x, y) = (a.double ?? 0, b.double ?? 0)
      if x.isNaN || y.isNaN { return sign(x.isNaN ? 1 : 0, y.isNaN ? 1 : 0) }
      return sign(x, y)
    }
  }

  static func holds(_ op: Comparison, _ sign: Int) -> Bool {
    switch op {
    case .equal: sign == 0
    case .notEqual: sign != 0
    case .less: sign < 0
    case .lessOrEqual: sign <= 0
    case .greater: sign > 0
    case .greaterOrEqual: sign >= 0
    }
  }

  /// Numbers that meet in a choice are doubles unless their types are equal.
  func mixesNumbers(_ xs: [Expression]) throws -> Bool {
    let all = try xs.map { try types.type(of: $0) }
    return all.contains { $0.isNumeric && $0 != all[0] }
  }

  static func widened(_ value: Value, _ asDouble: Bool) -> Value {
    guard asDouble, let double = value.double else { return value }
    return .double(double)
  }

  func label(_ extreme: Extreme, _ candidates: [Labelled]) throws -> Value {
    let integers = candidates.allSatisfy { isInteger($0.value) }
    var best: (label: String, value: Value)?
    for candidate in candidates {
      let value = try evaluate(candidate.value)
      if value.isNull { continue }
      if let holder = best {
        let sign = Oracle.compare(value, holder.value, asIntegers: integers)
        if extreme == .smallest ? sign < 0 : sign > 0 { best = (candidate.label, value) }
      } else {
        best = (candidate.label, value)
      }
    }
    return best.map { .text($0.label) } ?? .null
  }

  static func minutes(_ text: String) -> Double? {
    let parts = text.utf8.split(separator: 58, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 2, (1...3).contains(parts[0].count), parts[1].count == 2,
      (parts[0] + parts[1]).allSatisfy({ (48...57).contains($0) }),
      let minutes = Double(String(decoding: parts[0], as: UTF8.self)),
      let seconds = Double(String(decoding: parts[1], as: UTF8.self)), seconds <= 60
    else { return nil }
    return minutes + seconds / 60
  }

  func list(_ xs: [Expression], keepsNulls: Bool) throws -> Value {
    let values = try xs.map { try evaluate($0) }
    if try types.type(of: .list(xs)) == .textList {
      return .texts(values.map(\.text).filter { keepsNulls || $0 != nil })
    }
    return .doubles(values.map(\.double).filter { keepsNulls || $0 != nil })
  }

  func cast(_ value: Value, _ type: ColumnType) throws -> Value {
    if value.isNull { return .null }
    switch type {
    case .integer, .integer32:
      if let truth = value.truth { return .integer(truth ? 1 : 0) }
      let whole: Int64
      if let integer = value.integer {
        whole = integer
      } else {
        let rounded = (value.double ?? 0).rounded(.toNearestOrAwayFromZero)
        guard let exact = Int64(exactly: rounded) else { throw OracleError.doesNotFit }
        whole = exact
      }
      guard type == .integer || Int32(exactly: whole) != nil else { throw OracleError.doesNotFit }
      return .integer(whole)
    case .decimal(let precision, let scale):
      let unscaled: Int128
      if let integer = value.integer {
        unscaled = Int128(integer) * Int128(powerOfTen(scale))
      } else if case .decimal(let number, let own) = value, own <= scale {
        unscaled = Int128(number) * Int128(powerOfTen(scale - own))
      } else {
        let rounded = Oracle.rounded(value.double ?? 0, scale)
        let product = (rounded * powerOfTen(scale)).rounded(.toNearestOrAwayFromZero)
        guard let exact = Int128(exactly: product) else { throw OracleError.doesNotFit }
        unscaled = exact
      }
      guard unscaled.magnitude < Int128(powerOfTen(precision)).magnitude else {
        throw OracleError.doesNotFit
      }
      return .decimal(Int64(unscaled), scale: scale)
    case .double: return value.double.map { .double($0) } ?? value
    case .text:
      switch value {
      case .integer(let number): return .text("\(number)")
      case .decimal(let number, let scale):
        let parts = number.magnitude.quotientAndRemainder(dividingBy: UInt64(powerOfTen(scale)))
        let rest = String(parts.remainder)
        let fraction = String(repeating: "0", count: max(0, scale - rest.count)) + rest
        let sign = number < 0 ? "-" : ""
        return .text(scale == 0 ? "\(number)" : "\(sign)\(parts.quotient).\(fraction)")
      case .day(let ordinal): return .text(Day(ordinal: ordinal).description)
      case .truth(let truth): return .text(truth ? "true" : "false")
      default: return value
      }
    case .boolean, .day, .timestamp, .textList, .doubleList: return value
    }
  }

  /// A feature's value as its column holds it.
  func store(_ value: Value, _ type: ColumnType) throws -> Value {
    if type.isNumeric, case .double(let double) = value, !double.isFinite {
      throw OracleError.notFinite
    }
    if case .doubles(let elements) = value, elements.contains(where: { $0?.isFinite == false }) {
      throw OracleError.notFinite
    }
    return try cast(value, type)
  }
}
