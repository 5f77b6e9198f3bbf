internal import FeatureAlgebra
internal import FeaturePlan

/// The days that processors of a run will compute, as far as they are planned: what is downstream of
/// them cannot be decided before.
struct UpstreamDays {
  private var days: [TableName: (processor: String, days: [Day])] = [:]

  /// Takes in what was decided of a processor. Those upstream of it come first.
  mutating func add(_ processor: ProcessorPlan, _ decisions: [DayPlan]) {
    let moving = decisions.filter { plan in
      switch plan.decision {
      case .compute, .afterUpstream: true
      case .fresh, .blocked, .held: false
      }
    }
    days[processor.table.name] = (processor.name, moving.map(\.day))
  }

  /// The decisions that hold whatever the upstream comes to; the others wait for it.
  ///
  /// A day that is computed anyway stays so. A fresh day waits where an upstream day in its scope is
  /// computed, a blocked one where that day's rows are those that it lacks.
  func waiting(_ decisions: [DayPlan], of processor: ProcessorPlan) -> [DayPlan] {
    decisions.map { plan in
      let inputs: [InputScope]
      switch plan.decision {
      case .compute, .held, .afterUpstream: return plan
      case .fresh: inputs = processor.inputs
      case .blocked(let shortage):
        inputs = processor.inputs.filter { shortage.tables.contains($0.table) }
      }
      var upstream: [String] = []
      for input in inputs {
        guard let (name, days) = days[input.table], !upstream.contains(name) else { continue }
        let isMoving = days.contains {
          input.scope.covers($0, asOf: plan.day, opening: plan.opening)
        }
        if isMoving { upstream.append(name) }
      }
      guard !upstream.isEmpty else { return plan }
      return DayPlan(day: plan.day, decision: .afterUpstream(upstream), opening: plan.opening)
    }
  }
}

extension InputScope.Scope {
  /// Whether the rows of `day` are among those read for `asOf`.
  fileprivate func covers(_ day: Day, asOf: Day, opening: Day?) -> Bool {
    switch self {
    case .everything, .matching: return true
    case .sameDay: return day == asOf
    case .after(let days, _): return day > asOf && day.days(since: asOf) <= days
    case .before(let days, let withinSeason):
      if let days, asOf.days(since: day) > days { return false }
      if withinSeason, let opening, day < opening { return false }
      return day < asOf
    case .beforeInSeason(let days):
      guard day < asOf else { return false }
      return opening.map { day >= $0 } ?? true || asOf.days(since: day) <= days
    }
  }
}
