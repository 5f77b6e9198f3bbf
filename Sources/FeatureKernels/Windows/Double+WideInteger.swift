extension Double {
  /// A whole number as the engine converts it: up to 64 bits rounded once, beyond that each half by itself
  /// and then their sum. So it can differ from the nearest double by its last bit.
  init(wide value: Int128) {
    let high = Int64(truncatingIfNeeded: value >> 64)
    let low = UInt64(truncatingIfNeeded: value)
    if high == -1 {
      self = -Double(UInt64.max - low) - 1
    } else {
      self = Double(low) + Double(high) * 0x1p64
    }
  }
}
