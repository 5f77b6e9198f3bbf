import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

@Suite struct ContractsTests {
  let warehouse: Warehouse

  init() throws {
    warehouse = try Warehouse(
      SmallPlan.processor(contracts: [
        ContractPlan(
          name: "rating is at most points",
          holds: .comparison(.lessOrEqual, .feature("rating"), .feature("points_mean")))
      ]))
  }

  func insert(_ rows: String) throws {
    try warehouse.connection.execute(
      """
      INSERT INTO made.player_form
        (player, cache_date, points_mean, rating, games, zone, created_at, processed_at)
      SELECT *, TIMESTAMP '2023-01-01', TIMESTAMP '2023-01-01' FROM (VALUES \(rows))
      """)
  }

  func gate() throws -> [[SQLValue]] { try warehouse.rows(warehouse.sql.contractGate) }
  func report() throws -> [[SQLValue]] { try warehouse.rows(warehouse.sql.contracts) }

  @Test func `rows within the contracts pass, NULL among them`() throws {
    try insert(
      """
      ('ann', DATE '2023-01-05', 100, 2, 1, 'paint'), ('bob', DATE '2023-01-05', 0, -0.5, 1, NULL),
      ('cid', DATE '2023-01-05', NULL, NULL, 1, NULL), ('out', DATE '2023-02-01', 999, 9, 1, 'x')
      """)
    #expect(try gate() == [[0, 3, 3]])
    #expect(try report().isEmpty)
  }

  @Test func `every broken contract is named with its rows and an example`() throws {
    try insert(
      """
      ('ann', DATE '2023-01-05', 100.1, 2, 1, 'paint'), ('bob', DATE '2023-01-05', -1, 2.5, 1, 'PAINT'),
      ('ann', DATE '2023-01-05', 7, CAST('NaN' AS DOUBLE), 1, NULL), ('ann', DATE '2023-01-05', 7, 1, 1, NULL)
      """)
    #expect(try gate() == [[3, 4, 2]])
    let ann: SQLValue = "player=ann, cache_date=2023-01-05"
    let bob: SQLValue = "player=bob, cache_date=2023-01-05"
    #expect(
      try report() == [
        ["player, cache_date is unique", 2, ann],
        ["points_mean is within 0...100", 2, ann],
        ["rating is at most points", 2, ann],
        ["rating is finite", 1, ann],
        ["rating is within -0.5...2", 2, ann],
        ["zone is one of the declared words", 1, bob],
      ])
  }

  @Test func `an empty table keeps every contract`() throws {
    #expect(try gate() == [[0, 0, 0]])
    #expect(try report().isEmpty)
  }
}
