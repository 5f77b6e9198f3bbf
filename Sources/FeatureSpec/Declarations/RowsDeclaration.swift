/// What the author said of rows, without their Swift type.
public struct RowsDeclaration: Sendable {
  public let alias: String
  /// The name that expressions have for exactly these rows: the alias, and a mark of every condition put
  /// on them. So that `played.points` is told from `games.points` when `played` is `games` with a
  /// condition and both go by one alias.
  public internal(set) var reading: String
  public let source: SourceDeclaration
  public internal(set) var filter: Expression?
  public internal(set) var keep: KeepDeclaration?
  public let shape: ShapeDeclaration
  public let place: Place
  /// Why rows are read that the table does not count; nil where nobody said so.
  public internal(set) var everyRowBecause: String?
}

public enum SourceDeclaration: Sendable {
  case table(TableDeclaration)
  case stack([PartDeclaration], StackDeclaration)
}

/// Which rows of a stack count, with the grain of the choice.
public enum StackDeclaration: Sendable {
  case everyRow
  /// Per day and these columns, the rows of the first part that has one.
  case firstPart(per: [String])
}

public struct KeepDeclaration: Sendable {
  public let per: [Expression]
  public let order: [SortTerm]
}

/// The columns and identity of a row shape.
public struct ShapeDeclaration: Sendable {
  public let typeName: String
  /// The columns of the table.
  public let columns: [Column]
  /// What expressions may read: the columns, and the elements of those that are vectors.
  public let readable: [Column]
  public let identity: Identity
  public let countedRows: CountedRows?
  init(_ shape: some RowShape) {
    typeName = "\(type(of: shape))"
    columns = shape.columns
    readable = columns.flatMap { [$0] + $0.elementColumns }
    identity = shape.identity
    countedRows = shape.countedRows
  }
}

/// A table of the warehouse as declared.
public struct TableDeclaration: Sendable {
  public let name: TableName
  public let shape: ShapeDeclaration
  public init<T: Table>(_ table: T) {
    name = T.name
    shape = ShapeDeclaration(table)
  }
}
