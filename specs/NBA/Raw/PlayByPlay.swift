public import FeatureSpec

/// `nba_raw.bigdataball_play_by_play`: one row per shot and per free throw.
public struct PlayByPlay: Table {
  public static let name = TableName("nba_raw", "bigdataball_play_by_play")

  /// `YYYYMMDD_HOME_AWAY`: reversed, so never joined on.
  public let gameID = Column("game_id", .text).required
  public let gameDate = Column("game_date", .day).required
  public let eventNumber = Column("event_number", .integer).required.inPlayByPlay
  public let eventType = Column("event_type", .text).oneOf("shot", "free throw")
  public let eventSubtype = Column("event_subtype", .text)
  public let shotMade = Column("shot_made", .boolean).inPlayByPlay
  public let shotType = Column("shot_type", .text).inPlayByPlay.oneOf("2PT", "3PT")
  public let shotDistance = Column("shot_distance", .double, .feet).inPlayByPlay
  /// Who shot.
  public let shooterLookup = Column("player_1_lookup", .text)
  public let shooterTeam = Column("player_1_team", .text)
  /// Who passed or blocked.
  public let otherLookup = Column("player_2_lookup", .text)
  public let otherRole = Column("player_2_role", .text).inPlayByPlay.oneOf("assist", "block")
  public let homeTeam = Column("home_team_abbr", .text)
  public let awayTeam = Column("away_team_abbr", .text)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, gameID, eventNumber], day: gameDate, freshness: processedAt,
      rowHash: dataHash)
  }
}
