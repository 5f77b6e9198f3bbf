import FeatureTool
import NBADemo
import NBAFeatures
import NBAKernels

/// The shipped specs on the command line.
@main
struct Fastbreak {
  static func main() {
    Tool(NBAFeatures.pipeline, kernels: [SimilarityKernel()], demo: .nba).main()
  }
}

extension DemoSeason {
  /// The generated season of `NBADemo`, with its late corrections.
  fileprivate static let nba = DemoSeason("an NBA season that never was", feed: "nba-demo") {
    let season = GeneratedSeason()
    return DemoFiles(
      season: season.tables.map(DemoTable.init), corrections: season.lateRows.map(DemoTable.init))
  }
}

extension DemoTable {
  fileprivate init(_ table: SeasonTable) {
    self.init(table.name, table.columns.map(DemoColumn.init))
  }
}

extension DemoColumn {
  fileprivate init(_ column: SeasonColumn) {
    let values: Values =
      switch column.values {
      case .integer(let numbers): .integer(numbers)
      case .double(let numbers): .double(numbers)
      case .boolean(let flags): .boolean(flags)
      case .day(let days): .day(days)
      case .timestamp(let moments): .timestamp(moments)
      case .dictionary(let codes, let words): .text(codes: codes, words: words)
      }
    self.init(column.name, values, validity: column.validity)
  }
}
