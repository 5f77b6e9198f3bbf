import FeatureAlgebra
import FeaturePlan

/// UTF-8 that grows at its end: the canonical texts of values, one after the other (`docs/semantics.md`,
/// row hashes).
struct TextBytes: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  mutating func removeAll() { count = 0 }

  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Room for `more` bytes: what `put` needs.
  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: base, count: count)
    base.deallocate()
    base = grown
  }

  /// Into room that is there.
  @inline(__always)
  private mutating func put(_ byte: UInt8) {
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    put(byte)
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ text: String) {
    Bytes.withBytes(of: text) { append($0) }
  }
}

// MARK: Numbers

extension TextBytes {
  /// No number here takes more bytes.
  private static let numberRoom = 48

  mutating func append(_ value: Int64) {
    reserve(Self.numberRoom)
    if value < 0 { put(UInt8(ascii: "-")) }
    putDigits(value.magnitude)
  }

  /// `-0.50` of −50 at scale 2: exactly `scale` digits after the point, 18 at most.
  mutating func append(unscaled: Int64, scale: Int) {
    reserve(Self.numberRoom)
    if unscaled < 0 { put(UInt8(ascii: "-")) }
    putDecimal(unscaled.magnitude, scale)
  }

  /// `0.1`, `-12`, `0`: rounded to nine decimals, half away from zero, then the exact decimal text of
  /// that double at nine decimals, without zeros at the end; 0 for −0. From 10¹⁶ on `1.5e+16`, the
  /// shortest text that reads back.
  mutating func append(_ value: Double) {
    guard abs(value) < RowText.large else { return append(value.description) }
    let scaled = (value * 1e9).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < Self.exactNano else { return append(largeNano: scaled / 1e9) }
    reserve(Self.numberRoom)
    if scaled < 0 { put(UInt8(ascii: "-")) }
    var digits = UInt64(abs(scaled))
    var scale = 9
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    putDecimal(digits, scale)
  }

  /// Below 2⁵² billionths, a whole number of billionths n as a double divided by 10⁹ is off by less than
  /// half a billionth: its text at nine decimals is that of n.
  private static let exactNano = 4_503_599_627_370_496.0

  private mutating func append(largeNano rounded: Double) {
    let exponent = Int(rounded.exponentBitPattern) - 1_075
    let significand = rounded.significandBitPattern | (1 << 52)
    let nano =
      exponent >= 0
      ? (UInt128(significand) << UInt128(exponent)) * 1_000_000_000
      : Self.nano(significand, shiftedDownBy: -exponent)
    reserve(Self.numberRoom)
    if rounded < 0 { put(UInt8(ascii: "-")) }
    let (whole, rest) = nano.quotientAndRemainder(dividingBy: 1_000_000_000)
    putDigits(UInt64(whole))
    var (digits, scale) = (UInt64(rest), 9)
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    guard scale > 0 else { return }
    put(UInt8(ascii: "."))
    putPadded(digits, scale)
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

  @inline(__always)
  private mutating func putDecimal(_ unscaled: UInt64, _ scale: Int) {
    if scale == 0 { return putDigits(unscaled) }
    let (whole, rest) = unscaled.quotientAndRemainder(dividingBy: Self.powers[scale])
    putDigits(whole)
    put(UInt8(ascii: "."))
    putPadded(rest, scale)
  }

  private static let powers: [UInt64] = (0...18).map { scale in
    (0..<scale).reduce(1) { power, _ in power * 10 }
  }

  @inline(__always)
  private mutating func putDigits(_ number: UInt64) {
    var width = 1
    var bound: UInt64 = 10
    while width < 20, number >= bound {
      width += 1
      bound = width < 20 ? bound &* 10 : .max
    }
    putPadded(number, width)
  }

  /// The last `width` digits, with zeros before them.
  @inline(__always)
  private mutating func putPadded(_ number: UInt64, _ width: Int) {
    var rest = number
    var place = count + width
    while place > count {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      base[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    count += width
  }

  /// ISO 8601.
  mutating func append(_ day: Day) {
    let (year, month, number) = day.civil
    guard (1...9999).contains(year) else { return append(day.description) }
    reserve(Self.numberRoom)
    putPadded(UInt64(year), 4)
    put(UInt8(ascii: "-"))
    putPadded(UInt64(month), 2)
    put(UInt8(ascii: "-"))
    putPadded(UInt64(number), 2)
  }
}
