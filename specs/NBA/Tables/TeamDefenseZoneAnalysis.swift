public import FeatureSpec

/// `nba_precompute.team_defense_zone_analysis`: how a team defends each zone, as of a day.
///
/// Rates are over games with complete zones; a difference to the league is in percentage points, and
/// positive where the team allows more than average.
public struct TeamDefenseZoneAnalysis: Table {
  public static let name = TableName("nba_precompute", "team_defense_zone_analysis")

  public let teamAbbr = Column("team_abbr", .text).required
  public let analysisDate = Column("analysis_date", .day).required

  public let paintPctAllowed =
    Column("paint_pct_allowed_last_15", .number(5, 3), .ratio).inPlayByPlay.within(0...1)
  public let paintAttemptsAllowed =
    Column("paint_attempts_allowed_per_game", .number(5, 1), .count).inPlayByPlay.within(0...200)
  public let paintPointsAllowed =
    Column("paint_points_allowed_per_game", .number(5, 1), .points).inPlayByPlay.within(0...200)
  public let paintBlocks = Column("paint_blocks_per_game", .number(4, 1), .count).inPlayByPlay
    .within(0...60)
  public let paintVsLeague =
    Column("paint_defense_vs_league_avg", .number(5, 2), .percentagePoints).inPlayByPlay.within(
      -100...100)
  public let midRangePctAllowed =
    Column("mid_range_pct_allowed_last_15", .number(5, 3), .ratio).inPlayByPlay.within(0...1)
  public let midRangeAttemptsAllowed =
    Column("mid_range_attempts_allowed_per_game", .number(5, 1), .count).inPlayByPlay.within(
      0...200)
  public let midRangeBlocks =
    Column("mid_range_blocks_per_game", .number(4, 1), .count).inPlayByPlay.within(0...60)
  public let midRangeVsLeague =
    Column("mid_range_defense_vs_league_avg", .number(5, 2), .percentagePoints).inPlayByPlay
    .within(-100...100)
  public let threePtPctAllowed =
    Column("three_pt_pct_allowed_last_15", .number(5, 3), .ratio).inPlayByPlay.within(0...1)
  public let threePtAttemptsAllowed =
    Column("three_pt_attempts_allowed_per_game", .number(5, 1), .count).inPlayByPlay.within(0...200)
  public let threePtBlocks =
    Column("three_pt_blocks_per_game", .number(4, 1), .count).inPlayByPlay.within(0...60)
  public let threePtVsLeague =
    Column("three_pt_defense_vs_league_avg", .number(5, 2), .percentagePoints).inPlayByPlay
    .within(-100...100)

  public let defensiveRating =
    Column("defensive_rating_last_15", .number(6, 2), .rating).within(0...300)
  public let opponentPoints =
    Column("opponent_points_per_game", .number(5, 1), .points).within(0...250)
  public let opponentPace = Column("opponent_pace", .number(5, 1), .pace).within(0...200)
  public let gamesInSample = Column("games_in_sample", .integer, .count).within(0...15)
  public let strongestZone =
    Column("strongest_zone", .text).oneOf("paint", "mid_range", "perimeter")
  public let weakestZone = Column("weakest_zone", .text).oneOf("paint", "mid_range", "perimeter")
  public let dataQualityTier = Column("data_quality_tier", .text).oneOf("high", "medium", "low")
  public let calculationNotes = Column("calculation_notes", .text)

  public let sourceTeamDefense = SourceTracking("source_team_defense")
  public let dataHash = Column("data_hash", .text).metadata
  public let earlySeason = EarlySeasonColumns()
  public let completeness = CompletenessColumns()
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let createdAt = Column("created_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [teamAbbr, analysisDate], day: analysisDate, freshness: processedAt,
      rowHash: dataHash)
  }
}
