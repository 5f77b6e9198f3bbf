/// Where the generated feeds go wrong on purpose, so that a test or a demo can point at it.
///
/// Games are named by their canonical id, `YYYYMMDD_AWAY_HOME`. No game is in two of the lists of
/// such ids, and none of them is played in the first twenty days.
public struct SeasonTraps: Sendable {
  /// One player in one game.
  public struct PlayerGame: Hashable, Sendable {
    public let gameID: String
    public let playerLookup: String
  }

  /// A player who changed his team during the season.
  public struct Transfer: Hashable, Sendable {
    public let playerLookup: String
    /// `nil` for a free agent.
    public let from: String?
    public let to: String
    /// His first day on the new roster, in days since 1970-01-01; he plays some days later.
    public let day: Int32
  }

  /// In `bdl_player_boxscores` and everywhere else, but not in `nbac_gamebook_player_stats`.
  public let gamesWithoutGamebook: [String]
  /// In the gamebook, but not in `bdl_player_boxscores`.
  public let gamesWithoutBoxFeed: [String]
  /// No row of `nbac_team_boxscore`: the players must be summed.
  public let gamesWithoutTeamBox: [String]
  public let gamesWithoutPlayByPlay: [String]
  /// Its play-by-play stops before the end.
  public let gameWithPartialPlayByPlay: String
  /// No row of `odds_api_game_lines`.
  public let gamesWithoutLines: [String]
  /// Gamebook rows that came in three to six days after the game.
  public let gamesProcessedLate: [String]
  /// Prices and lines also from after tip-off, which know the result.
  public let gamesWithSnapshotsAfterTipOff: [String]
  /// Ten-digit ids of games that have a stale row in `nbac_schedule` beside the played one.
  public let postponedGames: [String]

  /// Played, in `bdl_player_boxscores`, but missing from a gamebook that has the game.
  public let playersMissingFromGamebook: [PlayerGame]
  /// Regulars with an `active` row of 0 minutes in a game they did not play.
  public let strayActiveRows: [PlayerGame]
  /// Players without a row in `player_registry`.
  public let unregisteredPlayers: [String]
  public let transfers: [Transfer]
  /// The rows that `GeneratedSeason.lateRows` corrects in the gamebook.
  public let correctedRows: [PlayerGame]
}
