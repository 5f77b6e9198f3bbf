/// `median`: the middle of the sorted doubles; `lower · 0.5 + upper · 0.5` of two middles; NULL of no
/// values. NaN is the largest.
struct MedianKernel: WindowKernel {
  let values: Vector<Double>
  let mask: RowMask

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    var sorted: [Double] = []
    let medians = overWindows(start, end, filler: 0) { start, end -> Double? in
      sorted.removeAll(keepingCapacity: true)
      for row in start..<end where mask.takes(row) {
        insert(values[row], into: &sorted)
      }
      guard !sorted.isEmpty else { return nil }
      let middle = sorted.count / 2
      guard sorted.count % 2 == 0 else { return sorted[middle] }
      return sorted[middle - 1] * 0.5 + sorted[middle] * 0.5
    }
    return .double(medians)
  }

  /// Windows are short: a value finds its place from the end.
  private func insert(_ value: Double, into sorted: inout [Double]) {
    sorted.append(value)
    var place = sorted.count - 1
    while place > 0, Decimals.precedes(value, sorted[place - 1]) {
      sorted[place] = sorted[place - 1]
      place -= 1
    }
    sorted[place] = value
  }
}

/// `countDistinct`: a row counts where no earlier row of the window has its value.
struct DistinctKernel: WindowKernel {
  /// The row before with the same value that counts; -1 where there is none, and the largest place for
  /// rows that do not count.
  private let twins: [Int32]

  /// - Parameter values: equal numbers for equal values.
  init(_ values: Vector<Int64>, _ mask: RowMask, timeline: Timeline) {
    var twins = [Int32](repeating: .max, count: timeline.days.count)
    var newest: [Int64: Int32] = [:]
    for entity in 0..<timeline.entityCount {
      newest.removeAll(keepingCapacity: true)
      for row in Int(timeline.starts[entity])..<Int(timeline.starts[entity + 1])
      where mask.takes(row) {
        twins[row] = newest.updateValue(Int32(row), forKey: values[row]) ?? -1
      }
    }
    self.twins = twins
  }

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    twins.withUnsafeBufferPointer { twins in
      .integer(
        overWindows(start, end, filler: 0) { start, end in
          var count: Int64 = 0
          for row in start..<end where twins[row] < start { count += 1 }
          return count
        })
    }
  }
}
