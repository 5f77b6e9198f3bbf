import FeatureAlgebra

/// Arithmetic. Doubles follow IEEE 754; integers that leave 64 bits are faults.
extension Machine {
  func asDouble(_ x: Register) -> Vector<Double> { x.asDoubles }

  func negated(_ x: Register) -> Register {
    if case .integer(let vector) = x {
      return .integer(
        exact(Vector(constant: 0), vector) { $0.subtractingReportingOverflow($1) })
    }
    return .double(asDouble(x).map { -$0 })
  }

  func absolute(_ x: Register) -> Register {
    if case .integer(let vector) = x {
      return .integer(
        exact(Vector(constant: 0), vector) {
          $1 < 0 ? $0.subtractingReportingOverflow($1) : ($1, false)
        })
    }
    return .double(asDouble(x).map { abs($0) })
  }

  func squareRoot(_ x: Vector<Double>) -> Vector<Double> {
    x.map { ($0 < 0 ? 0 : $0).squareRoot() }.nulling(by: x) { $0 < 0 }
  }

  func arithmetic(_ op: Arithmetic, _ a: Register, _ b: Register) -> Register {
    if case .integer(let a) = a, case .integer(let b) = b {
      switch op {
      case .plus: return .integer(exact(a, b) { $0.addingReportingOverflow($1) })
      case .minus: return .integer(exact(a, b) { $0.subtractingReportingOverflow($1) })
      case .times: return .integer(exact(a, b) { $0.multipliedReportingOverflow(by: $1) })
      }
    }
    let (a, b) = (asDouble(a), asDouble(b))
    switch op {
    case .plus: return .double(a.map(with: b) { $0 + $1 })
    case .minus: return .double(a.map(with: b) { $0 - $1 })
    case .times: return .double(a.map(with: b) { $0 * $1 })
    }
  }

  /// Integer arithmetic; rows that leave 64 bits are looked for only where some may have.
  @inline(__always)
  private func exact(
    _ a: Vector<Int64>, _ b: Vector<Int64>,
    _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) -> Vector<Int64> {
    var any = false
    let result = a.map(with: b) { (x: Int64, y: Int64) -> Int64 in
      let (value, overflow) = operation(x, y)
      any = overflow ? true : any
      return value
    }
    return any ? result.faulting(.overflow) { operation(a[$0], b[$0]).overflow } : result
  }

  /// NULL where the divisor is 0.
  func ratio(_ a: Vector<Double>, _ b: Vector<Double>) -> Vector<Double> {
    a.map(with: b) { $0 / ($1 == 0 ? 1 : $1) }.nulling(by: b) { $0 == 0 }
  }

  func rounded(_ x: Vector<Double>, scale: Int) -> Vector<Double> {
    let power = Decimals.power(scale)
    return x.map { Decimals.rounded($0, power: power) }
  }

  /// `round(x · 10^scale)`; a fault outside 64 bits.
  func unscaled(_ x: Vector<Double>, scale: Int) -> Vector<Int64> {
    Decimals.integers(x, power: Decimals.power(scale))
  }

  /// `low` where x is below, `high` where it is above; in this order.
  func clamped(_ x: Register, low: Register, high: Register) -> Register {
    if case .integer(let x) = x, case .integer(let low) = low, case .integer(let high) = high {
      return .integer(clamp(x, low, high) { $0 < $1 })
    }
    return .double(
      clamp(asDouble(x), asDouble(low), asDouble(high)) { Decimals.precedes($0, $1) })
  }

  @inline(__always)
  private func clamp<Number>(
    _ x: Vector<Number>, _ low: Vector<Number>, _ high: Vector<Number>,
    _ precedes: (Number, Number) -> Bool
  ) -> Vector<Number> {
    if low.isConstant, high.isConstant, low.gaps.isEmpty, high.gaps.isEmpty {
      let (bottom, top) = (low[0], high[0])
      return x.map { precedes($0, bottom) ? bottom : precedes(top, $0) ? top : $0 }
    }
    let bounds = low.map(with: high) { ($0, $1) }
    return x.map(with: bounds) { precedes($0, $1.0) ? $1.0 : precedes($1.1, $0) ? $1.1 : $0 }
  }
}

extension Vector {
  /// The same values with other gaps.
  func with(_ gaps: Gaps) -> Vector {
    var copy = self
    copy.gaps = gaps
    return copy
  }

  /// NULL also where another operand meets a condition.
  @inline(__always)
  func nulling<Other>(by other: Vector<Other>, where isNull: (Other) -> Bool) -> Vector {
    if other.isConstant {
      guard isNull(other[0]) else { return self }
      return with(
        gaps.merged(Gaps(validity: Validity(allNull: count).words[...], faults: nil)))
    }
    let any = other.values.withUnsafeBufferPointer { values in
      var any = false
      for value in values { any = any || isNull(value) }
      return any
    }
    guard any else { return self }
    var bits = Validity(allValid: count)
    other.values.withUnsafeBufferPointer { values in
      for row in values.indices where isNull(values[row]) { bits.setNull(row) }
    }
    return with(gaps.merged(Gaps(validity: bits.words[...], faults: nil)))
  }
}
