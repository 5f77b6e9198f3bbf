public import FeatureSpec

/// `nba_precompute.player_shot_zone_analysis`: from where a player shoots and scores, as of a day.
///
/// Rates and shares of makes are in percent, shooting percentages are fractions; all of them over
/// games with complete zones.
public struct PlayerShotZoneAnalysis: Table {
  public static let name = TableName("nba_precompute", "player_shot_zone_analysis")

  public let playerLookup = Column("player_lookup", .text).required
  public let universalPlayerID = Column("universal_player_id", .text)
  public let analysisDate = Column("analysis_date", .day).required

  public let paintRate = Column("paint_rate_last_10", .number(5, 2), .percent).inPlayByPlay.within(
    0...100)
  public let midRangeRate =
    Column("mid_range_rate_last_10", .number(5, 2), .percent).inPlayByPlay.within(0...100)
  public let threePtRate =
    Column("three_pt_rate_last_10", .number(5, 2), .percent).inPlayByPlay.within(0...100)
  public let totalShots = Column("total_shots_last_10", .integer, .count).inPlayByPlay.within(
    0...800)
  public let gamesInSample10 = Column("games_in_sample_10", .integer, .count).within(0...10)
  public let sampleQuality10 =
    Column("sample_quality_10", .text).oneOf("excellent", "good", "limited", "insufficient")
  public let paintPct = Column("paint_pct_last_10", .number(5, 3), .ratio).inPlayByPlay.within(
    0...1)
  public let midRangePct = Column("mid_range_pct_last_10", .number(5, 3), .ratio).inPlayByPlay
    .within(0...1)
  public let threePtPct = Column("three_pt_pct_last_10", .number(5, 3), .ratio).inPlayByPlay.within(
    0...1)
  public let paintAttempts =
    Column("paint_attempts_per_game", .number(4, 1), .count).inPlayByPlay.within(0...80)
  public let midRangeAttempts =
    Column("mid_range_attempts_per_game", .number(4, 1), .count).inPlayByPlay.within(0...80)
  public let threePtAttempts =
    Column("three_pt_attempts_per_game", .number(4, 1), .count).inPlayByPlay.within(0...80)
  public let paintRate20 = Column("paint_rate_last_20", .number(5, 2), .percent).inPlayByPlay
    .within(0...100)
  public let paintPct20 = Column("paint_pct_last_20", .number(5, 3), .ratio).inPlayByPlay.within(
    0...1)
  public let gamesInSample20 = Column("games_in_sample_20", .integer, .count).within(15...20)
  public let sampleQuality20 =
    Column("sample_quality_20", .text).oneOf("excellent", "good", "limited", "insufficient")
  public let assistedRate =
    Column("assisted_rate_last_10", .number(5, 2), .percent).within(0...100)
  public let unassistedRate =
    Column("unassisted_rate_last_10", .number(5, 2), .percent).within(0...100)
  public let playerPosition = Column("player_position", .text)
  public let primaryScoringZone =
    Column("primary_scoring_zone", .text).oneOf("paint", "perimeter", "mid_range", "balanced")
  public let dataQualityTier = Column("data_quality_tier", .text).oneOf("high", "medium", "low")
  public let calculationNotes = Column("calculation_notes", .text)

  public let sourcePlayerGame = SourceTracking("source_player_game")
  public let dataHash = Column("data_hash", .text).metadata
  public let earlySeason = EarlySeasonColumns()
  public let completeness = CompletenessColumns()
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [playerLookup, analysisDate], day: analysisDate, freshness: processedAt,
      rowHash: dataHash)
  }
}
