public import FeatureSpec

/// `nba_precompute.player_daily_cache`: the form of a player and his team on the eve of a game.
///
/// Rates are in percent, true shooting is a fraction. All of it over games before the day, of its season.
public struct PlayerDailyCache: Table {
  public static let name = TableName("nba_precompute", "player_daily_cache")

  public let playerLookup = Column("player_lookup", .text).required
  public let universalPlayerID = Column("universal_player_id", .text)
  public let cacheDate = Column("cache_date", .day).required

  // Performance, over games played.
  public let pointsAvgLast5 = Column("points_avg_last_5", .number(5, 1), .points).within(0...120)
  public let pointsAvgLast10 = Column("points_avg_last_10", .number(5, 1), .points).within(0...120)
  public let pointsAvgSeason = Column("points_avg_season", .number(5, 1), .points).within(0...120)
  /// Sample standard deviation (n − 1, D-41).
  public let pointsStdLast10 = Column("points_std_last_10", .number(5, 2), .points).within(0...85)
  public let minutesAvgLast10 =
    Column("minutes_avg_last_10", .number(5, 1), .minutes).within(0...80)
  public let usageRateLast10 =
    Column("usage_rate_last_10", .number(5, 2), .percent).within(0...100)
  /// Mean of the games' values, not a ratio of sums (D-42).
  public let tsPctLast10 = Column("ts_pct_last_10", .number(5, 3), .ratio).within(0...2)
  public let gamesPlayedSeason =
    Column("games_played_season", .integer, .count).required.within(5...82)

  // The player's team of the day.
  public let teamPaceLast10 = Column("team_pace_last_10", .number(5, 1), .pace).within(0...200)
  public let teamOffRatingLast10 =
    Column("team_off_rating_last_10", .number(6, 2), .rating).within(0...300)
  public let usageRateSeason =
    Column("player_usage_rate_season", .number(5, 2), .percent).within(0...100)

  // Fatigue, as the player's context has it.
  public let gamesInLast7Days = Column("games_in_last_7_days", .integer, .count).within(0...7)
  public let gamesInLast14Days = Column("games_in_last_14_days", .integer, .count).within(0...14)
  public let minutesInLast7Days =
    Column("minutes_in_last_7_days", .integer, .minutes).within(0...560)
  public let minutesInLast14Days =
    Column("minutes_in_last_14_days", .integer, .minutes).within(0...1120)
  public let backToBacksLast14Days =
    Column("back_to_backs_last_14_days", .integer, .count).within(0...13)
  public let avgMinutesLast7 =
    Column("avg_minutes_per_game_last_7", .number(5, 1), .minutes).within(0...80)
  public let fourthQuarterMinutesLast7 =
    Column("fourth_quarter_minutes_last_7", .integer, .minutes).within(0...100)
  public let playerAge = Column("player_age", .integer, .years).within(16...60)

  // From where he shoots, as the zone analysis of the day has it; NULL where it has no row of him.
  public let primaryScoringZone =
    Column("primary_scoring_zone", .text).oneOf("paint", "perimeter", "mid_range", "balanced")
  public let paintRateLast10 =
    Column("paint_rate_last_10", .number(5, 2), .percent).within(0...100)
  public let threePtRateLast10 =
    Column("three_pt_rate_last_10", .number(5, 2), .percent).within(0...100)
  /// Percent, like the column of the same name in the zone analysis (D-28).
  public let assistedRateLast10 =
    Column("assisted_rate_last_10", .number(5, 2), .percent).within(0...100)
  /// The zone analysis has a row of the player.
  public let shotZonesAvailable =
    Column("shot_zone_data_available", .boolean).required.metadata

  /// How many of the last five games of his team are there.
  public let qualityScore = Column("cache_quality_score", .double, .score).within(0...100)
  public let qualityTier =
    Column("quality_tier", .text).metadata
    .oneOf("gold", "silver", "bronze", "poor", "unusable")
  public let cacheVersion = Column("cache_version", .text).oneOf("v1")

  public let sourcePlayerGame = SourceTracking("source_player_game")
  public let sourceTeamOffense = SourceTracking("source_team_offense")
  public let sourceUpcomingContext = SourceTracking("source_upcoming_context")
  public let sourceShotZone = SourceTracking("source_shot_zone")
  public let dataHash = Column("data_hash", .text).metadata
  public let earlySeason = EarlySeasonColumns()
  public let completeness = CompletenessColumns()
  public let last5 = WindowColumns("l5")
  public let last10 = WindowColumns("l10")
  public let last7Days = WindowColumns("l7d")
  public let last14Days = WindowColumns("l14d")
  /// At least 90 percent of each window's games are there.
  public let allWindowsComplete = Column("all_windows_complete", .boolean).metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [cacheDate, playerLookup], day: cacheDate, freshness: processedAt, rowHash: dataHash)
  }
}
