/// Gives each distinct text (by its bytes) a code, in order of first appearance.
///
/// Texts come as bytes, so that reading a column makes one `String` per distinct text, not per row.
public struct TextInterner {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Open addressing; -1 is free. Its size is a power of two.
  private var table: [Int32]
  private var last: Int32 = -1

  public init() { table = [Int32](repeating: -1, count: 64) }

  /// Distinct texts so far.
  public var count: Int { ends.count }

  /// The code of a text given as UTF-8; runs of the same text cost one comparison each.
  public mutating func code(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if last >= 0, holds(last, text) { return last }
    let hash = TextInterner.hash(text)
    var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while true {
      let code = table[place]
      if code < 0 { break }
      if hashes[Int(code)] == hash, holds(code, text) {
        last = code
        return code
      }
      place = (place + 1) & (table.count - 1)
    }
    let code = Int32(ends.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    table[place] = code
    last = code
    if ends.count * 2 > table.count { grow() }
    return code
  }

  public mutating func code(of text: String) -> Int32 {
    if let code = text.utf8.withContiguousStorageIfAvailable({ code(of: $0) }) { return code }
    return Array(text.utf8).withUnsafeBufferPointer { code(of: $0) }
  }

  /// The texts so far, as a dictionary.
  public func dictionary() -> TextDictionary {
    var start = 0
    return TextDictionary(
      distinct: ends.map { end in
        defer { start = end }
        return String(decoding: bytes[start..<end], as: UTF8.self)
      })
  }

  private func holds(_ code: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = code == 0 ? 0 : ends[Int(code) - 1]
    guard ends[Int(code)] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for position in 0..<text.count where bytes[start + position] != text[position] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (code, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(code)
    }
  }

  /// FNV-1a, folded so that the low bits depend on all of it.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}
