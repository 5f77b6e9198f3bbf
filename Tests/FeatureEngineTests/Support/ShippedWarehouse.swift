import FeatureAlgebra
import FeatureCompiler
import FeatureKernels
import FeatureLedger
import FeaturePlan
import Foundation
import NBAFeatures
import NBAKernels

@testable import FeatureEngine

/// A file with the tables of the shipped specs, open in this process.
final class ShippedWarehouse {
  let warehouse: Warehouse
  let plan: Plan

  init(path: String) throws {
    plan = try compile(NBAFeatures.pipeline)
    var access = Warehouse.Access()
    access.threads = 1
    warehouse = try Warehouse(path: path, access: access)
    try warehouse.prepare(for: plan)
  }

  /// Brings the shipped season up to date, or the days that are given.
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
      let raw = try ShippedWarehouse(path: path)
      try ShippedSeason.fill(raw.warehouse)
    }
    let copy = folder.path("whole.duckdb")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    let whole = try ShippedWarehouse(path: copy)
    try whole.run()
    stored = try whole.stored()
  }

  /// A copy of the raw tables to work on.
  static func copy(to target: String) throws {
    try FileManager.default.copyItem(atPath: shared.get().path, toPath: target)
  }
}
