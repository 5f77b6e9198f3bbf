import FeatureEngine

/// What is stored.
enum StatusCommand: Command {
  static let spec = CommandSpec(
    "status", "show what is stored: rows, days, failures, and what is stale",
    examples: [
      .init("status", "the default warehouse"),
      .init("status --warehouse season.duckdb --json", "another one, as JSON"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    let warehouse = try call.openStoredWarehouse()
    let report = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in try engine.status()
    }
    if call.printsJSON {
      try call.printJSON(StatusDocument(report))
    } else {
      call.print(StatusView(report: report, call: call).lines(call.palette))
    }
    return .done
  }
}
