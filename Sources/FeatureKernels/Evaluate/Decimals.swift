/// Rounding and the order of doubles, as the contract states them.
enum Decimals {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18,
  ]
  private static let integerPowers: [Int64] = (0...18).reduce(into: []) {
    $0.append($1 == 0 ? 1 : ($0.last ?? 1) * 10)
  }

  /// `10^scale`, exact. - Precondition: scale is 0 to 18; lowering refuses others.
  static func power(_ scale: Int) -> Double { powers[scale] }

  static func integerPower(_ scale: Int) -> Int64 { integerPowers[scale] }

  /// The nearest integer, ties away from zero, without leaving vector registers.
  ///
  /// Adding and taking away 2^52 leaves the nearest integer, ties to even; a tie that went down is
  /// lifted. From 2^52 on a double is an integer already.
  @inline(__always)
  static func roundedAway(_ x: Double) -> Double {
    let magnitude = abs(x)
    let nearest = (magnitude + 0x1p52) - 0x1p52
    let away = magnitude - nearest >= 0.5 ? nearest + 1 : nearest
    return Double(signOf: x, magnitudeOf: magnitude < 0x1p52 ? away : magnitude)
  }

  /// `round(x · power) / power`; x itself where x · power leaves the doubles.
  @inline(__always)
  static func rounded(_ x: Double, power: Double) -> Double {
    let result = roundedAway(x * power) / power
    return result - result == 0 ? result : x
  }

  /// Ascending order in which NaN is the largest and equals itself, as the engines have it.
  @inline(__always)
  static func precedes(_ a: Double, _ b: Double) -> Bool {
    a < b || (b != b && a == a)
  }

  /// `round(x · power)` as integers; a fault outside 64 bits.
  static func integers(_ x: Vector<Double>, power: Double) -> Vector<Int64> {
    if let small = small(x, power: power, below: 0x1p50) { return small }
    let exact = x.map { (value: Double) -> Int64 in
      let rounded = roundedAway(value * power)
      return rounded >= -0x1p63 && rounded < 0x1p63 ? Int64(rounded) : 0
    }
    return exact.faulting(.outOfRange) { row in
      let rounded = roundedAway(x[row] * power)
      return !(rounded >= -0x1p63 && rounded < 0x1p63)
    }
  }

  /// The unscaled integer of `rounded(x)`; a fault where it is not below `limit` in size.
  ///
  /// Below 2^50 that is `round(x · power)`; larger numbers take the way over the rounded double.
  static func decimals(_ x: Vector<Double>, power: Double, limit: Double) -> Vector<Int64> {
    if let small = small(x, power: power, below: min(limit, 0x1p50)) { return small }
    let exact = x.map { (value: Double) -> Int64 in
      let unscaled = roundedAway(rounded(value, power: power) * power)
      return abs(unscaled) < limit ? Int64(unscaled) : 0
    }
    return exact.faulting(.outOfRange) { row in
      !(abs(roundedAway(rounded(x[row], power: power) * power)) < limit)
    }
  }

  /// `round(x · power)` where all are below `bound` in size, read off the bits of `x + 1.5 · 2^52`.
  private static func small(
    _ x: Vector<Double>, power: Double, below bound: Double
  ) -> Vector<Int64>? {
    let shift = 0x1.8p52
    var isSmall = true
    let result = x.map { (value: Double) -> Int64 in
      let rounded = roundedAway(value * power)
      isSmall = abs(rounded) < bound ? isSmall : false
      return Int64(bitPattern: UInt64((rounded + shift).bitPattern))
        &- Int64(bitPattern: shift.bitPattern)
    }
    return isSmall ? result : nil
  }
}
