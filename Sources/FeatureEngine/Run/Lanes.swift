internal import FeatureLedger
internal import FeaturePlan
internal import Foundation

/// Processors that run side by side, each lane with its own connection.
///
/// `@unchecked Sendable`: a lane uses its own warehouse only; queue, receipts, hashes, ledger and listener lock
/// inside, and the outcome is touched under the engine's lock while lanes run. The rest is never changed.
struct Lanes: @unchecked Sendable {
  let engine: Engine
  let warehouses: [Warehouse]
  let queue: ProcessorQueue
  let schedule: Schedule
  /// By name of the processor.
  let works: [String: ProcessorRun]
  let outcome = Outcome()

  final class Outcome {
    var reports: [String: ProcessorReport] = [:]
    /// The first that stopped the run.
    var failure: EngineError?
  }

  /// Works until no processor is left, each lane on a thread of its own: they wait for the database and
  /// for one another, which threads of the shared pool must not.
  func work() {
    let group = DispatchGroup()
    for lane in warehouses.indices.dropFirst() {
      group.enter()
      let held = Held(lanes: self)
      let thread = Thread {
        held.lanes?.work(lane)
        held.lanes = nil
        group.leave()
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    work(0)
    group.wait()
  }

  /// What a thread works on. The thread itself outlives its work by a moment, and must not keep the
  /// warehouse open meanwhile.
  ///
  /// `@unchecked Sendable`: only its thread touches it.
  private final class Held: @unchecked Sendable {
    var lanes: Lanes?
    init(lanes: Lanes) { self.lanes = lanes }
  }

  /// Takes processors from the queue until none is left.
  private func work(_ lane: Int) {
    while let processor = queue.next() {
      guard let work = works[processor.name] else {
        preconditionFailure("the queue hands out processors of the run and no others")
      }
      do throws(EngineError) {
        try engine.run(work, warehouses[lane], schedule)
        engine.tell(.processorDone(work.report))
      } catch {
        engine.lock.withLock { outcome.failure = outcome.failure ?? error }
        queue.stop()
      }
      engine.journal(work.lines + [.processor(work.outcome)])
      engine.lock.withLock { outcome.reports[processor.name] = work.report }
      schedule.hashes.note(finished: processor)
      queue.finish(processor)
    }
  }
}
