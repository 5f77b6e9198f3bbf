public import FeatureSpec

/// `nba_raw.nbac_schedule`: every game of a season; a game that was moved leaves its old row behind.
///
/// Who plays when and where is announced before the season; how it ended is not.
public struct Schedule: Table {
  public static let name = TableName("nba_raw", "nbac_schedule")

  /// `YYYYMMDD_AWAY_HOME`.
  public let gameID = Column("game_id", .text).required.announced
  /// The league's own ten digits: the same when a game is moved.
  public let officialID = Column("nba_game_id", .text).required.announced
  public let gameDate = Column("game_date", .day).required.announced
  /// 1 scheduled, 2 live, 3 final.
  public let gameStatus = Column("game_status", .integer).required.within(1...3)
  public let gameStatusText = Column("game_status_text", .text)
  public let homeTeam = Column("home_team_tricode", .text).required.announced
  public let awayTeam = Column("away_team_tricode", .text).required.announced
  public let homeScore = Column("home_team_score", .integer, .points)
  public let awayScore = Column("away_team_score", .integer, .points)
  public let winningTeam = Column("winning_team_tricode", .text)
  public let isPrimetime = Column("is_primetime", .boolean).announced
  public let isPlayoffs = Column("is_playoffs", .boolean).announced
  /// The year in which the season began.
  public let seasonYear = Column("season_year", .integer).announced
  /// Tip-off, UTC.
  public let startTime = Column("start_time", .timestamp).announced
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [gameDate, gameID], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
