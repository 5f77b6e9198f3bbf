/// Which rows of a column hold a value: one bit per row, 1 for a value and 0 for NULL.
@frozen public struct Validity: @unchecked Sendable {
  // `@unchecked Sendable`: `words` lies in the chunk that `owner` keeps alive, and nobody writes a
  // fetched chunk.
  @usableFromInline let owner: AnyObject
  @usableFromInline let words: UnsafePointer<UInt64>?

  /// How many rows.
  public let count: Int

  init(owner: ChunkHandle, words: UnsafePointer<UInt64>?, count: Int) {
    self.owner = owner
    self.words = words
    self.count = count
  }

  /// Whether it is known, without looking, that no row is NULL. False does not mean that one is.
  @inlinable public var isAllValid: Bool {
    words == nil
  }

  /// Whether the row holds a value.
  @inlinable public subscript(row: Int) -> Bool {
    precondition(row >= 0 && row < count, "row out of range")
    guard let words else { return true }
    return words[row &>> 6] &>> UInt64(row & 63) & 1 == 1
  }

  /// 64 rows at once: the bit of row 64 × `index` is the lowest. Bits past the last row are
  /// unspecified.
  @inlinable public func word(_ index: Int) -> UInt64 {
    precondition(index >= 0 && index &<< 6 < count, "word out of range")
    return words?[index] ?? .max
  }

  /// How many rows are NULL.
  public var nullCount: Int {
    guard words != nil else { return 0 }
    var nulls = 0
    for index in 0..<(count + 63) / 64 {
      let used = min(64, count - index * 64)
      let mask = used == 64 ? UInt64.max : (1 << UInt64(used)) - 1
      nulls += (~word(index) & mask).nonzeroBitCount
    }
    return nulls
  }
}
