internal import CDuckDB

/// Stops, or watches, what a connection runs; from any thread.
public struct InterruptHandle: Sendable {
  let handle: ConnectionHandle

  /// Asks the engine to stop the running statement: it fails with `interrupted`, usually within
  /// milliseconds.
  ///
  /// Between two statements this does nothing, and the next one runs: keep a flag of your own as
  /// well.
  public func interrupt() {
    duckdb_interrupt(handle.raw)
  }

  /// The share of the running statement that is done, 0 to 1; nil when none runs or the engine
  /// cannot tell.
  ///
  /// The engine only counts when the connection has run `SET enable_progress_bar = true`, with
  /// `SET enable_progress_bar_print = false` to keep it from drawing.
  public var progress: Double? {
    let progress = duckdb_query_progress(handle.raw)
    return progress.percentage < 0 ? nil : min(progress.percentage / 100, 1)
  }
}
