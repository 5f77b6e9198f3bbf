extension RowText {
  /// `-0.50` of −50 at scale 2: exactly `scale` digits after the point.
  static func append(unscaled: Int64, scale: Int, to out: inout [UInt8]) {
    if unscaled < 0 { out.append(UInt8(ascii: "-")) }
    append(digits: String(unscaled.magnitude), scale: scale, to: &out)
  }

  private static func append(digits: String, scale: Int, to out: inout [UInt8]) {
    let digits = Array(digits.utf8)
    let whole = digits.count - scale
    if whole > 0 { out += digits[..<whole] } else { out.append(UInt8(ascii: "0")) }
    guard scale > 0 else { return }
    out.append(UInt8(ascii: "."))
    for _ in 0..<max(0, -whole) { out.append(UInt8(ascii: "0")) }
    out += digits[max(0, whole)...]
  }

  /// `0.1`, `-12`, `0`: rounded to nine decimals, half away from zero, then the exact decimal text of
  /// that double at nine decimals, without zeros at the end; 0 for −0.
  ///
  /// Large numbers are written out: 10²² is `10000000000000000000000`.
  static func append(_ value: Double, to out: inout [UInt8]) {
    let scaled = (value * 1e9).rounded(.toNearestOrAwayFromZero) / 1e9
    let rounded = scaled.isFinite ? scaled : value
    if rounded == 0 {
      out.append(UInt8(ascii: "0"))
      return
    }
    if rounded < 0 { out.append(UInt8(ascii: "-")) }
    let significand = rounded.significandBitPattern | (rounded.isNormal ? 1 << 52 : 0)
    let exponent = Int(rounded.exponentBitPattern) - 1_075
    if exponent >= 0 {
      out += wide(significand, shiftedBy: exponent)
    } else {
      append(digits: String(nano(significand, shiftedDownBy: -exponent)), scale: 9, to: &out)
      while out.last == UInt8(ascii: "0") { out.removeLast() }
      if out.last == UInt8(ascii: ".") { out.removeLast() }
    }
  }

  /// `significand · 10⁹ / 2^shift`, half to even.
  private static func nano(_ significand: UInt64, shiftedDownBy shift: Int) -> UInt128 {
    let product = UInt128(significand) * 1_000_000_000
    guard shift < 127 else { return 0 }
    let whole = product >> UInt128(shift)
    let rest = product - (whole << UInt128(shift))
    let half = UInt128(1) << UInt128(shift - 1)
    let up = rest > half || (rest == half && whole % 2 == 1)
    return up ? whole + 1 : whole
  }

  /// The digits of `significand · 2^shift`, by doubling in base 10⁹.
  private static func wide(_ significand: UInt64, shiftedBy shift: Int) -> [UInt8] {
    let base: UInt64 = 1_000_000_000
    var limbs: [UInt64] = []
    var rest = significand
    while rest > 0 {
      limbs.append(rest % base)
      rest /= base
    }
    for _ in 0..<shift {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let doubled = limbs[index] * 2 + carry
        limbs[index] = doubled % base
        carry = doubled / base
      }
      if carry > 0 { limbs.append(carry) }
    }
    var text: [UInt8] = []
    for (index, limb) in limbs.reversed().enumerated() {
      let digits = String(limb)
      if index > 0 { text += repeatElement(UInt8(ascii: "0"), count: 9 - digits.utf8.count) }
      text += digits.utf8
    }
    return text
  }
}
