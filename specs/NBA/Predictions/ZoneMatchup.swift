public import FeatureSpec

extension Processor {
  public static let zoneMatchup = zoneMatchup(
    hasLegacyFatigueSign: false, hasLegacyDefenseSign: false)

  /// The season's average, and what the opponent's defence gives in the zones from which the player
  /// scores.
  ///
  /// - Parameter hasLegacyDefenseSign: a weak defence lowers the forecast, as the origin had it (D-35).
  public static func zoneMatchup(
    hasLegacyFatigueSign: Bool, hasLegacyDefenseSign: Bool
  ) -> Processor {
    Processor(writing: SystemPredictions<ZoneMatchup>()) { out in
      let predicted = Predicted()
      let features = predicted.player.features
      predicted.inputs

      let weakness =
        hasLegacyDefenseSign
        ? 110 - features.opponentDefRating : features.opponentDefRating - 110
      let zones = Intermediate(
        "zone_adjustment_exact", .double, .points,
        zoneTerm(weakness, share: features.paintShare, factor: 1.2)
          + zoneTerm(weakness, share: features.midRangeShare, factor: 1.0)
          + zoneTerm(weakness, share: features.threeShare, factor: 1.1)
          + zoneTerm(weakness, share: features.freeThrowShare, factor: 0.8))
      zones
      let fatigue = fatigueTerm(
        features.fatigueScore, tired: -1.5, weary: -0.8, isLegacy: hasLegacyFatigueSign)
      let pace = 0.4 * features.paceScore
      let venue = when(features.homeAway == 1, 0.8, otherwise: -0.8)

      PredictionFeatures(
        out, of: predicted,
        points: features.pointsAvgSeason + zones.value + pace + venue + fatigue,
        confidence: steadiness(of: features.pointsStdLast10, games: features.gamesInLast7Days),
        isPlayable: { edge, confidence in absolute(edge) > 2 && confidence > 45 },
        components: [
          (out.prediction.fatigueAdjustment, fatigue),
          (out.prediction.shotZoneAdjustment, zones.value),
          (out.prediction.paceAdjustment, pace), (out.prediction.venueAdjustment, venue),
        ],
        keyFactors: jsonObject(
          member("base", rounded: features.pointsAvgSeason),
          member("opponent_def_rating", rounded: features.opponentDefRating),
          member("pct_paint", rounded: features.paintShare),
          member("pct_mid_range", rounded: features.midRangeShare),
          member("pct_three", rounded: features.threeShare),
          member("pct_free_throw", rounded: features.freeThrowShare)))
    }
  }
}

/// What a defence adds in one zone, at most three points, by how much of the player's game it is.
///
/// - Parameter weakness: the opponent's defensive rating over 110.
private func zoneTerm(_ weakness: Aggregate, share: Aggregate, factor: Double) -> Aggregate {
  let gain = (.constant(factor) * 0.3 * weakness).clamped(-3, 3)
  return gain * firstMatch((share >= 0.40, 1.0), (share >= 0.20, 0.7), otherwise: 0.4)
}
