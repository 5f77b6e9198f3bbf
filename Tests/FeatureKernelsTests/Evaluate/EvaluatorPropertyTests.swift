import FeatureAlgebra
import Testing

@testable import FeatureKernels

/// The evaluator against the oracle: random expressions over random columns.
struct EvaluatorPropertyTests {
  private func oracle(_ table: Table, _ row: Int) -> Oracle {
    Oracle(
      column: { _, name in table[name].map { Value($0, row) } ?? .null },
      previous: { row > 0 ? oracle(table, row - 1) : nil },
      types: TypeRules(column: { RandomColumns.byName[$0.name] }))
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `evaluator and oracle agree on random expressions`(number: UInt64) throws {
    let seed = seed(number)
    var dice = Dice(seed: seed)
    var cases = 0
    for round in 0..<250 {
      let table = try RandomColumns(hasExtremes: round % 3 != 0)
        .table(rows: dice.pick([0, 1, 63, 64, 65, 20, 20]), &dice)
      let random = RandomExpression(hasPrevious: true)
      let expressions = (0..<6).map { _ in random.expression(dice.roll(5), &dice) }
      let evaluator = try Evaluator(
        expressions.map { ($0, nil) }, alias: "r", columns: RandomColumns.byName)
      let results = try evaluator.evaluate(table)
      for (expression, result) in zip(expressions, results) {
        cases += table.count
        try expectAgreement(expression, nil, result, table, seed)
      }
    }
    #expect(cases > 30_000)
  }

  @Test(arguments: [UInt64(11), 12])
  func `evaluator and oracle agree on stored values`(number: UInt64) throws {
    let seed = seed(number)
    var dice = Dice(seed: seed)
    let types: [ColumnType] = [
      .integer, .integer32, .double, .number(5, 1), .number(18, 0), .number(18, 6), .number(3, 2),
    ]
    for _ in 0..<400 {
      let table = try RandomColumns().table(rows: 40, &dice)
      let expression = RandomExpression(hasPrevious: true).expression(.number, dice.roll(4), &dice)
      let type = dice.pick(types)
      let evaluator = try Evaluator(
        [(expression, storedAs: type)], alias: "r", columns: RandomColumns.byName)
      try expectAgreement(expression, type, try evaluator.evaluate(table)[0], table, seed)
    }
  }

  private func expectAgreement(
    _ expression: Expression, _ type: ColumnType?,
    _ result: (column: Column, errors: [EvaluationError]), _ table: Table, _ seed: UInt64
  ) throws {
    let errors = Dictionary(
      result.errors.map { ($0.row, $0.code) }, uniquingKeysWith: { first, _ in first })
    for row in 0..<table.count {
      let oracle = oracle(table, row)
      do {
        var value = try oracle.evaluate(expression)
        if let type { value = try oracle.store(value, type) }
        let found = Value(result.column, row)
        guard errors[row] == nil, found.agrees(with: value) else {
          let error = errors[row]?.name ?? ""
          Issue.record(
            "seed \(seed), row \(row): \(expression.meaning) is \(value), not \(found) \(error)")
          return
        }
      } catch let error as OracleError {
        guard errors[row] == error.code else {
          Issue.record("seed \(seed), row \(row): \(expression.meaning) fails with \(error)")
          return
        }
      }
    }
  }
}
