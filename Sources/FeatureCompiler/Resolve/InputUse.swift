import FeatureAlgebra
import FeaturePlan
import FeatureSpec

/// A table that a processor reads, and the rows of it that a day's output can depend on.
struct InputUse: Hashable {
  /// The rows' alias, and that of the part where they are a stack.
  let aliases: Set<String>
  let table: TableName
  let scope: InputScope.Scope
}

/// Which tables, in which scopes, `Tracks` and `Requires` mean.
enum InputMeant: Equatable {
  struct One: Hashable {
    let table: TableName
    let scope: InputScope.Scope
  }
  /// Sorted by table; several for a stack.
  case tables([One])
  /// The table is read on the day and before it, and no alias says which is meant.
  case severalScopes(TableName)
  case none
}

extension ProcessorOutline {
  func allInputUses() -> [InputUse] {
    readings.flatMap { reading -> [InputUse] in
      guard let scope = scope(of: reading) else { return [] }
      return reading.rows.tablesByAlias.map { read in
        InputUse(
          aliases: [read.alias, reading.alias], table: read.table.name,
          scope: read.ahead ?? read.maximumAge.map(scope.reaching) ?? scope)
      }
    }
  }

  /// The use of the rows' alias; where no reading has the alias, the use of the rows' table.
  func inputMeant(by rows: RowsDeclaration) -> InputMeant {
    let uses = inputUses
    var meant = uses.filter { $0.aliases.contains(rows.alias) }
    if meant.isEmpty {
      let tables = Set(rows.tablesByAlias.map(\.table.name))
      meant = uses.filter { tables.contains($0.table) }
    }
    if meant.isEmpty { return .none }
    var found: [InputMeant.One] = []
    for table in Set(meant.map(\.table)).sorted() {
      let scopes = meant.filter { $0.table == table }.map(\.scope)
      var wide = scopes[0]
      for scope in scopes {
        guard let both = wide.union(scope) else { return .severalScopes(table) }
        wide = both
      }
      found.append(InputMeant.One(table: table, scope: wide))
    }
    return .tables(found)
  }
}
