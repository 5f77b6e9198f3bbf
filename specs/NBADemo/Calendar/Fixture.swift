/// One game of the calendar.
struct Fixture: Sendable {
  let home: Int
  let away: Int
  var day: CivilDay
  var tipOff = Instant(microseconds: 0)
  /// Place in the order in which the league first announced its games, from 1.
  var number = 0
  var isPrimetime = false
  /// Where in the calendar the game stood before it was moved.
  var postponedFrom: Slot?

  struct Slot: Sendable {
    let day: CivilDay
    let tipOff: Instant
  }

  /// The league's ten-digit id: `0022400001`.
  func officialID(season year: Int) -> String {
    let digits = String(100_000 + number).dropFirst()
    return "002\(String(100 + year % 100).dropFirst())\(digits)"
  }

  /// The canonical `YYYYMMDD_AWAY_HOME`.
  var id: String { id(on: day) }

  func id(on day: CivilDay) -> String {
    "\(day.compact)_\(Franchise.all[away].tricode)_\(Franchise.all[home].tricode)"
  }

  /// `YYYYMMDD_HOME_AWAY`, as the play-by-play feed writes it.
  var reversedID: String {
    "\(day.compact)_\(Franchise.all[home].tricode)_\(Franchise.all[away].tricode)"
  }
}
