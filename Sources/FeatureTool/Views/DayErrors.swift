import FeatureAlgebra
import FeatureEngine

/// Days that failed in the same way: one defect in a spec often breaks weeks of them.
struct DayErrors {
  struct Group {
    /// The first of them.
    let first: EngineError
    var days: [ClosedRange<Day>]

    /// The first error, and how many days went the same way.
    func lines(_ palette: Palette) -> [String] {
      var lines = ErrorText(error: ToolError(first), isVerbose: false).lines(palette)
      if let last = days.last, days.count > 1 {
        let more = Words.count(days.count - 1, "more day")
        lines.append(palette(.faint, "  and \(more) in the same way, the last \(Words.days(last))"))
      }
      return lines
    }
  }

  private(set) var groups: [Group] = []
  private var places: [String: Int] = [:]

  /// Takes an error in; true when it is the first of its kind.
  @discardableResult
  mutating func add(_ error: EngineError) -> Bool {
    let days = error.days.map { [$0] } ?? []
    let kind = "\(error.processor ?? "") \(error.code.name) \(Self.constant(error.message))"
    if let place = places[kind] {
      groups[place].days += days
      return false
    }
    places[kind] = groups.count
    groups.append(Group(first: error, days: days))
    return true
  }

  /// What does not tell one day from another: the first clause without its numbers, but with all that
  /// stands in quotes.
  private static func constant(_ message: String) -> String {
    var kept = ""
    var isQuoted = false
    for character in message {
      if character == "'" { isQuoted.toggle() }
      if character == ",", !isQuoted { break }
      if isQuoted || !character.isNumber { kept.append(character) }
    }
    return kept
  }
}
