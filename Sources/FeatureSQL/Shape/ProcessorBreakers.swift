import FeatureAlgebra
import FeaturePlan

/// Family 6, breakers of a processor's days (domain 3.5): what is remembered of those that changed, in two
/// statements however many they are. The engine fills the relation `changed`.
///
///     DELETE FROM "fastbreak"."circuit_breakers" AS "target"
///     WHERE … AND EXISTS (SELECT 1 FROM "breakers_player_form" AS "changed" WHERE …)
///
///     INSERT INTO "fastbreak"."circuit_breakers" (…)
///     SELECT … FROM "breakers_player_form" AS "changed" WHERE "changed"."failures" > 0
struct ProcessorBreakers {
  let processor: ProcessorPlan
  var changedName: String { "breakers_\(processor.name)" }
  private var name: SQLExpression { .literal(.text(processor.name)) }

  func forget() -> Command {
    let changed = Select(
      [SelectColumn(.literal(.integer(1)))], from: .common(changedName, alias: "changed"),
      where: .infix(.equal, self.changed("scope"), .column("scope", of: "target")))
    return .delete(
      SystemTables.circuitBreakers.name, alias: "target",
      filter: .all([
        .infix(.equal, .column("processor_name", of: "target"), name), .exists(Query(changed)),
      ]))
  }

  /// A closed breaker is not remembered: it has no failures.
  func remember() -> Command {
    let query = Select(
      [
        SelectColumn(name, as: "processor_name"),
        .column("scope", of: "changed"), .column("failures", of: "changed"),
        .column("successes", of: "changed"), .column("open_until", of: "changed"),
        SelectColumn(.cast(.parameter("run_id"), .text), as: "run_id"),
        SelectColumn(Landing.now, as: "updated_at"),
      ], from: .common(changedName, alias: "changed"),
      where: .infix(.greater, changed("failures"), .integer(0)))
    return .insert(
      SystemTables.circuitBreakers.name, columns: query.columns.compactMap(\.name), Query(query))
  }

  private func changed(_ column: String) -> SQLExpression { .column(column, of: "changed") }
}
