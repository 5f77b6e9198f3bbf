import FeatureAlgebra
import FeatureEngine

/// The days of one processor as a calendar: a column per week, a line per weekday.
///
/// ```text
///      Oct   Nov     Dec
/// Mon  · · · █ █ ▓ █
/// ```
struct CoverageCalendar {
  let report: CoverageReport
  let width: Int

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func legend(_ palette: Palette) -> String {
    palette(
      .faint,
      "█ every entity  ▓ 3 in 4  ▒ half  ░ fewer  ○ not computed  ✗ failed  · no row due")
  }

  func lines(_ palette: Palette) -> [String] {
    guard let first = report.days.first?.day, let last = report.days.last?.day else { return [] }
    let days = Dictionary(report.days.map { ($0.day, $0) }) { $1 }
    let weeks = Self.week(of: first)...Self.week(of: last)
    let most = max(4, (width - 5) / 2)
    var lines = [palette(.heading, report.processor)]
    var start = weeks.lowerBound
    // A season fits; more of them stand one below the other, without the weeks between them.
    while start <= weeks.upperBound {
      let block = start...min(start + most - 1, weeks.upperBound)
      lines += self.lines(block, days, palette)
      let seen = Set(report.days.map { Self.week(of: $0.day) })
      start = seen.filter { $0 > block.upperBound }.min() ?? weeks.upperBound + 1
    }
    return lines
  }

  private func lines(
    _ weeks: ClosedRange<Int>, _ days: [Day: DayCoverage], _ palette: Palette
  ) -> [String] {
    var title = ""
    var month = 0
    for week in weeks {
      let current = Self.day(week, 6).civil.month
      if current != month {
        title = title.padded(to: 2 * (week - weeks.lowerBound)) + Self.months[current - 1]
        month = current
      }
    }
    return [palette(.faint, "     " + title)]
      + Self.weekdays.enumerated().map { weekday, name in
        let cells = weeks.map { week in
          mark(days[Self.day(week, weekday)], palette)
        }
        return palette(.faint, name) + "  " + cells.joined(separator: " ")
      }
  }

  private func mark(_ day: DayCoverage?, _ palette: Palette) -> String {
    guard let day else { return palette(.faint, "·") }
    switch day.state {
    case .missing: return palette(.warning, "○")
    case .failed: return palette(.bad, "✗")
    case .stored: break
    }
    return switch CoverageCounts([day]).share ?? 1 {
    case 1...: palette(.good, "█")
    case 0.75...: palette(.good, "▓")
    case 0.5...: palette(.warning, "▒")
    default: palette(.warning, "░")
    }
  }

  /// Weeks since that of 1970-01-01, a Thursday; a week begins on Monday.
  private static func week(of day: Day) -> Int {
    let shifted = Int(day.ordinal) + 3
    return (shifted - ((shifted % 7) + 7) % 7) / 7
  }

  private static func day(_ week: Int, _ weekday: Int) -> Day {
    Day(ordinal: Int32(7 * week + weekday - 3))
  }
}
