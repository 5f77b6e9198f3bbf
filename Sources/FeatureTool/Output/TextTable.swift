/// Rows in columns: titles on top, numbers to the right, text to the left.
struct TextTable {
  struct Column {
    enum Alignment { case left, right }
    /// Several lines where it holds line breaks.
    let title: String
    let alignment: Alignment
    /// Left out when no row says anything in it.
    let isOptional: Bool

    static func text(_ title: String) -> Column {
      Column(title: title, alignment: .left, isOptional: false)
    }
    static func number(_ title: String) -> Column {
      Column(title: title, alignment: .right, isOptional: false)
    }
    /// Shown when some row has something in it.
    var optional: Column { Column(title: title, alignment: alignment, isOptional: true) }
  }

  struct Cell: ExpressibleByStringLiteral {
    let text: String
    let role: Role?
    /// Whether the cell says nothing: an optional column of such cells is left out.
    let isBlank: Bool

    init(_ text: String, _ role: Role? = nil) {
      self.text = text
      self.role = role
      isBlank = text.isEmpty
    }

    private init(blank text: String) {
      self.text = text
      role = .faint
      isBlank = true
    }
    init(stringLiteral text: String) { self.init(text) }

    /// A count; a dot where it is 0, so that the eye keeps the column.
    static func count(_ number: Int, _ role: Role? = nil) -> Cell {
      number == 0 ? Cell(blank: "·") : Cell(Words.count(number), role)
    }
  }

  let columns: [Column]
  /// Set apart below a rule: totals.
  var footer: [Cell]?
  private(set) var rows: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  /// The table's lines, each starting with `indent`.
  func lines(_ palette: Palette, indent: String = "") -> [String] {
    let all = rows + (footer.map { [$0] } ?? [])
    let shown = columns.indices.filter { index in
      !columns[index].isOptional || rows.contains { !$0[index].isBlank }
    }
    let titles = columns.map { $0.title.split(separator: "\n").map(String.init) }
    let widths = columns.indices.map { index in
      (titles[index] + all.map { $0[index].text }).map(\.displayWidth).max() ?? 0
    }
    func line(_ cells: [Cell]) -> String {
      let parts = shown.map { index in
        let cell = cells[index]
        let blanks = String(repeating: " ", count: widths[index] - cell.text.displayWidth)
        let text = palette(cell.role, cell.text)
        return columns[index].alignment == .left ? text + blanks : blanks + text
      }
      return indent + Self.trimmed(parts.joined(separator: "  "))
    }
    let height = shown.map { titles[$0].count }.max() ?? 1
    // Titles stand on the line above the rows; those of several lines begin higher.
    var lines = (0..<max(1, height)).map { number in
      line(
        titles.map { title in
          let index = number - height + title.count
          return Cell(title.indices.contains(index) ? title[index] : "", .faint)
        })
    }
    lines += rows.map(line)
    if let footer {
      let width = shown.map { widths[$0] }.reduce(0, +) + 2 * max(0, shown.count - 1)
      lines.append(indent + palette(.faint, String(repeating: "─", count: width)))
      lines.append(line(footer))
    }
    return lines
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
