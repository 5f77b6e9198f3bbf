public import FeatureAlgebra

/// What one processor computes and where it writes: everything the statements, the kernels, `diff`,
/// `explain` and `run` need, in feature words.
public struct ProcessorPlan: Hashable, Sendable, Codable {
  public let name: String
  /// The output table as declared.
  public let table: TablePlan
  public let days: DaysPlan
  public let population: PopulationPlan
  /// In an order in which each reads only the population and earlier lookups.
  public let lookups: [LookupPlan]
  public let summaries: [SummaryPlan]
  /// In an order in which each `match` reads only earlier ones.
  public let histories: [HistoryPlan]
  public let completeness: CompletenessPlan?
  /// In an order in which each reads only earlier ones.
  public let features: [FeaturePlan]
  /// One per column of `table`, in its order.
  public let output: [OutputColumn]
  public let failures: [FailureRule]
  /// Nil where every entity is tried whenever its day is computed.
  public let breaker: BreakerPlan?
  /// Nil where a day is tried whenever it is stale, however often it failed.
  public let processorBreaker: ProcessorBreakerPlan?
  public let contracts: [ContractPlan]
  public let dependencies: [DependencyPlan]
  /// What the source-hash statement covers: one branch each.
  public let inputs: [InputScope]
  public let write: WritePlan
  /// Each distinct aggregate and league average of the plan with the name it has in statements.
  public let slots: [SlotPlan]
  /// Hash of the whole meaning: changes exactly when some stored value could.
  public let fingerprint: String

  public init(
    name: String, table: TablePlan, days: DaysPlan, population: PopulationPlan,
    lookups: [LookupPlan], summaries: [SummaryPlan], histories: [HistoryPlan],
    completeness: CompletenessPlan?, features: [FeaturePlan], output: [OutputColumn],
    failures: [FailureRule], breaker: BreakerPlan? = nil,
    processorBreaker: ProcessorBreakerPlan? = nil, contracts: [ContractPlan],
    dependencies: [DependencyPlan],
    inputs: [InputScope], write: WritePlan, slots: [SlotPlan], fingerprint: String
  ) {
    self.name = name
    self.table = table
    self.days = days
    self.population = population
    self.lookups = lookups
    self.summaries = summaries
    self.histories = histories
    self.completeness = completeness
    self.features = features
    self.output = output
    self.failures = failures
    self.breaker = breaker
    self.processorBreaker = processorBreaker
    self.contracts = contracts
    self.dependencies = dependencies
    self.inputs = inputs
    self.write = write
    self.slots = slots
    self.fingerprint = fingerprint
  }
}

extension ProcessorPlan {
  /// The hand kernels that features ask, each function once, by name: with any of them the processor is
  /// computed by kernels only.
  public var handKernels: [KernelCall] {
    var found: [KernelCall] = []
    for call in features.flatMap(\.expression.kernelCalls)
    where !found.contains(where: { $0.function == call.function }) {
      found.append(call)
    }
    return found.sorted { $0.function < $1.function }
  }
}

/// Which as-of days get rows.
public struct DaysPlan: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    /// Days with a game in the calendar, played or to be played: pre-game and as-of tables.
    case scheduled
    /// Days with a game that was played: past-tense tables.
    case played
  }
  public let kind: Kind
  /// The first days of a season that are skipped, counted from its opening (0: none).
  public let bootstrap: Int
  public init(kind: Kind, bootstrap: Int) {
    self.kind = kind
    self.bootstrap = bootstrap
  }
}

extension ProcessorPlan {
  /// Whether staged rows carry the text that their hash is taken of.
  public var hasRowText: Bool {
    write.hashRule != .none && output.contains { $0.origin == .rowHash }
  }
}

/// Who gets a row on D.
public enum PopulationPlan: Hashable, Sendable, Codable {
  /// One output row for each row dated D.
  case rows(RowsPlan)
  /// Each distinct value of `by` in the rows of the history `alias` before D, inside `window`.
  case entities(alias: String, by: [String], window: Window)
}

/// A same-day row found for each row of the population.
public struct LookupPlan: Hashable, Sendable, Codable {
  public enum Timing: Hashable, Sendable, Codable {
    /// The row's day is D.
    case sameDay
    /// The row's day is before D, at most so many days.
    case before(maximumAge: Int)
    /// The rows have no day.
    case timeless
  }
  public enum Cardinality: Hashable, Sendable, Codable {
    /// Exactly one row; anything else fails the day.
    case one
    /// One row or none; two fail the day.
    case atMostOne
    /// The first in this total order.
    case first([Order])
  }
  public let rows: RowsPlan
  public let timing: Timing
  public let match: [Match]
  /// Mixed level: may compare the row with the population and earlier lookups (`snapshot < tip-off`).
  public let condition: Expression?
  public let cardinality: Cardinality

  public init(
    rows: RowsPlan, timing: Timing, match: [Match], condition: Expression?,
    cardinality: Cardinality
  ) {
    self.rows = rows
    self.timing = timing
    self.match = match
    self.condition = condition
    self.cardinality = cardinality
  }
}

/// Rows of D itself that are aggregated for each row of the population (shots of the game).
public struct SummaryPlan: Hashable, Sendable, Codable {
  public let rows: RowsPlan
  public let match: [Match]
  public init(rows: RowsPlan, match: [Match]) {
    self.rows = rows
    self.match = match
  }
}

/// Rows before D that windows look through.
public struct HistoryPlan: Hashable, Sendable, Codable {
  public let rows: RowsPlan
  /// With a population of entities of these very rows: the `by` columns matched with themselves.
  public let match: [Match]
  /// Newest first, total: day descending, then the key columns.
  public let order: [Order]
  public init(rows: RowsPlan, match: [Match], order: [Order]) {
    self.rows = rows
    self.match = match
    self.order = order
  }
}
