import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension ProcessorOutline {
  /// The rows that a day's output can depend on through a reading; nil for the entities of a history,
  /// which the history covers.
  func scope(of reading: ReadRows) -> InputScope.Scope? {
    if reading.rows.isStackChosenAcrossDays { return .everything }
    switch reading.reading {
    case .entities:
      return nil
    case .population, .summary:
      return .sameDay
    case .lookup(let lookup):
      switch lookup.timing {
      case .on: return .sameDay
      case .before(let days): return .before(days: days, withinSeason: false)
      case .timeless: return lookup.timelessScope
      }
    case .history:
      return historyScope(of: reading.alias)
    case .expected, .excused:
      return completeness.first.map { Past($0.value.windows.map(\.1)).scope }
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
    return Past(windows).scope
  }
}

extension RowsDeclaration {
  /// Several tables together are reduced to one row per key whatever its day: a row of any day of any of
  /// them may decide which. Of a single table the digest of a day tells which of its rows count.
  fileprivate var isStackChosenAcrossDays: Bool {
    guard case .stack = source, let keep, let day = shape.identity.day else { return false }
    return !keep.per.contains { if case .column(_, day.name) = $0 { true } else { false } }
  }
}

extension LookupDeclaration {
  /// The rows of a table without a day that D can find: those with the values that D gives to matched
  /// columns, or all. Where one row per key is kept first, any row may decide which.
  fileprivate var timelessScope: InputScope.Scope {
    guard case .table = rows.source, rows.keep == nil else { return .everything }
    let values = matches.compactMap { match -> InputScope.DerivedValue? in
      guard case .column(rows.alias, let name) = match.row, match.entity.isKnownFromDay else {
        return nil
      }
      return InputScope.DerivedValue(name, match.entity)
    }
    return values.isEmpty ? .everything : .matching(values)
  }
}

extension Expression {
  /// Reads nothing but D and the opening day of its season.
  fileprivate var isKnownFromDay: Bool {
    !contains { node in
      switch node {
      case .column, .feature, .aggregate, .league, .coverage, .previous: true
      default: false
      }
    }
  }
}
