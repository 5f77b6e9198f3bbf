import FeatureAlgebra
import FeaturePlan
import FeatureSpec

/// Rows that a processor reads under an alias, and how.
struct ReadRows: Sendable {
  enum Reading: Sendable {
    /// The row of D that gets an output row.
    case population
    /// The entities of a history; the history itself is another reading of the same alias.
    case entities(by: [String], Window)
    case history([MatchDeclaration])
    case summary([MatchDeclaration])
    case lookup(LookupDeclaration)
    /// The games that should be there.
    case expected([MatchDeclaration])
    /// The days that excuse a missing game.
    case excused([MatchDeclaration])
  }
  let rows: RowsDeclaration
  let reading: Reading
  let place: Place

  var alias: String { rows.alias }

  /// A column of it stands for one value per entity: the population and lookups.
  var isEntityLevel: Bool {
    switch reading {
    case .population, .entities, .lookup: true
    case .history, .summary, .expected, .excused: false
    }
  }

  /// Aggregates look at its rows.
  var isAggregated: Bool {
    switch reading {
    case .history, .summary: true
    case .population, .entities, .lookup, .expected, .excused: false
    }
  }

  var isHistory: Bool {
    if case .history = reading { true } else { false }
  }
}

extension ProcessorOutline {
  func allReadings() -> [ReadRows] {
    var found: [ReadRows] = []
    for population in populations {
      let reading: ReadRows.Reading =
        switch population.value.declaration {
        case .rows: .population
        case .entities(_, let keys, let window): .entities(by: keys, window)
        }
      found.append(
        ReadRows(
          rows: population.value.declaration.rows, reading: reading, place: population.place))
    }
    found += lookups.map {
      ReadRows(rows: $0.value.rows, reading: .lookup($0.value), place: $0.place)
    }
    found += summaries.map {
      ReadRows(rows: $0.value.rows, reading: .summary($0.value.matches), place: $0.place)
    }
    found += histories.map {
      ReadRows(rows: $0.value.rows, reading: .history($0.value.matches), place: $0.place)
    }
    for declaration in completeness {
      let (value, place) = (declaration.value, declaration.place)
      found.append(
        ReadRows(rows: value.expected, reading: .expected(value.matches), place: place))
      if let excused = value.excused {
        found.append(
          ReadRows(rows: excused, reading: .excused(value.excusedMatches), place: place))
      }
    }
    return found
  }
}

extension RowsDeclaration {
  /// The tables behind the rows, each with the alias under which it is read: the rows' own, a part's,
  /// or that of rows that ask for a part's.
  var tablesByAlias: [TableRead] {
    switch source {
    case .table(let table): return [TableRead(alias: alias, table: table)]
    case .stack(let parts, _):
      return parts.flatMap { part in
        let own = part.rows.tablesByAlias.map { $0.paired(by: part, of: shape) }
        return own + (part.pair?.asking.tablesByAlias ?? [])
      }
    }
  }

  func column(_ name: String) -> Column? { shape.readable.first { $0.name == name } }

  func reference(_ column: String) -> Expression { .column(rows: alias, name: column) }
}

/// A table that rows come from.
struct TableRead: Sendable {
  let alias: String
  let table: TableDeclaration
  /// How many days before the rows' own days its rows can lie; nil where none lies before them.
  var maximumAge: Int?
  /// What is announced of its rows of later days; nil where none of them is read.
  var ahead: InputScope.Scope?

  fileprivate func paired(by part: PartDeclaration, of stack: ShapeDeclaration) -> TableRead {
    var read = self
    switch part.pair?.timing {
    case nil, .on: break
    case .newestDay(let age), .before(let age): read.maximumAge = age + (maximumAge ?? 0)
    case .after(let days):
      let announced = part.columnsRead(of: stack).filter { name in
        table.shape.columns.contains { $0.name == name && $0.isAnnounced }
      }
      read.ahead = .after(days: days, columns: announced)
    }
    return read
  }
}

extension PartDeclaration {
  /// The columns of the part's own rows that anything reads, sorted, with the day and the key.
  func columnsRead(of stack: ShapeDeclaration) -> [String] {
    let identity = rows.shape.identity
    let expressions =
      stack.readable.map(value(of:)) + [rows.filter].compactMap { $0 }
      + (pair?.matches.map(\.row) ?? [])
      + (rows.keep.map { $0.per + $0.order.map(\.expression) } ?? [])
    let read = expressions.flatMap(\.columnReferences).filter { $0.rows == rows.alias }.map(\.name)
    return Set(read + (identity.key + [identity.day].compactMap { $0 }).map(\.name)).sorted()
  }
}
