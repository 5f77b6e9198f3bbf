import FeatureAlgebra
import FeatureEngine
import FeatureLedger

/// The JSON of `plan`; `docs/json.md` describes it.
struct PlanDocument: Encodable {
  struct DayDocument: Encodable {
    let day: String
    let decision: String
    let reason: String?
  }
  struct Estimate: Encodable {
    let rows: Int
    let seconds: Double?

    init?(_ estimate: Pace.Estimate?) {
      guard let estimate else { return nil }
      (rows, seconds) = (estimate.rows, estimate.seconds)
    }
  }
  struct Processor: Encodable {
    let processor: String
    let days: [DayDocument]
    let estimate: Estimate?
  }
  let from: String
  let to: String
  let processors: [Processor]
  let estimate: Estimate?

  init(
    _ decisions: [(processor: String, days: [DayPlan])], _ estimates: PlanEstimates,
    days: ClosedRange<Day>
  ) {
    estimate = Estimate(estimates.total)
    from = days.lowerBound.description
    to = days.upperBound.description
    processors = decisions.map { part in
      Processor(
        processor: part.processor,
        days: part.days.map { plan in
          let word =
            switch plan.decision {
            case .compute: "compute"
            case .fresh: "fresh"
            case .blocked: "blocked"
            case .held: "held"
            case .afterUpstream: "after upstream"
            }
          return DayDocument(
            day: plan.day.description, decision: word, reason: plan.decision.reason)
        }, estimate: Estimate(estimates.processors[part.processor]))
    }
  }
}
