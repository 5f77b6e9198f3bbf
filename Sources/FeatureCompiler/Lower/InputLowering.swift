import FeatureAlgebra
import FeaturePlan
import FeatureSpec

/// What a processor reads, table by table, with the reach of each reading.
///
/// Readings of one table in one scope are one input, and so are all histories of a table. A tracked input
/// has the prefix of its tracking columns as its name; another has the table's name, with the scope after
/// it where two would collide.
struct InputLowering {
  let scopes: [InputScope]
  let dependencies: [DependencyPlan]

  init(_ outline: ProcessorOutline, calendar: CalendarPlan) {
    var inputs: [InputScope] = []
    for tracking in outline.tracking {
      for rows in tracking.value.rows {
        guard case .tables(let meant) = outline.inputMeant(by: rows) else { continue }
        inputs += meant.map {
          InputScope(name: tracking.value.columns.prefix, table: $0.table, scope: $0.scope)
        }
      }
    }
    let uses =
      outline.inputUses
      + calendar.rows.tables.map { InputUse(aliases: [], table: $0, scope: .sameDay) }
    let rest = uses.filter { use in
      !inputs.contains { $0.table == use.table && $0.scope.covers(use.scope) }
    }
    inputs += Self.named(Self.merged(rest), taken: Set(inputs.map(\.name)))
    scopes = inputs.sorted { $0.name < $1.name }
    dependencies = outline.dependencies.map { dependency in
      let names = Self.names(of: outline.inputMeant(by: dependency.value.rows), in: inputs)
      return DependencyPlan(
        name: names.count == 1 ? names[0] : dependency.value.rows.alias, inputs: names,
        minimumRows: dependency.value.minimumRows, isCritical: dependency.value.isCritical)
    }
  }

  private static func names(of meant: InputMeant, in inputs: [InputScope]) -> [String] {
    guard case .tables(let tables) = meant else { return [] }
    return tables.compactMap { one in
      inputs.first { $0.table == one.table && $0.scope.covers(one.scope) }?.name
    }
  }

  private typealias Draft = (table: TableName, scope: InputScope.Scope)

  private static func merged(_ uses: [InputUse]) -> [Draft] {
    var found: [Draft] = []
    for use in uses {
      let index = found.firstIndex {
        $0.table == use.table && $0.scope.union(use.scope) != nil
      }
      if let index {
        found[index].scope = found[index].scope.union(use.scope) ?? found[index].scope
      } else {
        found.append((use.table, use.scope))
      }
    }
    return found
  }

  private static func named(_ drafts: [Draft], taken: Set<String>) -> [InputScope] {
    drafts.map { draft in
      let homonyms = drafts.filter { $0.table.table == draft.table.table }
      var name = draft.table.table
      if homonyms.contains(where: { $0.table != draft.table }) {
        name = "\(draft.table.dataset)_\(name)"
      }
      if homonyms.contains(where: { $0.table == draft.table && $0.scope != draft.scope }) {
        name += draft.scope.suffix
      }
      while taken.contains(name) { name += "_untracked" }
      return InputScope(name: name, table: draft.table, scope: draft.scope)
    }
  }
}

extension InputScope.Scope {
  fileprivate var suffix: String {
    switch self {
    case .sameDay: ""
    case .before, .beforeInSeason: "_before"
    case .after: "_after"
    case .matching: "_matching"
    case .everything: "_all"
    }
  }
}
