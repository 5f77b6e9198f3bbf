import FeatureAlgebra
import FeaturePlan

/// Family 6, the write that runs: rows that are no longer produced leave, then one `MERGE`.
///
///     MERGE INTO "nba_precompute"."player_form" AS "target"
///     USING (SELECT … FROM "staged_player_form" AS "staged" …) AS "source"
///       ON "target"."cache_date" BETWEEN $from AND $to AND "target"."player_lookup" = "source"."player_lookup" AND …
///     WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
///     THEN UPDATE SET … -- every column but the key and created_at
///     WHEN NOT MATCHED THEN INSERT (…) VALUES (…)
///
/// `WHEN NOT MATCHED BY SOURCE … DELETE` would say both in one statement, but makes DuckDB read the
/// whole target: one day in a table of 16 seasons took 45 ms with it, 14 ms as two statements.
struct MergeShape {
  let landing: Landing

  /// A day that is computed again keeps no row that is no longer produced, nor one of an entity that
  /// failed this time.
  ///
  ///     DELETE FROM … AS "target"
  ///     WHERE "target"."cache_date" BETWEEN $from AND $to
  ///       AND NOT EXISTS (SELECT 1 FROM "staged_player_form" AS "staged" WHERE …)
  func deleteVanished() -> Command {
    let staged = Select(
      [SelectColumn(.literal(.integer(1)))],
      from: .common(landing.stagedName, alias: "staged"),
      where: .all([Landing.hasNotFailed] + landing.sameKey("staged", "target")))
    return .delete(
      landing.table.name, alias: "target",
      filter: .all([landing.inRange("target"), .not(.exists(Query(staged)))]))
  }

  /// The same rows where none of the range is stored: there is nothing to match. DuckDB runs an `INSERT` on all
  /// cores, a `MERGE` that updates a column of lists on one.
  func insert() throws(RenderError) -> Command {
    .insert(
      landing.table.name, columns: landing.processor.output.map(\.column.name),
      try landing.source())
  }

  func merge() throws(RenderError) -> Command {
    let columns = landing.processor.output
    func assignment(_ output: OutputColumn) -> Assignment {
      Assignment(output.column.name, .column(output.column.name, of: "source"))
    }
    let updated = columns.filter {
      !landing.table.key.contains($0.column.name) && $0.origin != .createdAt
    }
    return .merge(
      Merge(
        target: landing.table.name, targetAlias: "target",
        source: try landing.source(), sourceAlias: "source",
        on: landing.match(target: "target", source: "source"),
        changed: landing.differs(target: "target", source: "source"),
        updates: updated.map(assignment), inserts: columns.map(assignment)))
  }
}
