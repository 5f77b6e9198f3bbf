public import FeatureSpec

/// `nba_predictions.player_prop_predictions`: every prediction of every system, one row each.
public struct PlayerPropPredictions: Table {
  public static let name = TableName("nba_predictions", "player_prop_predictions")

  /// `2025-01-13_lebronjames_ensemble_v1`
  public let predictionID = Column("prediction_id", .text).required
  public let systemID =
    Column("system_id", .text).required
    .oneOf(
      MovingAverageBaseline.id, ZoneMatchup.id, SimilarityBalanced.id, XGBoost.id, Ensemble.id)
  public let playerLookup = Column("player_lookup", .text).required
  public let universalPlayerID = Column("universal_player_id", .text)
  public let gameDate = Column("game_date", .day).required
  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required
  public let predictionVersion =
    Column("prediction_version", .integer).required.within(1...1)
  public let predictedPoints =
    Column("predicted_points", .number(5, 1), .points).required.within(0...60)
  /// 0 to 1 (D-39).
  public let confidence =
    Column("confidence_score", .number(5, 2), .ratio).required.within(0...1)
  public let hasPropLine = Column("has_prop_line", .boolean).required
  public let prediction = PredictionColumns()
  /// The prediction less the line, before either is rounded for show.
  public let lineMargin = Column("line_margin", .number(5, 2), .points).within(-100...60)
  /// `odds_api` or `bettingpros`; NULL without a line.
  public let lineSource = Column("line_source", .text).oneOf("odds_api", "bettingpros")
  /// Nobody asks for estimated lines (D-32): NULL, as is the method.
  public let estimatedLine =
    Column("estimated_line_value", .number(4, 1), .points).within(0...100)
  public let estimationMethod =
    Column("estimation_method", .text).oneOf("points_avg_last_5")

  public let completeness = CompletenessColumns()
  public let isActive = Column("is_active", .boolean).required
  public let supersededBy = Column("superseded_by", .text)
  public let dataHash = Column("data_hash", .text).metadata
  public let createdAt = Column("created_at", .timestamp).required.metadata
  public let updatedAt = Column("updated_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup, systemID], day: gameDate, freshness: updatedAt,
      rowHash: dataHash)
  }
}
