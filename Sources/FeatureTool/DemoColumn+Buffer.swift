import DuckDB

extension DemoTable {
  var rowCount: Int { columns.first?.buffer.count ?? 0 }
}

extension DemoColumn {
  /// The column as the database takes it.
  var buffer: ColumnBuffer {
    let bitmap = validity.flatMap { ColumnBuffer.validity($0) }
    return switch values {
    case .integer(let numbers): ColumnBuffer(name, .bigint(numbers), validity: bitmap)
    case .double(let numbers): ColumnBuffer(name, .double(numbers), validity: bitmap)
    case .boolean(let flags): ColumnBuffer(name, .boolean(flags), validity: bitmap)
    case .day(let days): ColumnBuffer(name, .date(days), validity: bitmap)
    case .timestamp(let moments): ColumnBuffer(name, .timestamp(moments), validity: bitmap)
    case .text(let codes, let words):
      ColumnBuffer(
        name, .words(codes: codes, of: words),
        validity: ColumnBuffer.validity(codes.map { $0 >= 0 }))
    }
  }
}
