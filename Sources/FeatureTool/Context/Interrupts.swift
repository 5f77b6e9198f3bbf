@preconcurrency import Dispatch
import Foundation
import Synchronization

/// How a command hears that it should stop.
package struct Interrupts: Sendable {
  /// Watches until the returned closure is called; the handler runs on another thread, with 1 for the
  /// first interrupt, 2 for the second.
  let watch: @Sendable (_ handler: @escaping @Sendable (Int) -> Void) -> @Sendable () -> Void

  package init(
    watch: @escaping @Sendable (@escaping @Sendable (Int) -> Void) -> @Sendable () -> Void
  ) {
    self.watch = watch
  }

  /// Nothing ever interrupts.
  package static let none = Interrupts { _ in {} }

  /// SIGINT and SIGTERM of the process; their default, to end it, is back afterwards.
  static let signals = Interrupts { handler in
    let count = Counter()
    let queue = DispatchQueue(label: "fastbreak.interrupts")
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: queue)
    }
    for source in sources {
      source.setEventHandler { handler(count.next()) }
      source.resume()
    }
    return {
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
  }
}

/// Counts from 1.
private final class Counter: Sendable {
  private let count = Mutex(0)
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
