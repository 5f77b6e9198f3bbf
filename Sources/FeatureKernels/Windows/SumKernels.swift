/// Exact sums of integers by differences of running totals: integers lose nothing, so a window's sum is
/// two looks whatever its length.
///
/// Totals wrap around. A difference is exact all the same where the window's own sum fits, which is
/// proven from the largest value and the longest entity; else totals have 128 bits.
struct RunningSums: Sendable {
  /// One more than rows.
  private let narrow: [Int64]
  private let wide: [Int128]
  let isNarrow: Bool

  /// - Parameters:
  ///   - value: of a row; 0 for rows that do not count.
  ///   - limit: no value is larger in size.
  init(rows: Int, longest: Int, limit: UInt64, _ value: (Int) -> Int128) {
    let (bound, overflow) = limit.multipliedReportingOverflow(by: UInt64(max(longest, 1)))
    isNarrow = !overflow && bound <= UInt64(Int64.max)
    var narrow: [Int64] = []
    var wide: [Int128] = []
    if isNarrow {
      narrow = [Int64](repeating: 0, count: rows + 1)
      for row in 0..<rows { narrow[row + 1] = narrow[row] &+ Int64(truncatingIfNeeded: value(row)) }
    } else {
      wide = [Int128](repeating: 0, count: rows + 1)
      for row in 0..<rows { wide[row + 1] = wide[row] &+ value(row) }
    }
    self.narrow = narrow
    self.wide = wide
  }

  /// The sums as 64-bit integers. - Precondition: `isNarrow`.
  @inline(__always)
  func withNarrow<Result>(_ body: (_ sum: (_ start: Int, _ end: Int) -> Int64) -> Result) -> Result
  {
    narrow.withUnsafeBufferPointer { totals in body { totals[$1] &- totals[$0] } }
  }

  func sum(_ start: Int, _ end: Int) -> Int128 {
    isNarrow ? Int128(narrow[end] &- narrow[start]) : wide[end] &- wide[start]
  }
}

/// `sum` and `mean`: NULL of no values.
struct SumKernel: WindowKernel {
  enum Result { case integer, double, mean }
  let result: Result
  let mask: RowMask
  let sums: RunningSums
  /// `10^scale` of the argument.
  let power: Double

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    guard sums.isNarrow else { return evaluateWide(start, end) }
    return mask.withCounts { count in
      sums.withNarrow { sum in
        switch result {
        case .integer:
          .integer(
            overWindows(start, end, filler: 0) { count($0, $1) > 0 ? sum($0, $1) : nil })
        case .double:
          .double(
            overWindows(start, end, filler: 0) {
              count($0, $1) > 0 ? Double(sum($0, $1)) / power : nil
            })
        case .mean:
          .double(
            overWindows(start, end, filler: 0) { start, end in
              let values = count(start, end)
              return values > 0 ? Double(sum(start, end)) / (Double(values) * power) : nil
            })
        }
      }
    }
  }

  private func evaluateWide(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    mask.withCounts { count in
      switch result {
      case .integer:
        let values = overWindows(start, end, filler: 0) {
          count($0, $1) > 0 ? Int64(truncatingIfNeeded: sums.sum($0, $1)) : nil
        }
        return .integer(
          values.faulting(.overflow) { row in
            Int64(exactly: sums.sum(Int(start[row]), Int(end[row]))) == nil
          })
      case .double:
        return .double(
          overWindows(start, end, filler: 0) {
            count($0, $1) > 0 ? Double(wide: sums.sum($0, $1)) / power : nil
          })
      case .mean:
        return .double(
          overWindows(start, end, filler: 0) { start, end in
            let values = count(start, end)
            return values > 0 ? Double(wide: sums.sum(start, end)) / (Double(values) * power) : nil
          })
      }
    }
  }
}

/// The deviations: `sqrt(double(n · Σx² − (Σx)²) / double(n · (n − 1))) / 10^scale`, with `n · n` for the
/// population. The numerator is an exact integer; a fault where it leaves 128 bits.
struct DeviationKernel: WindowKernel {
  let isSample: Bool
  let mask: RowMask
  let sums: RunningSums
  let squares: RunningSums
  let power: Double
  /// `n² · x²` of the longest entity and the largest value fits 64 bits, or 128 bits.
  let fitsNarrow: Bool
  let fitsWide: Bool
  /// Unscaled values, for windows that may not fit.
  let values: Vector<Int64>

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    let least: Int32 = isSample ? 2 : 1
    return mask.withCounts { count in
      @inline(__always) func deviation(_ n: Int32, _ numerator: Double) -> Double {
        let n = Int64(n)
        return (numerator / Double(n * (isSample ? n - 1 : n))).squareRoot() / power
      }
      if fitsNarrow {
        return sums.withNarrow { sum in
          squares.withNarrow { square in
            .double(
              overWindows(start, end, filler: 0) { start, end in
                let n = count(start, end)
                guard n >= least else { return nil }
                let total = sum(start, end)
                return deviation(n, Double(Int64(n) &* square(start, end) &- total &* total))
              })
          }
        }
      }
      if fitsWide {
        return .double(
          overWindows(start, end, filler: 0) { start, end in
            let n = count(start, end)
            guard n >= least else { return nil }
            let total = sums.sum(start, end)
            let spread = Int128(n) &* squares.sum(start, end) &- total &* total
            return deviation(n, Double(wide: spread))
          })
      }
      let result = overWindows(start, end, filler: 0) { start, end in
        let n = count(start, end)
        guard n >= least else { return nil }
        return numerator(n, start, end).map { deviation(n, Double(wide: $0)) } ?? .nan
      }
      return .double(result.faulting(.sumOverflow) { result[$0].isNaN })
    }
  }

  /// Nil where it leaves 128 bits.
  private func numerator(_ n: Int32, _ start: Int, _ end: Int) -> Int128? {
    var squares: Int128 = 0
    for row in start..<end where mask.takes(row) {
      let value = Int128(values[row])
      let (sum, overflow) = squares.addingReportingOverflow(value * value)
      if overflow { return nil }
      squares = sum
    }
    let (left, first) = Int128(n).multipliedReportingOverflow(by: squares)
    let total = sums.sum(start, end)
    let (right, second) = total.multipliedReportingOverflow(by: total)
    let (result, third) = left.subtractingReportingOverflow(right)
    return first || second || third ? nil : result
  }
}
