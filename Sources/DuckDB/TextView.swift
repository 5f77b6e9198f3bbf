/// The texts (or byte strings) of one column in one chunk, in place.
///
/// A text is UTF-8; a `BLOB` column gives any bytes. Where a row is NULL the text is unspecified:
/// ask `isValid` first.
@frozen public struct TextView: @unchecked Sendable {
  // `@unchecked Sendable`: `bytes` lies in the chunk that `owner` keeps alive, and nobody writes a
  // fetched chunk.
  @usableFromInline let owner: AnyObject
  @usableFromInline let bytes: UnsafeRawBufferPointer

  /// How many rows.
  public let count: Int

  /// Which rows hold a value.
  public let validity: Validity

  init(owner: ChunkHandle, base: UnsafeRawPointer?, count: Int, validity: Validity) {
    self.owner = owner
    bytes = UnsafeRawBufferPointer(start: base, count: count * 16)
    self.count = count
    self.validity = validity
  }

  /// Whether the row holds a value, that is, is not NULL.
  @inlinable public func isValid(_ row: Int) -> Bool {
    validity[row]
  }

  /// The text of a row; unspecified where it is NULL. Bytes that are no UTF-8 become U+FFFD.
  public subscript(row: Int) -> String {
    withExtendedLifetime(owner) { String(decoding: buffer(row), as: UTF8.self) }
  }

  /// The bytes of a row; valid within `body` only. Empty or unspecified where it is NULL.
  @inlinable public func withUTF8<Output, Failure: Error>(
    _ row: Int, _ body: (Span<UInt8>) throws(Failure) -> Output
  ) throws(Failure) -> Output {
    defer { withExtendedLifetime(owner) {} }
    return try body(buffer(row).span)
  }

  /// The layout of `duckdb_string_t`: a length of 32 bits, then the bytes themselves up to 12 of
  /// them, or else 4 bytes of prefix and a pointer.
  @inlinable func buffer(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(row >= 0 && row < count, "row out of range")
    guard validity[row], let base = bytes.baseAddress else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let entry = base + row &* 16
    let length = Int(entry.load(as: UInt32.self))
    if length <= 12 {
      let inlined = (entry + 4).assumingMemoryBound(to: UInt8.self)
      return UnsafeBufferPointer(start: inlined, count: length)
    }
    let pointer = entry.load(fromByteOffset: 8, as: UnsafePointer<UInt8>?.self)
    return UnsafeBufferPointer(start: pointer, count: length)
  }
}
