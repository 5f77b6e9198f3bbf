public import FeatureSpec

/// `nba_raw.nbac_injury_report`: who is doubtful for a game, in several versions a day.
public struct InjuryReport: Table {
  public static let name = TableName("nba_raw", "nbac_injury_report")

  public let reportDate = Column("report_date", .day).required
  /// The hour of the version, New York.
  public let reportHour = Column("report_hour", .integer).required.within(0...23)
  /// That hour in UTC, from the feed: what is compared with tip-off.
  public let reportedAt = Column("reported_at", .timestamp).required
  public let gameDate = Column("game_date", .day).required
  public let team = Column("team", .text)
  public let playerLookup = Column("player_lookup", .text).required
  public let injuryStatus =
    Column("injury_status", .text)
    .oneOf("available", "probable", "questionable", "doubtful", "out")
  public let reason = Column("reason", .text)
  public let confidenceScore = Column("confidence_score", .double, .ratio).within(0...1)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup, reportDate, reportHour], day: gameDate,
      freshness: processedAt, rowHash: dataHash)
  }
}
