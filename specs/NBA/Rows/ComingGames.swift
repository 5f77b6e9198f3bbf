public import FeatureSpec

/// A game after the day, seen from a team that plays on the day itself.
public struct ComingGame: RowShape {
  /// The day from which it is looked at.
  public let gameDate = Column("game_date", .day).required
  public let team = Column("team", .text).required
  /// The day of the coming game.
  public let nextDate = Column("next_date", .day).required
  public let opponent = Column("opponent", .text).required
  public let officialID = Column("nba_game_id", .text).required
  public let isPrimetime = Column("is_primetime", .boolean)

  public init() {}

  public var identity: Identity {
    Identity(key: [gameDate, team, nextDate, officialID], day: gameDate)
  }
}

/// The games of a team in the thirty days after one of its games, as the schedule announces them: whether
/// they are played is not known yet. A game that was moved stands where its latest row has it: the
/// schedule keeps no record of what it said on which day.
func comingGames(as alias: String) -> Rows<ComingGame> {
  Rows(stacking: ComingGame(), as: alias) {
    Part(
      currentGames(as: "\(alias)_home"), for: plannedTeamGames(as: "\(alias)_before_home"),
      .after(within: 30), matching: (\.homeTeam, \.team)
    ) { coming, game in
      [
        Mapping(\.team, game.team), Mapping(\.nextDate, coming.gameDate),
        Mapping(\.opponent, coming.awayTeam),
      ]
    }
    Part(
      currentGames(as: "\(alias)_away"), for: plannedTeamGames(as: "\(alias)_before_away"),
      .after(within: 30), matching: (\.awayTeam, \.team)
    ) { coming, game in
      [
        Mapping(\.team, game.team), Mapping(\.nextDate, coming.gameDate),
        Mapping(\.opponent, coming.homeTeam),
      ]
    }
  }
}

/// What lies ahead of both teams of a game. NULL where the schedule announces no game in thirty days: the
/// season is over, or it is not known how it goes on.
struct GamesAhead {
  private let own = comingGames(as: "coming")
  private let opponents = comingGames(as: "opponent_coming")
  private let next: Lookup<ComingGame>
  private let nextOpponent = finalTeamGames(as: "next_opponent_games")
    .where { $0.isWon.isPresent }
  private let team: Aggregate
  private let opponent: Aggregate

  init(of team: Aggregate, against opponent: Aggregate) {
    let games = comingGames(as: "next_game")
    next = Lookup(games, .first([.smallest(games.nextDate)]), matching: (\.team, team))
    self.team = team
    self.opponent = opponent
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(own, .on, matching: (\.team, team))
    Reads(opponents, .on, matching: (\.team, opponent))
    Reads(next)
    Reads(nextOpponent, .before, matching: (\.team, next.opponent))
  }

  @DeclarationBuilder func features(_ out: UpcomingPlayerGameContext) -> [Declaration] {
    Feature(out.nextGameDaysRest, next.nextDate.days(since: asOfDay))
    Feature(out.gamesInNext7Days, gamesInWeek(own))
    Feature(
      out.nextOpponentWinPct, countIf(nextOpponent) { $0.isWon } / count(nextOpponent),
      over: .season
    )
    Feature(out.nextGameIsPrimetime, next.isPrimetime)
    Feature(out.opponentGamesInNext7Days, gamesInWeek(opponents))
    Feature(out.opponentNextGameDaysRest, smallest(opponents.nextDate).days(since: asOfDay))
  }

  /// The seven days that begin the day after.
  private func gamesInWeek(_ games: Rows<ComingGame>) -> Aggregate {
    when(
      count(games) > 0,
      countIf(games) { $0.nextDate.days(since: $0.gameDate) <= 7 }, elseMissing: .integer)
  }
}
