/// A field-goal attempt or a free throw.
struct PlayEvent: Sendable {
  /// Place of the game in the season.
  var game = 0
  /// Counts every happening of the game, also those that this feed leaves out.
  let number: Int
  let subtype: Subtype
  let isMade: Bool
  /// Feet; −1 for free throws and where the feed does not know.
  let distance: Int
  var shooter: Int
  let isHome: Bool
  /// The passer of a made shot or the blocker of a missed one; −1 for neither.
  var other: Int

  enum Subtype: Int, CaseIterable, Sendable {
    case layup, drivingLayup, dunk, alleyOop, tip, putback, floater, hook
    case jumpShot, pullup, fadeaway, turnaround
    case threeJumpShot, threePullup, threeStepBack
    case firstOfOne, firstOfTwo, secondOfTwo, firstOfThree, secondOfThree, thirdOfThree

    static let words = [
      "layup", "driving layup", "dunk", "alley oop dunk", "tip layup", "putback layup",
      "floating jump shot", "hook shot", "jump shot", "pullup jump shot", "fadeaway jump shot",
      "turnaround jump shot", "3pt jump shot", "3pt pullup jump shot", "3pt step back jump shot",
      "free throw 1 of 1", "free throw 1 of 2", "free throw 2 of 2", "free throw 1 of 3",
      "free throw 2 of 3", "free throw 3 of 3",
    ]

    var isFreeThrow: Bool { rawValue >= Subtype.firstOfOne.rawValue }
    var isThree: Bool { !isFreeThrow && rawValue >= Subtype.threeJumpShot.rawValue }

    static func freeThrow(_ nth: Int, of count: Int) -> Subtype {
      switch (nth, count) {
      case (_, 1): .firstOfOne
      case (1, 2): .firstOfTwo
      case (_, 2): .secondOfTwo
      case (1, _): .firstOfThree
      case (2, _): .secondOfThree
      default: .thirdOfThree
      }
    }
  }
}
