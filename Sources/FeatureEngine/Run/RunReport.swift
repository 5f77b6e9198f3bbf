package import FeatureAlgebra
internal import FeatureSQL

/// What a run did, by processor.
package struct RunReport: Sendable {
  package let runID: String
  package let days: ClosedRange<Day>
  package internal(set) var processors: [ProcessorReport] = []
  package internal(set) var seconds: Double = 0
  package internal(set) var wasInterrupted = false
  /// Tables whose rows blocked days lack and that no processor writes: what there is to load.
  package internal(set) var tablesToLoad: [TableName] = []
  /// Processors outside the run that write what blocked days lack.
  package internal(set) var processorsToRun: [String] = []

  /// Rows inserted, updated or deleted.
  package var rowsWritten: Int { processors.map(\.rows.written).reduce(0, +) }
  package var failedDays: Int { days(.failed) }
  /// Whether inputs are short for every day that there was to compute.
  package var isBlocked: Bool {
    days(.blocked) > 0 && days(.computed) + days(.fresh) + days(.failed) == 0
  }
  /// Whether open breakers kept every day from being computed.
  package var isHeld: Bool {
    !isBlocked && days(.held) > 0 && days(.computed) + days(.fresh) + days(.failed) == 0
  }

  /// Whether somebody has to do something before the days are right.
  package var isProblem: Bool { failedDays > 0 || isBlocked || isHeld }

  private func days(_ outcome: DayOutcome) -> Int {
    processors.map { $0.days[outcome] ?? 0 }.reduce(0, +)
  }
}

/// What a run did for one processor.
package struct ProcessorReport: Sendable {
  package let processor: String
  package internal(set) var rows = RowOutcome()
  /// Failure rows by category.
  package internal(set) var failures: [String: Int] = [:]
  package internal(set) var days: [DayOutcome: Int] = [:]
  /// Why days were stale: sentence and number of days.
  package internal(set) var reasons: [String: Int] = [:]
  /// Why days were blocked: what is short and number of days.
  package internal(set) var blocked: [Shortage: Int] = [:]
  package internal(set) var seconds: [Phase: Double] = [:]
  package internal(set) var statements = 0
  package internal(set) var slabs = 0
  /// Days that failed, each with its error.
  package internal(set) var errors: [EngineError] = []

  init(_ processor: String) { self.processor = processor }

  package var totalSeconds: Double { seconds.values.reduce(0, +) }
}

/// What became of staged rows.
package struct RowOutcome: Hashable, Sendable {
  package var inserted = 0
  package var updated = 0
  package var unchanged = 0
  /// Rows of computed days that are no longer produced.
  package var deleted = 0
  /// Entities with a failure row instead of an output row.
  package var failed = 0
  /// Staged duplicates of a key that were left out.
  package var duplicates = 0

  package var written: Int { inserted + updated + deleted }

  init() {}

  init(_ counts: WriteCounts, failed: Int) {
    inserted = counts.inserted
    updated = counts.updated
    unchanged = counts.unchanged
    deleted = counts.deleted
    duplicates = counts.duplicates
    self.failed = failed
  }

  static func += (left: inout RowOutcome, right: RowOutcome) {
    left.inserted += right.inserted
    left.updated += right.updated
    left.unchanged += right.unchanged
    left.deleted += right.deleted
    left.failed += right.failed
    left.duplicates += right.duplicates
  }
}

/// What became of a day of the range.
package enum DayOutcome: String, Hashable, Sendable, CaseIterable {
  /// Computed and stored.
  case computed
  /// The receipt matches plan and inputs; nothing was done.
  case fresh
  /// No game that day.
  case offDay = "off day"
  /// Inside the first days of a season that the processor skips.
  case bootstrap
  /// An input has too few rows.
  case blocked
  /// A breaker of the processor is open.
  case held
  case failed
}

/// A part of the work that is timed.
package enum Phase: String, Hashable, Sendable, CaseIterable {
  case hash, dependencies, extract, evaluate, stage, write, contracts, receipts
}

/// What a run says while it works.
package enum RunEvent: Sendable {
  case started(processors: [String], days: ClosedRange<Day>)
  case planned(processor: String, computing: Int, fresh: Int, reasons: [String: Int])
  case phase(processor: String, Phase, days: ClosedRange<Day>)
  case slabDone(processor: String, daysDone: Int, daysTotal: Int, rows: Int, seconds: Double)
  case dayFailed(EngineError)
  case processorDone(ProcessorReport)
  /// Something is not as it should be, and work goes on.
  case warning(String)
}
