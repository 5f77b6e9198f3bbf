import FeatureAlgebra
import FeaturePlan

/// Family 6, breakers of a processor's days (domain 3.5): what is remembered of `$scope`.
struct ProcessorBreakers {
  let processor: ProcessorPlan
  private var name: SQLExpression { .literal(.text(processor.name)) }

  func forget() -> Command {
    .delete(
      SystemTables.circuitBreakers.name, alias: "target",
      filter: .all([
        .infix(.equal, .column("processor_name", of: "target"), name),
        .infix(.equal, .column("scope", of: "target"), .parameter("scope")),
      ]))
  }

  func remember() -> Command {
    let query = Select([
      SelectColumn(name, as: "processor_name"),
      SelectColumn(.cast(.parameter("scope"), .text), as: "scope"),
      SelectColumn(.cast(.parameter("failures"), .column(.integer)), as: "failures"),
      SelectColumn(.cast(.parameter("successes"), .column(.integer)), as: "successes"),
      SelectColumn(.cast(.parameter("open_until"), .column(.timestamp)), as: "open_until"),
      SelectColumn(.cast(.parameter("run_id"), .text), as: "run_id"),
      SelectColumn(Landing.now, as: "updated_at"),
    ])
    return .insert(
      SystemTables.circuitBreakers.name, columns: query.columns.compactMap(\.name), Query(query))
  }
}
