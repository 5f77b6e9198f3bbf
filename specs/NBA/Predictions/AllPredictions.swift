public import FeatureSpec

extension Processor {
  /// Every prediction of every system: the tables of the five, one under the other.
  public static let playerPropPredictions = Processor(writing: PlayerPropPredictions()) { out in
    let rows = Rows(stacking: AnyPrediction(), as: "forecast") {
      Part(Rows(SystemPredictions<MovingAverageBaseline>(), as: "moving_average")) { _ in
        [Mapping(\.systemID, .constant(MovingAverageBaseline.id))]
      }
      Part(Rows(SystemPredictions<ZoneMatchup>(), as: "zone_matchup")) { _ in
        [Mapping(\.systemID, .constant(ZoneMatchup.id))]
      }
      Part(Rows(SystemPredictions<SimilarityBalanced>(), as: "similarity")) { _ in
        [Mapping(\.systemID, .constant(SimilarityBalanced.id))]
      }
      Part(Rows(SystemPredictions<XGBoost>(), as: "xgboost")) { _ in
        [Mapping(\.systemID, .constant(XGBoost.id))]
      }
      Part(Rows(SystemPredictions<Ensemble>(), as: "ensemble")) { _ in
        [Mapping(\.systemID, .constant(Ensemble.id))]
      }
    }
    let forecast = Population(eachRowOf: rows)
    let vector = Lookup(
      Rows(MLFeatureStore(), as: "vector"), .atMostOne,
      matching: (\.playerLookup, forecast.playerLookup))
    let context = Lookup(
      Rows(UpcomingPlayerGameContext(), as: "context"), .atMostOne,
      matching: (\.playerLookup, forecast.playerLookup))
    For(forecast, on: .scheduled, bootstrap: 14)
    Reads(vector)
    Reads(context)
    Fails(
      .missingUpstream, when: !vector.isFound, because: "the feature store has no vector any more",
      canRetry: true)
    ProcessorBreaker()

    Feature(
      out.predictionID,
      concatenated(
        asOfDay.converted(to: .text), "_", forecast.playerLookup, "_", forecast.systemID))
    Feature(out.systemID, forecast.systemID)
    Feature(out.playerLookup, forecast.playerLookup)
    Feature(out.universalPlayerID, vector.universalPlayerID)
    Feature(out.gameDate, asOfDay)
    Feature(out.gameID, vector.gameID)
    Feature(out.predictionVersion, 1).byDefault(because: "no prediction is revised yet")
    Feature(out.predictedPoints, forecast.predictedPoints)
    Feature(out.confidence, forecast.confidence)
    Copies(out.prediction, from: forecast)
    Feature(out.hasPropLine, stored(out.prediction.currentPointsLine).isPresent)
    Feature(
      out.lineMargin, forecast.predictedPoints - stored(out.prediction.currentPointsLine))
    Feature(out.lineSource, context.currentPointsLineSource)
    Feature(out.estimatedLine, .missing(.double))
    Feature(out.estimationMethod, .missing(.text))
    Copies(out.completeness, from: vector)
    Feature(out.isActive, true).byDefault(because: "no prediction is superseded yet")
    Feature(out.supersededBy, .missing(.text))

    Contract(
      "without a line there is no recommendation",
      stored(out.hasPropLine) || stored(out.prediction.recommendation) == "PASS")
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.updatedAt)
  }
}

/// A prediction, whichever system made it.
public struct AnyPrediction: RowShape {
  public let systemID =
    Column("system_id", .text).required
    .oneOf(
      MovingAverageBaseline.id, ZoneMatchup.id, SimilarityBalanced.id, XGBoost.id, Ensemble.id)
  public let playerLookup = Column("player_lookup", .text).required
  public let gameDate = Column("game_date", .day).required
  public let predictedPoints = Column("predicted_points", .number(8, 6), .points).required
  public let confidence = Column("confidence_score", .number(7, 6), .ratio).required
  public let prediction = PredictionColumns()
  public let updatedAt = Column("updated_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [gameDate, playerLookup, systemID], day: gameDate, freshness: updatedAt)
  }
}
