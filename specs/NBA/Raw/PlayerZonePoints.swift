public import FeatureSpec

/// `nba_raw.nbac_player_zone_points`: points by zone of one player in one game, for sources that
/// publish points instead of shots.
public struct PlayerZonePoints: Table {
  public static let name = TableName("nba_raw", "nbac_player_zone_points")

  public let gameDate = Column("game_date", .day).required
  public let playerLookup = Column("player_lookup", .text).required
  public let teamAbbr = Column("team_abbr", .text).required
  public let pointsInPaint = Column("points_in_paint", .integer, .points).inZonePoints
  public let pointsMidRange = Column("points_mid_range", .integer, .points).inZonePoints
  public let assistedFieldGoals = Column("assisted_field_goals", .integer, .count).inZonePoints
  public let unassistedFieldGoals = Column("unassisted_field_goals", .integer, .count).inZonePoints
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
