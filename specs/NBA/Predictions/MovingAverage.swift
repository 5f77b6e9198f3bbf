public import FeatureSpec

extension Processor {
  public static let movingAverageBaseline = movingAverageBaseline(hasLegacyFatigueSign: false)

  /// Recent scoring, the newest games the heaviest, and what the circumstances add.
  public static func movingAverageBaseline(hasLegacyFatigueSign: Bool) -> Processor {
    Processor(writing: SystemPredictions<MovingAverageBaseline>()) { out in
      let predicted = Predicted()
      let features = predicted.player.features
      predicted.inputs

      let base = Intermediate(
        "base", .double, .points,
        0.5 * features.pointsAvgLast5 + 0.3 * features.pointsAvgLast10
          + 0.2 * features.pointsAvgSeason)
      base
      let fatigue = fatigueTerm(
        features.fatigueScore, tired: -2.5, weary: -1.0, isLegacy: hasLegacyFatigueSign)
      let matchup = 0.3 * features.shotZoneMismatch
      let rest = when(features.backToBack == 1, -1.5, otherwise: 0.0)
      let pace = 0.3 * features.paceScore
      let venue = when(features.homeAway == 1, 0.5, otherwise: -0.5)
      let usage = 0.4 * features.usageSpike

      PredictionFeatures(
        out, of: predicted, points: base.value + fatigue + matchup + rest + pace + venue + usage,
        confidence: steadiness(of: features.pointsStdLast10, games: features.gamesInLast7Days),
        isPlayable: { edge, confidence in absolute(edge) > 2 && confidence > 45 },
        components: [
          (out.prediction.fatigueAdjustment, fatigue), (out.prediction.shotZoneAdjustment, matchup),
          (out.prediction.paceAdjustment, pace), (out.prediction.usageAdjustment, usage),
          (out.prediction.venueAdjustment, venue), (out.prediction.otherAdjustments, rest),
        ],
        keyFactors: jsonObject(
          member("base", rounded: base.value),
          member("fatigue_score", rounded: features.fatigueScore),
          member("points_std_last_10", rounded: features.pointsStdLast10),
          member("games_in_last_7_days", rounded: features.gamesInLast7Days)))
    }
  }
}
