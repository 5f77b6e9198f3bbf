public import FeatureSpec

extension Processor {
  /// What the four systems say together: it reads their stored rows and runs none of them again.
  public static let ensemble = Processor(writing: SystemPredictions<Ensemble>()) { out in
    let predicted = Predicted()
    let player = predicted.player.playerLookup
    let votes = Votes(player: player)
    predicted.inputs
    votes.inputs
    Fails(
      .missingUpstream, when: votes.count < 2,
      because: concatenated(
        votes.count.converted(to: .text), " of 4 systems predict, and two are the minimum"),
      canRetry: true, expected: 2, actual: votes.count)

    let points = Intermediate("weighted_points", .double, .points, votes.weightedPoints)
    let mean = Intermediate("mean_points", .double, .points, votes.meanPoints)
    let deviation = Intermediate(
      "deviation_of_systems", .double, .points, votes.deviation(from: mean.value))
    points
    mean
    deviation
    votes.extremes
    Fails(
      .insufficientData, when: points.value.isMissing,
      because: "no system that predicts has any confidence", canRetry: true)
    let sd = deviation.value
    let agreement = firstMatch((sd < 2, 10), (sd < 3, 5), (sd < 6, -5), otherwise: -10)
    let isWhole = when(votes.count == 4, 5)
    let side = firstMatch(
      (votes.over * 2 > votes.count, "OVER"), (votes.under * 2 > votes.count, "UNDER"),
      otherwise: .missing(.text))
    let line = predicted.context.currentPointsLine

    PredictionFeatures(
      out, of: predicted, points: points.value,
      confidence: (votes.meanConfidence + agreement + isWhole).clamped(20, 95),
      isPlayable: { edge, confidence in absolute(edge) >= 1.5 && confidence >= 65 },
      direction: side,
      components: [
        (out.prediction.predictionVariance, sd * sd),
        (
          out.prediction.systemAgreement,
          firstMatch(
            (sd < 2, 95.0), (sd < 3, 85.0), (sd < 6, 70.0),
            otherwise: (100 - 5 * sd).clamped(50, 100))
        ), (out.prediction.contributingSystems, votes.count),
      ],
      keyFactors: jsonObject(
        member("mean", rounded: mean.value), member("min", rounded: votes.lowest),
        member("max", rounded: votes.highest),
        member("range", rounded: votes.highest - votes.lowest),
        member("deviation", rounded: sd), member("over", votes.over), member("under", votes.under)),
      warnings: [
        note(
          "majority_against_edge",
          when: (side == "OVER" && points.value < line) || (side == "UNDER" && points.value > line)
        )
      ])
  }
}
