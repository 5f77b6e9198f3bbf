import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

@Suite struct DependenciesTests {
  @Test func `rows and keys in scope are compared with the minimum, day by day`() throws {
    let warehouse = try Warehouse.small(
      SmallPlan.processor(dependencies: [
        DependencyPlan(
          name: "source_games", inputs: ["source_games"], minimumRows: 3, isCritical: true),
        DependencyPlan(name: "schedule", inputs: ["schedule"], minimumRows: 1, isCritical: false),
      ]))
    // Two games on the 4th; on the 5th one more and a duplicate of it.
    try warehouse.connection.execute(
      """
      INSERT INTO raw.games SELECT 'ann', DATE '2023-01-05', 1, 1, LEFT(SHA256('x'), 16), NULL
      FROM RANGE(2)
      """)
    let statement = try #require(warehouse.sql.dependencies)
    let days = try ["2023-01-04", "2023-01-05", "2023-01-06"].map {
      SQLValue.date(try Warehouse.day($0).ordinal)
    }
    #expect(
      try warehouse.rows(statement) == [
        ["schedule", days[0], 1, 1, 1, true, false],
        ["schedule", days[1], 1, 1, 1, true, false],
        ["schedule", days[2], 1, 1, 1, true, false],
        ["source_games", days[0], 0, 0, 3, false, true],
        ["source_games", days[1], 2, 2, 3, false, true],
        ["source_games", days[2], 4, 3, 3, true, true],
      ])
  }

  @Test func `no dependency is no statement`() throws {
    #expect(try Warehouse().sql.dependencies == nil)
  }

  @Test func `a dependency on what is no input is a broken plan`() throws {
    let processor = SmallPlan.processor(dependencies: [
      DependencyPlan(name: "nowhere", inputs: ["nowhere"], minimumRows: 1, isCritical: true)
    ])
    let error = #expect(throws: RenderError.self) {
      try statements(for: processor, in: SmallPlan.plan(processor), dialect: .duckDB)
    }
    #expect(
      error?.description
        == "[broken-plan] player_form: the dependency 'nowhere' is not an input")
  }
}
