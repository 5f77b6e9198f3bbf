/// Named columns of one length.
public struct Table: Sendable, Equatable {
  public let count: Int
  /// In order; no two alike.
  public let names: [String]
  public let columns: [Column]

  /// - Throws: `unequal-columns` or `duplicate-column`, naming the column.
  public init(_ columns: [(name: String, column: Column)], count: Int? = nil) throws(KernelError) {
    let count = count ?? columns.first?.column.count ?? 0
    var seen: Set<String> = []
    for (name, column) in columns {
      guard column.count == count else {
        throw KernelError(
          .unequalColumns, "column '\(name)' has \(column.count) rows where the table has \(count)")
      }
      guard seen.insert(name).inserted else {
        throw KernelError(.duplicateColumn, "column '\(name)' is there twice")
      }
    }
    self.count = count
    self.names = columns.map(\.name)
    self.columns = columns.map(\.column)
  }

  private init(count: Int, names: [String], columns: [Column]) {
    self.count = count
    self.names = names
    self.columns = columns
  }

  public subscript(name: String) -> Column? {
    names.firstIndex(of: name).map { columns[$0] }
  }

  /// The rows of a range, in order.
  public func slice(_ rows: Range<Int>) -> Table {
    Table(count: rows.count, names: names, columns: columns.map { $0.slice(rows) })
  }

  /// The rows at the given places, in their order.
  public func gather(_ rows: [Int32]) -> Table {
    Table(count: rows.count, names: names, columns: columns.map { $0.gather(rows) })
  }

  /// The tables' rows one after the other.
  /// - Precondition: at least one table; all have the first one's columns in its order.
  public static func concatenated(_ tables: [Table]) -> Table {
    guard let first = tables.first else { preconditionFailure("concatenated() needs a table") }
    return Table(
      count: tables.reduce(0) { $0 + $1.count }, names: first.names,
      columns: first.columns.indices.map { index in
        Column.concatenated(tables.map { $0.columns[index] })
      })
  }
}
