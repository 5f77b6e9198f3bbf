/// What games are compared by: the setting of one game, past or to come.
struct GameSetting: Hashable, Sendable {
  enum Tier: String, Hashable, Sendable {
    case elite, average, weak

    /// `average` stands beside both others.
    func isBeside(_ other: Tier) -> Bool {
      self != other && (self == .average || other == .average)
    }
  }
  enum Form: String, Hashable, Sendable { case hot, normal, cold }

  /// Of the opponent; nil where it is not known.
  var tier: Tier?
  /// 0 is the day after a game; nil where it is not known.
  var restDays: Int?
  var isHome: Bool?
  var form: Form?

  /// 0 to 100 (domain 7.4): tier 40, or 20 beside; rest 30, or 15 beside; venue 15; form 15, else 5. What
  /// is not known is like nothing.
  func similarity(to other: GameSetting) -> Int {
    var score = 0
    if let tier, let theirs = other.tier {
      score += tier == theirs ? 40 : tier.isBeside(theirs) ? 20 : 0
    }
    if let rest = restBucket, let theirs = other.restBucket {
      score += rest == theirs ? 30 : abs(rest - theirs) == 1 ? 15 : 0
    }
    if let isHome, isHome == other.isHome { score += 15 }
    let isSameForm = form != nil && form == other.form
    return score + (isSameForm ? 15 : 5)
  }

  /// 0, 1, 2, and 3 for more.
  private var restBucket: Int? { restDays.map { min(max($0, 0), 3) } }
}
