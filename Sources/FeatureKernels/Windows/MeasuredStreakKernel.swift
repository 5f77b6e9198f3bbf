/// `streakAbove` and `streakBelow`: rows beyond the entity's value, from the newest backwards, until one
/// lies on its other side. One pass over the rows of the streak.
struct MeasuredStreakKernel: MeasuringKernel {
  let isAbove: Bool
  let values: Vector<Double>
  /// Rows that pass the filter and have a value.
  let mask: RowMask

  func evaluate(
    _ start: Vector<Int32>, _ end: Vector<Int32>, against limit: Vector<Double>
  ) -> Register {
    .integer(
      Vector(
        (0..<start.count).map { row in
          guard limit.isValid(row) else { return 0 }
          return length(Int(start[row]), Int(end[row]), limit[row])
        }))
  }

  private func length(_ start: Int, _ end: Int, _ limit: Double) -> Int64 {
    var count: Int64 = 0
    var row = end - 1
    while row >= start {
      if mask.takes(row) {
        let value = values[row]
        if isAbove ? value < limit : value > limit { return count }
        if value != limit { count += 1 }
      }
      row -= 1
    }
    return count
  }
}
