import FeatureAlgebra

/// Seeded randomness: the same numbers for the same seed on every machine.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Source: splitmix64, Vigna.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(max(sides, 1))) }

  /// True once in so many times.
  mutating func oneIn(_ times: Int) -> Bool { roll(times) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
}

/// The seed of a property test: from the environment, or fixed. Failures print it.
func seed(_ fallback: UInt64) -> UInt64 {
  ProcessEnvironment.value("FASTBREAK_SEED").flatMap { UInt64($0) } ?? fallback
}
