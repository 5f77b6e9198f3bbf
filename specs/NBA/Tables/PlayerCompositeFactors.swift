public import FeatureSpec

/// `nba_precompute.player_composite_factors`: what the circumstances of his game of the day add to, or
/// take from, what a player scores.
///
/// The fatigue score is a state (100 = fresh); the others are adjustments, positive where they favour
/// the scorer.
public struct PlayerCompositeFactors: Table {
  public static let name = TableName("nba_precompute", "player_composite_factors")

  public let playerLookup = Column("player_lookup", .text).required
  public let universalPlayerID = Column("universal_player_id", .text)
  public let gameDate = Column("game_date", .day).required
  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required
  /// The same day as `game_date`, the name that other as-of tables have for it.
  public let analysisDate = Column("analysis_date", .day)

  /// 100 = fresh; never the adjustment that follows from it.
  public let fatigueScore = Column("fatigue_score", .integer, .score).required.within(0...100)
  public let shotZoneMismatch =
    Column("shot_zone_mismatch_score", .number(4, 1), .points).required.within(-10...10)
  public let paceScore = Column("pace_score", .number(3, 1), .points).required.within(-3...3)
  public let usageSpike =
    Column("usage_spike_score", .number(3, 1), .points).required.within(-3...3)
  /// No rule yet: 0, as are the three after it.
  public let refereeFavorability =
    Column("referee_favorability_score", .number(3, 1), .points).required.within(0...0)
  public let lookAheadPressure =
    Column("look_ahead_pressure_score", .number(3, 1), .points).required.within(0...0)
  public let travelImpact =
    Column("travel_impact_score", .number(3, 1), .points).required.within(0...0)
  public let opponentStrength =
    Column("opponent_strength_score", .number(3, 1), .points).required.within(0...0)
  /// Fatigue gives −5 to 0, the zones ±10, pace and usage ±3 each.
  public let totalAdjustment =
    Column("total_composite_adjustment", .number(5, 2), .points).required.within(-21...16)

  /// JSON objects: the inputs of a factor and its score.
  public let fatigueContext = Column("fatigue_context_json", .text)
  public let shotZoneContext = Column("shot_zone_context_json", .text)
  public let paceContext = Column("pace_context_json", .text)
  public let usageContext = Column("usage_context_json", .text)
  public let calculationVersion = Column("calculation_version", .text).oneOf("v1_4factors")

  /// 20 for each of five inputs that is there.
  public let dataCompleteness =
    Column("data_completeness_pct", .number(5, 2), .percent).required.within(0...100)
  /// The inputs that are not; NULL where all are.
  public let missingDataFields = Column("missing_data_fields", .text)
  public let hasWarnings = Column("has_warnings", .boolean).required
  public let warningDetails = Column("warning_details", .text)

  public let sourcePlayerContext = SourceTracking("source_player_context")
  public let sourceTeamContext = SourceTracking("source_team_context")
  public let sourcePlayerShot = SourceTracking("source_player_shot")
  public let sourceTeamDefense = SourceTracking("source_team_defense")
  public let dataHash = Column("data_hash", .text).metadata
  public let earlySeason = EarlySeasonColumns()
  public let completeness = CompletenessColumns()
  /// The row of each input is there and ready.
  public let playerShotReady =
    Column("upstream_player_shot_ready", .boolean).required.metadata
  public let teamDefenseReady =
    Column("upstream_team_defense_ready", .boolean).required.metadata
  public let playerContextReady =
    Column("upstream_player_context_ready", .boolean).required.metadata
  public let teamContextReady =
    Column("upstream_team_context_ready", .boolean).required.metadata
  public let allUpstreamsReady = Column("all_upstreams_ready", .boolean).required.metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
