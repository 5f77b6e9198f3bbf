import FeatureAlgebra
import FeatureEngine

/// What `run` would do.
enum PlanCommand: Command {
  static let spec = CommandSpec(
    "plan", "show what run would do with a range of days, and why",
    discussion: ["Takes what run takes, and computes and stores nothing."],
    options: OptionSpec.range,
    examples: [
      .init("plan --from 2024-10-22 --to 2025-04-13", "a season"),
      .init("plan --from 2025-01-15 --to 2025-01-15 --json", "one day, as JSON"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    let options = try call.runOptions(for: plan)
    try call.requireWarehouse()
    let warehouse = try call.openWarehouse()
    let decisions = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in try engine.plan(options)
    }
    if call.printsJSON {
      try call.printJSON(PlanDocument(decisions, days: options.days))
    } else {
      call.print(PlanView(decisions: decisions, days: options.days).lines(call.palette))
    }
    return .done
  }
}

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

/// The JSON of `plan`; `docs/json.md` describes it.
struct PlanDocument: Encodable {
  struct DayDocument: Encodable {
    let day: String
    let decision: String
    let reason: String?
  }
  struct Processor: Encodable {
    let processor: String
    let days: [DayDocument]
  }
  let from: String
  let to: String
  let processors: [Processor]

  init(_ decisions: [(processor: String, days: [DayPlan])], days: ClosedRange<Day>) {
    from = days.lowerBound.description
    to = days.upperBound.description
    processors = decisions.map { part in
      Processor(
        processor: part.processor,
        days: part.days.map { plan in
          let day = plan.day.description
          return switch plan.decision {
          case .compute(let reason): DayDocument(day: day, decision: "compute", reason: reason)
          case .fresh: DayDocument(day: day, decision: "fresh", reason: nil)
          case .blocked(let reason): DayDocument(day: day, decision: "blocked", reason: reason)
          }
        })
    }
  }
}
