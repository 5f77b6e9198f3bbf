import FeaturePlan

/// The canonical text of each word of a dictionary, by its code.
///
/// `"O'Neal \"Shaq\""`: trimmed, in normalization form C, quoted and escaped; or the word as it is by the
/// plain rule.
struct QuotedWords: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// - Parameter normalize: asked for words beyond ASCII only.
  init(_ words: [String], _ rule: WritePlan.HashRule, normalize: (String) -> String) {
    ends.reserveCapacity(words.count)
    for word in words {
      if rule == .plain {
        bytes += word.utf8
      } else {
        appendQuoted(word, normalize)
      }
      ends.append(bytes.count)
    }
  }

  private mutating func appendQuoted(_ word: String, _ normalize: (String) -> String) {
    let isASCII = Bytes.withBytes(of: word) { word in
      guard word.allSatisfy({ $0 < 0x80 }) else { return false }
      let blank = UInt8(ascii: " ")
      guard let first = word.firstIndex(where: { $0 != blank }),
        let last = word.lastIndex(where: { $0 != blank })
      else {
        appendEscaped(UnsafeBufferPointer(rebasing: word[..<0]))
        return true
      }
      appendEscaped(UnsafeBufferPointer(rebasing: word[first...last]))
      return true
    }
    if isASCII { return }
    Bytes.withBytes(of: normalize(QuotedWords.trimmed(word))) { appendEscaped($0) }
  }

  private mutating func appendEscaped(_ word: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: #"""#))
    for byte in word {
      if byte == UInt8(ascii: #"\"#) || byte == UInt8(ascii: #"""#) {
        bytes.append(UInt8(ascii: #"\"#))
      }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: #"""#))
  }

  /// Without blanks (category Zs) at both ends.
  private static func trimmed(_ word: String) -> String {
    var scalars = word.unicodeScalars[...]
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (scalar.value > 0x7f && scalar.properties.generalCategory == .spaceSeparator)
  }

  /// Lends the texts of codes, which lie in one block.
  func withTexts<Result>(
    _ body: ((Int32) -> UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        body { code in
          let start = code == 0 ? 0 : ends[Int(code) - 1]
          return UnsafeBufferPointer(rebasing: bytes[start..<ends[Int(code)]])
        }
      }
    }
  }
}
