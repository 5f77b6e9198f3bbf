import DuckDB
import FeaturePlan
import FeatureSQL
import Testing

@testable import FeatureEngine

extension TinyWarehouse {
  func expectReceiptsMatchRows(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try warehouse.expectReceiptsMatchRows(of: plan, sourceLocation: sourceLocation)
  }
}

extension Warehouse {
  /// Every receipt tells rows and digest of what is stored for its day, and no row is without one.
  func expectReceiptsMatchRows(
    of plan: Plan, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for processor in plan.processors {
      let sql = try statements(for: processor, in: plan, dialect: .duckDB).receipts
      let range: Parameters = ["from": .date(0), "to": .date(100_000)]
      let content = try connection.query(sql.content.sql, range).rows()
      let receipts = try connection.query(sql.receipts.sql, range).rows()
      // Receipts: day, fingerprint, rows, failed, digest, time. Content: day, rows, digest.
      let claimed = receipts.filter { $0[2] != 0 }.map { [$0[0], $0[2], $0[4]] }
      #expect(
        claimed.sorted { $0[0].asDate ?? 0 < $1[0].asDate ?? 0 }
          == content.sorted { $0[0].asDate ?? 0 < $1[0].asDate ?? 0 },
        "\(processor.name)", sourceLocation: sourceLocation)
      #expect(receipts.allSatisfy { $0[1].asText == processor.fingerprint })
    }
  }
}
