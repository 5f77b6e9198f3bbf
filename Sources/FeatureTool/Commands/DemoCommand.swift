import FeatureEngine

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
    let corrections = try steps.generate()
    let plan = try steps.compile()
    let loaded = try steps.load(plan)
    let (report, code) = try steps.run(plan)
    let status = try steps.status(plan)
    steps.hint(report.days, corrections: corrections)
    if call.printsJSON {
      try call.printJSON(
        DemoDocument(
          load: LoadDocument(loaded), run: RunDocument(report), status: StatusDocument(status)))
    }
    return code
  }
}
