/// The shape of rows: a struct whose stored properties are `Column`s, or groups of them, in the order
/// of the table.
public protocol RowShape: Sendable {
  init()
  /// What identifies a row and dates it: said once, here, never in a query.
  var identity: Identity { get }
  /// Which rows may be aggregated; all of them where it is nil, which it is unless a table says otherwise.
  var countedRows: CountedRows? { get }
}

extension RowShape {
  public var countedRows: CountedRows? { nil }
}

/// A table of the warehouse.
public protocol Table: RowShape {
  static var name: TableName { get }
}

/// A struct of columns that several tables share, such as the four columns of source tracking.
public protocol ColumnGroup: Sendable {}

/// The columns with a part in every read of a table.
public struct Identity: Sendable {
  public let key: [Column]
  /// The date of a row; nil for tables without one.
  public let day: Column?
  /// When a row was last written.
  public let freshness: Column?
  /// Holds the hash over the business columns.
  public let rowHash: Column?

  public init(
    key: [Column], day: Column?, freshness: Column? = nil, rowHash: Column? = nil
  ) {
    self.key = key
    self.day = day
    self.freshness = freshness
    self.rowHash = rowHash
  }
}

extension RowShape {
  /// Every column, groups flattened, in the order of the declaration.
  public var columns: [Column] { columnsStored(in: self) }
}

extension ColumnGroup {
  public var columns: [Column] { columnsStored(in: self) }
}

/// The columns among the stored properties, groups flattened, in order.
func columnsStored(in value: Any) -> [Column] {
  Mirror(reflecting: value).children.flatMap { child -> [Column] in
    if let column = child.value as? Column { return [column] }
    if let group = child.value as? any ColumnGroup { return group.columns }
    if let several = child.value as? [any ColumnGroup] { return several.flatMap(\.columns) }
    return []
  }
}
