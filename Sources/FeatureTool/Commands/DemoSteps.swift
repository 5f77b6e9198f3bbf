import FeatureAlgebra
import FeatureEngine
import FeaturePlan
import FeatureSpec
import Foundation

/// The steps of a demo, each under a heading.
struct DemoSteps {
  let demo: DemoSeason
  let call: Invocation

  private var folder: String { call.arguments.value(DemoCommand.folder) ?? ".fastbreak/demo" }
  private var seasonFolder: String { folder + "/season" }
  private var correctionsFolder: String { folder + "/corrections" }

  /// Writes one Parquet file per table of the season; gives how many rows a later delivery corrects.
  func generate() throws(ToolError) -> Int {
    heading("generate", demo.name)
    let start = call.context.clock()
    let files = demo.make()
    try write(files.season, to: seasonFolder)
    if !files.corrections.isEmpty { try write(files.corrections, to: correctionsFolder) }
    let tables = files.season
    let rows = tables.map(\.rowCount).reduce(0, +)
    let time = Words.seconds(call.context.clock() - start)
    show([
      "\(Words.count(tables.count, "table")), \(Words.count(rows, "row")) in \(folder) (\(time))"
    ])
    return files.corrections.map(\.rowCount).reduce(0, +)
  }

  private func write(_ tables: [DemoTable], to folder: String) throws(ToolError) {
    let root = call.context.resolve(folder)
    try call.makeFolder(of: root + "/file", option: DemoCommand.folder)
    var access = Warehouse.Access()
    access.readsFiles = true
    try call.engine { () throws(EngineError) in
      let writer = try Warehouse(path: ":memory:", access: access)
      for table in tables {
        try writer.writeParquet(table.columns.map(\.buffer), to: "\(root)/\(table.name).parquet")
      }
    }
  }

  func compile() throws(ToolError) -> Plan {
    heading("compile", call.tool.pipeline.name)
    let start = call.context.clock()
    let plan = try call.compile()
    let summary = try CompileSummary(plan, Invocation.dialects[0])
    show(summary.lines(call.palette, seconds: call.context.clock() - start))
    return plan
  }

  func load(_ plan: Plan) throws(ToolError) -> LoadReport {
    heading("load", demo.feed)
    guard let feed = call.tool.pipeline.feeds.first(where: { $0.name == demo.feed }) else {
      throw ToolError(.usage, "the pipeline has no feed '\(demo.feed)' for the demo")
    }
    let warehouse = try call.openWarehouse(readsFiles: true)
    let root = call.context.resolve(seasonFolder)
    let seasons = demo.season.map { [$0] } ?? []
    let report = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in try engine.load(feed, from: root, seasons: seasons)
    }
    show(LoadView(report: report).lines(call.palette))
    return report
  }

  func run(_ plan: Plan) throws(ToolError) -> (RunReport, ExitCode) {
    let warehouse = try call.openWarehouse()
    let status = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in try engine.status()
    }
    guard let games = status.games else {
      throw ToolError(.absent, "the generated season has no game")
    }
    heading("run", "--from \(games.lowerBound) --to \(games.upperBound)")
    var options = RunOptions(days: games)
    options.evaluator = try call.arguments.choice(.evaluator) ?? options.evaluator
    options.writer = try call.arguments.choice(.writer) ?? options.writer
    options.workers = try call.arguments.count(.workers)
    let report = try RunCommand.perform(options, plan, warehouse, call)
    let again = "\(call.context.program) \(call.arguments.line)"
    show(RunView(report: report, again: again).lines(call.palette))
    if report.wasInterrupted { return (report, .interrupted) }
    return (report, report.failedDays > 0 ? .problems : .done)
  }

  func status(_ plan: Plan) throws(ToolError) -> StatusReport {
    heading("status", call.warehousePath)
    let warehouse = try call.openStoredWarehouse()
    let report = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in try engine.status()
    }
    show(StatusView(report: report, call: call).lines(call.palette))
    return report
  }

  /// What to try next: a later delivery of some rows, and what it makes stale.
  func hint(_ days: ClosedRange<Day>, corrections: Int) {
    let program = call.context.program
    let option = call.warehouseOption
    var lines = [call.palette(.accent, "next:") + " \(program) runs latest\(option)"]
    if corrections > 0 {
      lines += [
        "      \(program) load --feed \(demo.feed) --from \(correctionsFolder)\(option)"
          + "  # \(Words.count(corrections, "corrected row"))",
        "      \(program) plan --from \(days.lowerBound) --to \(days.upperBound)\(option)"
          + "  # the days they reach",
      ]
    }
    show(lines, after: "")
  }

  private func heading(_ step: String, _ what: String) {
    show([call.palette(.heading, "▸ \(step)") + "  " + call.palette(.faint, what)], after: "")
  }

  private func show(_ lines: [String], after end: String = "\n") {
    guard !call.printsJSON, !call.isQuiet else { return }
    call.context.terminal.write(lines.joined(separator: "\n") + "\n" + end)
  }
}
