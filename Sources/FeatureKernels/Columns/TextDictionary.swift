/// The distinct texts of a dictionary-encoded column, in the order of their codes.
///
/// Distinct means distinct UTF-8 bytes: two spellings of one grapheme are two texts. Dictionaries are
/// shared between columns and never change, so two columns with the same dictionary compare by code.
public final class TextDictionary: Sendable {
  public let texts: [String]

  /// - Precondition: no two texts have the same bytes; `TextInterner` makes such lists.
  init(distinct texts: [String]) { self.texts = texts }

  public var count: Int { texts.count }

  public subscript(code: Int32) -> String { texts[Int(code)] }

  static let empty = TextDictionary(distinct: [])

  /// The code of a text, or nil where it is not in the dictionary; looks at every entry.
  func code(of text: String) -> Int32? {
    texts.firstIndex { Bytes.equal($0, text) }.map(Int32.init)
  }

  /// The place of each code among all texts in ascending order of bytes.
  func ranks() -> [Int32] {
    let order = texts.indices.sorted { Bytes.precedes(texts[$0], texts[$1]) }
    var ranks = [Int32](repeating: 0, count: texts.count)
    for (rank, code) in order.enumerated() { ranks[code] = Int32(rank) }
    return ranks
  }
}

/// Texts as their bytes: `String`'s own `==` and `<` take canonically equal texts for one.
enum Bytes {
  static func equal(_ left: String, _ right: String) -> Bool { compare(left, right) == 0 }

  static func precedes(_ left: String, _ right: String) -> Bool { compare(left, right) < 0 }

  /// Below, at or above 0 as `left` comes before, is, or comes after `right`.
  static func compare(_ left: String, _ right: String) -> Int {
    withBytes(of: left) { left in
      withBytes(of: right) { right in
        for position in 0..<min(left.count, right.count) where left[position] != right[position] {
          return Int(left[position]) - Int(right[position])
        }
        return left.count - right.count
      }
    }
  }

  @inline(__always)
  static func withBytes<Result>(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
