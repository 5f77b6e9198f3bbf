/// Which rows of a table count when they are aggregated, said once with the table and by name.
///
/// ```swift
/// var countedRows: CountedRows? {
///   CountedRows("played") { (row: Rows<PlayerGames>) in row.minutes > 0 }
/// }
/// ```
///
/// Rows that are read to be aggregated need the condition: `Rows(PlayerGames(), as: "played").counted`, or
/// `.where` with the same condition. Without it a player's mean holds the games he sat out.
/// `.everyRow(because:)` reads all rows on purpose.
public struct CountedRows: Sendable {
  /// What such a row is called in findings: `played`.
  public let name: String
  private let row: @Sendable (String) -> Expression

  public init<Shape: Table>(
    _ name: String, _ condition: @escaping @Sendable (Rows<Shape>) -> Scalar
  ) {
    self.name = name
    self.row = { alias in condition(Rows(Shape(), as: alias)).expression }
  }

  /// The condition over rows read under an alias.
  public func condition(of alias: String) -> Expression { row(alias) }
}

extension Rows where Shape: Table {
  /// Only the rows that the table declares to count; all of them where it declares nothing.
  public var counted: Rows {
    guard let counted = shape.countedRows else { return self }
    return self.where { rows in Scalar(counted.condition(of: rows.declaration.reading)) }
  }

  /// Reads rows that do not count too, on purpose; the reason is for the reader.
  public func everyRow(because reason: String) -> Rows {
    var copy = declaration
    copy.everyRowBecause = reason
    return Rows(copy, shape)
  }
}
