import FeatureAlgebra
import FeaturePlan

/// Family 8: tables as declared.
///
///     CREATE TABLE IF NOT EXISTS "nba_precompute"."player_form" (
///       "player_lookup" VARCHAR NOT NULL,
///       "cache_date" DATE NOT NULL,
///       "points_mean_last_10" DECIMAL(5, 1)
///     )
///
/// No primary key: an index makes every write slower (350 ms against 190 ms for a `MERGE` of a million
/// rows in memory, 1.4 s for `DELETE` and `INSERT`). Uniqueness is checked on the stage and asserted
/// after the write instead.
enum TableDefinition {
  static func create(_ table: TablePlan) -> Command {
    .createTable(table.name, table.columns.map(definition))
  }

  static func definition(_ column: ColumnPlan) -> ColumnDefinition {
    ColumnDefinition(column.name, column.type, isNullable: column.isNullable)
  }

  /// The schemas of some tables, each once.
  static func schemas(of tables: [TablePlan]) -> [Command] {
    var seen: [String] = []
    for table in tables where !seen.contains(table.name.dataset) { seen.append(table.name.dataset) }
    return seen.map { .createSchema($0) }
  }

  /// The columns of all stored tables in the datasets of `tables`, in their order.
  ///
  ///     SELECT "table_schema" AS "dataset", "table_name" AS "table", "column_name" AS "column", …
  ///     FROM "information_schema"."columns" WHERE "table_schema" IN (…)
  static func stored(_ tables: [TablePlan]) -> Query {
    var datasets: [String] = []
    for table in tables where !datasets.contains(table.name.dataset) {
      datasets.append(table.name.dataset)
    }
    return Query(
      Select(
        [
          SelectColumn(.column("table_schema"), as: "dataset"),
          SelectColumn(.column("table_name"), as: "table"),
          SelectColumn(.column("column_name"), as: "column"),
          SelectColumn(.column("data_type"), as: "type"),
          SelectColumn(
            .infix(.equal, .column("is_nullable"), .literal(.text("YES"))), as: "is_nullable"),
        ],
        from: .table(TableName("information_schema", "columns")),
        where: .all([
          .infix(.equal, .column("table_catalog"), .call(.currentCatalog, [])),
          .isIn(.column("table_schema"), datasets.map { .literal(.text($0)) }),
        ])),
      orderBy: ["table_schema", "table_name", "ordinal_position"].map { OrderTerm(.column($0)) })
  }

  static let storedColumns = [
    ResultColumn("dataset", .text), ResultColumn("table", .text), ResultColumn("column", .text),
    ResultColumn("type", .text), ResultColumn("is_nullable", .boolean),
  ]
}
