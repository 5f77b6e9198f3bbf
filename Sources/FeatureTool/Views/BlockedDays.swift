import FeatureAlgebra
import FeatureEngine

/// Why days were blocked: one line per input that is short, whatever it had on each day.
struct BlockedDays {
  private struct Group {
    let input: String
    let tables: [TableName]
    var rows: ClosedRange<Int>
    let minimum: Int
    var days = 0
    var processors: [String] = []
  }

  private var groups: [Group] = []

  init(_ report: RunReport) {
    for part in report.processors {
      for (shortage, days) in part.blocked.sorted(by: { $0.key.rows < $1.key.rows }) {
        add(shortage, days, part.processor)
      }
    }
  }

  private mutating func add(_ shortage: Shortage, _ days: Int, _ processor: String) {
    let known = groups.firstIndex {
      $0.input == shortage.input && $0.tables == shortage.tables && $0.minimum == shortage.minimum
    }
    let place = known ?? groups.count
    if known == nil {
      groups.append(
        Group(
          input: shortage.input, tables: shortage.tables, rows: shortage.rows...shortage.rows,
          minimum: shortage.minimum))
    }
    let rows = groups[place].rows
    groups[place].rows =
      min(rows.lowerBound, shortage.rows)...max(rows.upperBound, shortage.rows)
    groups[place].days += days
    if !groups[place].processors.contains(processor) { groups[place].processors.append(processor) }
  }

  func lines(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("short input"), .number("rows"), .number("of at least"), .number("days"),
      .text("in"), .text("of"),
    ])
    for group in groups {
      let rows = group.rows
      let span =
        rows.lowerBound == rows.upperBound
        ? Words.count(rows.lowerBound)
        : "\(Words.count(rows.lowerBound)) to \(Words.count(rows.upperBound))"
      table.add([
        TextTable.Cell(group.input), TextTable.Cell(span), .count(group.minimum),
        .count(group.days, .warning),
        TextTable.Cell(group.tables.map(\.description).joined(separator: ", ")),
        TextTable.Cell(Words.list(group.processors, atMost: 1, "processors")),
      ])
    }
    return table.rows.isEmpty ? [] : [""] + table.lines(palette)
  }
}
