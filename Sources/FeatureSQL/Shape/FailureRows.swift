import FeatureAlgebra
import FeaturePlan

/// Family 6: entities without an output row, each with its reason. Those of the same processor and days
/// are replaced.
///
///     INSERT INTO "fastbreak"."failures" (…)
///     SELECT 'player_form' AS "processor_name", …
///     FROM "staged_player_form" AS "staged" WHERE "staged"."failure_category" IS NOT NULL
struct FailureRows {
  let landing: Landing
  let plan: Plan
  private var name: SQLExpression { .literal(.text(landing.processor.name)) }

  func delete() -> Command {
    .delete(
      SystemTables.failures.name, alias: "target",
      filter: .all([
        .infix(.equal, .column("processor_name", of: "target"), name),
        .inRange(.column("as_of", of: "target")),
      ]))
  }

  /// With what the raw rows say of missing games, where the spec tells which rows do.
  func insert() throws(RenderError) -> Command {
    let diagnosis = try Diagnosis(of: landing, in: plan)
    let reason = SQLExpression.call(
      .left,
      [
        .call(.coalesce, [.staged(.failureReason), .staged(.failureCategory)]),
        .literal(.integer(1_000)),
      ])
    let query = Select(
      [
        SelectColumn(name, as: "processor_name"),
        SelectColumn(.cast(.parameter("run_id"), .text), as: "run_id"),
        SelectColumn(.column(landing.day, of: "staged"), as: "as_of"),
        SelectColumn(KeyText.entity(landing.table, of: "staged"), as: "entity_id"),
        SelectColumn(.staged(.failureCategory), as: "failure_category"),
        SelectColumn(reason, as: "failure_reason"),
        SelectColumn(
          .call(.coalesce, [.staged(.failureCanRetry), .literal(.boolean(false))]),
          as: "can_retry"),
        SelectColumn(.staged(.failureExpected), as: "expected_game_count"),
        SelectColumn(.staged(.failureActual), as: "actual_game_count"),
      ] + (diagnosis?.columns ?? Diagnosis.unknown)
        + [SelectColumn(Landing.now, as: "created_at")],
      from: .common(landing.stagedName, alias: "staged"),
      joins: diagnosis.map { [$0.join] } ?? [], where: Landing.isFailure)
    return .insert(
      SystemTables.failures.name, columns: query.columns.compactMap(\.name),
      Query(with: diagnosis?.tables ?? [], query))
  }

  /// Of the days that failed as a whole.
  func deleteDays() -> Command {
    .delete(
      SystemTables.failures.name, alias: "target",
      filter: .all([
        .infix(.equal, .column("processor_name", of: "target"), name),
        .exists(
          Query(
            Select(
              [SelectColumn(.literal(.integer(1)))],
              from: .common(landing.failedDaysName, alias: "failed"),
              where: .infix(
                .equal, .column("as_of", of: "failed"), .column("as_of", of: "target"))))),
      ]))
  }

  /// Days that failed as a whole, each with its reason: `$failure_category`, `$can_retry`.
  func insertDays() -> Command {
    let query = Select(
      [
        SelectColumn(name, as: "processor_name"),
        SelectColumn(.cast(.parameter("run_id"), .text), as: "run_id"),
        SelectColumn(.column("as_of", of: "failed"), as: "as_of"),
        SelectColumn(.literal(.text(SystemTables.dayLevelEntity)), as: "entity_id"),
        SelectColumn(.cast(.parameter("failure_category"), .text), as: "failure_category"),
        SelectColumn(
          .call(.left, [.column("failure_reason", of: "failed"), .literal(.integer(1_000))]),
          as: "failure_reason"),
        SelectColumn(.cast(.parameter("can_retry"), .column(.boolean)), as: "can_retry"),
      ] + Diagnosis.unknown + [SelectColumn(Landing.now, as: "created_at")],
      from: .common(landing.failedDaysName, alias: "failed"))
    return .insert(
      SystemTables.failures.name, columns: query.columns.compactMap(\.name), Query(query))
  }
}
