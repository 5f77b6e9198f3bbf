import FeatureAlgebra

/// A hand kernel where a program calls it. Its results share one call per batch.
struct HandProgram: Sendable {
  let function: any KernelFunction
  /// What identifies the call: the function, the values' nodes, the history columns and the window.
  let identity: Identity
  let values: [KernelCall.Part]
  let columns: [KernelCall.Part]

  struct Identity: Hashable, Sendable {
    let function: String
    let values: [NodeID]
    /// Numbers among the program's history values.
    let columns: [Int]
    let start: NodeID?
    let end: NodeID?
  }
}

/// The values of a history's rows in order, for hand kernels.
struct HistoryValues: Sendable {
  let column: Column
  let faulty: FaultyRows?
}

extension Machine {
  /// One result of a hand kernel for the batch at hand; the function runs once for all of them.
  func hand(_ number: Int, _ result: KernelCall.Part) -> Register {
    guard let windows else { preconditionFailure("hand kernels run over entities") }
    let results = windows.results(of: number, first: rows.lowerBound) { run(number) }
    let column = results.columns[result.name]
    guard let column, column.count == count, column.holds(result.type) else {
      return Register(.null(result.type))
        .adding([Fault](repeating: .brokenKernel, count: count))
    }
    let register = Register(column, rows: 0..<count)
    return results.faults.map { register.adding($0) } ?? register
  }

  private func run(_ number: Int) -> HandResults {
    guard let data = windows?.data else { preconditionFailure("hand kernels run over entities") }
    let program = data.kernels[number]
    let identity = program.identity
    let start = identity.start.map { indices($0).spread(over: count) }
    let end = identity.end.map { indices($0).spread(over: count) }
    var faults = Gaps.first(start?.gaps.faults, end?.gaps.faults)
    var values: [String: Column] = [:]
    for (part, node) in zip(program.values, identity.values) {
      faults = Gaps.first(faults, self[node].faults?.spread(over: count))
      values[part.name] = Column(self[node].withoutFaulty, count: count)
    }
    var columns: [String: Column] = [:]
    for (part, number) in zip(program.columns, identity.columns) {
      columns[part.name] = data.values[number].column
      if let start, let end {
        faults = Gaps.first(faults, data.values[number].faulty?.faults(start, end))
      }
    }
    let empty = [Int32](repeating: 0, count: count)
    let inputs = KernelBatchInputs(
      count: count, values: values, columns: columns,
      starts: start.map { Array($0.values) } ?? empty,
      ends: end.map { Array($0.values) } ?? empty)
    return HandResults(columns: program.function.run(inputs), faults: faults)
  }
}

/// What a hand kernel gave for a batch.
struct HandResults {
  let columns: [String: Column]
  /// Of its inputs.
  let faults: [Fault]?
}
