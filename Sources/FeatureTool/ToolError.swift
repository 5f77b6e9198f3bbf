/// Why a command could not do what was asked: what is wrong, and how to mend it.
package struct ToolError: Error, Hashable, Sendable {
  /// What kind of thing went wrong; stands in JSON.
  package struct Code: Hashable, Sendable {
    package let name: String
    package init(_ name: String) { self.name = name }
    /// An option, a value or a name on the command line is wrong.
    package static let usage = Code("usage")
    /// The specs have findings.
    package static let findings = Code("findings")
    /// There is no warehouse, folder or revision to look at.
    package static let absent = Code("absent")
    /// A file could not be read or written.
    package static let file = Code("file")
    /// Stopped by an interrupt.
    package static let interrupted = Code("interrupted")
    /// The journal could not be opened or read.
    package static let journal = Code("journal")
  }

  package let code: Code
  package let exit: ExitCode
  /// What is wrong and where: a sentence without a full stop, or lines that are printed as they are.
  package let message: String
  /// How to mend it.
  package let help: String?
  /// The database's own words and statement, for `--verbose`.
  package let details: String?
  /// Whether `message` is a whole rendering, such as findings with their source lines.
  package let isRendered: Bool

  package init(
    _ code: Code, _ message: String, help: String? = nil, exit: ExitCode = .problems,
    details: String? = nil, isRendered: Bool = false
  ) {
    self.code = code
    self.exit = exit
    self.message = message
    self.help = help
    self.details = details
    self.isRendered = isRendered
  }

  /// A mistake on the command line.
  static func usage(_ message: String, help: String? = nil) -> ToolError {
    ToolError(.usage, message, help: help, exit: .usage)
  }
}
