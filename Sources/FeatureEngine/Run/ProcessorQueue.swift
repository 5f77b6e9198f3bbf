internal import FeaturePlan
internal import Foundation

/// The processors of a run, handed out in the order of the graph to whoever is free: each when all that
/// it reads are done.
final class ProcessorQueue {
  private let condition = NSCondition()
  private var waiting: [ProcessorPlan]
  private var running: [ProcessorPlan] = []
  private var isStopped = false
  private let plan: Plan

  init(_ processors: [ProcessorPlan], of plan: Plan) {
    waiting = processors
    self.plan = plan
  }

  /// The next processor whose upstreams are done, waiting for one if need be; nil where none is left.
  func next() -> ProcessorPlan? {
    condition.lock()
    defer { condition.unlock() }
    while !isStopped, !waiting.isEmpty {
      if let index = waiting.firstIndex(where: isReady) {
        let processor = waiting.remove(at: index)
        running.append(processor)
        return processor
      }
      condition.wait()
    }
    return nil
  }

  func finish(_ processor: ProcessorPlan) {
    condition.withLock {
      running.removeAll { $0.name == processor.name }
      condition.broadcast()
    }
  }

  /// Hands out nothing more.
  func stop() {
    condition.withLock {
      isStopped = true
      condition.broadcast()
    }
  }

  private func isReady(_ processor: ProcessorPlan) -> Bool {
    let unfinished = (waiting + running).map(\.name)
    return !plan.upstreams(of: processor).contains { unfinished.contains($0.name) }
  }
}
