import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

@Suite struct RowHashTests {
  static func sql(
    _ columns: [ColumnPlan], _ rule: WritePlan.HashRule = .canonical
  ) throws -> (text: String, hash: String) {
    let text = RowHash(of: columns, rule: rule).text()
    return (
      try Printer.text(text, in: .duckDB), try Printer.text(RowHash.hash(of: text), in: .duckDB)
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
}
