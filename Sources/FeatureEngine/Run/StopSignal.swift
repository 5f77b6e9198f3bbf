internal import Synchronization

/// Asks a run to stop: set from a signal handler or another thread, looked at between steps.
package final class StopSignal: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package func set() { flag.store(true, ordering: .releasing) }

  package var isSet: Bool { flag.load(ordering: .acquiring) }
}
