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
    options: [write, check, .dialect, .output],
    examples: [
      .init("compile", "check the specs and sum them up"),
      .init("compile PROCESSOR features", "one statement"),
      .init("compile --write", "write generated/ afresh"),
      .init("compile --check", "in CI: is generated/ what the specs say?"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let start = call.context.clock()
    let plan = try call.compile()
    call.showWarnings()
    let dialects = try call.chosenDialects()
    if let name = call.arguments.operands.first {
      return try print(try call.processor(name, in: plan), of: plan, dialects, call)
    }
    let folder = call.generatedFolder(dialects)
    if call.arguments.has(write), call.arguments.has(check) {
      throw .usage("compile takes --write or --check", help: "--check writes nothing")
    }
    if call.arguments.has(write) {
      let difference = try folder.write(try call.generatedFiles(plan, dialects))
      return try show(
        GeneratedView(folder: folder.name, difference: difference), written: true, call)
    }
    if call.arguments.has(check) {
      let difference = folder.difference(from: try call.generatedFiles(plan, dialects))
      return try show(
        GeneratedView(folder: folder.name, difference: difference), written: false, call)
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

  private static func show(
    _ view: GeneratedView, written: Bool, _ call: Invocation
  ) throws(ToolError) -> ExitCode {
    if call.printsJSON {
      try call.printJSON(view.document)
    } else if !call.isQuiet || (!written && !view.difference.isEmpty) {
      call.print(
        written ? view.written(call.palette) : view.checked(call.palette, call.context.program))
    }
    return written || view.difference.isEmpty ? .done : .problems
  }
}
