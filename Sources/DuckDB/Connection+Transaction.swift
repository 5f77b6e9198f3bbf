extension Connection {
  /// Runs `body` in one transaction: commits when it returns, rolls back when it throws.
  ///
  /// Transactions do not nest. When the rollback itself fails the error of `body` is thrown: the
  /// engine drops the transaction with the connection.
  public func transaction<Output>(
    _ body: () throws(DuckDBError) -> Output
  ) throws(DuckDBError) -> Output {
    try transaction(failure: { $0 }, body)
  }

  /// The same for a body with an error type of its own; `failure` wraps an error of `BEGIN` or
  /// `COMMIT`.
  public func transaction<Output, Failure: Error>(
    failure wrap: (DuckDBError) -> Failure, _ body: () throws(Failure) -> Output
  ) throws(Failure) -> Output {
    try wrapping(wrap) { () throws(DuckDBError) in try execute("BEGIN TRANSACTION") }
    let output: Output
    do {
      output = try body()
    } catch {
      rollBack()
      throw error
    }
    do {
      try execute("COMMIT")
    } catch {
      rollBack()
      throw wrap(error)
    }
    return output
  }

  /// Rolls back although interrupts keep coming: one of them can hit the rollback itself, and the
  /// connection would refuse every later statement.
  private func rollBack() {
    for _ in 0..<1_000 {
      do {
        try execute("ROLLBACK")
        return
      } catch {
        guard error.code == .interrupted else { return }
      }
    }
  }

  private func wrapping<Failure: Error>(
    _ wrap: (DuckDBError) -> Failure, _ body: () throws(DuckDBError) -> Void
  ) throws(Failure) {
    do {
      try body()
    } catch {
      throw wrap(error)
    }
  }
}
