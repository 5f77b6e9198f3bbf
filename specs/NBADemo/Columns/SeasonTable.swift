/// One raw table of the generated season: columns of equal length, in their declared order.
public struct SeasonTable: Sendable {
  public let name: String
  public let columns: [SeasonColumn]

  public var rowCount: Int { columns.first?.rowCount ?? 0 }

  init(_ name: String, _ columns: [SeasonColumn]) {
    self.name = name
    self.columns = columns
  }

  /// The column of that name, or `nil` when the table has none.
  public subscript(column: String) -> SeasonColumn? { columns.first { $0.name == column } }
}

/// One column, held whole so that a loader can copy it vector by vector.
///
/// Text is always a dictionary: no raw column of a season has many distinct words per row.
public struct SeasonColumn: Sendable {
  public let name: String
  public let values: Values

  /// One flag per row, `false` where the row is NULL; `nil` when no row is NULL.
  /// Where a flag is `false` the value beside it is 0 or `false` and means nothing.
  /// Always `nil` for a dictionary, which says NULL with the code −1.
  public let validity: [Bool]?

  public enum Values: Sendable {
    /// `VARCHAR`: one code per row into `words`, −1 for NULL. A word may go unused, none is twice.
    case dictionary(codes: [Int32], words: [String])
    /// `BIGINT`
    case integer([Int64])
    /// `DOUBLE`
    case double([Double])
    /// `BOOLEAN`
    case boolean([Bool])
    /// `DATE`: days since 1970-01-01.
    case day([Int32])
    /// `TIMESTAMP`: microseconds since 1970-01-01 00:00 UTC.
    case timestamp([Int64])
  }

  public var rowCount: Int {
    switch values {
    case .dictionary(let codes, _): codes.count
    case .integer(let values): values.count
    case .double(let values): values.count
    case .boolean(let values): values.count
    case .day(let values): values.count
    case .timestamp(let values): values.count
    }
  }

  public func isNull(at row: Int) -> Bool {
    if case .dictionary(let codes, _) = values { return codes[row] < 0 }
    return validity.map { !$0[row] } ?? false
  }
}
