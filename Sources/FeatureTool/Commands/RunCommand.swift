import FeatureEngine
import FeaturePlan

/// Brings a range of days up to date.
enum RunCommand: Command {
  static let spec = CommandSpec(
    "run", "bring a range of days up to date",
    discussion: [
      "Days whose plan and inputs are those of their receipt are left alone. A day that fails does"
        + " not stop the others. Interrupted at any point, the same command goes on where it stopped."
    ],
    options: OptionSpec.range,
    examples: [
      .init("run --from 2024-10-22 --to 2025-04-13", "a season"),
      .init("run --from 2025-01-15 --to 2025-01-15 --mode daily", "one day, with the daily gates"),
      .init(
        "run --from 2024-10-22 --to 2025-04-13 --only PROCESSOR --downstream",
        "one processor and what reads from it"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    let options = try call.runOptions(for: plan)
    try call.requireWarehouse()
    let warehouse = try call.openWarehouse()
    let report = try perform(options, plan, warehouse, call)
    return try show(report, call)
  }

  /// Runs with progress on a terminal.
  static func perform(
    _ options: RunOptions, _ plan: Plan, _ warehouse: Warehouse, _ call: Invocation,
    isRecorded: Bool = true
  ) throws(ToolError) -> RunReport {
    let ledger = isRecorded ? call.openLedger() : nil
    let isShown = call.context.terminal.showsProgress && !call.isQuiet
    let progress = isShown ? RunProgress(call) : nil
    defer { progress?.end() }
    let show: (RunEvent) -> Void = { event in
      if let progress {
        progress.show(event)
      } else if case .warning(let message) = event {
        call.warn(message)
      }
    }
    return try call.stoppable(warehouse, plan: plan, ledger: ledger, report: show) {
      engine throws(EngineError) in try engine.run(options)
    }
  }

  /// Prints what was done, and gives the exit code.
  static func show(_ report: RunReport, _ call: Invocation) throws(ToolError) -> ExitCode {
    if call.printsJSON {
      try call.printJSON(RunDocument(report))
    } else if !call.isQuiet || report.isProblem {
      let again = "\(call.context.program) \(call.arguments.line)"
      call.print(RunView(report: report, again: again).lines(call.palette))
    }
    if report.wasInterrupted { return .interrupted }
    return report.isProblem ? .problems : .done
  }
}
