import DuckDB
import FeatureAlgebra
import FeatureCompiler
import FeatureKernels
import FeatureLedger
import FeaturePlan
import Foundation
import NBAFeatures
import NBAKernels

@testable import FeatureEngine

/// A file with the tables of the shipped specs that are run, open in this process.
final class ShippedWarehouse {
  private static let whole = Result { try compile(NBAFeatures.pipeline) }
  /// The shipped plan without the processors that are not run.
  private static let part = whole.map { whole in
    let isRun: (ProcessorPlan) -> Bool = { ShippedSeason.processors.contains($0.name) }
    let others = Set(whole.processors.filter { !isRun($0) }.map(\.table.name))
    return Plan(
      pipeline: whole.pipeline, calendar: whole.calendar,
      tables: whole.tables.filter { !others.contains($0.name) },
      processors: whole.processors.filter(isRun))
  }

  let warehouse: Warehouse
  let plan: Plan

  /// - Parameter whole: every shipped processor; else `ShippedSeason.processors`.
  init(path: String, whole: Bool = false) throws {
    plan = try (whole ? Self.whole : Self.part).get()
    var access = Warehouse.Access()
    access.threads = 1
    warehouse = try Warehouse(path: path, access: access)
    try warehouse.prepare(for: plan)
  }

  /// Brings days of the shipped season up to date.
  @discardableResult
  func run(
    _ days: ClosedRange<Day> = ShippedSeason.days, ledger: Ledger? = nil
  ) throws -> RunReport {
    let clock = TestClock()
    clock.tick()
    var options = RunOptions(days: days)
    options.workers = 1
    return try Engine(
      plan: plan, warehouse: warehouse, ledger: ledger,
      context: clock.context(KernelRegistry([SimilarityKernel()]))
    ).run(options)
  }

  /// Everything a run stores but what says when and by which run.
  func stored() throws -> [String] {
    try plan.processors.flatMap { try warehouse.stored($0) } + warehouse.storedFailures()
      + warehouse.storedReceipts()
  }
}

/// The shipped season in a file, made once: its raw tables alone, and what a run stores from them.
struct MadeSeason {
  let path: String
  let stored: [String]
  private let folder: TemporaryFolder

  static let shared = Result { try MadeSeason() }

  private init() throws {
    folder = TemporaryFolder()
    path = folder.path("raw.duckdb")
    do {
      let raw = try ShippedWarehouse(path: path, whole: true)
      try ShippedSeason.fill(raw.warehouse)
    }
    let copy = folder.path("whole.duckdb")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let whole = try ShippedWarehouse(path: copy)
    try whole.run()
    stored = try whole.stored()
  }

  /// The schedule as a file of the feed of generated seasons.
  static func writeSchedule(to path: String) throws {
    var access = Warehouse.Access()
    access.readsFiles = true
    access.isReadOnly = true
    try Warehouse(path: shared.get().path, access: access).connection.execute(
      "COPY nba_raw.nbac_schedule TO '\(path)' (FORMAT parquet)")
  }

  /// A copy of the raw tables to work on.
  static func copy(to target: String) throws {
    try FileManager.default.copyItem(atPath: shared.get().path, toPath: target)
  }
}
