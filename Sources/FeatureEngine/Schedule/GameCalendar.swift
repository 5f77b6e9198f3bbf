package import FeatureAlgebra
package import FeaturePlan

/// The days of the schedule, in order: what tells game days from off days and seasons apart.
package struct GameCalendar: Sendable {
  package struct GameDay: Hashable, Sendable {
    package let day: Day
    package let season: Int
    /// The season's first day with a game.
    package let opening: Day
    package let scheduledGames: Int
    package let playedGames: Int
  }

  package let days: [GameDay]

  package init(days: [GameDay]) { self.days = days }

  /// The game days inside a range.
  package func days(in range: ClosedRange<Day>) -> [GameDay] {
    days.filter { range.contains($0.day) }
  }

  /// The days of a range with a game of the rule's kind, the first days of a season included.
  package func gameDays(_ rule: DaysPlan, in range: ClosedRange<Day>) -> [GameDay] {
    days(in: range).filter { rule.kind == .scheduled ? $0.scheduledGames > 0 : $0.playedGames > 0 }
  }

  /// The days of a range that get rows by the rule.
  package func asOfDays(_ rule: DaysPlan, in range: ClosedRange<Day>) -> [GameDay] {
    gameDays(rule, in: range).filter { $0.day.days(since: $0.opening) >= rule.bootstrap }
  }

  /// First and last day with a game, or nil for an empty schedule.
  package var span: ClosedRange<Day>? {
    guard let first = days.first, let last = days.last else { return nil }
    return first.day...last.day
  }
}
