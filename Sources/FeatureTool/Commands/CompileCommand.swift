import FeatureCompiler
import FeaturePlan
import FeatureSQL
import FeatureSpec

/// The specs as plans and statements.
enum CompileCommand: Command {
  static let write = OptionSpec.flag(
    "write", "write the generated files, remove those that are stale")
  static let check = OptionSpec.flag("check", "fail when the generated files are out of date")

  static let spec = CommandSpec(
    "compile", "check the specs; show, write or prove the SQL that follows from them",
    discussion: [
      "Without options: a summary. With a processor: its statements; with a family too"
        + " (calendar, hash, completeness, dependencies, extract, features, write, contracts, ddl),"
        + " that one alone."
    ],
    operands: "[PROCESSOR [FAMILY]]", mostOperands: 2,
    options: [write, check, .dialect, .output, .documentation],
    examples: [
      .init("compile", "check the specs and sum them up"),
      .init("compile PROCESSOR features", "one statement"),
      .init("compile --write", "write generated/ and docs/pipeline/ afresh"),
      .init("compile --check", "in CI: are they what the specs say?"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let start = call.context.clock()
    let plan = try call.compile()
    call.showWarnings()
    let dialects = try call.chosenDialects()
    if let name = call.arguments.operands.first {
      return try print(try call.processor(name, in: plan), of: plan, dialects, call)
    }
    if call.arguments.has(write), call.arguments.has(check) {
      throw .usage("compile takes --write or --check", help: "--check writes nothing")
    }
    if call.arguments.has(write) || call.arguments.has(check) {
      return try generate(plan, dialects, call)
    }
    let summary = try CompileSummary(plan, dialects[0])
    if call.printsJSON {
      try call.printJSON(summary.document)
    } else if !call.isQuiet {
      call.print(summary.lines(call.palette, seconds: call.context.clock() - start))
    }
    return .done
  }

  /// One processor's statements, as in its files.
  private static func print(
    _ processor: ProcessorPlan, of plan: Plan, _ dialects: [Dialect], _ call: Invocation
  ) throws(ToolError) -> ExitCode {
    let all = try DialectStatements(plan, dialects[0])
    guard let own = all[processor: processor.name] else { return .problems }
    var chosen = own.statements
    if let word = call.arguments.operands.dropFirst().first {
      chosen = try own.statements(named: word)
    }
    if call.printsJSON {
      try call.printJSON(chosen.map { StatementDocument($0) })
    } else {
      call.context.terminal.write(StatementFile.text(chosen))
    }
    return .done
  }

  /// Plans, statements and pages: written, or compared with what the folders hold.
  private static func generate(
    _ plan: Plan, _ dialects: [Dialect], _ call: Invocation
  ) throws(ToolError) -> ExitCode {
    let writes = call.arguments.has(write)
    let parts = [
      (call.generatedFolder(dialects), try call.generatedFiles(plan, dialects)),
      (call.documentationFolder, PipelinePages(plan).files),
    ]
    var folders: [GeneratedView.Folder] = []
    for (folder, files) in parts {
      folders.append(
        GeneratedView.Folder(
          name: folder.name,
          difference: writes ? try folder.write(files) : folder.difference(from: files)))
    }
    let view = GeneratedView(folders: folders)
    if call.printsJSON {
      try call.printJSON(view.document)
    } else if !call.isQuiet || (!writes && !view.isUpToDate) {
      call.print(
        writes ? view.written(call.palette) : view.checked(call.palette, call.context.program))
    }
    return writes || view.isUpToDate ? .done : .problems
  }
}
