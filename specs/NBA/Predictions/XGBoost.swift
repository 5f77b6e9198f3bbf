public import FeatureSpec

extension Processor {
  /// The formula that stands in for a trained tree model: without noise (D-37), so that the order of
  /// players and the number of calls cannot show.
  public static let xgboost = Processor(writing: SystemPredictions<XGBoost>()) { out in
    let predicted = Predicted()
    let features = predicted.player.features
    let cache = Lookup(
      Rows(PlayerDailyCache(), as: "cache"), .atMostOne,
      matching: (\.playerLookup, predicted.player.playerLookup))
    predicted.inputs
    Reads(cache)

    let base = Intermediate(
      "base", .double, .points,
      0.35 * features.pointsAvgLast5 + 0.40 * features.pointsAvgLast10
        + 0.25 * features.pointsAvgSeason)
    base
    let fatigue = firstMatch(
      (features.fatigueScore < 50, -2.5), (features.fatigueScore < 70, -1.0),
      (features.fatigueScore > 85, 0.5), otherwise: 0.0)
    let zone = 0.35 * features.shotZoneMismatch
    let pace = features.paceScore * when(cache.usageRateLast10 > 28, 0.12, otherwise: 0.08)
    let usage = features.usageSpike * when(absolute(features.usageSpike) > 5, 0.35, otherwise: 0.25)
    let venue = when(features.homeAway == 1, 1.0, otherwise: -0.6)
    let rating = features.opponentDefRating
    let defense = firstMatch((rating < 108, -1.5), (rating > 118, 1.0), otherwise: 0.0)
    let rest = when(features.backToBack == 1, -2.2, otherwise: 0.0)
    // Unknown minutes and usage add nothing; the row warns.
    let minutes = firstMatch(
      (cache.minutesAvgLast10 > 36, 0.8), (cache.minutesAvgLast10 < 25, -1.2), otherwise: 0.0)
    let profile = firstMatch(
      (features.paintShare > 0.45 && rating > 115, 0.8),
      (features.threeShare > 0.40 && rating < 110, -0.5), otherwise: 0.0)
    let other = Intermediate(
      "other_exact", .double, .points, defense + rest + minutes + profile)
    other

    PredictionFeatures(
      out, of: predicted,
      points: (base.value + fatigue + zone + pace + usage + venue + other.value).clamped(0, 60)
        .rounded(2),
      confidence: confidence(in: predicted), isPlayable: isPlayable,
      components: [
        (out.prediction.fatigueAdjustment, fatigue), (out.prediction.shotZoneAdjustment, zone),
        (out.prediction.paceAdjustment, pace), (out.prediction.usageAdjustment, usage),
        (out.prediction.venueAdjustment, venue), (out.prediction.otherAdjustments, other.value),
        (out.prediction.modelID, "formula_v1"),
      ],
      keyFactors: jsonObject(
        member("base", rounded: base.value), member("opponent_def_rating", rounded: rating),
        member("minutes_avg_last_10", cache.minutesAvgLast10),
        member("usage_rate_last_10", cache.usageRateLast10)),
      warnings: [
        note("minutes_unknown", when: cache.minutesAvgLast10.isMissing),
        note("usage_rate_unknown", when: cache.usageRateLast10.isMissing),
      ])
  }

  /// A trained model in the place of the formula: it reads the 25 features by their names, in the order of
  /// the vector, and another model is another plan.
  ///
  /// ```swift
  /// Processor.xgboost(model: .xgboost(Resources.points, named: "points_2025"))
  /// ```
  public static func xgboost(model: TreeModel) -> Processor {
    Processor(writing: SystemPredictions<XGBoost>()) { out in
      let predicted = Predicted()
      predicted.inputs
      let forecast = Intermediate(
        "forecast", .double, .points,
        predict(model, from: predicted.player.features.elements))
      forecast
      PredictionFeatures(
        out, of: predicted, points: forecast.value.clamped(0, 60).rounded(2),
        confidence: confidence(in: predicted), isPlayable: isPlayable,
        components: [(out.prediction.modelID, .constant(model.name))],
        keyFactors: jsonObject(member("forecast", rounded: forecast.value)))
    }
  }
}

/// In percent: how good the vector is, and how steadily the player scores.
private func confidence(in predicted: Predicted) -> Aggregate {
  let quality = predicted.player.qualityScore
  let std = predicted.player.features.pointsStdLast10
  let trust = firstMatch(
    (quality >= 90, 10), (quality >= 80, 7), (quality >= 70, 5), (quality >= 60, 2), otherwise: 0)
  let spread = firstMatch((std < 4, 10), (std < 6, 7), (std < 8, 5), otherwise: 2)
  return (70 + trust + spread).clamped(0, 100)
}

private func isPlayable(_ edge: Aggregate, _ confidence: Aggregate) -> Aggregate {
  absolute(edge) >= 1.5 && confidence >= 60
}
