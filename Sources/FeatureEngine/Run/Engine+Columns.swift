internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan

extension Engine {
  /// What the business columns of a processor hold over a range of days, keys left out; those that say
  /// least come first: alike on most days, then empty most often, then those whose spec says so.
  func columns(
    of processor: ProcessorPlan, _ range: ClosedRange<Day>
  ) throws(EngineError) -> [ColumnCoverage] {
    guard let day = processor.table.day.map(identifier) else { return [] }
    let columns = processor.table.columns
      .filter { $0.role == .business && !processor.table.key.contains($0.name) }
      .flatMap { $0.elements == nil ? [$0] : Array($0.readable.dropFirst()) }
    let parts = columns.enumerated().map { index, column in
      let value = column.value
      return (
        ofDay: ", COUNT(\(value)) AS filled_\(index), MIN(\(value)) AS low_\(index)"
          + ", MAX(\(value)) AS high_\(index)",
        ofAll: ", SUM(filled_\(index)), COUNT(*) FILTER (n > 1 AND filled_\(index) = n"
          + " AND low_\(index) = high_\(index)), CAST(MIN(low_\(index)) AS VARCHAR)"
          + ", CAST(MAX(high_\(index)) AS VARCHAR)"
      )
    }
    let found = try rows(
      "SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT), COUNT(*) FILTER (n > 1)"
        + parts.map(\.ofAll).joined()
        + " FROM (SELECT COUNT(*) AS n" + parts.map(\.ofDay).joined()
        + " FROM \(identifier(processor.table.name)) WHERE \(day) BETWEEN $from AND $to"
        + " GROUP BY \(day))", values(range))
    let grounds = processor.grounds
    guard let row = found.first else { return [] }
    func count(_ index: Int) -> Int { Int(row[index].asInteger ?? 0) }
    let coverages = columns.enumerated().map { index, column in
      let first = 2 + 4 * index
      let isNumber = column.type.isNumeric
      return ColumnCoverage(
        column: column.name, rows: count(0), filled: count(first), days: count(1),
        alikeDays: count(first + 1), lowest: isNumber ? row[first + 2].asText : nil,
        highest: isNumber ? row[first + 3].asText : nil, ground: grounds[column.name])
    }
    return coverages.sorted { Rank($0) < Rank($1) }
  }

  private struct Rank: Comparable {
    let isExplained: Bool
    let otherDays: Int
    let filled: Int
    let column: String

    init(_ coverage: ColumnCoverage) {
      isExplained = coverage.ground != nil
      otherDays = coverage.days - coverage.alikeDays
      filled = coverage.filled
      column = coverage.column
    }

    static func < (a: Rank, b: Rank) -> Bool {
      (a.isExplained ? 1 : 0, a.otherDays, a.filled, a.column)
        < (b.isExplained ? 1 : 0, b.otherDays, b.filled, b.column)
    }
  }
}

extension ColumnPlan {
  /// The column in SQL: an element of a vector is taken out of the list.
  fileprivate var value: String {
    element.map { "\(identifier($0.vector))[\($0.position)]" } ?? identifier(name)
  }
}
