import FeatureEngine
import FeaturePlan
import FeatureSpec
import Foundation

/// The whole pipeline on a generated season: files, raw tables, statements, rows.
enum DemoCommand: Command {
  static let warehouse = ".fastbreak/demo.duckdb"
  static let folder = OptionSpec.value(
    "folder", "DIR", "where the season's files go (default .fastbreak/demo)")

  static let spec = CommandSpec(
    "demo", "generate a season, load, compile and run it, and show what came out",
    discussion: [
      "Needs no data and no network. The season is stored in a warehouse of its own,"
        + " \(warehouse), unless --warehouse names another. A second demo finds everything fresh."
    ],
    options: [folder, .evaluator, .writer, .workers],
    examples: [
      .init("demo", "see everything once"),
      .init("demo --warehouse season.duckdb", "into a warehouse of your choice"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    guard let demo = call.tool.demo else { throw .usage("there is no demo") }
    let steps = DemoSteps(demo: demo, call: call)
    try steps.generate()
    let plan = try steps.compile()
    let loaded = try steps.load(plan)
    let (report, code) = try steps.run(plan)
    let status = try steps.status(plan)
    if call.printsJSON {
      try call.printJSON(
        DemoDocument(
          load: LoadDocument(loaded), run: RunDocument(report), status: StatusDocument(status)))
    }
    return code
  }
}

/// The JSON of `demo`: the documents of its commands.
struct DemoDocument: Encodable {
  let load: LoadDocument
  let run: RunDocument
  let status: StatusDocument
}

/// The steps of a demo, each under a heading.
struct DemoSteps {
  let demo: DemoSeason
  let call: Invocation

  private var folder: String { call.arguments.value(DemoCommand.folder) ?? ".fastbreak/demo" }
  private var seasonFolder: String { folder + "/season" }
  private var correctionsFolder: String { folder + "/corrections" }

  /// Writes one Parquet file per table of the season.
  func generate() throws(ToolError) {
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
  }

  private func write(_ tables: [DemoTable], to folder: String) throws(ToolError) {
    let root = call.context.resolve(folder)
    try call.makeFolder(of: root + "/file")
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

  private func heading(_ step: String, _ what: String) {
    show([call.palette(.heading, "▸ \(step)") + "  " + call.palette(.faint, what)], after: "")
  }

  private func show(_ lines: [String], after end: String = "\n") {
    guard !call.printsJSON, !call.isQuiet else { return }
    call.context.terminal.write(lines.joined(separator: "\n") + "\n" + end)
  }
}
