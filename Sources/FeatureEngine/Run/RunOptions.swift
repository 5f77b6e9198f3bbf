package import FeatureAlgebra
internal import Foundation

/// What a run is asked to do.
package struct RunOptions: Sendable {
  /// Who computes the features.
  package enum Evaluator: String, Sendable, CaseIterable {
    /// Vectorised Swift over extracted columns.
    case kernels
    /// One SQL statement per slab.
    case sql
  }
  /// How rows land.
  package enum Writer: String, Sendable, CaseIterable {
    case merge
    /// Delete and insert in one transaction, with the same result: the way back.
    case replace
  }
  /// Which gates are on. Never changes a value (D-11).
  package enum Mode: String, Sendable, CaseIterable {
    /// Dependencies' minimum rows stop a day.
    case daily
    /// Only dependencies without any row stop a day; others are computed from what is there.
    case backfill
  }

  package var days: ClosedRange<Day>
  /// Names of processors; empty means all.
  package var only: [String] = []
  /// With `only`: also everything downstream of them.
  package var downstream = false
  package var evaluator = Evaluator.kernels
  package var writer = Writer.merge
  package var mode = Mode.backfill
  /// Threads for kernels and for the database; nil is one per core.
  package var workers: Int?
  /// Computes every day, fresh or not.
  package var force = false
  package var skipsDependencies = false
  /// Adds declared columns that a stored table lacks, and widens types, instead of refusing.
  package var widens = false
  /// As-of days in one slab at the most; nil leaves it to the engine.
  package var slabDays: Int?

  package init(days: ClosedRange<Day>) { self.days = days }

  /// Threads that a run uses: as asked, or one per core.
  package var threads: Int { workers ?? ProcessInfo.processInfo.activeProcessorCount }
}
