/// Fills every column of a group with the column of the same name in a row that is read.
///
/// ```swift
/// Copies(out.completeness, from: vector)
/// ```
///
/// A column that the row does not have is the finding `unknown-column`.
public struct Copies: DeclarationGroup {
  public let declarations: [Declaration]

  public init<Shape>(
    _ columns: some ColumnGroup, from population: Population<Shape>, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    self.init(
      columns.columns, population.declaration.rows.reading,
      Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  public init<Shape>(
    _ columns: some ColumnGroup, from lookup: Lookup<Shape>, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    self.init(
      columns.columns, lookup.declaration.rows.reading,
      Place(fileID: fileID, filePath: filePath, line: line, column: column))
  }

  private init(_ columns: [Column], _ reading: String, _ place: Place) {
    declarations = columns.map { column in
      Declaration(
        .feature(
          FeatureDeclaration(
            name: column.name, column: column, type: column.type, unit: column.unit,
            expression: .column(rows: reading, name: column.name))), place)
    }
  }
}
