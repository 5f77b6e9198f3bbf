import FeatureAlgebra
import FeatureEngine
import FeatureLedger

/// What `run` would do.
enum PlanCommand: Command {
  static let spec = CommandSpec(
    "plan", "show what run would do with a range of days, and why",
    discussion: [
      "Takes what run takes, and computes and stores nothing.",
      "Rows and seconds are estimated from earlier runs.",
    ],
    options: OptionSpec.range,
    examples: [
      .init("plan --from 2024-10-22 --to 2025-04-13", "a season"),
      .init("plan --from 2025-01-15 --to 2025-01-15 --json", "one day, as JSON"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    let options = try call.runOptions(for: plan)
    try call.requireWarehouse()
    let warehouse = try call.openWarehouse(toPlan: plan)
    let decisions = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in try engine.plan(options)
    }
    let estimates = PlanEstimates(decisions, by: call.paces(of: options.evaluator))
    if call.printsJSON {
      try call.printJSON(PlanDocument(decisions, estimates, days: options.days))
    } else {
      call.print(
        PlanView(decisions: decisions, estimates: estimates, days: options.days)
          .lines(call.palette))
    }
    return .done
  }
}

/// What a plan is likely to come to.
struct PlanEstimates {
  /// Of processors with days to compute and an earlier run.
  let processors: [String: Pace.Estimate]
  /// Nil where a processor has days to compute and no earlier run.
  let total: Pace.Estimate?

  init(_ decisions: [(processor: String, days: [DayPlan])], by paces: [Pace]) {
    var processors: [String: Pace.Estimate] = [:]
    var (rows, seconds): (Int, Double?) = (0, 0)
    var isKnown = true
    for (processor, days) in decisions {
      let count = days.count { day in
        switch PlanGroup.Kind(day) {
        case .computed, .waiting: true
        case .blocked, .held, nil: false
        }
      }
      if count == 0 { continue }
      guard let pace = paces.first(where: { $0.processor == processor }) else {
        isKnown = false
        continue
      }
      let estimate = pace.estimate(days: count)
      processors[processor] = estimate
      rows += estimate.rows
      seconds = seconds.flatMap { sum in estimate.seconds.map { sum + $0 } }
    }
    self.processors = processors
    total =
      isKnown && !processors.isEmpty ? Pace.Estimate(rows: rows, seconds: seconds) : nil
  }
}

extension Invocation {
  /// How fast processors were by the journal; none where it cannot be read, which hinders no plan.
  fileprivate func paces(of evaluator: RunOptions.Evaluator) -> [Pace] {
    let path = context.resolve(Self.journal(of: warehousePath))
    guard let ledger = try? Ledger(at: path, for: .read) else { return [] }
    return (try? ledger.paces(evaluator: evaluator.rawValue)) ?? []
  }
}
