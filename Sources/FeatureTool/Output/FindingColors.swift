/// Colours the lines of rendered findings; without colour they stay as they are.
enum FindingColors {
  static func paint(_ line: String, _ palette: Palette) -> String {
    guard palette.isOn else { return line }
    for (word, role) in [("error[", Role.bad), ("warning[", .warning)] where line.hasPrefix(word) {
      let head = line.prefix { $0 != ":" }
      return palette(role, String(head)) + palette(.heading, String(line.dropFirst(head.count)))
    }
    let body = line.drop { $0 == " " || $0.isNumber }
    if body.hasPrefix("-->") { return palette(.faint, line) }
    if body.hasPrefix("= ") { return palette(.accent, line) }
    if body.hasPrefix("|"), body.dropFirst().allSatisfy({ "^ \t".contains($0) }) {
      return palette(.bad, line)
    }
    return line
  }
}
