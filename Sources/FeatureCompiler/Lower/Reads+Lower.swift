import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension DaysPlan {
  init(_ days: DaysDeclaration) {
    let kind: Kind =
      switch days.kind {
      case .scheduled: .scheduled
      case .played: .played
      }
    self.init(kind: kind, bootstrap: days.bootstrap)
  }
}

extension PopulationPlan {
  init(_ population: PopulationDeclaration) {
    switch population {
    case .rows(let rows):
      self = .rows(RowsPlan(rows))
    case .entities(let rows, let keys, let window):
      self = .entities(alias: rows.alias, by: keys, window: window)
    }
  }
}

extension LookupPlan {
  init(_ lookup: LookupDeclaration) {
    let timing: Timing =
      switch lookup.timing {
      case .on: .sameDay
      case .before(let days): .before(maximumAge: days)
      case .timeless: .timeless
      }
    let cardinality: Cardinality =
      switch lookup.cardinality {
      case .one: .one
      case .atMostOne: .atMostOne
      case .first(let order): .first(Order.total(order, of: lookup.rows))
      }
    self.init(
      rows: RowsPlan(lookup.rows), timing: timing, match: lookup.matches.map { Match($0) },
      condition: lookup.condition, cardinality: cardinality)
  }
}

extension LookupDeclaration {
  /// The aliases that finding the row depends on; its own is not among them.
  var aliasesRead: [String] {
    let sides = matches.map(\.entity) + [condition].compactMap { $0 }
    return sides.flatMap { $0.columnReferences.map(\.rows) }.filter { $0 != rows.alias }
  }
}

extension HistoryPlan {
  init(_ history: MatchedRows, population: PopulationDeclaration) {
    let rows = history.rows
    let day = rows.shape.identity.day.map { [SortTerm.newest(Scalar(rows.reference($0.name)))] }
    self.init(
      rows: RowsPlan(rows), match: history.matches(population: population),
      order: Order.total(day ?? [], of: rows))
  }
}

extension MatchedRows {
  /// The matches as said; for the population's own rows without any, its columns with themselves.
  func matches(population: PopulationDeclaration) -> [Match] {
    guard matches.isEmpty, case .entities(let source, let keys, _) = population,
      source.alias == rows.alias
    else { return matches.map { Match($0) } }
    return keys.map { Match(row: rows.reference($0), entity: rows.reference($0)) }
  }
}
