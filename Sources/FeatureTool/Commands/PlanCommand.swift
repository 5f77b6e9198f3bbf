import FeatureAlgebra
import FeatureEngine

/// What `run` would do.
enum PlanCommand: Command {
  static let spec = CommandSpec(
    "plan", "show what run would do with a range of days, and why",
    discussion: ["Takes what run takes, and computes and stores nothing."],
    options: OptionSpec.range,
    examples: [
      .init("plan --from 2024-10-22 --to 2025-04-13", "a season"),
      .init("plan --from 2025-01-15 --to 2025-01-15 --json", "one day, as JSON"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    let options = try call.runOptions(for: plan)
    try call.requireWarehouse()
    let warehouse = try call.openWarehouse(toPlan: plan)
    let decisions = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in try engine.plan(options)
    }
    if call.printsJSON {
      try call.printJSON(PlanDocument(decisions, days: options.days))
    } else {
      call.print(PlanView(decisions: decisions, days: options.days).lines(call.palette))
    }
    return .done
  }
}
