import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

@Suite struct TableDifferenceTests {
  let connection: Connection
  let schema: SchemaStatements

  init() throws {
    connection = try Database().connect()
    schema = try SchemaStatements(for: SmallPlan.plan(), dialect: .duckDB)
  }

  func differences() throws -> [TableDifference] {
    let stored = try connection.query(schema.storedColumns.sql).rows().map { row in
      StoredColumn(
        table: TableName(row[0].asText ?? "", row[1].asText ?? ""), name: row[2].asText ?? "",
        type: row[3].asText ?? "", isNullable: row[4].asBoolean ?? false)
    }
    return schema.differences(from: stored)
  }

  func create() throws {
    for statement in schema.create { try connection.execute(statement.sql) }
  }

  @Test func `a table is created as declared, without a primary key`() throws {
    let processor = SmallPlan.narrow()
    let schema = try SchemaStatements(for: SmallPlan.plan(processor), dialect: .duckDB)
    #expect(
      schema.create.first { $0.name == "made.player_form" }?.sql == """
        CREATE TABLE IF NOT EXISTS "made"."player_form" (
          "player" VARCHAR NOT NULL,
          "cache_date" DATE NOT NULL,
          "points_mean" DECIMAL(5, 1),
          "data_hash" VARCHAR,
          "created_at" TIMESTAMP NOT NULL,
          "processed_at" TIMESTAMP NOT NULL
        )

        """)
  }

  @Test func `an empty warehouse lacks every table`() throws {
    let found = try differences()
    #expect(found.count == 4 + SystemTables.all.count)
    #expect(found.first?.sentence == "The table made.player_form does not exist yet.")
    #expect(found.allSatisfy { $0.isWidening })
  }

  @Test func `tables as declared have no difference, and creating them again changes nothing`()
    throws
  {
    try create()
    try create()
    #expect(try differences().isEmpty)
  }

  @Test func `every column that differs is named in a sentence`() throws {
    try create()
    for change in [
      "DROP COLUMN zone", "ADD COLUMN extra HUGEINT", "ALTER games SET DATA TYPE BIGINT",
      "ALTER points_mean SET DATA TYPE DECIMAL(4, 0)", "ALTER games DROP NOT NULL",
      "ALTER rating SET NOT NULL", "DROP COLUMN source_games_hash",
    ] { try connection.execute("ALTER TABLE made.player_form \(change)") }
    let found = try differences()
    #expect(
      found.map(\.sentence) == [
        "made.player_form.points_mean is DECIMAL(4,0), declared DECIMAL(5, 1).",
        "made.player_form.rating refuses NULL, but may be missing by declaration.",
        "made.player_form.games is BIGINT, declared INTEGER.",
        "made.player_form.games takes NULL, but must be present by declaration.",
        "made.player_form has no column 'zone' (VARCHAR).",
        "made.player_form has no column 'source_games_hash' (VARCHAR).",
        "made.player_form has a column 'extra' (HUGEINT) that is not declared.",
      ])
    #expect(found.map(\.isWidening) == [true, true, false, false, true, true, false])
    for statement in try schema.widening(found, dialect: .duckDB) {
      try connection.execute(statement.sql)
    }
    #expect(try differences().map(\.isWidening) == [false, false, false])
  }

  @Test(
    arguments: [
      (.integer, .integer32, true), (.integer32, .integer, false), (.double, .integer32, true),
      (.double, .integer, false), (.number(6, 2), .number(5, 2), true),
      (.number(6, 2), .number(5, 1), true), (.number(5, 2), .number(5, 1), false),
      (.number(12, 2), .integer32, true), (.number(11, 2), .integer32, false),
      (.text, .integer, false), (.timestamp, .day, false),
    ] as [(ColumnType, ColumnType, Bool)])
  func `a type is widened only where every value fits`(
    declared: ColumnType, stored: ColumnType, isWidening: Bool
  ) {
    #expect(declared.holdsEveryValue(of: stored) == isWidening)
  }

  @Test func `what a warehouse says of itself is written and read`() throws {
    try create()
    for value in ["1", "2"] {
      try connection.execute(schema.deleteMeta.sql, ["name": "schema_version"])
      try connection.execute(
        schema.insertMeta.sql, ["name": "schema_version", "value": .text(value)])
    }
    #expect(try connection.query(schema.readMeta.sql).rows() == [["schema_version", "2"]])
  }
}
