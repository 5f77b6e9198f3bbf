import DuckDB
import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Foundation
import Testing

@testable import FeatureSQL

/// One encoding, two writers: `RowHash` in SQL, `RowTexts` in Swift.
struct RowTextsDifferentialTests {
  static let columns = [
    ColumnPlan(name: "whole", type: .integer), ColumnPlan(name: "small", type: .integer32),
    ColumnPlan(name: "price", type: .number(9, 2)), ColumnPlan(name: "share", type: .number(3, 3)),
    ColumnPlan(name: "wide", type: .number(18, 4)), ColumnPlan(name: "real", type: .double),
    ColumnPlan(name: "words", type: .text),
    ColumnPlan(name: "key", type: .text, isNullable: false),
    ColumnPlan(name: "flag", type: .boolean),
    ColumnPlan(name: "on_day", type: .day), ColumnPlan(name: "at", type: .timestamp),
    ColumnPlan(name: "tags", type: .textList), ColumnPlan(name: "vector", type: .doubleList),
    ColumnPlan(name: "seen", type: .timestamp, role: .metadata),
  ]

  /// What SQL writes for the rows of a table.
  private func sql(
    _ columns: [ColumnPlan], _ rule: WritePlan.HashRule, _ table: Table
  ) throws -> [String] {
    let engine = try Engine()
    try engine.register(table, columns.map { ($0.name, $0.type) }, as: "r")
    let text = RowHash(of: columns, rule: rule).text()
    let printed = try Printer.text(text, in: .duckDB)
    let hash = try Printer.text(RowHash.hash(of: text), in: .duckDB)
    let rows = try engine.connection.query(
      "SELECT text, hash, LEFT(SHA256(text), 16) FROM"
        + " (SELECT place, \(printed) AS text, \(hash) AS hash FROM r) ORDER BY place"
    ).rows()
    #expect(rows.allSatisfy { $0[1].asText?.count == 16 && $0[1] == $0[2] })
    return rows.map { $0[0].asText ?? "" }
  }

  @Test(arguments: [WritePlan.HashRule.canonical, .plain])
  func `SQL and Swift write the same text for random rows`(rule: WritePlan.HashRule) throws {
    let seed = seed(UInt64.random(in: 0...UInt64.max))
    var dice = Dice(seed: seed)
    let columns = RowTextsDifferentialTests.columns
    let count = 3_000
    let table = try Table(
      columns.map { ($0.name, column($0.name, rows: count, &dice)) }, count: count)
    let theirs = try sql(columns, rule, table)
    let ours = try RowTextsTests.texts(
      columns.compactMap { plan in table[plan.name].map { (plan, $0) } }, rule)
    #expect(ours.count == count)
    #expect(theirs.count == count)
    for (row, (our, their)) in zip(ours, theirs).enumerated() where our != their {
      Issue.record("seed \(seed), row \(row): \(our), in DuckDB \(their)")
      return
    }
  }

  @Test func `SQL and Swift agree on doubles at the edges`() throws {
    let values: [Double] = [
      (1e15 + 0.3), 1e15, 123_456_789.123_456_789, .leastNonzeroMagnitude, 1e-300,
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 2.675, 0.1 + 0.2, 1e9,
      9_007_199_254_740_994, 4_503_599.627_370_495, 4_503_599.627_370_496, 4_503_599.627_370_497,
      -4_503_599.627_370_496, 4_503_599_627.370_497, 1e300, 1e16, 9.999_999_999_999_998e15, 1e17,
      -1.25e22, 0.000_000_000_5, -0.000_000_000_5,
    ]
    let column = [ColumnPlan(name: "x", type: .double)]
    let doubles = FeatureKernels.Column.doubles(values)
    let theirs = try sql(column, .canonical, Table([("x", doubles)]))
    #expect(try RowTextsTests.texts([(column[0], doubles)]) == theirs)
  }

  /// NULLs, extremes and awkward texts.
  private func column(
    _ name: String, rows: Int, _ dice: inout Dice
  ) -> FeatureKernels.Column {
    func many<Value>(_ value: (inout Dice) -> Value) -> [Value?] {
      (0..<rows).map { _ in dice.oneIn(5) ? nil : value(&dice) }
    }
    func listed<Value>(_ value: (inout Dice) -> Value) -> [[Value?]?] {
      many { dice in
        (0..<dice.roll(4)).map { _ in dice.oneIn(2) ? nil : value(&dice) }
      }
    }
    switch name {
    case "whole": return .integers(many { Int64(truncatingIfNeeded: $0.next()) })
    case "small": return .integers(many { Int64(Int32(truncatingIfNeeded: $0.next())) })
    case "price": return .decimals(many { Int64($0.roll(1_999_999_999)) - 999_999_999 }, scale: 2)
    case "share": return .decimals(many { Int64($0.roll(1_999)) - 999 }, scale: 3)
    case "wide":
      return .decimals(
        many { ($0.oneIn(2) ? 1 : -1) * Int64($0.next() % 1_000_000_000_000_000_000) }, scale: 4)
    case "real": return .doubles(many { double(&$0) })
    case "words": return .texts(many { text(&$0) })
    case "key": return .texts((0..<rows).map { _ in text(&dice) })
    case "flag": return .booleans(many { $0.oneIn(2) })
    case "on_day": return .days(many { Day(ordinal: Int32($0.roll(200_000)) - 100_000) })
    case "tags": return .textLists(listed { text(&$0) })
    case "vector": return .doubleLists(listed { double(&$0) })
    default:
      return .timestamps(many { Int64($0.roll(3_000_000_000_000_000)) - 1_000_000_000_000 })
    }
  }

  private func double(_ dice: inout Dice) -> Double {
    let magnitude = dice.roll(31) - 12
    let value = Double.random(in: -10...10, using: &dice)
    var power = 1.0
    for _ in 0..<abs(magnitude) { power *= 10 }
    // Short decimals are what features hold, and their halves what rounding decides.
    if dice.oneIn(3) { return Double(dice.roll(200_001) - 100_000) / 1_000 }
    if dice.oneIn(6) { return Double(dice.roll(2_000_001) - 1_000_000) * 0.000_000_000_5 }
    return magnitude < 0 ? value / power : value * power
  }

  private func text(_ dice: inout Dice) -> String {
    let pieces = [
      "a", "Z", "0", " ", "\"", "\\", "|", "=", "∅", "é", "e\u{301}", "\u{a0}", "\u{3000}", "\t",
      "č", "ﬁ", "🏀", "'", ",", "[", "\u{212b}", "한",
    ]
    return (0..<dice.roll(9)).map { _ in dice.pick(pieces) }.joined()
  }
}
