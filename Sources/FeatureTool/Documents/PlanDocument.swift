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
