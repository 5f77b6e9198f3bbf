import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureKernels
@testable import FeatureSQL

/// Whole processors, computed by the SQL evaluator in DuckDB and by kernels over what the extract
/// statements deliver: windows, expressions over them, leagues and completeness.
struct ProcessorDifferentialTests {
  @Test(arguments: [UInt64(41), 42, 43])
  func `kernels and DuckDB agree on random processors`(number: UInt64) throws {
    let seed = seed(number)
    var dice = Dice(seed: seed)
    var tally = Tally()
    for round in 0..<8 {
      let season = try RandomSeason(hasGrid: round % 3 == 2, &dice)
      try compare(season, &dice, "seed \(seed), round \(round)", &tally)
    }
    print("processors, seed \(seed): \(tally.agreed) cases agree, \(tally.refused) refused")
    #expect(tally.agreed > 3_000)
  }

  private struct Tally {
    var agreed = 0
    var refused = 0
  }

  private func compare(
    _ season: RandomSeason, _ dice: inout Dice, _ seed: String, _ tally: inout Tally
  ) throws {
    let sample = try season.processor(&dice)
    let processor = sample.plan
    let plan = Plan(
      pipeline: "test", calendar: RandomSeason.calendar, tables: [], processors: [processor])
    let features = try FeaturesShape(processor: processor, plan: plan).statement(in: .duckDB)
    let extract = try ExtractShape(processor: processor, plan: plan, dialect: .duckDB).extract()
    let engine = try Engine()
    try season.load(into: engine)
    try engine.connection.execute(calendarStatements(of: plan, in: .duckDB).keep.sql)
    let output = try KernelProgram(processor).run(
      try season.input(extract, processor, engine), workers: 2)
    let names = features.columns.map(\.name)
    let rows: [[SQLValue]]
    do {
      rows = try engine.rows(features)
    } catch {
      // A row that fails in the kernels, or a part that rows pass over, fails the whole statement.
      tally.refused += 1
      return
    }
    var theirs: [[Int]: [SQLValue]] = [:]
    for row in rows {
      theirs[RandomSeason.key(row[0].asText, row[1].asDate ?? 0, row[2].asInteger ?? 0)] = row
    }
    #expect(rows.count == output.count, "\(seed): \(rows.count) rows, not \(output.count)")
    let failed = Set(output.errors.map(\.row))
    for (place, name) in names.enumerated() {
      guard let column = output.features[name] else { continue }
      for row in 0..<output.count where !failed.contains(row) {
        let key = RandomSeason.key(output, row)
        guard let other = theirs[key] else {
          Issue.record("\(seed): DuckDB has no row \(key)")
          return
        }
        let (ours, value) = (Value(column, row), Value(other[place]))
        guard ours.means(value) else {
          let meaning = processor.features.first { $0.name == name }?.expression.meaning ?? name
          Issue.record("\(seed), row \(key): \(meaning) is \(ours), in DuckDB \(value)")
          break
        }
        tally.agreed += 1
      }
    }
  }
}

extension Engine {
  /// The rows of a statement over the days that `RandomSeason` computes.
  func rows(_ statement: Statement) throws -> [[SQLValue]] {
    let range = [
      "from": SQLValue.date(RandomSeason.from), "to": SQLValue.date(RandomSeason.to),
    ]
    let wanted = range.filter { statement.parameters.contains($0.key) }
    return try connection.query(statement.sql, Parameters(wanted)).rows()
  }
}
