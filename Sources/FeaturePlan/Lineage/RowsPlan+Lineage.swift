import FeatureAlgebra

extension RowsPlan {
  /// The stored columns behind a column of these rows: its own in the table, or in each part of a stack
  /// what is mapped to it. Empty where every part maps a constant.
  package func tableColumns(of name: String) -> [TableColumn] {
    switch source {
    case .table(let table): [TableColumn(table, storedName(name))]
    case .stack(let parts, _):
      parts.flatMap { part in
        part.mapping.filter { $0.name == name }.flatMap { part.tableColumns(in: [$0.value]) }
      }
    }
  }

  /// The stored columns that decide which rows there are: key, day, filters, and what rows are kept by.
  package var decidingColumns: [TableColumn] {
    let own = [filter].compactMap { $0 } + (keep?.expressions ?? [])
    let names = key + [day].compactMap { $0 } + own.flatMap(\.columnReferences).map(\.name)
    var found = names.flatMap(tableColumns)
    if case .stack(let parts, _) = source {
      for part in parts {
        found += part.tableColumns(
          in: [part.filter].compactMap { $0 } + (part.keep?.expressions ?? [])
            + (part.pair?.match ?? []).flatMap { [$0.row, $0.entity] })
        if let pair = part.pair {
          found += [TableColumn(part.table, pair.day)] + pair.asking.decidingColumns
        }
      }
    }
    return found
  }

  /// The stored columns by which rows are reduced to one per key whatever their day: of a game that was
  /// moved, the row of another day may be the one that counts. Empty where every key holds the day.
  var columnsAcrossDays: [TableColumn] {
    var found = dayChoices.flatMap { choice in
      ([choice.filter].compactMap { $0 } + choice.keep.expressions).flatMap(\.columnReferences)
        .filter { $0.rows == choice.alias }.map { TableColumn(choice.table, storedName($0.name)) }
    }
    if case .stack = source, let keep, let day,
      !keep.per.contains(.column(rows: alias, name: day))
    {
      found += keep.expressions.flatMap(\.columnReferences).map(\.name).flatMap(tableColumns)
    }
    return found
  }
}

extension RowsPlan {
  /// The stored columns that are read of rows after the day of those that ask for them.
  var columnsAhead: [TableColumn] {
    guard case .stack(let parts, _) = source else { return [] }
    return parts.flatMap { part -> [TableColumn] in
      guard let pair = part.pair else { return [] }
      guard case .after = pair.timing else { return pair.asking.columnsAhead }
      let values =
        part.mapping.map(\.value) + pair.match.map(\.row) + [part.filter].compactMap { $0 }
      let own = values.flatMap(\.columnReferences).filter { $0.rows == part.alias }
      return own.map { TableColumn(part.table, storedName($0.name)) }
        + [TableColumn(part.table, pair.day)] + pair.asking.columnsAhead
    }
  }

  /// The tables of which rows dated D are read for D: not those that a pair looks up in the past.
  var tablesOfDay: [TableName] {
    guard case .stack(let parts, _) = source else { return tables }
    return parts.flatMap { part in
      let isOfDay = part.pair.map { $0.timing == .sameDay } ?? true
      return (isOfDay ? [part.table] : []) + (part.pair?.asking.tablesOfDay ?? [])
    }
  }
}

extension StackPart {
  fileprivate func tableColumns(in expressions: [Expression]) -> [TableColumn] {
    expressions.flatMap(\.columnReferences).flatMap { reference in
      if reference.rows == alias { return [TableColumn(table, storedName(reference.name))] }
      guard let asking = pair?.asking, reference.rows == asking.alias else { return [] }
      return asking.tableColumns(of: reference.name)
    }
  }
}

/// `features` of `features.fatigue_score`: an element is stored in its vector's column.
private func storedName(_ name: String) -> String {
  name.split(separator: ".").first.map(String.init) ?? name
}

extension Keep {
  fileprivate var expressions: [Expression] { per + order.map(\.value) }
}
