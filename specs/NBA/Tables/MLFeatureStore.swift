public import FeatureSpec

/// `nba_predictions.ml_feature_store_v2`: 25 numbers of a player before a game, in a fixed order, for
/// models to read by name.
public struct MLFeatureStore: Table {
  public static let name = TableName("nba_predictions", "ml_feature_store_v2")

  public let playerLookup = Column("player_lookup", .text).required
  public let universalPlayerID = Column("universal_player_id", .text)
  public let gameDate = Column("game_date", .day).required
  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required

  /// Never NULL and never NaN: where nothing is known a default stands, and its label says so.
  public let features = VectorColumn("features", BaselineVector()).required
  public let featureNames = Column("feature_names", .textList).required
  /// Where each of the 25 is from: `phase4`, `phase3`, `computed` or `default`.
  public let featureSources = Column("feature_sources", .textList).required
  public let featureCount = Column("feature_count", .integer, .count).required.within(25...25)
  public let featureVersion =
    Column("feature_version", .text).required.oneOf("v1_baseline_25")
  /// Nothing tells it: NULL. A time would differ from run to run.
  public let generationTime =
    Column("feature_generation_time_ms", .integer).metadata
  /// Mean weight of the sources, capped where something important is a default (D-31).
  public let qualityScore =
    Column("feature_quality_score", .number(5, 2), .score).required.within(40...97)
  /// The same as the origin counted it: a computed feature weighs 100 even where it is a default.
  public let rawQualityScore =
    Column("feature_quality_score_raw", .number(5, 2), .score).required.within(58.6...97)

  public let opponentTeamAbbr = Column("opponent_team_abbr", .text)
  public let isHome = Column("is_home", .boolean)
  /// Days since the player's last game: 1 = played yesterday (D-22).
  public let daysRest = Column("days_rest", .integer, .days).within(1...30)
  public let dataSource =
    Column("data_source", .text).required.oneOf("phase4", "phase4_partial", "phase3", "mixed")

  public let sourceDailyCache = SourceTracking("source_daily_cache")
  public let sourceComposite = SourceTracking("source_composite")
  public let sourceShotZones = SourceTracking("source_shot_zones")
  public let sourceTeamDefense = SourceTracking("source_team_defense")
  public let earlySeason = EarlySeasonColumns()
  public let completeness = CompletenessColumns()
  public let dataHash = Column("data_hash", .text).metadata
  public let qualityTier =
    Column("quality_tier", .text).metadata
    .oneOf("gold", "silver", "bronze", "poor", "unusable")
  public let createdAt = Column("created_at", .timestamp).required.metadata
  public let updatedAt = Column("updated_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: updatedAt, rowHash: dataHash)
  }
}
