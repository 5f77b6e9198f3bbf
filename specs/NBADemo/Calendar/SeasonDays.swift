/// The days of a season and how many games each should hold.
struct SeasonDays: Sendable {
  static let gameCount = 1230
  /// Calendar days from opening night to the last day, both included.
  static let span = 174

  let opening: CivilDay
  /// Games wanted on the day `opening + offset`; 0 on days without play.
  let targets: [Int]

  var last: CivilDay { opening + (Self.span - 1) }

  /// Opening night is the Tuesday between 18 and 24 October; the last day is a Sunday.
  init(startingIn year: Int, seed: UInt64) {
    let earliest = CivilDay(year, 10, 18)
    opening = earliest + (9 - earliest.weekday) % 7
    targets = Self.spread(from: opening, year, seed)
  }

  /// Games by weekday, Sunday first, as the league spreads them.
  private static let weekdays = [7.2, 7.6, 5.0, 8.6, 5.4, 8.4, 6.7]

  private static func spread(from opening: CivilDay, _ year: Int, _ seed: UInt64) -> [Int] {
    var random = SeasonRandom(seed: seed, for: .calendar)
    let free = freeDays(after: opening, year)
    let christmas = CivilDay(year, 12, 25) - opening
    var targets = (0..<span).map { offset in
      let day = opening + offset
      let crowd = weekdays[day.weekday] * random.between(0.35, 1.65)
      return free.contains(day) ? 0 : min(max(Int(crowd.rounded()), 2), 14)
    }
    let settled = [0: 2, 1: 12, christmas: 5, span - 1: 15]
    for (offset, games) in settled { targets[offset] = games }
    let open = targets.indices.filter { targets[$0] > 0 && settled[$0] == nil }
    var excess = targets.reduce(0, +) - gameCount
    while excess != 0 {
      let offset = random.element(of: open)
      let step = excess > 0 ? -1 : 1
      guard (2...14).contains(targets[offset] + step) else { continue }
      targets[offset] += step
      excess += step
    }
    return targets
  }

  /// Thanksgiving, Christmas Eve, a week around the All-Star game, the day before the last.
  private static func freeDays(after opening: CivilDay, _ year: Int) -> Set<CivilDay> {
    let allStar = CivilDay.weekday(0, nth: 3, year + 1, 2)
    return Set((-2...3).map { allStar + $0 }).union([
      CivilDay.weekday(4, nth: 4, year, 11), CivilDay(year, 12, 24), opening + (span - 2),
    ])
  }
}
