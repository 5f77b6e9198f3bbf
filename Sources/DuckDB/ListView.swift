/// The lists of one column in one chunk: a range per row into the elements of all rows, in place.
public struct ListView: @unchecked Sendable {
  // `@unchecked Sendable`: `bytes` lies in the chunk that `owner` keeps alive, and nobody writes a
  // fetched chunk.
  private let owner: ChunkHandle
  private let bytes: UnsafeRawBufferPointer
  private let elements: Vector

  /// How many rows.
  public let count: Int

  /// Which rows hold a list; an empty list is a value.
  public let validity: Validity

  init(
    owner: ChunkHandle, base: UnsafeRawPointer?, count: Int, validity: Validity, elements: Vector
  ) {
    self.owner = owner
    bytes = UnsafeRawBufferPointer(start: base, count: count * 16)
    self.count = count
    self.validity = validity
    self.elements = elements
  }

  /// Whether the row holds a list, that is, is not NULL.
  public func isValid(_ row: Int) -> Bool {
    validity[row]
  }

  /// The places of the row's elements in `elements(as:)`; empty where the row is NULL.
  public subscript(row: Int) -> Range<Int> {
    guard validity[row] else { return 0..<0 }
    // `duckdb_list_entry`: offset, then length.
    let start = Int(bytes.load(fromByteOffset: row * 16, as: UInt64.self))
    return start..<start + Int(bytes.load(fromByteOffset: row * 16 + 8, as: UInt64.self))
  }

  /// The elements of all rows, one after another.
  ///
  /// - Errors: `mismatchedType` when they are stored as another type.
  public func elements<Element: ColumnElement>(
    as: Element.Type = Element.self
  ) throws(DuckDBError) -> ColumnView<Element> {
    try elements.view()
  }

  /// The elements of all rows of a list of texts.
  ///
  /// - Errors: `mismatchedType` when they are no texts.
  public func textElements() throws(DuckDBError) -> TextView {
    try elements.text()
  }

  /// The inner lists of a list of lists.
  ///
  /// - Errors: `mismatchedType` when they are no lists.
  public func listElements() throws(DuckDBError) -> ListView {
    try elements.list()
  }

  /// The elements of all rows as values, for small results.
  func elementValues() throws(DuckDBError) -> [SQLValue] {
    try elements.values()
  }
}
