/// Puts the league's 1,230 games on days.
///
/// Day by day, the team furthest behind its pace meets the best opponent it still has to meet;
/// the few games left at the end go where they strain their teams least.
struct SeasonCalendar: Sendable {
  private var left: [[Int]]
  private var board = CalendarBoard(days: SeasonDays.span)
  private var random: SeasonRandom
  private let days: SeasonDays
  private var placed: [Fixture] = []
  private var played = Array(repeating: 0, count: Franchise.all.count)
  private var lastMeeting: [[Int]]
  /// Where each team played last: the home team's place.
  private var arena = Array(Franchise.all.indices)

  /// Games in order of tip-off, numbered in the order first announced.
  static func draw(_ days: SeasonDays, seed: UInt64) -> [Fixture] {
    var calendar = SeasonCalendar(days, seed)
    calendar.fillLastDay()
    calendar.fillDays()
    calendar.placeLeftovers()
    var fixtures = calendar.placed
    TipOffs.assign(&fixtures, &calendar.random)
    for place in fixtures.indices { fixtures[place].number = place + 1 }
    Postponements.apply(to: &fixtures, calendar.board, days, &calendar.random)
    return fixtures
  }

  private init(_ days: SeasonDays, _ seed: UInt64) {
    self.days = days
    random = SeasonRandom(seed: seed, for: .calendar, 1)
    left = Matchups.draw(&random)
    let teams = Franchise.all.count
    lastMeeting = Array(repeating: Array(repeating: -99, count: teams), count: teams)
  }

  private mutating func place(_ home: Int, _ away: Int, on offset: Int) {
    left[home][away] -= 1
    board.place(home, away, on: offset)
    placed.append(Fixture(home: home, away: away, day: days.opening + offset))
    lastMeeting[home][away] = offset
    lastMeeting[away][home] = offset
    for team in [home, away] {
      played[team] += 1
      arena[team] = home
    }
  }

  /// All thirty teams play on the last day; every team still hosts every other at least once.
  private mutating func fillLastDay() {
    var teams = Array(Franchise.all.indices)
    random.shuffle(&teams)
    for place in stride(from: 0, to: teams.count, by: 2) {
      self.place(teams[place], teams[place + 1], on: SeasonDays.span - 1)
    }
    arena = Array(Franchise.all.indices)
  }

  private mutating func fillDays() {
    var wanted = 0
    for offset in 0..<SeasonDays.span - 1 where days.targets[offset] > 0 {
      wanted += days.targets[offset]
      let share = 81 * Double(wanted) / Double(SeasonDays.gameCount - 15) + 1
      let urgency = Franchise.all.indices.map { team in
        share - Double(played[team]) - board.strain(on: team, at: offset) + random.normal() * 0.5
      }
      fill(offset, urgency)
    }
  }

  private mutating func fill(_ offset: Int, _ urgency: [Double]) {
    var free = Franchise.all.indices.filter { urgency[$0] > -4 }
    free.sort { urgency[$0] > urgency[$1] }
    while board.gamesOn[offset] < days.targets[offset], let team = free.first {
      free.removeFirst()
      let rivals = free.filter { left[team][$0] + left[$0][team] > 0 }
      let scored = rivals.map { (rival: $0, score: appeal(of: $0, to: team, offset, urgency)) }
      guard let best = scored.max(by: { $0.score < $1.score })?.rival else { continue }
      let isHost = hosts(team, best)
      place(isHost ? team : best, isHost ? best : team, on: offset)
      free.removeAll { $0 == best }
    }
  }

  private mutating func appeal(
    of rival: Int, to team: Int, _ offset: Int, _ urgency: [Double]
  ) -> Double {
    let remaining = left[team][rival] + left[rival][team]
    let again = abs(offset - lastMeeting[team][rival]) < 8 ? -3.0 : 0
    return urgency[rival] + 0.5 * Double(remaining) + again + 0.4 * random.unit()
  }

  /// Whether `team` hosts `rival`: who has more such games left, then who is at home already.
  private func hosts(_ team: Int, _ rival: Int) -> Bool {
    if left[team][rival] == 0 || left[rival][team] == 0 { return left[team][rival] > 0 }
    let stays = (arena[team] == team ? 1 : 0) - (arena[rival] == rival ? 1 : 0)
    return 2 * (left[team][rival] - left[rival][team]) + stays >= 0
  }

  private mutating func placeLeftovers() {
    let open = days.targets.indices.filter { days.targets[$0] > 0 && $0 > 1 }
    for home in Franchise.all.indices {
      for away in Franchise.all.indices {
        while left[home][away] > 0 {
          let free = open.filter { !board.isBusy(home, on: $0) && !board.isBusy(away, on: $0) }
          let costs = free.map { offset in
            board.strain(on: home, at: offset) + board.strain(on: away, at: offset)
              + 2 * Double(max(0, board.gamesOn[offset] - days.targets[offset]))
              + (board.gamesOn[offset] > 13 ? 30 : 0)
          }
          let best = costs.indices.min { costs[$0] < costs[$1] }
          // At least 163 days are open, and the other 81 games of each team take 162 at most.
          guard let best else { preconditionFailure("two teams have a day free of both") }
          place(home, away, on: free[best])
        }
      }
    }
  }
}
