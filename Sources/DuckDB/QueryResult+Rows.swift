extension QueryResult {
  /// The rows that are left, as values: for small results.
  ///
  /// - Errors: `unsupported` when a column has a type that is not read; cast it in SQL.
  public func rows() throws(DuckDBError) -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    while let chunk = nextChunk() {
      var columns: [[SQLValue]] = []
      for index in self.columns.indices { columns.append(try chunk.vector(index).values()) }
      for row in 0..<chunk.count { rows.append(columns.map { $0[row] }) }
    }
    return rows
  }

  /// The one value of a result with one row and one column.
  ///
  /// - Errors: `invalidInput` when there are more, or none.
  public func value() throws(DuckDBError) -> SQLValue {
    let rows = try rows()
    guard rows.count == 1, let row = rows.first, row.count == 1, let value = row.first else {
      throw DuckDBError(
        .invalidInput,
        "one value was expected; the result has \(rows.count) rows and \(columns.count) columns",
        sql: sql)
    }
    return value
  }
}

extension Vector {
  /// Every row as a value.
  func values() throws(DuckDBError) -> [SQLValue] {
    switch type {
    case .null: Array(repeating: .null, count: count)
    case .boolean: try values(Bool.self) { .boolean($0) }
    case .tinyint: try values(Int8.self) { .integer(Int64($0)) }
    case .smallint: try values(Int16.self) { .integer(Int64($0)) }
    case .integer: try values(Int32.self) { .integer(Int64($0)) }
    case .bigint: try values(Int64.self) { .integer($0) }
    case .utinyint: try values(UInt8.self) { .integer(Int64($0)) }
    case .usmallint: try values(UInt16.self) { .integer(Int64($0)) }
    case .uinteger: try values(UInt32.self) { .integer(Int64($0)) }
    case .ubigint: try values(UInt64.self) { .hugeint(Int128($0)) }
    case .hugeint: try values(Int128.self) { .hugeint($0) }
    case .float: try values(Float.self) { .double(Double($0)) }
    case .double: try values(Double.self) { .double($0) }
    case .date: try values(Int32.self) { .date($0) }
    case .timestamp, .timestampWithTimeZone: try values(Int64.self) { .timestamp($0) }
    case .decimal(_, let scale): try decimals(scale: scale)
    case .varchar: try texts { .text(String(decoding: $0, as: UTF8.self)) }
    case .blob: try texts { .blob(Array($0)) }
    case .list: try lists()
    case .other:
      throw DuckDBError(
        .unsupported, "column \"\(name)\" is of a type that is not read (\(type)); cast it in SQL")
    }
  }

  private func values<Element: ColumnElement>(
    _: Element.Type, _ value: (Element) -> SQLValue
  ) throws(DuckDBError) -> [SQLValue] {
    let view: ColumnView<Element> = try view()
    return (0..<count).map { view.isValid($0) ? value(view[$0]) : .null }
  }

  private func decimals(scale: Int) throws(DuckDBError) -> [SQLValue] {
    switch type.storage {
    case .int16: try values(Int16.self) { .decimal(unscaled: Int128($0), scale: scale) }
    case .int32: try values(Int32.self) { .decimal(unscaled: Int128($0), scale: scale) }
    case .int64: try values(Int64.self) { .decimal(unscaled: Int128($0), scale: scale) }
    default: try values(Int128.self) { .decimal(unscaled: $0, scale: scale) }
    }
  }

  private func texts(
    _ value: (UnsafeBufferPointer<UInt8>) -> SQLValue
  ) throws(DuckDBError) -> [SQLValue] {
    let view = try text()
    return withExtendedLifetime(owner) {
      (0..<count).map { view.isValid($0) ? value(view.buffer($0)) : .null }
    }
  }

  private func lists() throws(DuckDBError) -> [SQLValue] {
    let view = try list()
    let elements = try view.elementValues()
    return (0..<count).map { view.isValid($0) ? .list(Array(elements[view[$0]])) : .null }
  }
}
