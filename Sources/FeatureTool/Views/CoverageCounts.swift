import FeatureAlgebra
import FeatureEngine

/// Days, rows and failures, added up.
struct CoverageCounts {
  var expectedDays = 0
  var storedDays = 0
  var failedDays = 0
  var rows = 0
  var failures: [String: Int] = [:]

  init() {}

  init(_ days: some Sequence<DayCoverage>) {
    for day in days {
      expectedDays += 1
      storedDays += day.state == .stored ? 1 : 0
      failedDays += day.state == .failed ? 1 : 0
      rows += day.rows
      failures.merge(day.failures, uniquingKeysWith: +)
    }
  }

  init(_ entity: EntityCoverage) {
    rows = entity.rows
    failures = entity.failures
  }

  var missingDays: Int { expectedDays - storedDays - failedDays }
  var failed: Int { failures.values.reduce(0, +) }
  /// Entities of all days: those with a row and those with a failure.
  var entities: Int { rows + failed }
  /// Rows of entities, of 1; nil where no entity is expected.
  var share: Double? { entities == 0 ? nil : Double(rows) / Double(entities) }

  /// `100 %` for all of them and for nothing less: 99.9 % is cut to `99 %`.
  var percent: String {
    guard let share else { return "" }
    return rows < entities && share > 0.99 ? "99 %" : Words.share(share)
  }

  /// Of the failures, most first.
  var categories: [String] {
    failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

extension CoverageReport {
  var counts: CoverageCounts { CoverageCounts(days) }

  /// `2022-10` with the counts of its days, in order.
  var months: [(month: String, counts: CoverageCounts)] {
    let groups = Dictionary(grouping: days) { String($0.day.description.prefix(7)) }
    return groups.sorted { $0.key < $1.key }.map { ($0.key, CoverageCounts($0.value)) }
  }
}
