/// Games that were moved: the feed keeps their old row beside the new one.
enum Postponements {
  static let count = 8

  static func apply(
    to fixtures: inout [Fixture], _ placed: CalendarBoard, _ days: SeasonDays,
    _ random: inout SeasonRandom
  ) {
    var board = placed
    var moved = 0
    while moved < count {
      let place = random.below(fixtures.count)
      let fixture = fixtures[place]
      let offset = fixture.day - days.opening
      guard fixture.postponedFrom == nil, (40..<110).contains(offset) else { continue }
      board.remove(fixture.home, fixture.away, on: offset)
      let later = (offset + 7...offset + 55).filter { later in
        days.targets[later] > 0 && board.gamesOn[later] < 14
          && [fixture.home, fixture.away].allSatisfy {
            !board.isBusy($0, on: later) && board.strain(on: $0, at: later) < 8
          }
      }
      let chosen = later.isEmpty ? offset : random.element(of: later)
      board.place(fixture.home, fixture.away, on: chosen)
      guard chosen != offset else { continue }
      let day = days.opening + chosen
      fixtures[place].postponedFrom = Fixture.Slot(day: fixture.day, tipOff: fixture.tipOff)
      fixtures[place].day = day
      fixtures[place].tipOff = TipOffs.tipOff(of: fixture.home, on: day, &random)
      moved += 1
    }
    TipOffs.sort(&fixtures)
  }
}
