/// Which rows an aggregate takes, with how many of them lie before each row.
struct RowMask: Sendable {
  /// Nil where every row counts.
  let takes: [Bool]?
  /// One more than rows; nil where every row counts.
  private let before: [Int32]?

  /// Rows where the filter is true and, where one is given, the argument is there.
  init(filter: Vector<UInt8>?, argument: Register?, rows: Int) {
    let present = argument?.presence
    let hasGaps = present.map { $0.values.contains(Truth.no) } ?? false
    guard filter != nil || hasGaps else {
      takes = nil
      before = nil
      return
    }
    var takes = [Bool](repeating: true, count: rows)
    if let filter {
      for row in 0..<rows { takes[row] = filter[row] == Truth.yes }
    }
    if hasGaps, let present {
      for row in 0..<rows where present[row] == Truth.no { takes[row] = false }
    }
    var before = [Int32](repeating: 0, count: rows + 1)
    for row in 0..<rows { before[row + 1] = before[row] + (takes[row] ? 1 : 0) }
    self.takes = takes
    self.before = before
  }

  func takes(_ row: Int) -> Bool { takes?[row] ?? true }

  /// The places of the rows that count.
  var places: [Int32]? {
    takes.map { takes in takes.indices.filter { takes[$0] }.map { Int32($0) } }
  }

  /// Calls `body` with the quickest way to count the rows between two places.
  @inline(__always)
  func withCounts<Result>(
    _ body: (_ count: (_ start: Int, _ end: Int) -> Int32) -> Result
  ) -> Result {
    guard let before else { return body { Int32(truncatingIfNeeded: $1 - $0) } }
    return before.withUnsafeBufferPointer { before in body { before[$1] - before[$0] } }
  }
}

/// `count`: rows that pass the filter, and values that are not NULL where there is an argument.
struct CountKernel: WindowKernel {
  let mask: RowMask

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    mask.withCounts { count in
      .integer(start.map(with: end) { Int64(count(Int($0), Int($1))) })
    }
  }
}
