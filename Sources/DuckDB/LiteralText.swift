/// A statement with the values of its named parameters written into its text.
///
/// The engine plans a statement that has parameters when it is prepared and again when it is run, with
/// their values; one whose values stand in it is planned once. Only what cannot be mistaken for
/// anything else is written: whole numbers, truth values, days, times, and of texts those of plain
/// letters, digits, `_`, `-` and `.`, which names and marks consist of.
enum LiteralText {
  /// - Returns: nil where a value or the text is better left to the engine's own binding: other texts
  ///   and kinds of value, names that do not agree, quoting other than `'…'` and `"…"`, comments other than
  ///   `--`.
  static func of(_ sql: String, with values: [String: SQLValue]) -> String? {
    var literals: [String: String] = [:]
    for (name, value) in values {
      guard let literal = literal(value) else { return nil }
      literals[name] = literal
    }
    var scanner = Scanner(sql: sql.utf8, literals: literals)
    guard let text = scanner.scan(), scanner.used.count == values.count else { return nil }
    return text
  }

  private static func literal(_ value: SQLValue) -> String? {
    switch value {
    case .null: "NULL"
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .integer(let value): value == .min ? nil : "CAST(\(value) AS BIGINT)"
    case .date(let days): "MAKE_DATE(\(days))"
    case .timestamp(let micros): micros == .min ? nil : "MAKE_TIMESTAMP(\(micros))"
    case .text(let value): value.utf8.allSatisfy(isPlain) ? "CAST('\(value)' AS VARCHAR)" : nil
    case .hugeint, .double, .decimal, .blob, .list: nil
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Goes through the text once; what is quoted or a comment is left as it is.
  private struct Scanner {
    let sql: String.UTF8View
    let literals: [String: String]
    var used: Set<String> = []

    init(sql: String.UTF8View, literals: [String: String]) {
      self.sql = sql
      self.literals = literals
    }

    mutating func scan() -> String? {
      var text = ""
      var written = sql.startIndex
      var place = sql.startIndex
      while place < sql.endIndex {
        switch sql[place] {
        case UInt8(ascii: "E"), UInt8(ascii: "e"):
          let next = sql.index(after: place)
          if next < sql.endIndex, sql[next] == UInt8(ascii: "'"), !isInsideName(place) {
            return nil
          }
          place = next
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
          guard let close = sql[sql.index(after: place)...].firstIndex(of: sql[place]) else {
            return nil
          }
          place = sql.index(after: close)
        case UInt8(ascii: "-") where sql[place...].starts(with: "--".utf8):
          place = sql[place...].firstIndex(of: UInt8(ascii: "\n")) ?? sql.endIndex
        case UInt8(ascii: "/") where sql[place...].starts(with: "/*".utf8), UInt8(ascii: "?"):
          return nil
        case UInt8(ascii: "$"):
          let start = sql.index(after: place)
          let end = sql[start...].firstIndex { !Scanner.isPartOfName($0) } ?? sql.endIndex
          let name = String(sql[start..<end]) ?? ""
          guard let literal = literals[name] else { return nil }
          used.insert(name)
          text += String(sql[written..<place]) ?? ""
          text += literal
          place = end
          written = end
        default: place = sql.index(after: place)
        }
      }
      return text + (String(sql[written...]) ?? "")
    }

    private func isInsideName(_ place: String.Index) -> Bool {
      place > sql.startIndex && Scanner.isPartOfName(sql[sql.index(before: place)])
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: byte >= 0x80
      }
    }
  }
}
