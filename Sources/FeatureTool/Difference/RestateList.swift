import FeatureAlgebra
import FeatureEngine

/// The stored days that a run would have to compute afresh.
enum RestateList {
  /// There is no warehouse to ask.
  case noWarehouse(String)
  case days([(processor: String, days: ClosedRange<Day>, count: Int)])

  func lines(_ palette: Palette, program: String, option: String) -> [String] {
    switch self {
    case .noWarehouse(let path):
      return ["nothing stored to restate: there is no warehouse at \(path)"]
    case .days(let days) where days.isEmpty:
      return ["nothing stored to restate: every stored day was written by these plans"]
    case .days(let days):
      var table = TextTable([
        .text("to restate"), .number("days"), .text("first"), .text("last"),
      ])
      for part in days {
        table.add([
          TextTable.Cell(part.processor), .count(part.count, .warning),
          TextTable.Cell(part.days.lowerBound.description),
          TextTable.Cell(part.days.upperBound.description),
        ])
      }
      let first = days.map(\.days.lowerBound).min()
      let last = days.map(\.days.upperBound).max()
      guard let first, let last else { return table.lines(palette) }
      return table.lines(palette) + [
        "", palette(.accent, "next:") + " \(program) run --from \(first) --to \(last)\(option)",
      ]
    }
  }

  struct Document: Encodable {
    let processor: String
    let from: String
    let to: String
    let days: Int
  }

  /// Nil where there is no warehouse.
  var documents: [Document]? {
    guard case .days(let days) = self else { return nil }
    return days.map {
      Document(
        processor: $0.processor, from: $0.days.lowerBound.description,
        to: $0.days.upperBound.description, days: $0.count)
    }
  }
}
