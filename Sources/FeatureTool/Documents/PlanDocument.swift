import FeatureAlgebra
import FeatureEngine

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
        })
    }
  }
}
