import FeatureAlgebra

/// A statement that changes something. Shapes build it; `Print/` alone spells it.
enum Command: Hashable, Sendable {
  /// `CREATE SCHEMA IF NOT EXISTS "nba_precompute"`
  case createSchema(String)
  /// `CREATE TABLE IF NOT EXISTS "dataset"."table" (…)`
  case createTable(TableName, [ColumnDefinition])
  /// `CREATE OR REPLACE TEMPORARY TABLE "staged_player_form" (…)`: empty, seen by this connection only.
  case createTemporaryTable(String, [ColumnDefinition])
  /// `CREATE OR REPLACE TEMPORARY TABLE "digests_player_form" AS SELECT …`
  case createTemporary(String, Query)
  /// `DROP TABLE IF EXISTS "landed_player_form"`, of a temporary table.
  case dropTemporary(String)
  /// `ALTER TABLE "dataset"."table" ADD COLUMN "points" BIGINT`
  case addColumn(TableName, ColumnDefinition)
  /// `ALTER TABLE "dataset"."table" ALTER COLUMN "points" SET DATA TYPE BIGINT`
  case changeType(TableName, column: String, ColumnType)
  /// `ALTER TABLE "dataset"."table" ALTER COLUMN "points" DROP NOT NULL`
  case allowNull(TableName, column: String)
  /// `ALTER TABLE "dataset"."table" ALTER COLUMN "points" SET NOT NULL`
  case forbidNull(TableName, column: String)
  /// `INSERT INTO "dataset"."table" (…) SELECT …`
  case insert(TableName, columns: [String], Query)
  /// `DELETE FROM "dataset"."table" AS "target" WHERE …`
  case delete(TableName, alias: String, filter: SQLExpression)
  case merge(Merge)
}

/// `"points" BIGINT NOT NULL`
struct ColumnDefinition: Hashable, Sendable {
  let name: String
  let type: ColumnType
  let isNullable: Bool

  init(_ name: String, _ type: ColumnType, isNullable: Bool = true) {
    self.name = name
    self.type = type
    self.isNullable = isNullable
  }
}

/// `MERGE INTO … USING … ON … WHEN MATCHED … WHEN NOT MATCHED …`
///
/// There is no `WHEN NOT MATCHED BY SOURCE`: it would make the engine read the whole target, and the
/// rows that are no longer produced leave by a `DELETE` of their own.
struct Merge: Hashable, Sendable {
  let target: TableName
  /// The name of the target inside the statement.
  let targetAlias: String
  let source: Query
  let sourceAlias: String
  let on: SQLExpression
  /// Matched rows for which it is not true stay as they are.
  let changed: SQLExpression
  let updates: [Assignment]
  let inserts: [Assignment]
}

/// `"points" = "source"."points"`
struct Assignment: Hashable, Sendable {
  let column: String
  let value: SQLExpression

  init(_ column: String, _ value: SQLExpression) {
    self.column = column
    self.value = value
  }
}
