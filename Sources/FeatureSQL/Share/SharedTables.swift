/// Common tables, each of a form of its own.
struct SharedTables {
  private(set) var tables: [CommonTable] = []
  /// By rows and columns, and for tables that may have more columns by rows alone: where they stand.
  private var whole: [RowForm: Int] = [:]
  private var open: [RowForm: Int] = [:]

  /// Keeps a table that is like no other.
  mutating func add(_ table: CommonTable) { tables.append(table) }

  /// Keeps a table, unless one that is there already has its rows.
  ///
  /// - Parameter isOpen: No reader would see it if the table had more columns.
  /// - Returns: the name of the table to read.
  mutating func place(_ table: CommonTable, isOpen: Bool) -> String {
    let form = RowForm(table.query)
    let rows = isOpen ? RowForm(rowsOf: table.query) : nil
    if let place = whole[form] {
      // Its readers must go on to see these columns and no others.
      if !isOpen { open = open.filter { $0.value != place } }
      return tables[place].name
    }
    if let rows, let place = open[rows], let wider = tables[place].adding(table.query, rows) {
      whole = whole.filter { $0.value != place }
      tables[place] = wider
      whole[RowForm(wider.query)] = place
      return wider.name
    }
    let place = tables.count
    tables.append(table)
    whole[form] = place
    if let rows, open[rows] == nil { open[rows] = place }
    return table.name
  }
}

/// What a query gives, whatever its relations are called in it: two of one form give the same.
struct RowForm: Hashable {
  private let query: Query
  /// The query's own names of its relations, in the order in which the form has them.
  let aliases: [String]

  /// The rows with their columns.
  init(_ query: Query) {
    aliases = query.aliases
    self.query = Renaming.aliases(
      Dictionary(uniqueKeysWithValues: aliases.enumerated().map { ($0.element, "\($0.offset)") })
    ).applied(to: query)
  }

  /// The rows alone, whichever columns are taken of them; nil where the columns decide which rows there are.
  init?(rowsOf query: Query) {
    guard query.branches.allSatisfy(\.rowsAreFreeOfColumns) else { return nil }
    self.init(
      query.mapBranches { select in
        var bare = select
        bare.columns = []
        return bare
      })
  }

  static func == (left: RowForm, right: RowForm) -> Bool { left.query == right.query }
  func hash(into hasher: inout Hasher) { hasher.combine(query) }
}

extension CommonTable {
  /// The table with the columns of another query of the same rows; nil where a name would mean two things.
  fileprivate func adding(_ other: Query, _ rows: RowForm) -> CommonTable? {
    guard let own = RowForm(rowsOf: query) else { return nil }
    let renaming = Renaming.aliases(
      Dictionary(uniqueKeysWithValues: zip(rows.aliases, own.aliases)))
    let theirs = other.branches.map(\.columns)
    var columns = query.branches.map(\.columns)
    for (place, column) in (theirs.first ?? []).enumerated() {
      guard let name = column.output else { return nil }
      let values = theirs.map { renaming.applied(to: $0[place].value) }
      if let known = columns[0].firstIndex(where: { $0.output == name }) {
        guard columns.map({ $0[known].value }) == values else { return nil }
      } else {
        for branch in columns.indices {
          columns[branch].append(SelectColumn(values[branch], as: name))
        }
      }
    }
    var branches = columns.makeIterator()
    return CommonTable(
      self.name, note: note,
      query.mapBranches { select in
        var wider = select
        wider.columns = branches.next() ?? []
        return wider
      })
  }
}

extension Select {
  /// Another column would neither add nor remove a row.
  fileprivate var rowsAreFreeOfColumns: Bool {
    !isDistinct && !columns.contains { $0.value.holdsQuery }
      && (!groupBy.isEmpty || !columns.contains { $0.value.aggregates })
  }
}

extension SelectColumn {
  /// The name by which readers know the column.
  var output: String? {
    if case .column(let own, _) = value { return name ?? own }
    return name
  }
}

extension SQLExpression {
  fileprivate var aggregates: Bool {
    if case .aggregate = self { return true }
    return contains(\.aggregates)
  }

  /// Relations inside a column have no place in the form of the rows.
  fileprivate var holdsQuery: Bool {
    switch self {
    case .subquery, .exists: true
    default: contains(\.holdsQuery)
    }
  }

  private func contains(_ property: (SQLExpression) -> Bool) -> Bool {
    var found = false
    forEach { found = found || property($0) }
    return found
  }
}
