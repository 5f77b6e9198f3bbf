/// Pieces of a Markdown page.
enum Markdown {
  static func table(_ titles: [String], _ rows: [[String]]) -> [String] {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { escaped($0) }.joined(separator: " | ") + " |"
    }
    return [line(titles), "|" + String(repeating: "---|", count: titles.count)] + rows.map(line)
  }

  /// `a`, `b`
  static func code(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  static func block(_ lines: [String], _ language: String = "text") -> [String] {
    ["```\(language)"] + lines + ["```"]
  }

  /// A bar in a cell would end it.
  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
