/// A stretch of days on which a player cannot play.
struct Absence: Sendable {
  let first: CivilDay
  let last: CivilDay
  /// Place in `AbsenceReason.words`.
  let reason: Int

  func covers(_ day: CivilDay) -> Bool { first <= day && day <= last }

  /// A season of injuries and illnesses of one player, days to months long, in order.
  static func draw(for player: Int, in days: SeasonDays, seed: UInt64) -> [Absence] {
    var random = SeasonRandom(seed: seed, for: .absences, player)
    var absences: [Absence] = []
    var day = days.opening
    if random.chance(0.035) {
      let back = day + random.within(25...SeasonDays.span)
      absences.append(Absence(first: day + -30, last: back, reason: AbsenceReason.long(&random)))
      day = back + 10
    }
    while day <= days.last {
      if random.chance(0.0125) {
        let length = length(&random)
        let reason = length > 18 ? AbsenceReason.long(&random) : AbsenceReason.short(&random)
        absences.append(Absence(first: day, last: day + (length - 1), reason: reason))
        day = day + (length + 8)
      } else {
        day = day + 1
      }
    }
    return absences
  }

  private static func length(_ random: inout SeasonRandom) -> Int {
    switch random.unit() {
    case ..<0.5: random.within(2...5)
    case ..<0.82: random.within(6...18)
    case ..<0.97: random.within(19...50)
    default: random.within(51...120)
    }
  }
}

/// The words that the injury report uses.
enum AbsenceReason {
  static let words = [
    "Rest", "Trade Pending", "G League - Two-Way", "Injury/Illness - Illness",
    "Personal Reasons", "Injury/Illness - Left Ankle; Sprain",
    "Injury/Illness - Right Ankle; Sprain", "Injury/Illness - Lower Back; Soreness",
    "Injury/Illness - Right Knee; Contusion", "Injury/Illness - Left Wrist; Sprain",
    "Injury/Illness - Left Hamstring; Tightness", "Injury/Illness - Right Thumb; Sprain",
    "Injury/Illness - Left Calf; Strain", "Injury/Illness - Right Hamstring; Strain",
    "Injury/Illness - Left Knee; Sprain", "Injury/Illness - Right Foot; Stress Fracture",
    "Injury/Illness - Left Groin; Strain", "Injury/Illness - Right Hand; Fracture",
  ]

  static let rest = 0
  static let tradePending = 1
  static let twoWay = 2

  static func short(_ random: inout SeasonRandom) -> Int { random.within(3...12) }
  static func long(_ random: inout SeasonRandom) -> Int { random.within(12...17) }
}
