/// A command line that was read: the command, its operands and its options.
package struct Arguments: Sendable {
  /// Nil when only `--help` or `--version` was asked for, or nothing at all.
  package let command: CommandSpec?
  /// As it was typed after the program's name, for the journal.
  package let line: String
  package let operands: [String]
  private let values: [String: [String]]

  /// Reads words in any order: `run --from 2024-10-22`, `--json run`, `--only=a --only=b`. What
  /// follows `--` is taken as it is.
  ///
  /// - Throws: `usage`, one sentence, with the nearest name for one that is unknown.
  package init(_ words: [String], commands: [CommandSpec]) throws(ToolError) {
    let known = commands.flatMap(\.options) + OptionSpec.shared + [.version]
    var values: [String: [String]] = [:]
    var plain: [String] = []
    var given: [OptionSpec] = []
    var rest = words[...]

    while let word = rest.popFirst() {
      if word == "--" {
        plain += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        plain.append(word)
        continue
      }
      let (name, attached) = Self.split(word)
      guard let option = known.first(where: { $0.name == name }) else {
        throw Self.unknown(word, command: commands.named(plain.first), known: known)
      }
      if values[name] != nil, !option.isRepeated, option.placeholder != nil {
        throw .usage("--\(name) is given twice", help: "give it once")
      }
      given.append(option)
      values[name, default: []].append(
        try Self.value(of: option, attached: attached, from: &rest))
    }

    command = try Self.command(plain.first, in: commands)
    operands = Array(plain.dropFirst())
    self.values = values
    line = words.joined(separator: " ")
    try checkOptions(given, commands: commands)
  }

  /// Whether a flag was given.
  package func has(_ flag: OptionSpec) -> Bool { values[flag.name] != nil }

  /// The value of an option; nil when it was not given.
  package func value(_ option: OptionSpec) -> String? { values[option.name]?.last }

  /// Every value of a repeated option, in the order given.
  package func values(_ option: OptionSpec) -> [String] { values[option.name] ?? [] }
}

extension Arguments {
  /// `--from=x` is `from` and `x`; `-h` is `help`.
  private static func split(_ word: String) -> (name: String, attached: String?) {
    if word == "-h" { return ("help", nil) }
    guard word.hasPrefix("--") else { return (word, nil) }
    let body = word.dropFirst(2)
    guard let sign = body.firstIndex(of: "=") else { return (String(body), nil) }
    return (String(body[..<sign]), String(body[body.index(after: sign)...]))
  }

  private static func value(
    of option: OptionSpec, attached: String?, from rest: inout ArraySlice<String>
  ) throws(ToolError) -> String {
    guard let placeholder = option.placeholder else {
      guard attached == nil else {
        throw .usage("--\(option.name) takes no value", help: "write --\(option.name)")
      }
      return ""
    }
    if let attached, !attached.isEmpty { return attached }
    if attached == nil, let next = rest.first, !next.hasPrefix("--"), !next.isEmpty {
      rest.removeFirst()
      return next
    }
    throw .usage(
      "--\(option.name) has no value", help: "write --\(option.name) \(placeholder)")
  }

  private static func command(
    _ name: String?, in commands: [CommandSpec]
  ) throws(ToolError) -> CommandSpec? {
    guard let name else { return nil }
    if let command = commands.named(name) { return command }
    throw .usage(
      "there is no command '\(name)'\(NearestName.hint(name, in: commands.map(\.name)))",
      help: "--help lists the commands")
  }

  private static func unknown(
    _ word: String, command: CommandSpec?, known: [OptionSpec]
  ) -> ToolError {
    let name = split(word).name
    let names = (command?.allOptions ?? known).map { "--" + $0.name }
    let typed = name.hasPrefix("-") ? name : "--" + name
    return .usage(
      "there is no option \(typed)\(NearestName.hint(typed, in: names, quoting: ""))",
      help: "\(command.map { $0.name + " " } ?? "")--help lists the options")
  }

  /// Refuses an option that other commands have and this one has not, and operands too many.
  private func checkOptions(
    _ given: [OptionSpec], commands: [CommandSpec]
  ) throws(ToolError) {
    guard let command, !has(.help) else { return }
    for option in given where !command.allOptions.contains(where: { $0.name == option.name }) {
      let owners = commands.filter { $0.options.contains { $0.name == option.name } }.map(\.name)
      let help = owners.isEmpty ? nil : "it belongs to \(owners.joined(separator: ", "))"
      throw .usage("\(command.name) has no option --\(option.name)", help: help)
    }
    if operands.count > command.mostOperands {
      throw .usage(
        "\(command.name) cannot use '\(operands[command.mostOperands])'",
        help: "\(command.name) --help shows what it takes")
    }
  }
}

extension [CommandSpec] {
  func named(_ name: String?) -> CommandSpec? { first { $0.name == name } }
}
