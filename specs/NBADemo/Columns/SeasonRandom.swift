/// A seeded generator, xoshiro256**, whose numbers are the same on every platform.
///
/// Only integer arithmetic and exactly rounded floating operations: no libm, no system source, and
/// no standard-library distribution whose algorithm might change.
struct SeasonRandom: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// What a sequence is for. Each purpose has its own, so drawing more in one moves no other.
  enum Purpose: UInt64 {
    case calendar = 1
    case names, players, franchises, absences, moves, game, traps, market, reports
  }

  init(seed: UInt64, for purpose: Purpose, _ index: Int = 0) {
    var mixer = seed ^ (purpose.rawValue &* 0x9E37_79B9_7F4A_7C15)
    mixer = Self.mix(&mixer) ^ UInt64(truncatingIfNeeded: index)
    state = (Self.mix(&mixer), Self.mix(&mixer), Self.mix(&mixer), Self.mix(&mixer))
  }

  /// SplitMix64, which spreads neighbouring seeds far apart.
  private static func mix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// Uniform in `0..<1`, in steps of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func between(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  /// Uniform in `0..<bound`; `bound` must be positive.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  /// Close to standard normal, never beyond ±3.47: the sum of four 16-bit uniforms.
  mutating func normal() -> Double {
    let word = next()
    let sum =
      (word & 0xFFFF) + ((word >> 16) & 0xFFFF) + ((word >> 32) & 0xFFFF) + (word >> 48)
    return (Double(sum) - 131_070) / 37_837.2
  }

  mutating func element<Element>(of list: [Element]) -> Element { list[below(list.count)] }

  /// A place in `weights`, each as likely as its share of the total; the weights are not negative.
  mutating func place(in weights: [Double]) -> Int {
    var left = unit() * weights.reduce(0, +)
    for place in weights.indices.dropLast() {
      left -= weights[place]
      if left < 0 { return place }
    }
    return weights.count - 1
  }

  mutating func shuffle<Element>(_ list: inout [Element]) {
    for place in stride(from: list.count - 1, to: 0, by: -1) {
      list.swapAt(place, below(place + 1))
    }
  }
}
