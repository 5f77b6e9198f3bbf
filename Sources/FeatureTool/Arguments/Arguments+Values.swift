import FeatureAlgebra

extension Arguments {
  /// The value of a required option.
  func required(_ option: OptionSpec) throws(ToolError) -> String {
    if let value = value(option) { return value }
    throw .usage(
      "\(command?.name ?? "the command") needs --\(option.name)",
      help: "write \(option.usage)")
  }

  /// `--from` to `--to`, both included.
  func days() throws(ToolError) -> ClosedRange<Day> {
    let from = try day(.from)
    let to = try day(.to)
    guard from <= to else {
      throw .usage(
        "--from \(from) is after --to \(to)", help: "swap them: --from \(to) --to \(from)")
    }
    return from...to
  }

  /// `--from` and `--to`, each of which may be left out.
  func openDays() throws(ToolError) -> OpenDays {
    if value(.from) != nil, value(.to) != nil {
      let days = try days()
      return OpenDays(from: days.lowerBound, to: days.upperBound)
    }
    return OpenDays(
      from: value(.from) == nil ? nil : try day(.from), to: value(.to) == nil ? nil : try day(.to))
  }

  private func day(_ option: OptionSpec) throws(ToolError) -> Day {
    let text = try required(option)
    if let day = Day(text) { return day }
    let digits = text.split(separator: "-", omittingEmptySubsequences: false)
    let looksRight =
      digits.map(\.count) == [4, 2, 2] && digits.joined().allSatisfy { $0.isASCII && $0.isNumber }
    throw .usage(
      looksRight
        ? "--\(option.name) \(text): there is no such day"
        : "--\(option.name) '\(text)' is not a date",
      help: "dates are written YYYY-MM-DD, such as 2024-10-22")
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ option: OptionSpec, of type: Choice.Type = Choice.self
  ) throws(ToolError) -> Choice? where Choice.RawValue == String {
    guard let text = value(option) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw .usage(
      "--\(option.name) '\(text)' is not one of \(words.joined(separator: ", "))"
        + NearestName.hint(text, in: words),
      help: "write \(option.usage)")
  }

  /// A whole number of at least 1.
  func count(_ option: OptionSpec) throws(ToolError) -> Int? {
    guard let text = value(option) else { return nil }
    if let number = Int(text), number >= 1 { return number }
    throw .usage(
      "--\(option.name) '\(text)' is not a whole number of at least 1",
      help: "write \(option.usage)")
  }

  /// Bytes of `512MB`, `2GB`, `1.5 GB` or a plain number.
  func bytes(_ option: OptionSpec) throws(ToolError) -> Int? {
    guard let text = value(option) else { return nil }
    let units: [(String, Double)] = [
      ("GIB", 0x1p30), ("MIB", 0x1p20), ("KIB", 0x1p10), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3),
      ("G", 1e9), ("M", 1e6), ("K", 1e3), ("B", 1), ("", 1),
    ]
    let upper = text.uppercased()
    if let (unit, factor) = units.first(where: { upper.hasSuffix($0.0) }) {
      let digits = upper.dropLast(unit.count).split(separator: " ").joined()
      if let number = Double(digits), number > 0, number * factor < 1e18 {
        return Int(number * factor)
      }
    }
    throw .usage(
      "--\(option.name) '\(text)' is not a size", help: "write it as 512MB or 2GB")
  }
}

extension OptionSpec {
  static let from = value("from", "YYYY-MM-DD", "the first day")
  static let to = value("to", "YYYY-MM-DD", "the last day, itself included")
}
