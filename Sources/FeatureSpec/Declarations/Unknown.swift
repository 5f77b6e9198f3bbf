/// A column that nothing read can tell: NULL in every row, never 0, and why. The pipeline's pages say so too.
///
/// ```swift
/// Unknown(out.publicBetting, because: "no raw table has it")
/// ```
public struct Unknown: DeclarationGroup {
  public let declarations: [Declaration]

  public init(
    _ columns: Column..., because reason: String, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column place: Int = #column
  ) {
    declarations = columns.map { column in
      var feature = FeatureDeclaration(
        name: column.name, column: column, type: column.type, unit: column.unit,
        expression: .literal(.null(column.type)))
      feature.unknownBecause = reason
      return Declaration(
        .feature(feature), Place(fileID: fileID, filePath: filePath, line: line, column: place))
    }
  }
}
