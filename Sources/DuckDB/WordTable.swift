/// Distinct words in the order they were first seen, each with its place as a code: texts read from
/// chunks become numbers, ready for `ColumnBuffer.Values.words`.
///
/// The codes depend on the order of the texts alone.
public struct WordTable: Sendable {
  /// The words; a code is an index into them.
  public private(set) var words: [String] = []

  /// The bytes of all words, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// Open addressing: the code in a slot plus 1, or 0 where it is free; a power of two of them.
  private var slots = [Int32](repeating: 0, count: 64)

  /// Differs from table to table, so that words cannot be chosen to collide.
  private let seed = UInt64.random(in: .min ... .max)

  public init() {}

  /// Appends the code of each row to `codes`: -1 where the row is NULL.
  public mutating func encode(_ texts: TextView, into codes: inout [Int32]) {
    for row in 0..<texts.count {
      codes.append(
        texts.isValid(row) ? texts.withUTF8(row) { (utf8) in code(for: utf8) } : -1)
    }
  }

  /// The code of a word, new if it was not seen before.
  public mutating func code(for word: String) -> Int32 {
    code(for: word.utf8.span)
  }

  /// The code of a word given as UTF-8, new if it was not seen before.
  public mutating func code(for utf8: Span<UInt8>) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash(utf8)) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if holds(Int(code), utf8) { return code }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(words.count)
    slots[slot] = code + 1
    utf8.withUnsafeBufferPointer { utf8 in
      words.append(String(decoding: utf8, as: UTF8.self))
      bytes.append(contentsOf: utf8)
    }
    ends.append(bytes.count)
    if words.count * 2 > slots.count { grow() }
    return code
  }

  private func holds(_ code: Int, _ utf8: Span<UInt8>) -> Bool {
    let start = ends[code]
    guard ends[code + 1] - start == utf8.count else { return false }
    return utf8.bytes.equals(bytes.span.bytes.extracting(start..<start + utf8.count))
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for code in words.indices {
      var slot = Int(truncatingIfNeeded: hash(bytes.span.extracting(ends[code]..<ends[code + 1])))
      slot &= slots.count - 1
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code) + 1
    }
  }

  private func hash(_ utf8: Span<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(utf8.count)
    utf8.bytes.forEachWord { word in
      let product = (hash ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
      hash = product.high ^ product.low
    }
    return hash
  }
}

extension RawSpan {
  /// The bytes eight at a time, the last ones filled up with zeros.
  fileprivate func forEachWord(_ body: (UInt64) -> Void) {
    var offset = 0
    while offset + 8 <= byteCount {
      body(unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    guard offset < byteCount else { return }
    var last: UInt64 = 0
    while offset < byteCount {
      last = last << 8 | UInt64(unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self))
      offset += 1
    }
    body(last)
  }

  /// Whether the other span, of the same length, holds the same bytes.
  fileprivate func equals(_ other: RawSpan) -> Bool {
    var offset = 0
    while offset + 8 <= byteCount {
      guard
        unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
          == other.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      else { return false }
      offset += 8
    }
    while offset < byteCount {
      guard
        unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
          == other.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
      else { return false }
      offset += 1
    }
    return true
  }
}
