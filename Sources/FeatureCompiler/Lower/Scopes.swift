import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension ProcessorOutline {
  /// The rows that a day's output can depend on through a reading; nil for the entities of a history,
  /// which the history covers.
  func scope(of reading: ReadRows) -> InputScope.Scope? {
    switch reading.reading {
    case .entities:
      return nil
    case .population, .summary:
      return .sameDay
    case .lookup(let lookup):
      switch lookup.timing {
      case .on: return .sameDay
      case .before(let days): return .before(days: days, withinSeason: false)
      case .timeless: return .everything
      }
    case .history:
      return historyScope(of: reading.alias)
    case .expected, .excused:
      return completeness.first.map { Self.reach(of: $0.value.windows.map(\.1)) }
    }
  }

  /// The widest of the windows over the rows. `previous` looks past every window, so that rows under
  /// it are read without a bound.
  private func historyScope(of alias: String) -> InputScope.Scope {
    let aggregations = entitySites.flatMap(\.expression.allAggregations)
      .filter { $0.rows == alias }
    let looksBack = aggregations.contains { aggregation in
      [aggregation.argument, aggregation.filter].compactMap { $0 }.contains {
        $0.contains { if case .previous = $0 { true } else { false } }
      }
    }
    if looksBack { return .before(days: nil, withinSeason: false) }
    var windows = aggregations.compactMap(\.window)
    for population in populations {
      if case .entities(let rows, _, let window) = population.value.declaration,
        rows.alias == alias
      {
        windows.append(window)
      }
    }
    for declaration in completeness where declaration.value.actual.alias == alias {
      windows += declaration.value.windows.map(\.1)
    }
    return Self.reach(of: windows)
  }

  /// A scope that holds every row of the windows; the season where there is none.
  private static func reach(of windows: [Window]) -> InputScope.Scope {
    let reaches = windows.map(\.reach)
    let days = reaches.contains(nil) ? nil : reaches.compactMap { $0 }.max()
    return .before(days: days, withinSeason: windows.allSatisfy(\.withinSeason))
  }
}
