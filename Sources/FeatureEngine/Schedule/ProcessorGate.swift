internal import FeatureAlgebra
package import FeaturePlan

/// How often something failed in a row, and until when it is left alone.
struct BreakerState: Hashable, Sendable {
  /// In a row; kept while the breaker is not closed.
  var failures = 0
  /// In a row, since the breaker lets something through again.
  var successes = 0
  /// Microseconds UTC; nil while it has not opened. Once the time is over it lets everything through, and
  /// watches what becomes of it.
  var openUntil: Int64?

  /// Nothing to remember.
  var isClosed: Bool { self == BreakerState() }

  mutating func failed(_ plan: ProcessorBreakerPlan, at now: Int64) {
    successes = 0
    failures += 1
    guard openUntil != nil || failures >= plan.failures else { return }
    openUntil = now + Int64(plan.pauseMinutes) * 60_000_000
  }

  mutating func succeeded(_ plan: ProcessorBreakerPlan) {
    successes += 1
    if openUntil == nil || successes >= plan.successes { self = BreakerState() }
  }
}

/// The breakers of one processor's days (domain 3.5): a gate of daily runs.
struct ProcessorGate: Sendable {
  let plan: ProcessorBreakerPlan
  /// By scope; a scope that is not there is closed.
  private(set) var states: [String: BreakerState]
  /// Scopes whose state is not the stored one.
  private(set) var changed: Set<String> = []

  init(_ plan: ProcessorBreakerPlan, _ states: [String: BreakerState]) {
    self.plan = plan
    self.states = states
  }

  /// The breaker that guards the day.
  private func scope(_ day: Day) -> String {
    switch plan.span {
    case .eachDay: day.description
    case .allDays: "ALL_DAYS"
    }
  }

  /// Why the day is not tried at the time; nil where it is.
  func pause(_ day: Day, at now: Int64) -> Pause? {
    guard let state = states[scope(day)], let until = state.openUntil, until > now else {
      return nil
    }
    return Pause(failures: state.failures, span: plan.span, until: until)
  }

  mutating func failed(_ day: Day, at now: Int64) {
    states[scope(day), default: BreakerState()].failed(plan, at: now)
    changed.insert(scope(day))
  }

  mutating func succeeded(_ days: [Day]) {
    for day in days {
      guard var state = states[scope(day)], !state.isClosed else { continue }
      state.succeeded(plan)
      states[scope(day)] = state
      changed.insert(scope(day))
    }
  }

  mutating func saved() { changed = [] }
}

/// A breaker of a processor's days that is open.
package struct Pause: Hashable, Sendable {
  package let failures: Int
  package let span: ProcessorBreakerPlan.Span
  /// Microseconds UTC.
  package let until: Int64

  /// `failed 5 times in a row; is tried again after 2023-01-05 10:30:00 UTC`
  package var sentence: String {
    let (day, rest) = (until / 1_000_000).quotientAndRemainder(dividingBy: 86_400)
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let what = span == .allDays ? "days of the processor failed" : "failed"
    let often = failures == 1 ? "once" : "\(failures) times in a row"
    return "\(what) \(often); is tried again after "
      + "\(Day(ordinal: Int32(day))) \(time.joined(separator: ":")) UTC"
  }
}
