/// Start times, order and national television.
enum TipOffs {
  /// Gives every game its moment and sorts the games by it.
  static func assign(_ fixtures: inout [Fixture], _ random: inout SeasonRandom) {
    for place in fixtures.indices {
      let fixture = fixtures[place]
      fixtures[place].tipOff = tipOff(of: fixture.home, on: fixture.day, &random)
      fixtures[place].isPrimetime = random.chance(0.22)
    }
    sort(&fixtures)
  }

  /// Mostly 19:00 to 20:00 by the arena's clock; some games at the weekend begin in the afternoon.
  static func tipOff(of home: Int, on day: CivilDay, _ random: inout SeasonRandom) -> Instant {
    let isWeekend = day.weekday == 0 || day.weekday == 6
    let hour =
      isWeekend && random.chance(0.3)
      ? random.element(of: [12.5, 13, 14, 15, 15.5, 18])
      : random.element(of: [19, 19, 19, 19.5, 19.5, 20])
    return day.at(hours: hour + Double(Franchise.all[home].hoursBehindUTC(on: day)))
  }

  static func sort(_ fixtures: inout [Fixture]) {
    fixtures.sort { ($0.day, $0.tipOff, $0.home) < ($1.day, $1.tipOff, $1.home) }
  }
}
