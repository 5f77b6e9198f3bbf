import FeatureAlgebra

extension Query {
  /// The same query with each common table once: one whose rows are those of an earlier one is left out, and
  /// the earlier one is read in its place under its name.
  ///
  ///     "home" AS (SELECT "h"."team" FROM "games" AS "h"),
  ///     "away" AS (SELECT "a"."score" FROM "games" AS "a")
  ///
  /// becomes
  ///
  ///     "home" AS (SELECT "h"."team", "h"."score" FROM "games" AS "h")
  ///
  /// and `FROM "home" AS "away"`. Stacks of one table of games stand in many lookups and summaries of a
  /// processor, each with a declaration of its own; written out they are read, planned and computed as often.
  func sharingCommonTables() -> Query {
    guard with.count > 1 else { return self }
    let repeated = Dictionary(with.map { ($0.query.outline, 1) }, uniquingKeysWith: +)
      .filter { $0.value > 1 }
    guard !repeated.isEmpty else { return self }
    let loose = looselyRead
    var shelf = SharedTables()
    var replaced: [String: String] = [:]
    for table in with {
      let query = Renaming.tables(replaced).applied(to: table.query)
      let own = CommonTable(table.name, note: table.note, query)
      guard repeated[table.query.outline] != nil else {
        shelf.add(own)
        continue
      }
      let name = shelf.place(own, isOpen: !loose.contains(table.name))
      if name != table.name { replaced[table.name] = name }
    }
    guard !replaced.isEmpty else { return self }
    var result = Renaming.tables(replaced).applied(to: Query(body, orderBy: orderBy))
    result.with = shelf.tables
    return result
  }

  /// What two queries of the same rows have in common at the least: of each branch the tables and how many
  /// relations there are. Tables that nothing else is like need not be looked at any closer.
  private var outline: [String] {
    branches.flatMap { select in
      select.relations.map { relation in
        if case .table(let name, _) = relation { name.table } else { "" }
      } + [select.isDistinct ? "distinct" : "select"]
    }
  }

  /// Common tables of which some reader does not name the columns it reads, or does not say whose they are
  /// where there are others: such a reader would see it if there were more columns.
  private var looselyRead: Set<String> {
    var loose: Set<String> = []
    func visit(_ query: Query, isInner: Bool) -> Query {
      query.map(
        { select in
          visit(select, isInner: isInner, query.orderBy)
          return select
        }, { $0 })
    }
    func visit(_ select: Select, isInner: Bool, _ order: [OrderTerm]) {
      var isLoose = false
      func look(_ expression: SQLExpression) -> SQLExpression {
        switch expression {
        case .everything: isLoose = true
        case .column(_, nil): isLoose = isLoose || isInner || select.relations.count > 1
        default: break
        }
        return expression.map(look) { visit($0, isInner: true) }
      }
      _ = select.map(
        { relation in
          if case .query(let query, _) = relation { _ = visit(query, isInner: true) }
          return relation
        }, look)
      // A result's column is itself, whatever the relations have.
      let outputs = Set(select.columns.compactMap(\.output))
      for term in order {
        if case .column(let name, nil) = term.value, outputs.contains(name) { continue }
        _ = look(term.value)
      }
      for case .common(let name, _) in select.relations where isLoose { loose.insert(name) }
    }
    _ = visit(self, isInner: false)
    return loose
  }
}

extension Command {
  /// The same command with each common table of its query once.
  func sharingCommonTables() -> Command {
    switch self {
    case .insert(let table, let columns, let query):
      .insert(table, columns: columns, query.sharingCommonTables())
    case .createTemporary(let name, let query):
      .createTemporary(name, query.sharingCommonTables())
    case .createSchema, .createTable, .createTemporaryTable, .dropTemporary, .addColumn,
      .changeType, .allowNull, .forbidNull, .delete, .merge:
      self
    }
  }
}
