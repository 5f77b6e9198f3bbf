import FeatureAlgebra
import FeatureKernels

/// Random columns of every type: NULLs, ties, halves that rounding decides, extreme values.
struct RandomColumns {
  /// Name and declared type of every column; the same for all seeds.
  static let types: [(name: String, type: ColumnType)] = [
    ("i1", .integer), ("i2", .integer), ("i3", .integer32), ("c1", .number(5, 1)),
    ("c2", .number(9, 3)), ("c3", .number(18, 4)), ("x1", .double), ("x2", .double),
    ("b1", .boolean), ("b2", .boolean), ("t1", .text), ("t2", .text), ("d1", .day), ("d2", .day),
    ("m1", .timestamp),
  ]

  static var byName: [String: ColumnType] {
    Dictionary(types.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether integers and doubles near the ends of their ranges appear.
  var hasExtremes = true
  /// One value in so many is NULL.
  var nulls = 5

  func table(rows: Int, _ dice: inout Dice) throws -> Table {
    try Table(
      RandomColumns.types.map { ($0.name, column($0.name, rows: rows, &dice)) }, count: rows)
  }

  func column(_ name: String, rows: Int, _ dice: inout Dice) -> Column {
    func many<Value>(_ value: (inout Dice) -> Value) -> [Value?] {
      (0..<rows).map { _ in dice.oneIn(nulls) ? nil : value(&dice) }
    }
    switch name {
    case "i1": return .integers(many { Int64($0.roll(9)) - 3 })
    case "i2": return .integers(many { integer(&$0) })
    case "i3": return .integers(many { Int64($0.pick(RandomColumns.narrow)) })
    case "c1": return .decimals(many { Int64($0.roll(400)) - 100 }, scale: 1)
    case "c2": return .decimals(many { Int64($0.roll(2_000_000)) - 999_999 }, scale: 3)
    case "c3": return .decimals(many { decimal(&$0) }, scale: 4)
    case "x1": return .doubles(many { Double($0.roll(17)) * 0.125 - 1 })
    case "x2": return .doubles(many { double(&$0) })
    case "b1", "b2": return .booleans(many { $0.oneIn(2) })
    case "t1": return .texts(many { $0.pick(RandomColumns.words) })
    case "t2": return .texts(many { $0.pick(RandomColumns.clocks) })
    case "d1": return .days(many { Day(ordinal: 19_000 + Int32($0.roll(40))) })
    case "d2": return .days(many { Day(ordinal: Int32($0.roll(30_000)) - 5_000) })
    default: return .timestamps(many { moment(&$0) })
    }
  }

  func integer(_ dice: inout Dice) -> Int64 {
    guard hasExtremes, dice.oneIn(4) else { return Int64(dice.roll(2_001)) - 1_000 }
    return dice.pick(RandomColumns.wide)
  }

  func decimal(_ dice: inout Dice) -> Int64 {
    guard hasExtremes, dice.oneIn(4) else { return Int64(dice.roll(200_001)) - 100_000 }
    return dice.pick([
      999_999_999_999_999_999, -999_999_999_999_999_999, 1, 9_007_199_254_740_993,
    ])
  }

  func double(_ dice: inout Dice) -> Double {
    guard hasExtremes, dice.oneIn(4) else {
      return dice.pick([
        0, 0.5, -0.5, 1.5, 2.5, 0.05, 0.15, 0.25, 0.35, 1.005, 2.675, -1.005, 33.333333333333336,
        0.1 + 0.2, Double(dice.roll(100_000)) / 1_000,
      ])
    }
    return dice.pick([
      1.7976931348623157e308, -1.7976931348623157e308, 2.2250738585072014e-308, -0.0, 1e15,
      9_007_199_254_740_992, 4_503_599_627_370_495.5, 1e18, -1e18, 9.223372036854775e18, 1e-7,
      0.49999999999999994,
    ])
  }

  /// Microseconds from 1969 to 2050, most not at midnight.
  private func moment(_ dice: inout Dice) -> Int64 {
    (Int64(dice.roll(30_000)) - 365) * 86_400_000_000 + Int64(dice.roll(3)) * 43_199_999_999
  }

  static let wide: [Int64] = [
    Int64.max, Int64.min, Int64.max - 1, Int64.min + 1, 9_007_199_254_740_992,
    9_007_199_254_740_993, -9_007_199_254_740_993, 2_147_483_648, -2_147_483_649, 3_037_000_500,
    1_000_000_000_000_000_000, 4_503_599_627_370_497,
  ]
  static let narrow: [Int32] = [0, 1, -1, 7, 100, 2_147_483_647, -2_147_483_648]
  static let words = [
    "", "a", "A", "paint", "mid range", "Mid", "é", "e\u{301}", "Zoë", "O'Neal", "%",
  ]
  static let clocks = [
    "12:30", "0:00", "7:05", "100:60", "1:61", "1:5", ":30", "1234:00", "x", "1:3a",
  ]
}
