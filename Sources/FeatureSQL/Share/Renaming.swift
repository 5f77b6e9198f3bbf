/// A copy of a query in which relations have other names.
struct Renaming {
  /// By name of a common table: the one that is read in its place. It keeps its name as the alias.
  private var common: [String: String] = [:]
  /// By alias: another one.
  private var alias: [String: String] = [:]

  static func tables(_ names: [String: String]) -> Renaming {
    var renaming = Renaming()
    renaming.common = names
    return renaming
  }

  static func aliases(_ names: [String: String]) -> Renaming {
    var renaming = Renaming()
    renaming.alias = names
    return renaming
  }

  func applied(to query: Query) -> Query { query.map(applied, applied) }

  func applied(to expression: SQLExpression) -> SQLExpression {
    switch expression {
    case .column(let name, let table): .column(name, of: table.map(renamed))
    case .everything(let table): .everything(of: table.map(renamed))
    default: expression.map(applied, query: applied)
    }
  }

  private func applied(to select: Select) -> Select { select.map(applied, applied) }

  private func applied(to relation: Relation) -> Relation {
    switch relation {
    case .table(let name, let alias):
      return .table(name, alias: alias.map(renamed))
    case .common(let name, let alias):
      let (own, read) = (renamed(alias ?? name), common[name] ?? name)
      return .common(read, alias: own == read ? nil : own)
    case .query(let query, let alias):
      return .query(applied(to: query), alias: renamed(alias))
    case .elements(let list, let alias, let column):
      return .elements(of: applied(to: list), alias: renamed(alias), column: column)
    case .values(let rows, let alias, let columns):
      return .values(rows.map { $0.map(applied) }, alias: renamed(alias), columns: columns)
    }
  }

  private func renamed(_ name: String) -> String { alias[name] ?? name }
}

extension Query {
  /// The names under which relations are read anywhere in the query, each once, in order.
  var aliases: [String] {
    var found: [String] = []
    func add(_ name: String) {
      if !found.contains(name) { found.append(name) }
    }
    func look(_ expression: SQLExpression) {
      expression.forEach(look) { $0.aliases.forEach(add) }
    }
    for table in with { table.query.aliases.forEach(add) }
    for select in branches {
      for relation in select.relations {
        switch relation {
        case .table(_, let alias): alias.map(add)
        case .common(let name, let alias): add(alias ?? name)
        case .query(let query, let alias):
          query.aliases.forEach(add)
          add(alias)
        case .elements(_, let alias, _), .values(_, let alias, _): add(alias)
        }
      }
      select.forEach(look)
    }
    for term in orderBy { look(term.value) }
    return found
  }
}
