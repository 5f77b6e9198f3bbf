internal import Synchronization

/// Columns that SQL may read, and the place where scans find them.
final class ColumnSource: Sendable {
  let columns: [ReadyColumn]
  let count: Int

  init(_ columns: [ColumnBuffer]) throws(DuckDBError) {
    self.columns = try ReadyColumn.all(columns)
    count = self.columns.first?.count ?? 0
  }
}

/// The columns registered on one database, by number.
final class ColumnSources: Sendable {
  private struct State {
    var next: Int64 = 1
    var sources: [Int64: ColumnSource] = [:]
  }

  private let state = Mutex(State())

  func add(_ source: ColumnSource) -> Int64 {
    state.withLock { state in
      defer { state.next += 1 }
      state.sources[state.next] = source
      return state.next
    }
  }

  func remove(_ number: Int64) {
    state.withLock { _ = $0.sources.removeValue(forKey: number) }
  }

  subscript(number: Int64) -> ColumnSource? {
    state.withLock { $0.sources[number] }
  }
}
