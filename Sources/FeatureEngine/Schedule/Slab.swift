internal import FeatureAlgebra

/// Runs of days to compute without a day between them that must be left alone.
struct Slab: Hashable, Sendable {
  let days: [DayPlan]
  var range: ClosedRange<Day> {
    guard let first = days.first, let last = days.last else {
      preconditionFailure("a slab has at least one day")
    }
    return first.day...last.day
  }

  /// Cuts planned days, in order, into slabs of at most `limit` days; a day that is not computed ends
  /// one, so that no statement over a slab's range touches it.
  static func cut(_ plan: [DayPlan], limit: Int) -> [Slab] {
    var slabs: [Slab] = []
    var current: [DayPlan] = []
    func close() {
      if !current.isEmpty { slabs.append(Slab(days: current)) }
      current = []
    }
    for day in plan {
      guard case .compute = day.decision else {
        close()
        continue
      }
      current.append(day)
      if current.count >= limit { close() }
    }
    close()
    return slabs
  }

  /// Two halves, to find the days that fail; nil for a single day.
  var halves: (Slab, Slab)? {
    guard days.count > 1 else { return nil }
    let middle = days.count / 2
    return (Slab(days: Array(days[..<middle])), Slab(days: Array(days[middle...])))
  }
}
