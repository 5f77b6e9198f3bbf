/// What a command is called, takes and does: help and parsing read this and nothing else.
package struct CommandSpec: Sendable {
  /// A command line that works, and what it is for.
  package struct Example: Sendable {
    /// Without the program's name; `PROCESSOR` and `FEED` stand for those of the pipeline.
    let line: String
    let purpose: String
    init(_ line: String, _ purpose: String) {
      self.line = line
      self.purpose = purpose
    }
  }

  package let name: String
  /// One line for the list of commands.
  package let summary: String
  /// What else is worth knowing, as paragraphs.
  let discussion: [String]
  /// The words after the command's name, as they stand in its usage: `[PROCESSOR [FAMILY]]`.
  let operands: String?
  let mostOperands: Int
  package let options: [OptionSpec]
  let examples: [Example]

  init(
    _ name: String, _ summary: String, discussion: [String] = [], operands: String? = nil,
    mostOperands: Int = 0, options: [OptionSpec] = [], examples: [Example]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.mostOperands = mostOperands
    self.options = options
    self.examples = examples
  }

  /// Its own options and those every command takes.
  var allOptions: [OptionSpec] { options + OptionSpec.shared }
}
