import DuckDB
import FeatureAlgebra
import FeaturePlan
import Foundation
import Testing

@testable import FeatureSQL

@Suite struct RowHashTests {
  static let columns = [
    ColumnPlan(name: "whole", type: .integer), ColumnPlan(name: "small", type: .integer32),
    ColumnPlan(name: "price", type: .number(9, 2)), ColumnPlan(name: "share", type: .number(3, 3)),
    ColumnPlan(name: "real", type: .double), ColumnPlan(name: "words", type: .text),
    ColumnPlan(name: "key", type: .text, isNullable: false),
    ColumnPlan(name: "flag", type: .boolean), ColumnPlan(name: "on_day", type: .day),
    ColumnPlan(name: "at", type: .timestamp), ColumnPlan(name: "tags", type: .textList),
    ColumnPlan(name: "vector", type: .doubleList),
    ColumnPlan(name: "seen", type: .timestamp, role: .metadata),
  ]

  static func sql(
    _ columns: [ColumnPlan], _ rule: WritePlan.HashRule = .canonical
  ) throws -> (text: String, hash: String) {
    let hash = RowHash(of: columns, rule: rule) { column in .column(column.name) }
    return (
      try Printer.text(try hash.text(), in: .duckDB),
      try Printer.text(try hash.expression(), in: .duckDB)
    )
  }

