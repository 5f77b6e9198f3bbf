/// Finds and replaces the string literal in the trailing closure of a call, in Swift source.
///
/// It knows parentheses, comments and string literals; interpolations that hold quotes are not followed.
struct SourceLiteral {
  private let bytes: [UInt8]

  init(source: String) { bytes = Array(source.utf8) }

  /// The source with another text in the literal; nil where no literal is found, or another than `old`,
  /// as in a file that was edited after it was compiled.
  ///
  /// - Parameters:
  ///   - line: from 1.
  ///   - column: of the call's opening parenthesis, in bytes from 1.
  func replaced(
    _ old: String, inCallAt line: Int, column: Int, with text: String
  ) -> String? {
    guard let start = offset(line: line, column: column),
      let literal = literal(afterCallAt: start), content(of: literal) == old
    else { return nil }
    let indent = indentation(of: literal.lowerBound)
    var before = bytes[..<literal.lowerBound]
    var after = bytes[literal.upperBound...]
    var new = text.isEmpty ? "\"\"" : ""
    if !text.isEmpty, startsLine(literal.lowerBound) {
      new = Self.literal(of: text, indent: indent)
    } else if !text.isEmpty {
      // `{ "" }`: the literal gets lines of its own.
      while before.last == UInt8(ascii: " ") { before.removeLast() }
      while after.first == UInt8(ascii: " ") { after.removeFirst() }
      new = "\n\(indent)  " + Self.literal(of: text, indent: indent + "  ") + "\n\(indent)"
    }
    return String(decoding: Array(before) + Array(new.utf8) + Array(after), as: UTF8.self)
  }

  /// A literal of several lines, raw where the text needs it.
  private static func literal(of text: String, indent: String) -> String {
    let isRaw = text.contains("\\") || text.contains("\"\"\"")
    let mark = isRaw ? "#" : ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : indent + $0 }
    return (["\(mark)\"\"\""] + lines + ["\(indent)\"\"\"\(mark)"]).joined(separator: "\n")
  }

  /// The text of a literal without interpolations; its escapes are those of a quote and a backslash.
  private func content(of literal: Range<Int>) -> String {
    var text = String(decoding: bytes[literal], as: UTF8.self)
    let isRaw = text.hasPrefix("#")
    while text.hasPrefix("#"), text.hasSuffix("#") { text = String(text.dropFirst().dropLast()) }
    if text.hasPrefix("\"\"\"") {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      let indent = lines.removeLast().prefix { $0 == " " }
      text = lines.map { $0.hasPrefix(indent) ? $0.dropFirst(indent.count) : $0 }
        .joined(separator: "\n")
    } else {
      text = String(text.dropFirst().dropLast())
    }
    return isRaw
      ? text : text.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }

  private func offset(line: Int, column: Int) -> Int? {
    var start = 0
    for _ in 1..<max(1, line) {
      guard let next = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = next + 1
    }
    let offset = start + column - 1
    return bytes.indices.contains(offset) ? offset : nil
  }

  private func startsLine(_ offset: Int) -> Bool {
    bytes[..<offset].reversed().first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "\n")
  }

  /// The indentation of the line that the literal begins on.
  private func indentation(of offset: Int) -> String {
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return String(
      decoding: bytes[start..<offset].prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }

  /// Skips the argument list, then takes the first literal after the opening brace.
  private func literal(afterCallAt start: Int) -> Range<Int>? {
    var depth = 0
    var isInClosure = false
    var index = start
    while index < bytes.count {
      if let string = string(at: index) {
        if isInClosure { return string }
        index = string.upperBound
        continue
      }
      if let comment = comment(at: index) {
        index = comment
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{"): if depth == 0 { isInClosure = true } else { depth += 1 }
      case UInt8(ascii: "}"):
        if depth == 0 { return nil }
        depth -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private func comment(at index: Int) -> Int? {
    guard bytes[index...].starts(with: "//".utf8) else { return nil }
    return bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// The range of a string literal that begins at the index.
  private func string(at index: Int) -> Range<Int>? {
    let quote = UInt8(ascii: "\"")
    let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
    var cursor = index + hashes
    guard cursor < bytes.count, bytes[cursor] == quote else { return nil }
    let quotes = bytes[cursor...].starts(with: [quote, quote, quote]) ? 3 : 1
    let end =
      Array(repeating: quote, count: quotes)
      + Array(repeating: UInt8(ascii: "#"), count: hashes)
    cursor += quotes
    while cursor < bytes.count {
      if bytes[cursor...].starts(with: end) { return index..<cursor + end.count }
      cursor += hashes == 0 && bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
