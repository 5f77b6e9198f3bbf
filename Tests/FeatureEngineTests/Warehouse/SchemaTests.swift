import FeatureCompiler
import Testing

@testable import FeatureEngine

/// Warehouses whose tables are not what the spec declares.
@Suite struct SchemaTests {
  /// A stored table that was changed, and the sentence of the refusal.
  struct Drift: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    let sentence: String
    let help: String
  }

  private static let widen = "add --widen to change the table, or use another --warehouse"
  private static let move = "use another --warehouse, or move the table away and run again"

  static let drifts = [
    Drift(
      testDescription: "a missing column",
      sql: "ALTER TABLE made.player_form DROP COLUMN streak",
      sentence:
        ":memory: was made by another spec: made.player_form has no column 'streak' (BIGINT)",
      help: widen),
    Drift(
      testDescription: "a narrower type",
      sql: "ALTER TABLE made.player_form ALTER games TYPE INTEGER",
      sentence:
        ":memory: was made by another spec: made.player_form.games is INTEGER, declared BIGINT",
      help: widen),
    Drift(
      testDescription: "another type",
      sql: "ALTER TABLE made.player_form ALTER games TYPE VARCHAR",
      sentence:
        ":memory: was made by another spec: made.player_form.games is VARCHAR, declared BIGINT",
      help: move),
    Drift(
      testDescription: "a missing column that must be filled",
      sql: "ALTER TABLE raw.lines DROP COLUMN status",
      sentence: ":memory: was made by another spec: raw.lines has no column 'status' (VARCHAR)",
      help: move),
    Drift(
      testDescription: "several differences",
      sql: """
        ALTER TABLE made.player_form DROP COLUMN streak;
        ALTER TABLE made.player_form DROP COLUMN rating;
        ALTER TABLE made.team_form DROP COLUMN games_last_4_days;
        """,
      sentence: ":memory: was made by another spec: made.player_form has no column 'rating'"
        + " (DOUBLE) (and 2 more differences)", help: widen),
  ]

  @Test(arguments: drifts)
  func `a run says in one sentence what is different, and changes nothing`(drift: Drift) throws {
    let tiny = try TinyWarehouse()
    try tiny.execute(drift.sql)
    let columns = try tiny.rows("SELECT * FROM duckdb_columns() ORDER BY ALL")
    let error = #expect(throws: EngineError.self) { try tiny.run() }
    #expect(error?.code == .schema)
    #expect(error?.message == drift.sentence)
    #expect(error?.help == drift.help)
    #expect(try tiny.rows("SELECT * FROM duckdb_columns() ORDER BY ALL") == columns)
    #expect(try tiny.rows("SELECT * FROM fastbreak.receipts") == [])
  }

  @Test func `widening adds the column of a newer spec, and its days are restated`() throws {
    let tiny = try TinyWarehouse(TinyPipeline(hasOlderTeamForm: true))
    try tiny.run()
    tiny.plan = try compile(TinyPipeline().pipeline)
    let error = #expect(throws: EngineError.self) { try tiny.run() }
    #expect(
      error?.message == ":memory: was made by another spec: made.team_form has no column"
        + " 'games_last_4_days' (BIGINT)")
    try tiny.run { $0.widens = true }
    let other = try TinyWarehouse()
    try other.run()
    let rows = """
      SELECT team, cache_date, margin_last_4_days, games_last_4_days, data_hash
      FROM made.team_form ORDER BY ALL
      """
    #expect(try tiny.rows(rows) == other.rows(rows))
    #expect(try tiny.run().rowsWritten == 0)
  }

  @Test func `widening makes room for larger values`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    let before = try tiny.stored()
    try tiny.execute("ALTER TABLE made.player_form ALTER games TYPE INTEGER")
    #expect(try tiny.run { $0.widens = true }.rowsWritten == 0)
    #expect(try tiny.stored() == before)
  }

  @Test func `widening still refuses what would lose something`() throws {
    let tiny = try TinyWarehouse()
    try tiny.execute("ALTER TABLE made.player_form ALTER games TYPE VARCHAR")
    let error = #expect(throws: EngineError.self) { try tiny.run { $0.widens = true } }
    #expect(error?.code == .schema)
  }

  @Test func `a column that nobody declares is left alone`() throws {
    let tiny = try TinyWarehouse()
    try tiny.execute("ALTER TABLE made.team_games ADD COLUMN note VARCHAR DEFAULT 'mine'")
    try tiny.run()
    #expect(try tiny.rows("SELECT DISTINCT note FROM made.team_games") == ["mine"])
  }

  @Test func `tables of a newer fastbreak are refused`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run { $0.only = ["team_games"] }
    try tiny.execute("UPDATE fastbreak.meta SET value = '99' WHERE name = 'schema_version'")
    let error = #expect(throws: EngineError.self) { try tiny.run() }
    #expect(error?.code == .schema)
    #expect(error?.message.contains("version 99") == true)
  }

  @Test func `a table that was dropped is made again and its days computed`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    let before = try tiny.stored()
    try tiny.execute("DROP TABLE made.team_games")
    try tiny.run()
    #expect(try tiny.stored() == before)
  }
}
