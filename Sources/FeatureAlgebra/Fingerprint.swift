/// A short, stable mark of a text: equal texts have equal marks in every run and on every machine.
///
/// Two FNV-1a hashes of 64 bits with different offsets, folded to 16 hexadecimal digits. It tells
/// changes apart; it does not resist an attacker.
public enum Fingerprint {
  public static func of(_ text: String) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x6c62_272e_07bb_0142
    for byte in text.utf8 {
      low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      high = (high &+ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15
      high ^= high >> 29
    }
    let folded = low ^ (high &* 0xff51_afd7_ed55_8ccd)
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The mark of several texts; no two different lists share one by shifting a border.
  public static func of(_ parts: [String]) -> String {
    of(parts.map { "\($0.utf8.count):\($0)" }.joined(separator: ","))
  }
}
