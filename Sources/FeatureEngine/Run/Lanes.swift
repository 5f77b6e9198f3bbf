internal import FeatureLedger
internal import FeaturePlan
internal import Foundation

/// Processors that run side by side, each lane with its own connection.
///
/// `@unchecked Sendable`: a lane uses its own warehouse only; queue, ledger and listener lock inside, and
/// the outcome is touched under the engine's lock while lanes run. The rest is never changed.
struct Lanes: @unchecked Sendable {
  let engine: Engine
  let warehouses: [Warehouse]
  let queue: ProcessorQueue
  let options: RunOptions
  let calendar: GameCalendar
  let runID: String
  let outcome = Outcome()

  final class Outcome {
    var reports: [String: ProcessorReport] = [:]
    /// The first that stopped the run.
    var failure: EngineError?
  }

  /// Takes processors from the queue until none is left.
  func work(_ lane: Int) {
    while let processor = queue.next() {
      let work = ProcessorRun(processor, runID: runID)
      do throws(EngineError) {
        try engine.run(work, warehouses[lane], options, calendar)
        engine.tell(.processorDone(work.report))
      } catch {
        engine.lock.withLock { outcome.failure = outcome.failure ?? error }
        queue.stop()
      }
      engine.journal(work.lines + [.processor(work.outcome)])
      engine.lock.withLock { outcome.reports[processor.name] = work.report }
      queue.finish(processor)
    }
  }
}
