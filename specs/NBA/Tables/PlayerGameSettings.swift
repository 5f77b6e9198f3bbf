public import FeatureSpec

/// `nba_precompute.player_game_settings`: under which circumstances a player scored what he did, one row
/// per game he played. The similarity system looks for games like the one to come among them.
public struct PlayerGameSettings: Table {
  public static let name = TableName("nba_precompute", "player_game_settings")

  public let playerLookup = Column("player_lookup", .text).required
  public let gameDate = Column("game_date", .day).required
  public let opponentTeamAbbr = Column("opponent_team_abbr", .text).required
  public let points = Column("points", .integer, .points).required.within(0...120)
  public let minutesPlayed = Column("minutes_played", .number(5, 1), .minutes).within(0...80)
  /// The opponent's defensive rating as it was known before that game; NULL where it was not.
  public let opponentDefRating =
    Column("opponent_def_rating", .number(6, 2), .rating).within(0...300)
  public let opponentTier =
    Column("opponent_tier", .text).oneOf("elite", "average", "weak")
  public let homeGame = Column("home_game", .boolean).required

  public let sourcePlayerGame = SourceTracking("source_player_game")
  public let sourceTeamDefense = SourceTracking("source_team_defense")
  public let dataHash = Column("data_hash", .text).metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
