import DuckDB
import FeatureCompiler
import FeaturePlan
import FeatureSpec
import Foundation

@testable import FeatureEngine

/// A feed of three files for the tiny pipeline, in a folder of its own.
final class TinyFeed {
  let folder = TemporaryFolder()
  let warehouse: Warehouse
  private let plan: Plan
  private let writer: Warehouse

  static let feed = feed(lines: ["game_date", "player", "team", "status", "points", "rating"])

  /// - Parameter quotes: the query of the second table.
  static func feed(
    lines columns: [String], quotes: String = "SELECT *, NULL AS refused FROM quote_file"
  ) -> Feed {
    let types: [String: ColumnType] = [
      "game_date": .day, "player": .text, "team": .text, "status": .text, "points": .integer,
      "rating": .double,
    ]
    return Feed(
      "tiny", summary: "Lines by season, quotes and a registry",
      files: [
        FeedFile(
          "line_files", "lines_{season}.parquet",
          columns: columns.map { ($0, types[$0] ?? .text) }),
        FeedFile(
          "quote_file", "quotes.parquet",
          columns: [("game_date", .day), ("player", .text), ("book", .text), ("line", .double)],
          isOptional: true),
        FeedFile(
          "registry_file", "registry.csv", columns: [("player", .text), ("player_id", .text)],
          isOptional: true),
      ],
      loads: [
        FeedLoad(
          Lines(),
          query: """
            SELECT *, CASE WHEN team = 'X' THEN 'there is no team X' END AS refused
            FROM line_files
            """),
        FeedLoad(Quotes(), query: quotes),
        FeedLoad(Registry(), query: "SELECT *, NULL AS refused FROM registry_file"),
      ])
  }

  init() throws {
    plan = try compile(TinyPipeline().pipeline)
    var access = Warehouse.Access()
    access.readsFiles = true
    access.threads = 1
    warehouse = try Warehouse(path: ":memory:", access: access)
    writer = try Warehouse(path: ":memory:", access: access)
  }

  /// Rows of `raw.lines` as SQL, as a file of a season.
  func writeLines(_ select: String, season: String = "2022_23") throws {
    try write(select, to: "lines_\(season).parquet")
  }

  /// Lines by `(day, player, team, status, points, rating)`.
  func writeLines(values: String, season: String = "2022_23") throws {
    try writer.connection.execute(
      """
      CREATE OR REPLACE TABLE lines(
        game_date DATE, player VARCHAR, team VARCHAR, status VARCHAR, points BIGINT, rating DOUBLE);
      INSERT INTO lines VALUES \(values)
      """)
    try writeLines("FROM lines", season: season)
  }

  func write(_ select: String, to file: String) throws {
    let format = file.hasSuffix(".csv") ? "csv, HEADER" : "parquet"
    try writer.connection.execute(
      "COPY (\(select)) TO '\(folder.path(file))' (FORMAT \(format))")
  }

  @discardableResult
  func load(
    _ feed: Feed = TinyFeed.feed, seasons: [String] = ["2022-23"], from folder: String? = nil
  ) throws -> LoadReport {
    let engine = Engine(
      plan: plan, warehouse: warehouse, ledger: nil, context: TestClock().context())
    return try engine.load(feed, from: folder ?? self.folder.root.path, seasons: seasons)
  }

  func rows(_ sql: String) throws -> [String] { try warehouse.texts(sql) }

  /// Rows in all raw tables; 0 also where they are not made yet.
  func storedRows() throws -> Int {
    let tables = try rows("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'")
    return try tables.map { Int(try rows("SELECT COUNT(*) FROM raw.\($0)")[0]) ?? 0 }.reduce(0, +)
  }
}

extension TinyFeed {
  /// A feed of a table that is in no pipeline.
  static let stray = Feed(
    "stray", summary: "Rows that nobody reads", files: [],
    loads: [FeedLoad(Strays(), query: "SELECT 'x' AS name, NULL AS refused")])

  private struct Strays: Table {
    static let name = TableName("raw", "strays")
    let key = Column("name", .text).required
    init() {}
    var identity: Identity { Identity(key: [key], day: nil) }
  }
}
