/// Which rows of a column hold a value: bit 1 is a value, bit 0 is NULL.
///
/// The layout is DuckDB's: row `r` is bit `r % 64` of word `r / 64`. Bits past the last row are 1, so
/// that whole words can be compared.
public struct Validity: Hashable, Sendable {
  public package(set) var words: [UInt64]

  /// `count` rows, all with a value.
  public init(allValid count: Int) {
    words = [UInt64](repeating: .max, count: Validity.wordCount(count))
  }

  /// `count` rows, none with a value.
  public init(allNull count: Int) {
    words = [UInt64](repeating: 0, count: Validity.wordCount(count))
    setTail(count)
  }

  /// Words as DuckDB holds them; what stands past `count` is ignored.
  public init(words: [UInt64], count: Int) {
    self.words = Array(words.prefix(Validity.wordCount(count)))
    setTail(count)
  }

  package init(_ isValid: [Bool]) {
    self.init(allValid: isValid.count)
    for (row, valid) in isValid.enumerated() where !valid { setNull(row) }
  }

  /// Whether row `row` holds a value.
  public subscript(row: Int) -> Bool { words[row >> 6] & (1 << UInt64(row & 63)) != 0 }

  public mutating func setNull(_ row: Int) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }

  /// No row is NULL.
  public var isAllValid: Bool { words.allSatisfy { $0 == .max } }

  /// The same bits, or nil where no row is NULL: columns hold them in this form.
  var normalized: Validity? { isAllValid ? nil : self }

  static func wordCount(_ count: Int) -> Int { (count + 63) >> 6 }

  private mutating func setTail(_ count: Int) {
    guard count & 63 != 0, let last = words.indices.last else { return }
    words[last] |= UInt64.max << UInt64(count & 63)
  }

  /// The bits of `rows`, moved to start at row 0.
  func slice(_ rows: Range<Int>) -> Validity {
    if rows.lowerBound & 63 == 0 {
      let first = rows.lowerBound >> 6
      return Validity(
        words: Array(words[first..<first + Validity.wordCount(rows.count)]), count: rows.count)
    }
    var result = Validity(allValid: rows.count)
    for (row, source) in rows.enumerated() where !self[source] { result.setNull(row) }
    return result
  }
}
