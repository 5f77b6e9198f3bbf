import FeatureEngine
import FeaturePlan

/// What the specs would change.
enum DiffCommand: Command {
  static let against = OptionSpec.value(
    "against", "REVISION", "a git revision, or 'stored' for the warehouse's receipts")
  static let withoutSQL = OptionSpec.flag("no-sql", "leave the statements out")

  static let spec = CommandSpec(
    "diff", "show what the specs change: features, then SQL, then stored days to restate",
    discussion: [
      "Compares with the generated files, or with what --against names. Exits 0 when nothing"
        + " differs and 1 when something does."
    ],
    options: [against, withoutSQL, .dialect, .output],
    examples: [
      .init("diff", "the edits since compile --write"),
      .init("diff --against main --no-sql", "since a git revision, in feature words alone"),
      .init("diff --against stored", "which stored days other plans have written"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    if call.arguments.value(against) == "stored" { return try compareStored(plan, call) }
    let dialects = try call.chosenDialects()
    let folder = call.generatedFolder(dialects)
    let baseline = try baseline(folder, call)
    let difference = PlanDifference(from: baseline.plan, to: plan)
    let files = try call.generatedFiles(plan, dialects).filter { $0.path.hasSuffix(".sql") }
    let new = Dictionary(files.map { ($0.path, $0.text) }) { $1 }
    let statements = StatementDifference.all(
      from: baseline.statements, to: new, in: files.map(\.path))
    let restate = try restateList(plan, call)
    let isEqual = difference.isEmpty && statements.isEmpty

    if call.printsJSON {
      try call.printJSON(
        DifferenceDocument(
          against: baseline.name, isEqual: isEqual, difference, statements, restate))
    } else {
      var lines = DifferenceView(
        difference: difference, palette: call.palette, width: max(call.context.terminal.width, 80)
      ).lines()
      lines += self.lines(of: statements, call)
      if isEqual { lines.append("no difference: the specs say what \(baseline.name) says") }
      lines += restate.lines(
        call.palette, program: call.context.program, option: call.warehouseOption)
      call.print(lines)
    }
    return isEqual ? .done : .problems
  }

  private static func baseline(
    _ folder: GeneratedFolder, _ call: Invocation
  ) throws(ToolError) -> Baseline {
    guard let revision = call.arguments.value(against) else { return try Baseline(folder) }
    let git = try GitRevision(revision, in: call.context.folder ?? ".")
    return try Baseline(folder, at: git)
  }

  /// The unified differences, or with `--no-sql` how many there are.
  private static func lines(
    of statements: [StatementDifference], _ call: Invocation
  ) -> [String] {
    guard !statements.isEmpty else { return [] }
    let added = statements.map(\.text.added).reduce(0, +)
    let removed = statements.map(\.text.removed).reduce(0, +)
    let counts = "\(Words.count(statements.count, "statement")), +\(added) -\(removed) lines"
    let palette = call.palette
    if call.arguments.has(withoutSQL) { return [palette(.heading, "SQL") + "  \(counts)", ""] }
    return [palette(.heading, "SQL") + "  \(counts)"]
      + statements.flatMap { $0.lines(palette) + [""] }
  }

  private static func compareStored(
    _ plan: Plan, _ call: Invocation
  ) throws(ToolError) -> ExitCode {
    let restate = try restateList(plan, call)
    let isEqual = restate.documents?.isEmpty ?? true
    if call.printsJSON {
      try call.printJSON(
        DifferenceDocument(against: "stored", isEqual: isEqual, nil, [], restate))
    } else {
      call.print(
        restate.lines(call.palette, program: call.context.program, option: call.warehouseOption))
    }
    return isEqual ? .done : .problems
  }

  private static func restateList(
    _ plan: Plan, _ call: Invocation
  ) throws(ToolError) -> RestateList {
    guard call.warehouseExists else { return .noWarehouse(call.warehousePath) }
    let warehouse = try call.openStoredWarehouse()
    return .days(
      try call.stoppable(warehouse, plan: plan, ledger: nil) { engine throws(EngineError) in
        try engine.daysToRestate()
      })
  }
}
