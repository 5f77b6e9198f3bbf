import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureKernels
@testable import FeatureSQL

/// The two readers of the tree against each other: expressions printed as SQL and run in DuckDB, and
/// the kernels, over the same random columns.
struct ExpressionDifferentialTests {
  /// One expression with what the kernels make of it.
  private struct Case {
    let expression: Expression
    let type: ColumnType?
    let sql: String
    let column: FeatureKernels.Column
    let failed: Set<Int>
  }

  @Test(arguments: [UInt64(31), 32, 33, 34])
  func `kernels and DuckDB agree on random expressions`(number: UInt64) throws {
    let seed = seed(number)
    var dice = Dice(seed: seed)
    var tally = Tally()
    for round in 0..<10 {
      let table = try RandomColumns(hasExtremes: round % 2 == 0).table(rows: 120, &dice)
      let engine = try Engine()
      try engine.register(table, RandomColumns.types, as: "r")
      var cases: [Case] = []
      for _ in 0..<30 { cases.append(try makeCase(table, &dice)) }
      try compare(cases[...], engine, table, "seed \(seed)", &tally)
    }
    print("differential, seed \(seed): \(tally)")
    #expect(tally.agreed > 25_000)
  }

  private struct Tally: CustomStringConvertible {
    var agreed = 0
    var failedRows = 0
    var refused = 0
    var description: String {
      "\(agreed) cases agree, \(failedRows) rows fail, \(refused) expressions fail in both"
    }
  }

  private var shape: ExpressionShape {
    let rows = RowsPlan.sample("r", day: nil, RandomColumns.types)
    let calendar = CalendarPlan(
      rows: rows, season: .whole(1), scheduled: .literal(.boolean(true)),
      played: .literal(.boolean(true)))
    let plan = Plan(pipeline: "test", calendar: calendar, tables: [], processors: [])
    return ExpressionShape(types: PlanTypes(of: calendar, in: plan), leaves: .row(of: "r"))
  }

  private func makeCase(_ table: Table, _ dice: inout Dice) throws -> Case {
    let random = RandomExpression()
    let isStored = dice.oneIn(3)
    let expression =
      isStored
      ? random.expression(.number, dice.roll(4), &dice) : random.expression(dice.roll(5), &dice)
    let type: ColumnType? =
      isStored ? dice.pick([.integer, .number(5, 1), .number(18, 4), .number(9, 2)]) : nil
    let sql = try type.map { try shape.store(expression, as: $0) } ?? shape.shape(expression).sql
    let (column, errors) = try Evaluator(
      [(expression, storedAs: type)], alias: "r", columns: RandomColumns.byName
    ).evaluate(table)[0]
    return Case(
      expression: expression, type: type, sql: try Printer.text(sql, in: .duckDB),
      column: column, failed: Set(errors.map(\.row)))
  }

  /// Runs all expressions in one statement; where that fails, each half by itself.
  private func compare(
    _ cases: ArraySlice<Case>, _ engine: Engine, _ table: Table, _ seed: String,
    _ tally: inout Tally
  ) throws {
    let columns = cases.enumerated().map { "\($1.sql) AS \"e\($0)\"" }.joined(separator: ",\n")
    let rows: [[SQLValue]]
    do {
      rows = try engine.connection.query("SELECT \(columns) FROM \"r\" ORDER BY \"place\"").rows()
    } catch {
      guard cases.count > 1 else {
        try expectFailure(cases[cases.startIndex], table, seed, "\(error)")
        tally.refused += 1
        return
      }
      let middle = cases.startIndex + cases.count / 2
      try compare(cases[..<middle], engine, table, seed, &tally)
      try compare(cases[middle...], engine, table, seed, &tally)
      return
    }
    for (number, one) in cases.enumerated() {
      for row in 0..<table.count {
        if one.failed.contains(row) {
          tally.failedRows += 1
          continue
        }
        let (ours, theirs) = (Value(one.column, row), Value(rows[row][number]))
        guard ours.means(theirs) else {
          let type = one.type.map { " as \($0)" } ?? ""
          Issue.record(
            "\(seed), row \(row): \(one.expression.meaning)\(type) is \(ours), in DuckDB \(theirs): \(one.sql)"
          )
          break
        }
        tally.agreed += 1
      }
    }
  }

  /// What DuckDB refuses fails in the kernels too: in the expression, or in a part that a row passes over.
  private func expectFailure(
    _ one: Case, _ table: Table, _ seed: String, _ error: String
  ) throws {
    if !one.failed.isEmpty { return }
    var parts: [Expression] = []
    one.expression.walk { parts.append($0) }
    let results = try Evaluator(
      parts.map { ($0, nil) } + [(one.expression, storedAs: one.type)], alias: "r",
      columns: RandomColumns.byName
    ).evaluate(table)
    if results.contains(where: { !$0.errors.isEmpty }) { return }
    Issue.record("\(seed): DuckDB fails on \(one.expression.meaning): \(error)")
  }
}
