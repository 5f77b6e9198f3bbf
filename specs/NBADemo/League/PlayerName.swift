/// A display name and the key that every feed joins on.
struct PlayerName: Sendable {
  let display: String

  /// Folded to ASCII, lower-case, letters and digits only; a suffix stays, glued on.
  let lookup: String

  init(_ display: String) {
    self.display = display
    lookup = String(String.UnicodeScalarView(display.unicodeScalars.compactMap(Self.fold)))
  }

  /// The plain letter under a scalar, or `nil` for what a key leaves out.
  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "a"..."z", "0"..."9": scalar
    case "A"..."Z": Unicode.Scalar(scalar.value + 32)
    case "á", "å": "a"
    case "ć", "č": "c"
    case "é": "e"
    case "í": "i"
    case "ó", "ö": "o"
    case "Š", "š": "s"
    case "ý": "y"
    case "Ž", "ž": "z"
    default: nil
    }
  }

  /// `count` names whose lookups all differ; about one in twenty carries a suffix.
  static func draw(_ count: Int, seed: UInt64) -> [PlayerName] {
    var random = SeasonRandom(seed: seed, for: .names)
    var taken: Set<String> = []
    var familyUses: [String: Int] = [:]
    var names: [PlayerName] = []
    while names.count < count {
      let family = random.element(of: NameLists.family)
      let suffix = random.chance(0.05) ? " \(random.element(of: NameLists.suffixes))" : ""
      let name = PlayerName("\(random.element(of: NameLists.given)) \(family)\(suffix)")
      guard familyUses[family, default: 0] < 4, taken.insert(name.lookup).inserted else { continue }
      familyUses[family, default: 0] += 1
      names.append(name)
    }
    return names
  }
}
