public import FeatureSpec

/// A game of the schedule seen from one of its two teams.
public struct TeamGame: RowShape {
  public let gameDate = Column("game_date", .day).required
  public let team = Column("team", .text).required
  public let opponent = Column("opponent", .text).required
  public let isHome = Column("is_home", .boolean).required
  public let gameID = Column("game_id", .text).required
  public let officialID = Column("nba_game_id", .text).required
  public let gameStatus = Column("game_status", .integer).required
  public let score = Column("score", .integer, .points)
  public let opponentScore = Column("opponent_score", .integer, .points)
  public let winningTeam = Column("winning_team_tricode", .text)
  /// The team at whose home the game is.
  public let arena = Column("arena", .text).required
  public let isPlayoffs = Column("is_playoffs", .boolean)
  public let isPostponed = Column("is_postponed", .boolean).required
  public let seasonYear = Column("season_year", .integer)
  public let startTime = Column("start_time", .timestamp)
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [gameDate, team], day: gameDate, freshness: processedAt)
  }
}

/// Both sides of every game. A game that was moved counts once, where its latest row has it.
func teamGames(as alias: String) -> Rows<TeamGame> {
  Rows(stacking: TeamGame(), as: alias) {
    Part(currentGames(as: "\(alias)_home")) { game in
      [
        Mapping(\.team, game.homeTeam), Mapping(\.opponent, game.awayTeam),
        Mapping(\.isHome, true), Mapping(\.score, game.homeScore),
        Mapping(\.opponentScore, game.awayScore), Mapping(\.arena, game.homeTeam),
        Mapping(\.isPostponed, game.isPostponed),
      ]
    }
    Part(currentGames(as: "\(alias)_away")) { game in
      [
        Mapping(\.team, game.awayTeam), Mapping(\.opponent, game.homeTeam),
        Mapping(\.isHome, false), Mapping(\.score, game.awayScore),
        Mapping(\.opponentScore, game.homeScore), Mapping(\.arena, game.homeTeam),
        Mapping(\.isPostponed, game.isPostponed),
      ]
    }
  }
}

/// Only games that were played to the end.
func finalTeamGames(as alias: String) -> Rows<TeamGame> {
  teamGames(as: alias).where { $0.gameStatus == 3 }
}

/// Games that are to be played on their day, or were.
func plannedTeamGames(as alias: String) -> Rows<TeamGame> {
  teamGames(as: alias).where { $0.gameStatus.isOne(of: 1, 3) && !$0.isPostponed }
}

extension Rows where Shape == TeamGame {
  /// The team won; NULL where neither the scores nor the schedule say who did.
  var isWon: Scalar {
    firstPresent(self.score > self.opponentScore, self.winningTeam == self.team)
  }
}

/// The schedule with one row per official game id: the latest.
func currentGames(as alias: String) -> Rows<Schedule> {
  Rows(Schedule(), as: alias).keepingFirst(
    per: { [$0.officialID] }, by: { [.newest($0.processedAt), .newest($0.gameDate)] })
}

extension Rows where Shape == Schedule {
  /// The schedule says that the game was taken off its day and has no other yet.
  var isPostponed: Scalar {
    self.gameStatusText.isPresent
      && self.gameStatusText.lowercased.isOne(of: "postponed", "ppd", "canceled", "cancelled")
  }
}
