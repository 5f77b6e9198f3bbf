import FeatureAlgebra
import Foundation

/// Numbers, times and days as a person reads them.
enum Words {
  /// `26012` as `26,012`.
  static func count(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.append(String(digits.suffix(3)))
      digits = String(digits.dropLast(3))
    }
    groups.append(digits)
    return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
  }

  /// `1 day`, `165 days`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `0.4 ms`, `12 ms`, `1.24 s`, `2 min 05 s`, `1 h 12 min`.
  static func seconds(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.000_05: "0 ms"
    case ..<0.001: String(format: "%.1f ms", seconds * 1000)
    case ..<0.999_5: String(format: "%.0f ms", seconds * 1000)
    case ..<9.995: String(format: "%.2f s", seconds)
    case ..<59.95: String(format: "%.1f s", seconds)
    case ..<3599.5:
      String(format: "%d min %02d s", Int(seconds.rounded()) / 60, Int(seconds.rounded()) % 60)
    default: String(format: "%d h %02d min", Int(seconds) / 3600, Int(seconds) % 3600 / 60)
    }
  }

  /// Seconds in a column: `0.012`, `1.24`, `81.3`.
  static func plainSeconds(_ seconds: Double) -> String {
    switch seconds {
    case ..<0.000_5: ""
    case ..<0.999_5: String(format: "%.3f", seconds)
    case ..<99.995: String(format: "%.2f", seconds)
    default: String(format: "%.0f", seconds)
    }
  }

  /// `81,200 rows/s`, `1.24 M rows/s`; nothing without time or rows.
  static func rate(_ rows: Int, in seconds: Double) -> String {
    guard rows > 0, seconds > 0.001 else { return "" }
    let rate = Double(rows) / seconds
    return rate >= 999_500
      ? String(format: "%.2f M rows/s", rate / 1e6)
      : count(Int(rate < 1000 ? rate : (rate / 100).rounded() * 100)) + " rows/s"
  }

  /// `41 %`, `<1 %`
  static func share(_ share: Double) -> String {
    let percent = Int((100 * share).rounded())
    return percent == 0 && share > 0 ? "<1 %" : "\(percent) %"
  }

  /// `812 bytes`, `38.2 MB`.
  static func bytes(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: count(bytes, "byte")
    case ..<1_000_000: String(format: "%.1f kB", Double(bytes) / 1e3)
    case ..<1_000_000_000: String(format: "%.1f MB", Double(bytes) / 1e6)
    default: String(format: "%.2f GB", Double(bytes) / 1e9)
    }
  }

  /// `2024-10-22` or `2024-10-22 to 2025-04-13`.
  static func days(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? days.lowerBound.description : "\(days.lowerBound) to \(days.upperBound)"
  }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The words, or how many there are where they are too many for a line: `17 processors`.
  static func list(_ words: [String], atMost limit: Int, _ noun: String) -> String {
    words.count > limit ? "\(count(words.count)) \(noun)" : list(words)
  }

  /// The first letter in upper case.
  static func sentence(_ text: String) -> String {
    (text.first.map { $0.uppercased() } ?? "") + text.dropFirst()
  }

  /// Lines of at most `width` columns, each starting with `indent` blanks; a longer word stands alone.
  static func wrapped(_ text: String, width: Int, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.displayWidth + 1 + word.count > width {
        lines.append(blanks + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    if !line.isEmpty { lines.append(blanks + line) }
    return lines
  }
}
