package import FeatureAlgebra

extension Expression {
  /// The columns this expression reads, inside aggregates and league means too, each once.
  package var allColumnReferences: [ColumnReference] {
    var found: [ColumnReference] = []
    func add(_ more: [ColumnReference]) { found += more.filter { !found.contains($0) } }
    walk { node in
      switch node {
      case .column(let rows, let name): add([ColumnReference(rows: rows, name: name)])
      case .aggregate(let aggregation), .measured(let aggregation, _):
        add(
          [aggregation.argument, aggregation.filter].compactMap { $0 }.flatMap(\.columnReferences))
      case .league(let league):
        add(league.value.allColumnReferences + league.qualifying.allColumnReferences)
      default: break
      }
    }
    return found
  }
}

extension ProcessorPlan {
  /// Every rows that the processor reads, by alias.
  package var rowsRead: [String: RowsPlan] {
    var rows = lookups.map(\.rows) + summaries.map(\.rows) + histories.map(\.rows)
    if case .rows(let population) = population { rows.append(population) }
    rows += [completeness?.expected, completeness?.excused].compactMap { $0 }
    return Dictionary(rows.map { ($0.alias, $0) }) { first, _ in first }
  }

  /// Every expression from which output rows, failure rows and the finding of rows follow.
  private var expressions: [Expression] {
    let matches =
      lookups.flatMap(\.match) + summaries.flatMap(\.match) + histories.flatMap(\.match)
      + (completeness?.match ?? []) + (completeness?.excusedMatch ?? [])
    return features.map(\.expression)
      + failures.flatMap { [$0.when, $0.reason] + [$0.expected, $0.actual].compactMap { $0 } }
      + lookups.compactMap(\.condition) + lookups.flatMap(\.order).map(\.value)
      + histories.flatMap(\.order).map(\.value) + matches.flatMap { [$0.row, $0.entity] }
  }

  /// The stored columns that the processor reads through an alias, and those that decide which rows
  /// there are.
  func tableColumns(readAs rows: RowsPlan) -> [TableColumn] {
    let names = expressions.flatMap(\.allColumnReferences).filter { $0.rows == rows.alias }
    return rows.decidingColumns + names.flatMap { rows.tableColumns(of: $0.name) }
  }
}

extension LookupPlan {
  fileprivate var order: [Order] {
    if case .first(let order) = cardinality { order } else { [] }
  }
}
