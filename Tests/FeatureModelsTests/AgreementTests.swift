import DuckDB
import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

@testable import FeatureSQL

/// Both evaluators against XGBoost's own predictions: real values, values on cuts and beside them by one
/// step, zeros of both signs, the ends of 32 bits, nothing at all.
struct AgreementTests {
  private func check(_ ours: [Double], _ fixture: Fixture) {
    #expect(ours.count == fixture.count && fixture.count > 150)
    for (row, (our, their)) in zip(ours, fixture.predictions).enumerated() {
      #expect(abs(our - their) <= 1e-6, "row \(row)")
      // A sum is XGBoost's own to the last bit.
      if fixture.model.link == .identity { #expect(our == their, "row \(row)") }
    }
  }

  @Test(arguments: Fixture.names) func `kernels say what XGBoost says`(name: String) throws {
    let fixture = try Fixture(name)
    #expect(fixture.model.problem == nil)
    check(try fixture.kernels(), fixture)
  }

  @Test(arguments: Fixture.names) func `SQL says what XGBoost says`(name: String) throws {
    let fixture = try Fixture(name)
    let connection = try Database().connect()
    var buffers = try zip(fixture.columnNames, fixture.columns).map { name, column in
      ColumnBuffer(
        name, .double(try #require(column.doubles)), validity: column.validity?.words)
    }
    buffers.append(ColumnBuffer("place", .bigint((0..<fixture.count).map { Int64($0) })))
    try connection.register(buffers, as: "r")
    let sql = try Printer.text(try shape(fixture).shape(fixture.prediction).sql, in: .duckDB)
    let rows = try connection.query("SELECT \(sql) FROM \"r\" ORDER BY \"place\"").rows()
    check(try rows.map { try #require($0[0].asDouble) }, fixture)
  }

  private func shape(_ fixture: Fixture) -> ExpressionShape {
    let rows = RowsPlan(
      alias: "r", source: .table(TableName("raw", "r")), key: [], day: nil, freshness: nil,
      columns: fixture.columnNames.map { ColumnPlan(name: $0, type: .double) })
    let isPlayed = Expression.literal(.boolean(true))
    let calendar = CalendarPlan(
      rows: rows, season: .literal(.integer(1)), scheduled: isPlayed, played: isPlayed)
    let plan = Plan(pipeline: "test", calendar: calendar, tables: [], processors: [])
    return ExpressionShape(types: PlanTypes(of: calendar, in: plan), leaves: .row(of: "r"))
  }
}
