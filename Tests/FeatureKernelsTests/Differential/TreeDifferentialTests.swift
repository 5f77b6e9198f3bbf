import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureKernels
@testable import FeatureSQL

/// Random forests, printed as SQL and run in DuckDB, and in the kernels, over values that lie on the cuts.
struct TreeDifferentialTests {
  @Test(arguments: [UInt64(51), 52])
  func `kernels and DuckDB agree on random forests to the last bit`(number: UInt64) throws {
    let seed = seed(number)
    var dice = Dice(seed: seed)
    var agreed = 0
    for round in 0..<12 {
      let model = RandomModel(mostFeatures: 8, mostTrees: 30).model(&dice)
      let types = model.features.map { (name: $0, type: ColumnType.double) }
      let columns = types.map { _ in column(model, rows: 150, &dice) }
      let table = try Table(zip(model.features, columns).map { ($0, $1) }, count: 150)
      let prediction = Expression.prediction(
        model, model.features.map { Labelled($0, .column(rows: "r", name: $0)) })
      let evaluator = try Evaluator(
        [(prediction, storedAs: nil)], alias: "r",
        columns: Dictionary(uniqueKeysWithValues: types))
      let (ours, errors) = try evaluator.evaluate(table)[0]
      #expect(errors.isEmpty)
      let engine = try Engine()
      try engine.register(table, types, as: "r")
      let sql = try Printer.text(shape(types).shape(prediction).sql, in: .duckDB)
      let rows = try engine.connection.query("SELECT \(sql) FROM \"r\" ORDER BY \"place\"").rows()
      for row in 0..<table.count {
        let (our, their) = (Value(ours, row), Value(rows[row][0]))
        guard our.means(their) else {
          Issue.record("seed \(seed), round \(round), row \(row): \(our), in DuckDB \(their)")
          break
        }
        agreed += 1
      }
    }
    #expect(agreed == 12 * 150)
  }

  /// Cuts, and the numbers of 32 and of 64 bits beside them; NULLs; what no 32 bits hold.
  private func column(_ model: TreeModel, rows: Int, _ dice: inout Dice) -> FeatureKernels.Column {
    let cuts = model.trees.flatMap(\.nodes).compactMap { node -> Float? in
      if case .split(let split) = node { split.cut } else { nil }
    }
    return .doubles(
      (0..<rows).map { _ in
        guard !cuts.isEmpty, !dice.oneIn(4) else {
          return dice.pick([
            nil, 0, -0.0, 1e300, -1e300, 3.4028235677973366e38, 3.4028235677973362e38,
            Double.leastNonzeroMagnitude,
            Double(dice.roll(4_000)) / 100,
          ])
        }
        let cut = dice.pick(cuts)
        return dice.pick([
          Double(cut), Double(cut.nextDown), Double(cut.nextUp), Double(cut).nextDown,
          Double(cut).nextUp, (Double(cut) + Double(cut.nextDown)) / 2,
        ])
      })
  }

  private func shape(_ types: [(name: String, type: ColumnType)]) -> ExpressionShape {
    let rows = RowsPlan.sample("r", day: nil, types)
    let calendar = CalendarPlan(
      rows: rows, season: .whole(1), scheduled: .literal(.boolean(true)),
      played: .literal(.boolean(true)))
    let plan = Plan(pipeline: "test", calendar: calendar, tables: [], processors: [])
    return ExpressionShape(types: PlanTypes(of: calendar, in: plan), leaves: .row(of: "r"))
  }
}
