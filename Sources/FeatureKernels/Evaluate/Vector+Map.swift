/// Element-wise loops. The closure runs on rows that are NULL too: it must not trap on any bits.
extension Vector {
  @inline(__always)
  func map<Result>(_ transform: (Element) -> Result) -> Vector<Result> {
    let count = values.count
    let result = [Result](unsafeUninitializedCapacity: count) { target, filled in
      values.withUnsafeBufferPointer { source in
        for row in 0..<count { target.initializeElement(at: row, to: transform(source[row])) }
      }
      filled = count
    }
    return Vector<Result>(slice: result[...], gaps, isConstant: isConstant)
  }

  /// NULL where either operand is.
  @inline(__always)
  func map<Other, Result>(
    with other: Vector<Other>, _ transform: (Element, Other) -> Result
  ) -> Vector<Result> {
    let count = isConstant ? other.count : self.count
    let result = [Result](unsafeUninitializedCapacity: count) { target, filled in
      values.withUnsafeBufferPointer { left in
        other.values.withUnsafeBufferPointer { right in
          if isConstant {
            let constant = left[0]
            for row in 0..<count {
              target.initializeElement(at: row, to: transform(constant, right[row]))
            }
          } else if other.isConstant {
            let constant = right[0]
            for row in 0..<count {
              target.initializeElement(at: row, to: transform(left[row], constant))
            }
          } else {
            for row in 0..<count {
              target.initializeElement(at: row, to: transform(left[row], right[row]))
            }
          }
        }
      }
      filled = count
    }
    return Vector<Result>(
      slice: result[...], gaps(with: other), isConstant: isConstant && other.isConstant)
  }

  /// The gaps of a result of this operand and another.
  func gaps<Other>(with other: Vector<Other>) -> Gaps {
    if isConstant == other.isConstant { return gaps.merged(other.gaps) }
    if isConstant { return gaps.spread(over: other.count).merged(other.gaps) }
    return gaps.merged(other.gaps.spread(over: count))
  }

  /// Marks the rows that hold a value and meet a condition.
  func faulting(_ fault: Fault, where isWrong: (Int) -> Bool) -> Vector {
    var faults = gaps.faults ?? [Fault](repeating: .none, count: count)
    var any = false
    for row in 0..<count where gaps.isValid(row) && faults[row] == .none && isWrong(row) {
      faults[row] = fault
      any = true
    }
    guard any else { return self }
    var copy = self
    copy.gaps.faults = faults
    return copy
  }

  /// Takes the value from the rows that meet a condition.
  func nulling(where isNull: (Element) -> Bool) -> Vector {
    var bits = Validity(allValid: count)
    values.withUnsafeBufferPointer { values in
      for row in 0..<count where isNull(values[row]) { bits.setNull(row) }
    }
    guard !bits.isAllValid else { return self }
    var copy = self
    copy.gaps.validity = Gaps.both(gaps.validity, bits.words[...])
    return copy
  }
}
