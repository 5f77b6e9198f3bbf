/// All games of a season, played in order.
///
/// Each game leaves traces in the next: form drifts, teams tire, players move, and the market
/// learns. So the days cannot be played apart.
struct PlayedSeason: Sendable {
  let year: Int
  let days: SeasonDays
  let league: League
  let moves: [Move]
  private(set) var games: [PlayedGame] = []
  /// Shots and free throws of all games, in order.
  private(set) var events: [PlayEvent] = []

  private let seed: UInt64
  private let availability: Availability
  private var rosters: [[Int]]
  private var expectations: Expectations
  private var form: [Double]
  private var lastDay: [CivilDay]

  init(seed: UInt64, startingIn year: Int) {
    self.seed = seed
    self.year = year
    days = SeasonDays(startingIn: year, seed: seed)
    league = League(seed: seed, opening: days.opening, signings: Move.signings)
    moves = Move.draw(league, days, seed: seed)
    availability = Availability(league, days, moves, seed: seed)
    rosters = league.rosters
    expectations = Expectations(league)
    form = Array(repeating: 0, count: league.players.count)
    lastDay = Array(repeating: days.opening + -9, count: league.rosters.count)
    events.reserveCapacity(290_000)
    games.reserveCapacity(SeasonDays.gameCount)
    var coming = moves[...]
    for (index, fixture) in SeasonCalendar.draw(days, seed: seed).enumerated() {
      while let move = coming.first, move.day <= fixture.day {
        Self.apply(move, to: &rosters, league)
        coming.removeFirst()
      }
      play(fixture, index)
    }
  }

  /// Moves a player between rosters, which stay sorted by talent.
  static func apply(_ move: Move, to rosters: inout [[Int]], _ league: League) {
    if let from = move.from { rosters[from].removeAll { $0 == move.player } }
    rosters[move.to].append(move.player)
    rosters[move.to].sort { league.players[$0].talent > league.players[$1].talent }
  }

  private mutating func play(_ fixture: Fixture, _ index: Int) {
    var random = SeasonRandom(seed: seed, for: .game, index)
    let homeStandings = standings(of: fixture.home, on: fixture.day, &random)
    let awayStandings = standings(of: fixture.away, on: fixture.day, &random)
    var home = side(of: fixture.home, homeStandings, fixture, &random)
    var away = side(of: fixture.away, awayStandings, fixture, &random)
    let tempo = home.style.tempo * away.style.tempo * (1 + 0.03 * random.normal())
    var game = Game(random, pace: 14.15 / tempo)
    game.play(&home, &away)
    let first = events.count
    for var event in game.events {
      event.game = index
      events.append(event)
    }
    let played = PlayedGame(
      index: index, fixture: fixture,
      home: result(of: home, against: away, fixture.home, homeStandings),
      away: result(of: away, against: home, fixture.away, awayStandings),
      overtimes: game.clock.overtimes, events: first..<events.count,
      expectedMargin: expectations.margin(fixture), expectedTotal: expectations.total(fixture))
    expectations.learn(from: played)
    for player in (home.players + away.players).map(\.id) {
      form[player] = 0.9 * form[player] + 0.035 * game.random.normal()
    }
    lastDay[fixture.home] = fixture.day
    lastDay[fixture.away] = fixture.day
    games.append(played)
  }

  private func isTired(_ team: Int, on day: CivilDay) -> Bool { day - lastDay[team] == 1 }

  private func standings(
    of team: Int, on day: CivilDay, _ random: inout SeasonRandom
  ) -> [Availability.Standing] {
    availability.standings(
      of: rosters[team], league, on: day, isTired: isTired(team, on: day), &random)
  }

  private func side(
    of team: Int, _ standings: [Availability.Standing], _ fixture: Fixture,
    _ random: inout SeasonRandom
  ) -> GameSide {
    let dressed = standings.filter(\.canPlay).map(\.player)
    let shares = Rotation.shares(of: dressed.count, &random)
    let players = zip(dressed, shares).map { id, share in
      GamePlayer(league.players[id], id: id, share: share, form: form[id], &random)
    }
    let isHome = team == fixture.home
    let lift =
      (isHome ? 0.006 : -0.004) - (isTired(team, on: fixture.day) ? 0.008 : 0)
      + 0.006 * random.normal()
    return GameSide(
      players, positions: dressed.map { league.players[$0].position }, style: league.styles[team],
      lift: lift, isHome: isHome)
  }

  private func result(
    of side: GameSide, against other: GameSide, _ team: Int,
    _ standings: [Availability.Standing]
  ) -> TeamGame {
    var appearances: [Appearance] = []
    for standing in standings {
      let place = side.players.firstIndex { $0.id == standing.player }
      let line = place.map { side.players[$0].line } ?? BoxLine()
      let status: Appearance.Status = place == nil ? .inactive : line.seconds > 0 ? .active : .dnp
      appearances.append(
        Appearance(
          player: standing.player, status: status,
          isStarter: place.map { side.starters.contains($0) } ?? false, line: line,
          report: standing.report, reason: standing.reason,
          expectedPoints: expectations.points[standing.player]))
    }
    return TeamGame(
      team: team, isHome: side.isHome, score: side.score, opponentScore: other.score,
      teamTurnovers: side.teamTurnovers, appearances: appearances)
  }
}
