public import FeatureSpec

/// What a system says of a player's points in a game: the columns that the tables of the systems and
/// the table of all predictions share.
///
/// A system fills the adjustments it makes; those it does not know are NULL, not 0. Adjustments are
/// in points and already in the prediction.
public struct PredictionColumns: ColumnGroup {
  public let recommendation =
    Column("recommendation", .text).required.oneOf("OVER", "UNDER", "PASS", "NO_LINE")
  /// NULL without a line: no line is ever made up (D-32).
  public let currentPointsLine =
    Column("current_points_line", .number(4, 1), .points).within(0...100)

  /// What the games like this one say.
  public let similarityBaseline =
    Column("similarity_baseline", .number(5, 1), .points).within(0...120)
  public let fatigueAdjustment =
    Column("fatigue_adjustment", .number(5, 2), .points).within(-60...60)
  public let shotZoneAdjustment =
    Column("shot_zone_adjustment", .number(5, 2), .points).within(-60...60)
  /// No system looks at referees or at the games ahead: NULL.
  public let refereeAdjustment =
    Column("referee_adjustment", .number(5, 2), .points).within(-60...60)
  public let lookAheadAdjustment =
    Column("look_ahead_adjustment", .number(5, 2), .points).within(-60...60)
  public let paceAdjustment = Column("pace_adjustment", .number(5, 2), .points).within(-60...60)
  public let usageAdjustment =
    Column("usage_spike_adjustment", .number(5, 2), .points).within(-60...60)
  public let venueAdjustment =
    Column("home_away_adjustment", .number(5, 2), .points).within(-60...60)
  /// Rest, defence, minutes and profile, together.
  public let otherAdjustments =
    Column("other_adjustments", .number(5, 2), .points).within(-60...60)
  public let similarGames = Column("similar_games_count", .integer, .count).within(5...20)
  public let meanSimilarity =
    Column("avg_similarity_score", .number(5, 2), .score).within(70...100)
  public let leastSimilarity =
    Column("min_similarity_score", .number(5, 2), .score).within(70...100)

  /// The model behind the numbers, where they are a model's.
  public let modelID = Column("ml_model_id", .text)
  /// Of the ensemble: the population variance of its systems' predictions.
  public let predictionVariance = Column("prediction_variance", .number(5, 2)).within(0...900)
  public let systemAgreement =
    Column("system_agreement_score", .number(5, 2), .score).within(50...95)
  public let contributingSystems =
    Column("contributing_systems", .integer, .count).within(2...4)
  /// JSON: an object of what moved the prediction, and an array of codes.
  public let keyFactors = Column("key_factors", .text)
  public let warnings = Column("warnings", .text)
  public init() {}
}
