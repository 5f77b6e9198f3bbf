public import FeatureKernels
public import FeatureSpec
import Foundation

/// The command line of a pipeline.
///
/// ```swift
/// @main struct MyFeatures {
///   static func main() { Tool(MyFeatures.pipeline).main() }
/// }
/// ```
public struct Tool: Sendable {
  let pipeline: Pipeline
  let demo: DemoSeason?
  let kernels: KernelRegistry

  /// - Parameters:
  ///   - kernels: the hand kernels that the specs call.
  ///   - demo: what `demo` generates; without it there is no such command.
  public init(
    _ pipeline: Pipeline, kernels: [any KernelFunction] = [], demo: DemoSeason? = nil
  ) {
    self.pipeline = pipeline
    self.kernels = KernelRegistry(kernels)
    self.demo = demo
  }

  /// Does what the process's arguments say and ends the process.
  public func main() -> Never {
    let code = run(Array(CommandLine.arguments.dropFirst()), in: .process())
    exit(code.rawValue)
  }

  /// Does what `words` say; everything it needs of the machine comes through `context`.
  package func run(_ words: [String], in context: ToolContext) -> ExitCode {
    var isVerbose = words.contains("--verbose")
    var printsJSON = words.contains("--json")
    do {
      let arguments = try Arguments(words, commands: commands.map { $0.spec })
      isVerbose = arguments.has(.verbose)
      printsJSON = arguments.has(.json)
      return try answer(arguments, in: context)
    } catch {
      let isPlain = words.contains("--no-color") || !(context.environment["NO_COLOR"] ?? "").isEmpty
      let palette = Palette(isOn: context.terminal.showsProgress && !isPlain)
      let lines = ErrorText(error: error, isVerbose: isVerbose).lines(palette)
      context.terminal.writeError(lines.joined(separator: "\n") + "\n")
      if printsJSON, let text = try? JSONText.of(ErrorText.Document(error)) {
        context.terminal.write(text)
      }
      return error.exit
    }
  }

  /// The commands, in the order of help.
  var commands: [any Command.Type] {
    let all: [any Command.Type] = [
      DemoCommand.self, LoadCommand.self, CompileCommand.self, DiffCommand.self, PlanCommand.self,
      RunCommand.self, StatusCommand.self, CoverageCommand.self, RunsCommand.self,
      VerifyCommand.self, HelpCommand.self,
    ]
    return all.filter { demo != nil || $0 != DemoCommand.self }
  }

  private func answer(_ arguments: Arguments, in context: ToolContext) throws(ToolError) -> ExitCode
  {
    if arguments.has(.version) {
      context.terminal.write("\(context.program) \(Version.text)\n")
      return .done
    }
    let call = Invocation(tool: self, arguments: arguments, context: context)
    guard let spec = arguments.command,
      let command = commands.first(where: { $0.spec.name == spec.name })
    else {
      return HelpCommand.overview(call, asked: arguments.has(.help))
    }
    if arguments.has(.help) { return HelpCommand.page(of: spec, call) }
    return try command.run(call)
  }
}
