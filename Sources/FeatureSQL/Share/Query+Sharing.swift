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
    func visit(_ query: Query, isInner: Bool) {
      for table in query.with { visit(table.query, isInner: isInner) }
      switch query.body {
      case .unionAll(let queries):
        for query in queries { visit(query, isInner: isInner) }
      case .select(let select) where readsLoosely(select, isInner: isInner, query.orderBy):
        for case .common(let name, _) in select.relations { loose.insert(name) }
      case .select: break
      }
    }
    func readsLoosely(_ select: Select, isInner: Bool, _ order: [OrderTerm]) -> Bool {
      var isLoose = false
      func look(_ expression: SQLExpression) {
        switch expression {
        case .everything: isLoose = true
        case .column(_, nil): isLoose = isLoose || isInner || select.relations.count > 1
        default: break
        }
        expression.forEach(look) { visit($0, isInner: true) }
      }
      for case .query(let query, _) in select.relations { visit(query, isInner: true) }
      select.forEach(look)
      // A result's column is itself, whatever the relations have.
      let outputs = Set(select.columns.compactMap(\.output))
      for term in order {
        if case .column(let name, nil) = term.value, outputs.contains(name) { continue }
        look(term.value)
      }
      return isLoose
    }
    visit(self, isInner: false)
    return loose
  }
}
