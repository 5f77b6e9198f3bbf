import FeatureAlgebra
import FeatureEngine

/// The decisions, as they are shown.
struct PlanView {
  let decisions: [(processor: String, days: [DayPlan])]
  let days: ClosedRange<Day>

  func lines(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("processor"), .number("compute"), .number("fresh").optional,
      .number("blocked").optional, .text("days"), .text("because"),
    ])
    for (processor, days) in decisions {
      let groups = PlanGroup.groups(of: days)
      let fresh = days.count { $0.decision == .fresh }
      var cells: [TextTable.Cell] = [TextTable.Cell(processor)]
      if groups.isEmpty {
        table.add(
          cells + [
            "", .count(fresh), "", "",
            fresh > 0
              ? TextTable.Cell("plan and inputs are those of the receipts", .faint)
              : TextTable.Cell("no game in the range", .faint),
          ])
        continue
      }
      for (index, group) in groups.enumerated() {
        if index > 0 { cells = [""] }
        table.add(
          cells + [
            group.isBlocked ? "" : .count(group.days, .good),
            index == 0 ? .count(fresh) : "", group.isBlocked ? .count(group.days, .warning) : "",
            TextTable.Cell(Words.days(group.span)), TextTable.Cell(group.reason),
          ])
      }
    }
    return table.lines(palette) + ["", closing]
  }

  private var closing: String {
    let computing = decisions.map { $0.days.count { !$0.isLeftAlone } }.reduce(0, +)
    return computing == 0
      ? "nothing to do for \(Words.days(days))"
      : "run would compute \(Words.count(computing, "processor day"))"
  }
}

extension DayPlan {
  /// Whether a run does nothing with the day.
  var isLeftAlone: Bool {
    if case .compute = decision { false } else { true }
  }
}

/// Days of one processor with the same decision and reason.
struct PlanGroup {
  let isBlocked: Bool
  let reason: String
  var days: Int
  var span: ClosedRange<Day>

  /// In the order of their first day; fresh days are in none.
  static func groups(of days: [DayPlan]) -> [PlanGroup] {
    var groups: [PlanGroup] = []
    for day in days {
      let blocked: Bool
      let reason: String
      switch day.decision {
      case .fresh: continue
      case .compute(let because): (blocked, reason) = (false, because)
      case .blocked(let because): (blocked, reason) = (true, because)
      }
      if let index = groups.firstIndex(where: { $0.isBlocked == blocked && $0.reason == reason }) {
        groups[index].days += 1
        groups[index].span = groups[index].span.lowerBound...day.day
      } else {
        groups.append(
          PlanGroup(isBlocked: blocked, reason: reason, days: 1, span: day.day...day.day))
      }
    }
    return groups
  }
}
