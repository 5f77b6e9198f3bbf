internal import Dispatch
internal import Synchronization

/// Runs numbered tasks on several threads and gives their results in the order of the numbers.
///
/// - Parameters:
///   - make: called once on each thread: what the thread keeps between tasks.
///   - body: the result of a task; depends on the task's number alone.
package func concurrently<State, Result: Sendable>(
  _ tasks: Int, workers: Int, make: @Sendable () -> State,
  _ body: @Sendable (State, Int) -> Result
) -> [Result] {
  let workers = max(1, min(workers, tasks))
  if workers == 1 {
    let state = make()
    return (0..<tasks).map { body(state, $0) }
  }
  let next = Atomic<Int>(0)
  let done = Mutex<[(task: Int, result: Result)]>([])
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    let state = make()
    var own: [(task: Int, result: Result)] = []
    while true {
      let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard task < tasks else { break }
      own.append((task, body(state, task)))
    }
    done.withLock { $0 += own }
  }
  return done.withLock { $0 }.sorted { $0.task < $1.task }.map(\.result)
}

/// The results of the elements, computed on all cores, in their order.
package func concurrently<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ body: @Sendable (Element) -> Result
) -> [Result] {
  concurrently(elements.count, workers: .max, make: {}, { _, index in body(elements[index]) })
}
