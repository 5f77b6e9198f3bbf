import FeatureAlgebra
import FeatureEngine
import FeatureLedger

/// The decisions, as they are shown.
struct PlanView {
  let decisions: [(processor: String, days: [DayPlan])]
  let estimates: PlanEstimates
  let days: ClosedRange<Day>

  func lines(_ palette: Palette) -> [String] {
    var table = TextTable([
      .text("processor"), .number("compute"), .number("fresh").optional,
      .number("blocked").optional, .number("held").optional, .number("waiting").optional,
      .number("rows").optional, .number("time").optional, .text("days"), .text("because"),
    ])
    for (processor, days) in decisions {
      let groups = PlanGroup.groups(of: days)
      let fresh = days.count { $0.decision == .fresh }
      let estimate = estimates.processors[processor]
      var cells: [TextTable.Cell] = [TextTable.Cell(processor)]
      if groups.isEmpty {
        table.add(
          cells + [
            "", .count(fresh), "", "", "", "", "", "",
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
            group.kind == .computed ? .count(group.days, .good) : "",
            index == 0 ? .count(fresh) : "",
            group.kind == .blocked ? .count(group.days, .warning) : "",
            group.kind == .held ? .count(group.days, .warning) : "",
            group.kind == .waiting ? .count(group.days, .accent) : "",
            index == 0 ? PlanView.rows(estimate) : "", index == 0 ? PlanView.time(estimate) : "",
            TextTable.Cell(Words.days(group.span)), TextTable.Cell(group.reason),
          ])
      }
    }
    return table.lines(palette) + ["", closing]
  }

  private static func rows(_ estimate: Pace.Estimate?) -> TextTable.Cell {
    TextTable.Cell(estimate.map { "~\(Words.count($0.rows))" } ?? "", .faint)
  }

  private static func time(_ estimate: Pace.Estimate?) -> TextTable.Cell {
    TextTable.Cell(estimate?.seconds.map { "~\(Words.seconds($0))" } ?? "", .faint)
  }

  /// `: about 1,230 rows in 1.2 s, by earlier runs`
  private var likely: String {
    guard let total = estimates.total else { return "" }
    let time = total.seconds.map { " in \(Words.seconds($0))" } ?? ""
    return ": about \(Words.count(total.rows, "row"))\(time), by earlier runs"
  }

  private var closing: String {
    func count(_ kind: PlanGroup.Kind) -> Int {
      decisions.map { $0.days.count { PlanGroup.Kind($0) == kind } }.reduce(0, +)
    }
    let (computed, waiting) = (count(.computed), count(.waiting))
    if computed == 0, waiting == 0, count(.blocked) == 0, count(.held) > 0 {
      return "run would compute nothing: open circuit breakers hold back "
        + Words.count(count(.held), "processor day")
    }
    if computed == 0, waiting == 0 {
      return count(.blocked) == 0
        ? "nothing to do for \(Words.days(days))"
        : "run would compute nothing: the inputs of \(Words.count(count(.blocked), "processor day"))"
          + " are short; load what is missing, or add --skip-dependencies"
    }
    return "run would compute \(Words.count(computed, "processor day"))"
      + (waiting == 0
        ? "" : ", and decide about \(Words.count(waiting)) more when what they read is computed")
      + likely
  }
}

/// Days of one processor with the same decision and reason.
struct PlanGroup {
  enum Kind {
    case computed
    case blocked
    case held
    case waiting

    /// Nil for a day that is fresh.
    init?(_ plan: DayPlan) {
      switch plan.decision {
      case .compute: self = .computed
      case .blocked: self = .blocked
      case .held: self = .held
      case .afterUpstream: self = .waiting
      case .fresh: return nil
      }
    }
  }
  let kind: Kind
  let reason: String
  var days: Int
  var span: ClosedRange<Day>

  /// In the order of their first day; fresh days are in none.
  static func groups(of days: [DayPlan]) -> [PlanGroup] {
    var groups: [PlanGroup] = []
    for day in days {
      guard let kind = Kind(day) else { continue }
      let reason = day.decision.reason ?? ""
      if let index = groups.firstIndex(where: { $0.kind == kind && $0.reason == reason }) {
        groups[index].days += 1
        groups[index].span = groups[index].span.lowerBound...day.day
      } else {
        groups.append(
          PlanGroup(kind: kind, reason: reason, days: 1, span: day.day...day.day))
      }
    }
    return groups
  }
}

extension DayPlan.Decision {
  /// Why, in words; nil for a fresh day.
  var reason: String? {
    switch self {
    case .fresh: nil
    case .compute(let because): because
    case .blocked(let shortage): shortage.sentence
    case .held(let pause): pause.sentence
    case .afterUpstream(let processors): "after \(Words.list(processors))"
    }
  }
}
