/// The texts of `--help`.
struct Help {
  let program: String
  let width: Int
  /// Words of examples and what the pipeline says for them.
  var names: [String: String] = [:]

  /// The list of commands.
  func overview(_ commands: [CommandSpec], about: String) -> String {
    var lines = [about, "", "usage: \(program) <command> [options]", ""]
    lines += table(commands.map { ($0.name, $0.summary) })
    lines += ["", "options of every command:"]
    lines += table((OptionSpec.shared + [.version]).map { ($0.usage, $0.help) })
    lines += [
      "", "exit codes: 0 done, 1 problems or failed days, 2 wrong usage, 3 warehouse busy,",
      "            130 interrupted", "",
      "'\(program) <command> --help' shows a command with examples.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// One command.
  func page(_ command: CommandSpec) -> String {
    let operands = command.operands.map { " " + $0 } ?? ""
    var lines = [sentence(command.summary), ""]
    lines.append("usage: \(program) \(command.name)\(operands) [options]")
    for paragraph in command.discussion { lines += [""] + wrapped(paragraph, indent: 0) }
    if !command.options.isEmpty {
      lines += ["", "options:"] + table(command.options.map { ($0.usage, note($0)) })
    }
    lines += ["", "options of every command:"]
    lines += table(OptionSpec.shared.map { ($0.usage, $0.help) })
    lines += ["", "examples:"]
    for example in command.examples {
      let words = example.line.split(separator: " ").map { names[String($0)] ?? String($0) }
      lines += ["  # \(example.purpose)", "  \(program) \(words.joined(separator: " "))"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func note(_ option: OptionSpec) -> String {
    option.isRepeated ? option.help + " (may be repeated)" : option.help
  }

  private func sentence(_ text: String) -> String {
    (text.first.map { $0.uppercased() } ?? "") + text.dropFirst() + "."
  }

  private func table(_ rows: [(String, String)]) -> [String] {
    let first = rows.map { $0.0.count }.max() ?? 0
    return rows.flatMap { name, text -> [String] in
      let padding = String(repeating: " ", count: first - name.count + 2)
      let lines = wrapped(text, indent: first + 4)
      let head = "  " + name + padding + (lines.first?.drop { $0 == " " } ?? "")
      return [head] + lines.dropFirst()
    }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    Words.wrapped(text, width: width, indent: indent)
  }
}
