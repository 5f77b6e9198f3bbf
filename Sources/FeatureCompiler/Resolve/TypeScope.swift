import FeatureAlgebra
import FeatureSpec

/// The types of everything an expression of one processor may name.
struct TypeScope: Sendable {
  private var columns: [ColumnReference: ColumnType] = [:]
  private var features: [String: ColumnType] = [:]

  init(_ outline: ProcessorOutline) {
    for reading in outline.readings { add(reading.rows) }
    for declaration in outline.completeness { add(declaration.value.actual) }
    for feature in outline.features { features[feature.value.name] = feature.value.type }
  }

  init(_ rows: RowsDeclaration) { add(rows) }

  var rules: TypeRules {
    TypeRules(column: { columns[$0] }, feature: { features[$0] })
  }

  /// The columns that rows have under an alias; none where the alias is unknown.
  func columnNames(of alias: String) -> [String] {
    columns.keys.filter { $0.rows == alias }.map(\.name)
  }

  private mutating func add(_ rows: RowsDeclaration) {
    for column in rows.shape.readable {
      columns[ColumnReference(rows: rows.alias, name: column.name)] = column.type
    }
    if case .stack(let parts, _) = rows.source {
      for rows in parts.flatMap(\.everyRows) { add(rows) }
    }
  }
}
