import FeatureSpec

/// Fills the table of a system from its forecast. Component columns that are not given are NULL.
struct PredictionFeatures: DeclarationGroup {
  let declarations: [Declaration]

  /// - Parameters:
  ///   - points: the forecast before it is brought into 0 to 60.
  ///   - confidence: in percent.
  ///   - isPlayable: of edge (points less line, NULL without a line) and confidence: whether the system
  ///     says more than PASS.
  ///   - direction: a side that overrules the sign of the edge; NULL where none does.
  init<System>(
    _ out: SystemPredictions<System>, of predicted: Predicted, points: Aggregate,
    confidence: Aggregate, isPlayable: (_ edge: Aggregate, _ confidence: Aggregate) -> Aggregate,
    direction: Aggregate? = nil, components: [(Column, Aggregate)], keyFactors: Aggregate,
    warnings: [Aggregate] = []
  ) {
    let columns = out.prediction
    let percent = Intermediate("confidence_percent", .double, .percent, confidence)
    // At six decimals, so that an edge of 2 points is one of 2 and not of a hair more.
    let edge = Intermediate(
      "edge", .double, .points,
      (stored(out.predictedPoints) - stored(columns.currentPointsLine)).rounded(6))
    let side = when(edge.value > 0, "OVER", otherwise: "UNDER")
    let general = [
      note("no_line", when: predicted.context.currentPointsLine.isMissing),
      note("quality_below_70", when: predicted.player.qualityScore < 70),
      note("inputs_incomplete", when: !predicted.player.isProductionReady.orElse(false)),
    ]
    let given: [(Column, Aggregate)] =
      [
        (out.playerLookup, predicted.player.playerLookup), (out.gameDate, asOfDay),
        (out.predictedPoints, points.clamped(0, 60)), (out.confidence, percent.value / 100),
        (columns.currentPointsLine, predicted.context.currentPointsLine),
        (
          columns.recommendation,
          firstMatch(
            (edge.value.isMissing || edge.value == 0, "PASS"),
            (isPlayable(edge.value, percent.value), direction?.orElse(side) ?? side),
            otherwise: "PASS")
        ),
        (columns.keyFactors, keyFactors),
        (columns.warnings, jsonArray(ofPresent: general + warnings)),
      ] + components
    let names = Set(given.map(\.0.name))
    let absent = columns.columns.filter { !names.contains($0.name) }
    let features =
      given.map { Feature($0.0, $0.1) } + absent.map { Feature($0, .missing($0.type)) }
    declarations =
      percent.declarations + edge.declarations + features.flatMap(\.declarations)
      + Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.updatedAt)
      .declarations
  }
}
