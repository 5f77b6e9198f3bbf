public import FeatureSpec

/// Lays findings out as text: sentence, place, source line with the word underlined, notes, help.
///
/// ```text
/// error[duplicate-feature]: feature 'minutes_last_7_days' is named twice
///   --> NBAFeatures/PlayerForm.swift:39
///    |
/// 39 |       Feature("minutes_last_7_days", sum(played.minutes), over: .last(7, .days))
///    |       ^^^^^^^
///    = help: rename one; the other is at NBAFeatures/PlayerForm.swift:37
/// ```
public struct FindingRenderer {
  /// The text of a source line without its line break, or nil where it cannot be had.
  private let sourceLine: (Place) -> String?
  private let showsLineNumbers: Bool

  /// - Parameters:
  ///   - showsLineNumbers: false for pinned texts, which an edit further up in the file must not change.
  ///   - sourceLine: fetches `place.line` (from 1) of `place.filePath`. The compiler itself opens no
  ///     file.
  public init(
    showsLineNumbers: Bool = true, sourceLine: @escaping (Place) -> String? = { _ in nil }
  ) {
    self.showsLineNumbers = showsLineNumbers
    self.sourceLine = sourceLine
  }

  /// All findings with an empty line between them, ending in a line break; empty for none.
  public func render(_ findings: Findings) -> String {
    findings.all.map(render).joined(separator: "\n")
  }

  /// One finding, ending in a line break.
  public func render(_ finding: Finding) -> String {
    let number = showsLineNumbers ? String(finding.place.line) : "  "
    let gutter = String(repeating: " ", count: number.utf8.count)
    var lines = [
      "\(finding.severity.rawValue)[\(finding.code)]: \(finding.message)",
      "\(gutter)--> \(name(finding.place))",
    ]
    if let source = sourceLine(finding.place) {
      lines += ["\(gutter) |", "\(number) | \(source)"]
      if let underline = Self.underline(in: source, column: finding.place.column) {
        lines.append("\(gutter) | \(underline)")
      }
    }
    lines += finding.notes.map { "\(gutter) = note: \($0.message): \(name($0.place))" }
    if let help = finding.help { lines.append("\(gutter) = help: \(help)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func name(_ place: Place) -> String {
    showsLineNumbers ? "\(place.fileID):\(place.line)" : place.fileID
  }

  /// Carets under the word that ends at `column`.
  ///
  /// `column` is that of the call's opening parenthesis, counted in bytes from 1; the word is to its
  /// left. A tab before the word stays a tab, so that the carets stand right in any editor.
  static func underline(in source: String, column: Int) -> String? {
    let bytes = Array(source.utf8)
    var end = min(max(column - 1, 0), bytes.count)
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var start = end
    while start > 0, isWordByte(bytes[start - 1]) { start -= 1 }
    guard start < end else { return nil }
    let before = String(decoding: bytes[..<start], as: UTF8.self)
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    return before.map { $0 == "\t" ? "\t" : " " }.joined()
      + String(repeating: "^", count: word.count)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default:
      false
    }
  }
}
