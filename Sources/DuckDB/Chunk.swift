internal import CDuckDB

/// Up to 2048 rows of a result, column by column, read in place.
///
/// The columns it hands out keep its memory alive, so they may outlive it.
public struct Chunk {
  /// How many rows; the same for every column.
  public let count: Int

  private let handle: ChunkHandle
  private let columns: [QueryResult.Column]

  init(_ handle: ChunkHandle, columns: [QueryResult.Column]) {
    self.handle = handle
    self.columns = columns
    count = Int(duckdb_data_chunk_get_size(handle.raw))
  }

  /// A column of numbers or truth values, as it lies in memory.
  ///
  /// `DATE` is read as `Int32` (days since 1970), `TIMESTAMP` as `Int64` (microseconds), `DECIMAL`
  /// unscaled as the type of its width: `Int16` to 4 digits, `Int32` to 9, `Int64` to 18, `Int128`
  /// beyond. `BOOLEAN` also as `UInt8`.
  ///
  /// - Errors: `mismatchedType` when the column is stored as another type.
  public func column<Element: ColumnElement>(
    _ index: Int, as: Element.Type = Element.self
  ) throws(DuckDBError) -> ColumnView<Element> {
    try vector(index).view()
  }

  /// A `VARCHAR` or `BLOB` column.
  ///
  /// - Errors: `mismatchedType` when the column is neither.
  public func text(_ index: Int) throws(DuckDBError) -> TextView {
    try vector(index).text()
  }

  /// A list column.
  ///
  /// - Errors: `mismatchedType` when the column is no list.
  public func list(_ index: Int) throws(DuckDBError) -> ListView {
    try vector(index).list()
  }

  func vector(_ index: Int) -> Vector {
    precondition(columns.indices.contains(index), "column \(index) of \(columns.count) columns")
    return Vector(
      owner: handle, raw: duckdb_data_chunk_get_vector(handle.raw, idx_t(index)), count: count,
      type: columns[index].type, name: columns[index].name)
  }
}

/// Owns the engine's chunk. Read-only once fetched, so views may be read from any thread.
final class ChunkHandle: @unchecked Sendable {
  // `@unchecked Sendable`: set once and never written again; nothing in the engine changes a
  // fetched chunk.
  let raw: duckdb_data_chunk

  init(consuming raw: duckdb_data_chunk) {
    self.raw = raw
  }

  deinit {
    var raw: duckdb_data_chunk? = raw
    duckdb_destroy_data_chunk(&raw)
  }
}

/// A vector of a chunk, or the child of one, with the chunk that owns its memory.
struct Vector {
  let owner: ChunkHandle
  let raw: duckdb_vector?
  let count: Int
  let type: LogicalType
  let name: String

  var validity: Validity {
    Validity(owner: owner, words: duckdb_vector_get_validity(raw), count: count)
  }

  func view<Element: ColumnElement>() throws(DuckDBError) -> ColumnView<Element> {
    let wanted = Element.element.storage
    guard type.storage == wanted || (type.storage == .bool && wanted == .uint8) else {
      throw mismatch("\(Element.self)")
    }
    return ColumnView(
      owner: owner, base: UnsafeRawPointer(duckdb_vector_get_data(raw)), count: count,
      validity: validity)
  }

  func text() throws(DuckDBError) -> TextView {
    guard type.storage == .text else { throw mismatch("text") }
    return TextView(
      owner: owner, base: UnsafeRawPointer(duckdb_vector_get_data(raw)), count: count,
      validity: validity)
  }

  func list() throws(DuckDBError) -> ListView {
    guard case .list(let element) = type else { throw mismatch("a list") }
    let elements = Vector(
      owner: owner, raw: duckdb_list_vector_get_child(raw),
      count: Int(duckdb_list_vector_get_size(raw)), type: element, name: name)
    return ListView(
      owner: owner, base: UnsafeRawPointer(duckdb_vector_get_data(raw)), count: count,
      validity: validity, elements: elements)
  }

  private func mismatch(_ wanted: String) -> DuckDBError {
    DuckDBError(.mismatchedType, "column \"\(name)\" is \(type); it cannot be read as \(wanted)")
  }
}
