/// The traps of a season by place, for the tables that set them.
struct TrapPlan: Sendable {
  /// A game and a player by their places.
  struct Spot: Hashable, Sendable {
    let game: Int
    let player: Int
  }

  let withoutGamebook: Set<Int>
  let withoutBoxFeed: Set<Int>
  let withoutTeamBox: Set<Int>
  let withoutPlayByPlay: Set<Int>
  let partialPlayByPlay: Int
  let withoutLines: Set<Int>
  let late: Set<Int>
  let afterTipOff: Set<Int>
  let missing: Set<Spot>
  let stray: Set<Spot>
  let unregistered: Set<Int>
  /// Games of one day in January that the league corrects nine days later.
  let corrected: [Int]

  init(_ season: PlayedSeason, seed: UInt64) {
    var random = SeasonRandom(seed: seed, for: .traps)
    let correctedDay = Self.busyDay(from: CivilDay(season.year + 1, 1, 12), season)
    corrected = Array(
      season.games.indices.filter { season.games[$0].fixture.day == correctedDay }.prefix(3))
    let start = season.days.opening + 20
    var open = season.games.indices.filter { game in
      season.games[game].fixture.day >= start && season.games[game].fixture.day != correctedDay
    }
    random.shuffle(&open)
    func take(_ count: Int) -> Set<Int> {
      defer { open.removeLast(count) }
      return Set(open.suffix(count))
    }
    withoutGamebook = take(4)
    withoutBoxFeed = take(3)
    withoutTeamBox = take(1)
    withoutPlayByPlay = take(5)
    partialPlayByPlay = take(1).first ?? 0
    withoutLines = take(5)
    late = take(12)
    afterTipOff = take(36)
    missing = Set(open.suffix(12).map { Self.regular(of: season.games[$0], &random) })
    stray = Self.idleStars(in: open.dropLast(12), season)
    let deepBench = season.league.rosters[random.below(30)][10]
    unregistered = [season.league.players.count - 1, deepBench]
  }

  /// The first day from `day` on with at least five games.
  private static func busyDay(from day: CivilDay, _ season: PlayedSeason) -> CivilDay {
    let days = season.games.map(\.fixture.day).filter { $0 >= day }
    let busy = days.indices.first { $0 + 4 < days.count && days[$0] == days[$0 + 4] }
    return busy.map { days[$0] } ?? day
  }

  private static func regular(of game: PlayedGame, _ random: inout SeasonRandom) -> Spot {
    let played = game.home.appearances.filter { $0.line.seconds > 900 }
    return Spot(game: game.index, player: random.element(of: played).player)
  }

  /// Two inactive players who score much when they play.
  private static func idleStars(in games: ArraySlice<Int>, _ season: PlayedSeason) -> Set<Spot> {
    var spots: Set<Spot> = []
    for game in games where spots.count < 2 {
      let idle = season.games[game].away.appearances.first {
        $0.status == .inactive && $0.expectedPoints > 18 && $0.reason > AbsenceReason.twoWay
      }
      if let idle { spots.insert(Spot(game: game, player: idle.player)) }
    }
    return spots
  }
}

extension TrapPlan {
  /// The same, in the words of the tables.
  func described(in season: PlayedSeason, corrected rows: [Spot]) -> SeasonTraps {
    func ids(_ games: Set<Int>) -> [String] {
      games.sorted().map { season.games[$0].fixture.id }
    }
    func lookup(_ player: Int) -> String { season.league.players[player].name.lookup }
    func named(_ spots: some Sequence<Spot>) -> [SeasonTraps.PlayerGame] {
      spots.sorted { ($0.game, $0.player) < ($1.game, $1.player) }.map {
        .init(gameID: season.games[$0.game].fixture.id, playerLookup: lookup($0.player))
      }
    }
    return SeasonTraps(
      gamesWithoutGamebook: ids(withoutGamebook), gamesWithoutBoxFeed: ids(withoutBoxFeed),
      gamesWithoutTeamBox: ids(withoutTeamBox), gamesWithoutPlayByPlay: ids(withoutPlayByPlay),
      gameWithPartialPlayByPlay: season.games[partialPlayByPlay].fixture.id,
      gamesWithoutLines: ids(withoutLines), gamesProcessedLate: ids(late),
      gamesWithSnapshotsAfterTipOff: ids(afterTipOff),
      postponedGames: season.games.filter { $0.fixture.postponedFrom != nil }
        .map { $0.fixture.officialID(season: season.year) },
      playersMissingFromGamebook: named(missing), strayActiveRows: named(stray),
      unregisteredPlayers: unregistered.sorted().map(lookup),
      transfers: season.moves.map {
        .init(
          playerLookup: lookup($0.player), from: $0.from.map { Franchise.tricodes[$0] },
          to: Franchise.tricodes[$0.to], day: $0.day.number)
      },
      correctedRows: named(rows))
  }
}
