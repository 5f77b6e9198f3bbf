/// Where a shot is taken, with the league's habits there.
enum ShotZone: Int, CaseIterable, Sendable {
  case rim, short, mid, cornerThree, arcThree

  var isThree: Bool { self == .cornerThree || self == .arcThree }

  /// Paint, mid-range or three: the places in a player's `touch` and a team's `defence`.
  var region: Int {
    switch self {
    case .rim, .short: 0
    case .mid: 1
    case .cornerThree, .arcThree: 2
    }
  }

  /// Whole feet, drawn as often as the league shoots from there.
  func distance(_ random: inout SeasonRandom) -> Int {
    switch self {
    case .rim: random.place(in: [26, 30, 27, 17])
    case .short: 4 + random.place(in: [27, 23, 19, 17, 14])
    case .mid: 9 + random.place(in: [40, 41, 40, 37, 32, 30, 31, 30, 28, 24, 20, 15, 8, 4])
    case .cornerThree: 22 + random.place(in: [60, 40])
    case .arcThree: 23 + random.place(in: [12, 16, 36, 27, 12, 5, 2, 1, 1])
    }
  }

  /// Share of shots made by an average player against an average defence.
  func makes(from feet: Int) -> Double {
    switch self {
    case .rim: [0.735, 0.705, 0.58, 0.465][feet]
    case .short: 0.405
    case .mid: feet < 16 ? 0.434 : 0.434 - 0.012 * Double(feet - 15)
    case .cornerThree: 0.383
    case .arcThree: feet < 26 ? 0.364 : 0.364 - 0.012 * Double(feet - 25)
    }
  }

  /// Share of makes that follow a pass.
  var assisted: Double { [0.58, 0.38, 0.42, 0.96, 0.82][rawValue] }

  /// Share of misses that a defender blocked.
  var blocked: Double { [0.33, 0.22, 0.065, 0.014, 0.018][rawValue] }

  /// Shooting fouls per shot, made or not.
  var fouled: Double { [0.22, 0.105, 0.05, 0.012, 0.014][rawValue] }

  /// Names of such shots in the feed, the common ones more than once.
  var subtypes: [PlayEvent.Subtype] {
    switch self {
    case .rim: [.layup, .layup, .drivingLayup, .drivingLayup, .dunk, .dunk, .alleyOop]
    case .short: [.floater, .floater, .hook, .drivingLayup]
    case .mid: [.jumpShot, .pullup, .pullup, .fadeaway, .turnaround]
    case .cornerThree: [.threeJumpShot]
    case .arcThree: [.threeJumpShot, .threeJumpShot, .threePullup, .threeStepBack]
    }
  }
}