  @Test func `business columns are hashed by name, NULL only where it can be`() throws {
    let columns = [
      ColumnPlan(name: "points", type: .integer), ColumnPlan(name: "rate", type: .number(5, 2)),
      ColumnPlan(name: "cache_date", type: .day, isNullable: false),
      ColumnPlan(name: "processed_at", type: .timestamp, role: .metadata),
    ]
    #expect(
      try RowHashTests.sql(columns).hash == """
        LEFT(SHA256(CONCAT(
          'cache_date=',
          CAST("cache_date" AS VARCHAR),
          '|points=',
          COALESCE(CAST("points" AS VARCHAR), '∅'),
          '|rate=',
          COALESCE(CAST("rate" AS VARCHAR), '∅')
        )), 16)
        """)
  }

  @Test func `texts are quoted, or taken as they are by the plain rule`() throws {
    let column = [ColumnPlan(name: "zone", type: .text, isNullable: false)]
    #expect(
      try RowHashTests.sql(column).text == #"""
        CONCAT('zone=', '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("zone")), '\', '\\'), '"', '\"') || '"')
        """#)
    #expect(try RowHashTests.sql(column, .plain).text == #"CONCAT('zone=', "zone")"#)
  }

  @Test(arguments: [WritePlan.HashRule.canonical, .plain])
  func `SQL and Swift write the same text for random rows`(rule: WritePlan.HashRule) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var rows = RandomRows(seed: seed)
    let connection = try Database().connect()
    let (text, hash) = try RowHashTests.sql(RowHashTests.columns, rule)
    let types = RowHashTests.columns.map { "\"\($0.name)\" \($0.type)" }.joined(separator: ", ")
    try connection.execute("CREATE TABLE t (\(types))")
    let insert = try connection.prepare(RandomRows.insert)
    let row = RowText(of: RowHashTests.columns, rule: rule) {
      $0.precomposedStringWithCanonicalMapping
    }
    let check = try connection.prepare(
      "SELECT \(text), \(hash), LEFT(SHA256($expected), 16) FROM t")
    for _ in 0..<500 {
      let values = rows.next()
      try connection.execute("DELETE FROM t")
      try insert.execute(RandomRows.parameters(values))
      let bytes = row.bytes(row.columns.map { values[$0.name] ?? .null })
      let expected = String(decoding: bytes, as: UTF8.self)
      let found = try check.query(["expected": .text(expected)]).rows()
      #expect(found == [[.text(expected), found[0][2], found[0][2]]], "seed \(seed)")
    }
  }

  @Test(arguments: [
    (1e15 + 0.3), 1e15, 123_456_789.123_456_789, .leastNonzeroMagnitude, 1e-300,
    .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 2.675, 0.1 + 0.2, 1e9, 9_007_199_254_740_994, 4_503_599_627.370_497,
    1e300, 1e16, 9.999_999_999_999_998e15, 1e17, -1.25e22, 0.000_000_000_5, -0.000_000_000_5,
  ])
  func `SQL and Swift agree on doubles at the edges`(value: Double) throws {
    let column = [ColumnPlan(name: "x", type: .double)]
    let connection = try Database().connect()
    let text = try RowHashTests.sql(column).text
    let found = try connection.query(
      "SELECT \(text) FROM (SELECT $x AS x)", ["x": .double(value)]
    ).value()
    let bytes = RowText(of: column) { $0 }.bytes([.double(value)])
    #expect(found == .text(String(decoding: bytes, as: UTF8.self)))
  }
}

/// Rows of `RowHashTests.columns` with NULLs, extremes and awkward texts.
struct RandomRows {
  var random: SeededRandom
  init(seed: UInt64) { self.random = SeededRandom(seed: seed) }

  static let insert = """
    INSERT INTO t SELECT $whole, $small, $price, $share, $real, $words, $key, $flag, $on_day, $at,
      CASE WHEN $tag_count >= 0
        THEN LIST_SLICE([$tag_0, $tag_1, $tag_2]::VARCHAR[], 1, $tag_count) END,
      CASE WHEN $number_count >= 0
        THEN LIST_SLICE([$number_0, $number_1, $number_2]::DOUBLE[], 1, $number_count) END,
      NULL
    """

  mutating func next() -> [String: RowText.Value] {
    [
      "whole": maybe { .integer(Int64.random(in: .min ... .max, using: &$0)) },
      "small": maybe { .integer(Int64(Int32.random(in: .min ... .max, using: &$0))) },
      "price": maybe { .decimal(Int64.random(in: -999_999_999...999_999_999, using: &$0)) },
      "share": maybe { .decimal(Int64.random(in: -999...999, using: &$0)) },
      "real": maybe { .double(RandomRows.double(&$0)) },
      "words": maybe { .text(RandomRows.text(&$0)) },
      "key": .text(RandomRows.text(&random)),
      "flag": maybe { .boolean(Bool.random(using: &$0)) },
      "on_day": maybe { .day(Day(ordinal: Int32.random(in: -100_000...100_000, using: &$0))) },
      "at": maybe {
        .timestamp(Int64.random(in: -1_000_000_000_000...2_000_000_000_000_000, using: &$0))
      },
      "tags": maybe { random in
        .textList(
          (0..<Int.random(in: 0...3, using: &random)).map { _ in
            Bool.random(using: &random) ? RandomRows.text(&random) : nil
          })
      },
      "vector": maybe { random in
        .doubleList(
          (0..<Int.random(in: 0...3, using: &random)).map { _ in
            Bool.random(using: &random) ? RandomRows.double(&random) : nil
          })
      },
    ]
  }

  private mutating func maybe(
    _ value: (inout SeededRandom) -> RowText.Value
  ) -> RowText.Value {
    Int.random(in: 0..<5, using: &random) == 0 ? .null : value(&random)
  }

  private static func double(_ random: inout SeededRandom) -> Double {
    let magnitude = Int.random(in: -12...18, using: &random)
    let value = Double.random(in: -10...10, using: &random)
    var power = 1.0
    for _ in 0..<abs(magnitude) { power *= 10 }
    return magnitude < 0 ? value / power : value * power
  }

  private static func text(_ random: inout SeededRandom) -> String {
    let pieces = [
      "a", "Z", "0", " ", "\"", "\\", "|", "=", "∅", "é", "e\u{301}", "\u{a0}", "\u{3000}", "\t",
      "č", "ﬁ", "🏀", "'", ",", "[", "\u{212b}", "한",
    ]
    return (0..<Int.random(in: 0...8, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
  }

  static func parameters(_ values: [String: RowText.Value]) -> Parameters {
    var parameters: [String: SQLValue] = [:]
    let scales = ["price": 2, "share": 3]
    for column in RowHashTests.columns where column.role == .business {
      switch values[column.name] ?? .null {
      case .null: parameters[column.name] = .null
      case .integer(let value): parameters[column.name] = .integer(value)
      case .decimal(let value):
        parameters[column.name] = .decimal(unscaled: Int128(value), scale: scales[column.name] ?? 0)
      case .double(let value): parameters[column.name] = .double(value)
      case .text(let value): parameters[column.name] = .text(value)
      case .boolean(let value): parameters[column.name] = .boolean(value)
      case .day(let value): parameters[column.name] = .date(value.ordinal)
      case .timestamp(let value): parameters[column.name] = .timestamp(value)
      case .textList, .doubleList: break
      }
    }
    parameters["tags"] = nil
    parameters["vector"] = nil
    if case .textList(let texts)? = values["tags"] {
      parameters["tag_count"] = .integer(Int64(texts.count))
      for index in 0..<3 {
        let text = index < texts.count ? texts[index] : nil
        parameters["tag_\(index)"] = text.map { .text($0) } ?? .null
      }
    } else {
      parameters["tag_count"] = -1
      for index in 0..<3 { parameters["tag_\(index)"] = .null }
    }
    if case .doubleList(let numbers)? = values["vector"] {
      parameters["number_count"] = .integer(Int64(numbers.count))
      for index in 0..<3 {
        let number = index < numbers.count ? numbers[index] : nil
        parameters["number_\(index)"] = number.map { .double($0) } ?? .null
      }
    } else {
      parameters["number_count"] = -1
      for index in 0..<3 { parameters["number_\(index)"] = .null }
    }
    return Parameters(parameters)
  }
}
