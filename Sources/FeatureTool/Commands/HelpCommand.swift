import FeatureSpec

/// `help`, and every `--help`.
enum HelpCommand: Command {
  static let spec = CommandSpec(
    "help", "show what commands there are, or one of them", operands: "[COMMAND]", mostOperands: 1,
    examples: [.init("help run", "what run takes, with examples")])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    guard let name = call.arguments.operands.first else { return overview(call, asked: true) }
    let specs = call.tool.commands.map { $0.spec }
    guard let spec = specs.named(name) else {
      throw .usage(
        "there is no command '\(name)'\(NearestName.hint(name, in: specs.map(\.name)))",
        help: "help lists the commands")
    }
    return page(of: spec, call)
  }

  /// The list of commands: to the results when it was asked for, else as an answer to no command.
  static func overview(_ call: Invocation, asked: Bool) -> ExitCode {
    let about = "\(call.context.program): the feature pipeline '\(call.tool.pipeline.name)'"
    let text = help(call).overview(call.tool.commands.map { $0.spec }, about: about)
    guard asked else {
      call.context.terminal.writeError(text)
      return .usage
    }
    call.context.terminal.write(text)
    return .done
  }

  static func page(of spec: CommandSpec, _ call: Invocation) -> ExitCode {
    call.context.terminal.write(help(call).page(spec))
    return .done
  }

  private static func help(_ call: Invocation) -> Help {
    let pipeline = call.tool.pipeline
    return Help(
      program: call.context.program, width: min(max(call.context.terminal.width, 60), 100),
      names: [
        "PROCESSOR": pipeline.processors.last?.name ?? "PROCESSOR",
        "FEED": pipeline.feeds.first?.name ?? "FEED",
      ])
  }
}
