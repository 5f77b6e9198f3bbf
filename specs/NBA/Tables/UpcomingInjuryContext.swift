public import FeatureSpec

/// `nba_analytics.upcoming_injury_context`: what the last report before tip-off says of each player whom it
/// lists, and what he has scored this season. One row per player listed for a game of the day.
public struct UpcomingInjuryContext: Table {
  public static let name = TableName("nba_analytics", "upcoming_injury_context")

  public let playerLookup = Column("player_lookup", .text).required
  public let gameDate = Column("game_date", .day).required
  public let teamAbbr = Column("team_abbr", .text).required
  public let injuryStatus =
    Column("injury_status", .text)
    .oneOf("available", "probable", "questionable", "doubtful", "out")
  /// Games that he played before the day.
  public let gamesPlayed = Column("games_played_season", .integer, .count).required.within(0...120)
  /// NULL before his first game of the season. Two decimals tell 18 from less in any number of games.
  public let pointsAvgSeason = Column("points_avg_season", .number(5, 2), .points).within(0...120)

  public let sourceInjuryReport = SourceTracking("source_injury_report")
  public let sourcePlayerGame = SourceTracking("source_player_game")
  public let dataHash = Column("data_hash", .text).metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
