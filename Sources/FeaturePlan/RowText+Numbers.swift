extension RowText {
  /// `-0.50` of −50 at scale 2: exactly `scale` digits after the point.
  public static func append(unscaled: Int64, scale: Int, to out: inout [UInt8]) {
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

  /// From here on a double has no decimals, and its text is scientific.
  public static let large = 1e16

  /// `0.1`, `-12`, `0`: rounded to nine decimals, half away from zero, then the exact decimal text of
  /// that double at nine decimals, without zeros at the end; 0 for −0. From 10¹⁶ on `1.5e+16`, the
  /// shortest text that reads back.
  public static func append(_ value: Double, to out: inout [UInt8]) {
    if abs(value) >= large {
      out += value.description.utf8
      return
    }
    let rounded = (value * 1e9).rounded(.toNearestOrAwayFromZero) / 1e9
    if rounded == 0 {
      out.append(UInt8(ascii: "0"))
      return
    }
    if rounded < 0 { out.append(UInt8(ascii: "-")) }
    let exponent = Int(rounded.exponentBitPattern) - 1_075
    let significand = rounded.significandBitPattern | (1 << 52)
    let nano =
      exponent >= 0
      ? (UInt128(significand) << UInt128(exponent)) * 1_000_000_000
      : nano(significand, shiftedDownBy: -exponent)
    append(digits: String(nano), scale: 9, to: &out)
    while out.last == UInt8(ascii: "0") { out.removeLast() }
    if out.last == UInt8(ascii: ".") { out.removeLast() }
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
}
