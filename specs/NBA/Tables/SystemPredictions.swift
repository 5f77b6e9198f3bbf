public import FeatureSpec

/// One of the five prediction systems.
public protocol PredictionSystem: Sendable {
  /// The canonical id, which is also the name of the system's table.
  static var id: String { get }
}

/// `nba_predictions.<system>`: the predictions of one system, before they are brought to the scale of
/// `player_prop_predictions`.
public struct SystemPredictions<System: PredictionSystem>: Table {
  public static var name: TableName { TableName("nba_predictions", System.id) }

  public let playerLookup = Column("player_lookup", .text).required
  public let gameDate = Column("game_date", .day).required
  /// At six decimals, where a tie in decimals is a tie.
  public let predictedPoints =
    Column("predicted_points", .number(8, 6), .points).required.within(0...60)
  /// 0 to 1, whatever scale the system computes in (D-39).
  public let confidence =
    Column("confidence_score", .number(7, 6), .ratio).required.within(0...1)
  public let prediction = PredictionColumns()
  public let dataHash = Column("data_hash", .text).metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let updatedAt = Column("updated_at", .timestamp).metadata

  public init() {}

  public var recommendation: Column { prediction.recommendation }

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: updatedAt, rowHash: dataHash)
  }
}

/// The weighted average of recent scoring.
public enum MovingAverageBaseline: PredictionSystem {
  public static let id = "moving_average_baseline_v1"
}

/// The season's average against the defence of each zone.
public enum ZoneMatchup: PredictionSystem {
  public static let id = "zone_matchup_v1"
}

/// What the player scored in games like this one.
public enum SimilarityBalanced: PredictionSystem {
  public static let id = "similarity_balanced_v1"
}

/// A tree model, or the formula that stands in for one.
public enum XGBoost: PredictionSystem {
  public static let id = "xgboost_v1"
}

/// The four together.
public enum Ensemble: PredictionSystem {
  public static let id = "ensemble_v1"
}
