import FeatureAlgebra
import FeaturePlan
import FeatureSpec

/// What a processor reads, table by table, with the reach of each reading.
///
/// Readings of one table in one scope are one input. A tracked input has the prefix of its tracking
/// columns as its name; another has the table's name, with the scope after it where two would collide.
struct InputLowering {
  let scopes: [InputScope]
  let dependencies: [DependencyPlan]

  init(_ outline: ProcessorOutline, calendar: CalendarPlan) {
    let prefixes = Self.prefixes(outline)
    var drafts: [Draft] = []
    for reading in outline.readings {
      guard let scope = outline.scope(of: reading) else { continue }
      for (alias, table) in reading.rows.tablesByAlias {
        drafts.append(
          Draft(
            prefix: prefixes[alias] ?? prefixes[reading.alias], table: table.name, scope: scope,
            aliases: [alias, reading.alias]))
      }
    }
    drafts += calendar.rows.tables.map {
      Draft(prefix: nil, table: $0, scope: .sameDay, aliases: [])
    }
    let inputs = Self.named(Self.merged(drafts))
    scopes = inputs.map(\.scope).sorted { $0.name < $1.name }
    dependencies = outline.dependencies.compactMap { dependency in
      guard let input = inputs.first(where: { $0.aliases.contains(dependency.value.rows.alias) })
      else { return nil }
      return DependencyPlan(
        input: input.scope.name, minimumRows: dependency.value.minimumRows,
        isCritical: dependency.value.isCritical)
    }
  }

  private struct Draft {
    let prefix: String?
    let table: TableName
    var scope: InputScope.Scope
    var aliases: Set<String>
  }

  private static func prefixes(_ outline: ProcessorOutline) -> [String: String] {
    var found: [String: String] = [:]
    for tracking in outline.tracking {
      for rows in tracking.value.rows { found[rows.alias] = tracking.value.columns.prefix }
    }
    return found
  }

  /// Equal scopes of a table are one input, histories of a table the wider of them. An untracked
  /// reading joins a tracked one that covers the same.
  private static func merged(_ drafts: [Draft]) -> [Draft] {
    var found: [Draft] = []
    for draft in drafts.filter({ $0.prefix != nil }) + drafts.filter({ $0.prefix == nil }) {
      let equal = found.firstIndex {
        $0.table == draft.table && $0.scope == draft.scope
          && (draft.prefix == nil || $0.prefix == draft.prefix)
      }
      let wider = found.firstIndex {
        $0.table == draft.table && $0.prefix == draft.prefix
          && $0.scope.union(draft.scope) != nil
      }
      guard let index = equal ?? wider else {
        found.append(draft)
        continue
      }
      found[index].scope = found[index].scope.union(draft.scope) ?? found[index].scope
      found[index].aliases.formUnion(draft.aliases)
    }
    return found
  }

  private static func named(
    _ drafts: [Draft]
  ) -> [(scope: InputScope, aliases: Set<String>)] {
    let plain = drafts.map { $0.prefix ?? $0.table.table }
    let names = drafts.indices.map { index -> String in
      let draft = drafts[index]
      guard plain.filter({ $0 == plain[index] }).count > 1 else { return plain[index] }
      let qualified = draft.prefix.map { "\($0)_\(draft.table.table)" } ?? draft.table.table
      let twins = drafts.filter {
        $0.prefix == draft.prefix && $0.table.table == draft.table.table
      }
      if twins.count == 1 { return qualified }
      let dataset =
        twins.contains { $0.table != draft.table } ? "\(draft.table.dataset)_" : ""
      return dataset + qualified + draft.scope.suffix
    }
    return zip(drafts, names).map { draft, name in
      (InputScope(name: name, table: draft.table, scope: draft.scope), draft.aliases)
    }
  }
}

extension InputScope.Scope {
  /// One scope that covers both, where one can be said: equal ones, or two histories.
  fileprivate func union(_ other: InputScope.Scope) -> InputScope.Scope? {
    switch (self, other) {
    case _ where self == other:
      self
    case (.before(let days, let season), .before(let otherDays, let otherSeason)):
      .before(
        days: days.flatMap { mine in otherDays.map { max(mine, $0) } },
        withinSeason: season && otherSeason)
    default:
      nil
    }
  }

  fileprivate var suffix: String {
    switch self {
    case .sameDay: ""
    case .before: "_before"
    case .everything: "_all"
    }
  }
}
