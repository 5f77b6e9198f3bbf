import FeatureAlgebra
import FeaturePlan

/// Family 6, circuit breakers (domain 3.5): one statement for all entities and days, never one each.
///
///     CREATE OR REPLACE TEMPORARY TABLE "guarded_player_form" AS
///     SELECT …, CASE WHEN "open"."attempts" IS NOT NULL THEN 'CIRCUIT_BREAKER_ACTIVE' ELSE … END AS "failure_category"
///     FROM "staged_player_form" AS "staged" LEFT JOIN "open" ON …
struct Breakers {
  let landing: Landing
  let breaker: BreakerPlan

  private static let attempts = SystemTables.reprocessAttempts.name
  var guardedName: String { "guarded_\(landing.processor.name)" }

  /// How many entities of the range have an open breaker: where none has, nothing is guarded.
  func countOpen() -> Query {
    Query(
      Select(
        [SelectColumn(.countOfRows, as: "open")], from: .query(open(), alias: "open")))
  }

  static let countColumns = [ResultColumn("open", .integer)]

  /// The stage with the entities of open breakers as failures.
  func guarded() -> Command {
    func staged(_ name: String) -> SQLExpression { .column(name, of: "staged") }
    let isOpen = SQLExpression.all([
      .isNotNull(.column("attempts", of: "open")),
      .infix(
        .isDifferent, .staged(.failureCategory),
        .literal(.text(FailureCategory.excluded.rawValue))),
    ])
    let reason = SQLExpression.call(
      .concatenated,
      [
        .literal(.text("failed ")), .cast(.column("attempts", of: "open"), .text),
        .literal(.text(" times; is tried again after ")),
        .cast(.column("until", of: "open"), .text),
      ])
    let columns = landing.stagedColumns.map { column in
      switch StageColumn(rawValue: column.name) {
      case .failureCategory:
        SelectColumn(
          .choice(
            [
              When(
                isOpen,
                then: .literal(.text(FailureCategory.circuitBreakerActive.rawValue)))
            ], otherwise: staged(column.name)), as: column.name)
      case .failureReason:
        SelectColumn(
          .choice([When(isOpen, then: reason)], otherwise: staged(column.name)), as: column.name)
      case .failureCanRetry:
        SelectColumn(
          .choice(
            [When(isOpen, then: .literal(.boolean(true)))], otherwise: staged(column.name)),
          as: column.name)
      default: SelectColumn.column(column.name, of: "staged")
      }
    }
    let select = Select(
      columns, from: .common(landing.stagedName, alias: "staged"),
      joins: [
        Join(
          .left, .common("open"),
          on: .all([
            .infix(.equal, .column("as_of", of: "open"), staged(landing.day)),
            .infix(
              .equal, .column("entity_id", of: "open"),
              KeyText.entity(landing.table, of: "staged")),
          ]))
      ])
    return .createTemporary(
      guardedName,
      Query(
        with: [CommonTable("open", note: "Breakers that are open now.", open())], select))
  }

  /// Another attempt of each entity that failed as the breaker counts: `$now`, `$until`.
  func record() -> Command {
    let number = SQLExpression.infix(
      .plus, .call(.coalesce, [.column("attempts", of: "earlier"), .literal(.integer(0))]),
      .literal(.integer(1)))
    let opens = SQLExpression.infix(
      .greaterOrEqual, number, .literal(.integer(Int64(breaker.attempts))))
    func failed(_ name: String) -> SQLExpression { .column(name, of: "failed") }
    let percentage = SQLExpression.infix(
      .divided,
      .infix(.times, .literal(.double(100)), .cast(failed("actual_game_count"), .double)),
      .call(.nullIf, [.cast(failed("expected_game_count"), .double), .literal(.double(0))]))
    let query = Select(
      [
        SelectColumn(failed("processor_name"), as: "processor_name"),
        SelectColumn(failed("as_of"), as: "as_of"),
        SelectColumn(failed("entity_id"), as: "entity_id"),
        SelectColumn(number, as: "attempt_number"),
        SelectColumn(Landing.now, as: "attempted_at"),
        SelectColumn(failed("run_id"), as: "run_id"),
        SelectColumn(percentage, as: "completeness_pct"),
        SelectColumn(failed("failure_category"), as: "skip_reason"),
        SelectColumn(opens, as: "circuit_breaker_tripped"),
        SelectColumn(
          .choice(
            [When(opens, then: .cast(.parameter("until"), .column(.timestamp)))], otherwise: nil),
          as: "circuit_breaker_until"),
      ],
      from: .table(SystemTables.failures.name, alias: "failed"),
      joins: [
        Join(
          .left, .common("earlier"),
          on: .all(
            ["as_of", "entity_id"].map { .infix(.equal, .column($0, of: "earlier"), failed($0)) }))
      ],
      where: .all([
        ours("failed"), .inRange(failed("as_of")),
        .isIn(failed("failure_category"), breaker.categories.map { .literal(.text($0.rawValue)) }),
      ]))
    return .insert(
      Breakers.attempts, columns: query.columns.compactMap(\.name),
      Query(
        with: [CommonTable("earlier", note: "Attempts until now.", tries(where: []))], query))
  }

  /// Tries of the range by entity, with the time at which the last breaker closes.
  private func tries(where conditions: [SQLExpression]) -> Select {
    func attempt(_ name: String) -> SQLExpression { .column(name, of: "attempt") }
    return Select(
      [
        SelectColumn(attempt("as_of"), as: "as_of"),
        SelectColumn(attempt("entity_id"), as: "entity_id"),
        SelectColumn(
          .aggregate(AggregateCall(.largest, [attempt("attempt_number")])), as: "attempts"),
        SelectColumn(
          .aggregate(AggregateCall(.largest, [attempt("circuit_breaker_until")])), as: "until"),
      ],
      from: .table(Breakers.attempts, alias: "attempt"),
      where: .all([ours("attempt"), .inRange(attempt("as_of"))] + conditions),
      groupBy: [attempt("as_of"), attempt("entity_id")])
  }

  private func open() -> Query {
    Query(
      tries(where: [
        .infix(.greater, .column("circuit_breaker_until", of: "attempt"), Landing.now)
      ]))
  }

  private func ours(_ alias: String) -> SQLExpression {
    .infix(
      .equal, .column("processor_name", of: alias), .literal(.text(landing.processor.name)))
  }
}
