/// One word of the command line and what it does.
protocol Command {
  static var spec: CommandSpec { get }
  static func run(_ call: Invocation) throws(ToolError) -> ExitCode
}
