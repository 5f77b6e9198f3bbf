public import FeatureSpec

extension Processor {
  /// What the player scored in games like this one. Without five of them there is a failure row instead.
  public static let similarityBalanced = Processor(
    writing: SystemPredictions<SimilarityBalanced>()
  ) { out in
    let predicted = Predicted()
    let features = predicted.player.features
    let games = Rows(PlayerGameSettings(), as: "games")
    predicted.inputs
    Reads(games, .before, matching: (\.playerLookup, predicted.player.playerLookup))

    let change = features.pointsAvgLast5 - features.pointsAvgSeason
    let similar = HandKernel(SimilarGames(), over: games, .last(30, .games).noOlderThan(90)) {
      Given(\.opponentTier, defenseTier(of: features.opponentDefRating))
      // Days without a game before it; 3 where the last game is not known (D-22), and the row warns.
      Given(\.restDays, (predicted.player.daysRest - 1).clamped(0, 7).orElse(3))
      Given(\.isHome, features.homeAway == 1)
      Given(
        \.form,
        firstMatch(
          (change.rounded(6) >= 3, "hot"), (change.rounded(6) <= -3, "cold"), otherwise: "normal"))
      Given(\.pastDate, games.gameDate)
      Given(\.pastPoints, games.points)
      Given(\.pastOpponentTier, games.opponentTier.orElse("average"))
        .byDefault(
          because: "a defence that was not known counts as average, as in the feature store")
      Given(\.pastIsHome, games.homeGame)
    }
    similar
    Fails(
      .insufficientData, when: similar.count < 5,
      because: concatenated(
        similar.count.converted(to: .text), " games like this one, and five are the minimum"),
      canRetry: true, expected: 5, actual: similar.count)

    let fatigue = (features.fatigueScore - 70) * 0.015
    let zone = 0.4 * features.shotZoneMismatch
    let pace = 0.8 * features.paceScore
    let usage = 0.8 * features.usageSpike
    let venue = when(features.homeAway == 1, 0.8, otherwise: -0.5)
    let total = Intermediate(
      "total_adjustment", .number(5, 2), .points, (fatigue + zone + pace + usage + venue).rounded(6)
    )
    total
    let sample = firstMatch(
      (similar.count >= 15, 20), (similar.count >= 10, 15), (similar.count >= 7, 10),
      otherwise: -15)
    let likeness = firstMatch(
      (similar.meanSimilarity >= 85, 20), (similar.meanSimilarity >= 75, 15),
      (similar.meanSimilarity >= 70, 10), otherwise: 5)
    let spread = firstMatch(
      (similar.pointsDeviation < 4, 15), (similar.pointsDeviation < 6, 8),
      (similar.pointsDeviation < 8, 3),
      otherwise: -5)

    PredictionFeatures(
      out, of: predicted, points: (similar.baseline + total.value).clamped(0, 60).rounded(2),
      confidence: (50 + sample + likeness + spread).clamped(0, 100),
      isPlayable: { edge, confidence in absolute(edge) >= 2 && confidence >= 65 },
      components: [
        (out.prediction.similarityBaseline, similar.baseline),
        (out.prediction.fatigueAdjustment, fatigue), (out.prediction.shotZoneAdjustment, zone),
        (out.prediction.paceAdjustment, pace), (out.prediction.usageAdjustment, usage),
        (out.prediction.venueAdjustment, venue), (out.prediction.similarGames, similar.count),
        (out.prediction.meanSimilarity, similar.meanSimilarity),
        (out.prediction.leastSimilarity, similar.lowestSimilarity),
      ],
      keyFactors: jsonObject(
        member("baseline", rounded: similar.baseline),
        member("total_adjustment", total.value),
        member("deviation", rounded: similar.pointsDeviation)),
      warnings: [note("days_rest_unknown", when: predicted.player.daysRest.isMissing)])
  }
}
