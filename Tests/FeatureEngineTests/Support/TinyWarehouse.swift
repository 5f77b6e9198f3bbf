import DuckDB
import FeatureAlgebra
import FeatureCompiler
import FeatureKernels
import FeatureLedger
import FeaturePlan
import FeatureSpec
import Foundation
import Synchronization

@testable import FeatureEngine

/// A warehouse with the rows of the tiny season, and runs on it.
final class TinyWarehouse {
  let warehouse: Warehouse
  var plan: Plan
  var ledger: Ledger?
  var stop = StopSignal()
  var kernels = KernelRegistry()
  var report: (RunEvent) -> Void = { _ in }
  private let clock = TestClock()

  /// - Parameter path: a file, which must be new.
  convenience init(
    _ spec: TinyPipeline = TinyPipeline(), path: String = ":memory:",
    rows: String = TinySeason.rows, threads: Int = 1
  ) throws {
    try self.init(spec.pipeline, path: path, rows: rows, threads: threads)
  }

  /// Another pipeline over the same raw tables.
  init(
    _ pipeline: Pipeline, path: String = ":memory:", rows: String = TinySeason.rows,
    threads: Int = 1
  ) throws {
    plan = try compile(pipeline)
    var access = Warehouse.Access()
    access.threads = threads
    warehouse = try Warehouse(path: path, access: access)
    try warehouse.prepare(for: plan)
    try warehouse.connection.execute(rows)
  }

  /// A file that another one made.
  init(reading path: String, access: Warehouse.Access = Warehouse.Access()) throws {
    plan = try compile(TinyPipeline().pipeline)
    warehouse = try Warehouse(path: path, access: access)
  }

  static let season = day("2022-11-01")...day("2022-11-10")

  /// Runs days of November 2022, all ten unless said otherwise.
  @discardableResult
  func run(
    _ days: ClosedRange<Int> = 1...10, _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> RunReport {
    var options = RunOptions(days: november(days))
    options.workers = 1
    change(&options)
    return try engine().run(options)
  }

  /// Lets time pass between runs.
  func wait(days: Int) { clock.wait(days: days) }

  func engine() -> Engine {
    clock.tick()
    return Engine(
      plan: plan, warehouse: warehouse, ledger: ledger, context: clock.context(kernels), stop: stop,
      report: report)
  }

  /// The decisions that a run of November's days would take, by processor and day of the month.
  func decisions(
    _ days: ClosedRange<Int> = 1...10, _ change: (inout RunOptions) -> Void = { _ in }
  ) throws -> [String: [Int: String]] {
    var options = RunOptions(days: november(days))
    change(&options)
    var found: [String: [Int: String]] = [:]
    for (processor, planned) in try engine().plan(options) {
      for day in planned {
        found[processor, default: [:]][day.day.civil.day] = day.decision.words
      }
    }
    return found
  }

  func execute(_ sql: String) throws { try warehouse.connection.execute(sql) }

  /// Rows of a query, each value as text; NULL is `∅`.
  func rows(_ sql: String) throws -> [String] { try warehouse.texts(sql) }

  /// Everything the run stored but what says when, in one text per row: all columns of all output
  /// tables, failures, receipts.
  func stored() throws -> [String] {
    try plan.processors.flatMap { try warehouse.stored($0) } + warehouse.storedFailures()
      + warehouse.storedReceipts()
  }

  /// The same of one output table's rows alone.
  func stored(_ processor: String) throws -> [String] {
    try plan[processor: processor].map { try warehouse.stored($0) } ?? []
  }
}

/// A clock that stands still during a run: run n is at n seconds past 1970.
final class TestClock: Sendable {
  private let seconds = Mutex<Int64>(0)

  func tick() { seconds.withLock { $0 += 1 } }
  func wait(days: Int) { seconds.withLock { $0 += Int64(days) * 86_400 } }

  func context(_ kernels: KernelRegistry = KernelRegistry()) -> RunContext {
    let now = seconds.withLock { $0 }
    return RunContext(
      command: "run", version: "test", microsecondsNow: { now * 1_000_000 },
      makeRunID: { "run-\(now)" }, kernels: kernels)
  }
}

extension DayPlan.Decision {
  fileprivate var words: String {
    switch self {
    case .compute(let reason): reason
    case .fresh: "fresh"
    case .blocked(let shortage): "blocked: \(shortage.sentence)"
    case .held(let pause): pause.sentence
    case .afterUpstream(let processors): "after \(processors.joined(separator: ", "))"
    }
  }
}

func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("'\(text)' is a date") }
  return day
}

/// Days of November 2022.
func november(_ days: ClosedRange<Int>) -> ClosedRange<Day> {
  let first = day("2022-11-01")
  return first.advanced(by: days.lowerBound - 1)...first.advanced(by: days.upperBound - 1)
}
