package import FeatureAlgebra
internal import FeaturePlan

/// What a run will do with one day of one processor, and why.
package struct DayPlan: Hashable, Sendable {
  package enum Decision: Hashable, Sendable {
    /// Compute: `new`, `spec changed`, `source_player_game changed`.
    case compute(reason: String)
    case fresh
    /// An input has fewer rows than the spec requires.
    case blocked(Shortage)
    /// A breaker of the processor is open.
    case held(Pause)
    /// In a plan alone: what it reads is computed first by these processors of the same run, and only
    /// then it shows whether the day must be computed.
    case afterUpstream([String])
  }
  package let day: Day
  package let decision: Decision
  /// The opening day of its season; nil for a day that is stored and is no day of the processor any
  /// more: computing it leaves nothing of it.
  let opening: Day?
}

/// An input that has too few rows for a day to be computed.
package struct Shortage: Hashable, Sendable {
  /// As the spec calls it.
  package let input: String
  /// Where its rows are, added up where they are several.
  package let tables: [TableName]
  /// In the scope that the processor reads for the day.
  package let rows: Int
  package let minimum: Int

  package init(input: String, tables: [TableName], rows: Int, minimum: Int) {
    self.input = input
    self.tables = tables
    self.rows = rows
    self.minimum = minimum
  }

  /// `source_games has 3 rows of at least 4 (made.player_games)`
  package var sentence: String {
    "\(input) has \(rows) rows of at least \(minimum)"
      + " (\(tables.map(\.description).joined(separator: ", ")))"
  }
}

/// The state of one input on one as-of day.
struct InputState: Hashable, Sendable {
  let rows: Int
  /// Microseconds UTC. Part of the state: rows carry it, so it must not depend on when they were computed.
  let lastUpdated: Int64?
  let digest: String?
}

/// What is stored about one computed day.
struct Receipt: Hashable, Sendable {
  let fingerprint: String
  var inputs: [String: InputState]
}

/// What is stored about the days of a range.
struct StoredDays: Sendable {
  var receipts: [Day: Receipt] = [:]
  /// Days that failed as a whole when they were last tried.
  var failures: [Day: Failure] = [:]
  /// Days with entities that a circuit breaker held back, and when the first of those breakers closes:
  /// microseconds UTC.
  var heldUntil: [Day: Int64] = [:]
  /// Those of them that may be tried again.
  var reopened: Set<Day> = []
  /// What is remembered of the breakers of the processor's days, by scope.
  var breakers: [String: BreakerState] = [:]
  /// Days with a failure row, of an entity or of the day.
  var failingDays: Set<Day> = []

  struct Failure: Hashable, Sendable {
    let category: String
    let reason: String?
  }

  func hasReceipts(in range: ClosedRange<Day>) -> Bool {
    receipts.keys.contains { range.contains($0) }
  }

  func hasFailures(in range: ClosedRange<Day>) -> Bool {
    failingDays.contains { range.contains($0) }
  }
}

/// Decides which days of a range must be computed: the one home of the rule "skip when plan and inputs
/// are those of the receipt".
struct Staleness {
  let processor: ProcessorPlan
  let stored: StoredDays
  let inputs: InputStates
  let force: Bool
  let checksDependencies: Bool
  let mode: RunOptions.Mode

  /// In order: the given days, and those that are stored and are not among them.
  func plan(_ gameDays: [GameCalendar.GameDay]) -> [DayPlan] {
    let gone = Set(stored.receipts.keys).union(stored.failures.keys)
      .subtracting(gameDays.map(\.day))
    let plans =
      gameDays.map { DayPlan(day: $0.day, decision: decision($0.day), opening: $0.opening) }
      + gone.map { DayPlan(day: $0, decision: .compute(reason: Self.isGone), opening: nil) }
    return plans.sorted { $0.day < $1.day }
  }

  private static let isReopened = "a circuit breaker closed"
  private static let isGone = "stored, and no day of games any more"

  private func decision(_ day: Day) -> DayPlan.Decision {
    let current = inputs[day] ?? [:]
    if checksDependencies, let shortage = shortage(current) { return .blocked(shortage) }
    guard let receipt = stored.receipts[day] else {
      return .compute(reason: failure(day) ?? "new")
    }
    if receipt.fingerprint != processor.fingerprint { return .compute(reason: "the spec changed") }
    for input in processor.inputs {
      let state = current[input.name]
      if receipt.inputs[input.name] != state { return .compute(reason: "\(input.name) changed") }
      if let state, state.rows > 0, state.digest == nil {
        return .compute(reason: "\(input.name) has rows without a hash")
      }
    }
    if let reason = failure(day) { return .compute(reason: reason) }
    if stored.reopened.contains(day) { return .compute(reason: Self.isReopened) }
    return force ? .compute(reason: "forced") : .fresh
  }

  /// A day that failed keeps the rows and the receipt of before, so the receipt alone does not tell.
  private func failure(_ day: Day) -> String? {
    switch stored.failures[day]?.category {
    case nil: nil
    case FailureCategory.missingDependency.rawValue: "blocked last time"
    case FailureCategory.circuitBreakerActive.rawValue: Self.isReopened
    default: "failed last time"
    }
  }

  private func shortage(_ current: [String: InputState]) -> Shortage? {
    for dependency in processor.dependencies where dependency.isCritical {
      let rows = dependency.inputs.reduce(0) { $0 + (current[$1]?.rows ?? 0) }
      let minimum = mode == .daily ? dependency.minimumRows : min(1, dependency.minimumRows)
      guard rows < minimum else { continue }
      let inputs = processor.inputs.filter { dependency.inputs.contains($0.name) }
      return Shortage(
        input: dependency.name, tables: inputs.map(\.table), rows: rows, minimum: minimum)
    }
    return nil
  }
}
