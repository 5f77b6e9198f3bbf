internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL
package import FeatureSpec

extension Engine {
  /// Loads files into the raw tables, all of them in one transaction.
  ///
  /// - Parameter seasons: `2022-23`; which files of per-season patterns are read.
  /// - Throws: `input` for a missing file, column, type, or an empty file; nothing is stored then.
  package func load(
    _ feed: Feed, from folder: String, seasons: [String]
  ) throws(EngineError) -> LoadReport {
    let clock = ContinuousClock()
    let start = clock.now
    if seasons.isEmpty, feed.files.contains(where: \.isPerSeason) {
      throw EngineError(
        .usage, "feed '\(feed.name)' has one file per season, and no season is named",
        help: "add --season 2022-23, once per season")
    }
    endKilledRuns()
    try warehouse.prepare(for: plan)
    var loaded = LoadReport(feed: feed.name)
    let connection = warehouse.connection
    loaded.absentFiles = try FeedFiles(feed: feed, folder: folder, seasons: seasons)
      .register(on: connection)
    try warehouse.transaction { () throws(EngineError) in
      for load in feed.loads { loaded.tables.append(try land(load, of: feed)) }
    }
    loaded.seconds = (clock.now - start).seconds
    return loaded
  }

  private func land(_ load: FeedLoad, of feed: Feed) throws(EngineError) -> LoadReport.TableLoad {
    let clock = ContinuousClock()
    let start = clock.now
    let name = load.table.name
    guard let table = plan[table: name] else {
      throw EngineError(
        .usage, "feed '\(feed.name)' fills \(name), which the pipeline does not declare",
        help: "add it to the pipeline's rawTables")
    }
    let statements = try rendering { () throws(RenderError) in try RawLoad(table, in: .duckDB) }
    let connection = warehouse.connection
    return try doing("load \(name)") { () throws(DuckDBError) in
      try connection.execute(
        "CREATE OR REPLACE TEMPORARY TABLE \(identifier(statements.readName)) AS \(load.query)")
      try connection.execute(statements.stage.sql)
      var refused: [String: Int] = [:]
      for row in try connection.query(statements.refusals.sql).rows() {
        refused[row[0].asText ?? "", default: 0] += Int(row[1].asInteger ?? 0)
      }
      let counts = try connection.query(statements.comparison.sql).rows().first ?? []
      let numbers = counts.map { Int($0.asInteger ?? 0) }
      var rows = RowOutcome()
      if numbers.count == 3 {
        rows.inserted = numbers[0] - numbers[1]
        rows.updated = numbers[2]
        rows.unchanged = numbers[1] - numbers[2]
      }
      if rows.written > 0 { try connection.execute(statements.merge.sql) }
      for relation in [statements.readName, statements.stagedName] {
        try connection.execute("DROP TABLE \(identifier(relation))")
      }
      return LoadReport.TableLoad(
        table: name.description, read: (numbers.first ?? 0) + refused.values.reduce(0, +),
        rows: rows, refused: refused, seconds: (clock.now - start).seconds)
    }
  }
}

/// Prints statements and says in the error that the dialect cannot.
func rendering<Output>(
  _ body: () throws(RenderError) -> Output
) throws(EngineError) -> Output {
  do {
    return try body()
  } catch {
    throw EngineError(.dialect, error.description, help: "this is a defect of fastbreak")
  }
}
