import FeatureSpec

/// Fills the quality columns from one score and a list of what is wrong.
struct QualityFeatures: DeclarationGroup {
  let declarations: [Declaration]

  /// - Parameters:
  ///   - score: 0 to 100; the tier follows from it.
  ///   - issues: codes with the condition under which each stands in the row.
  init(
    _ columns: QualityColumns, score: Aggregate, issues: [(code: String, when: Aggregate)],
    primarySource: Aggregate
  ) {
    let codes = issues.map { when($0.when, .constant($0.code), elseMissing: .text) }
    let hasIssue = issues.dropFirst().reduce(issues[0].when) { $0 || $1.when }
    let features = [
      Feature(columns.score, score),
      Feature(columns.tier, qualityTier(of: stored(columns.score))),
      Feature(columns.issues, listOfPresent(codes)),
      Feature(columns.primarySource, primarySource),
      Feature(columns.processedWithIssues, hasIssue.orElse(false)),
      Feature(columns.isProductionReady, stored(columns.score) >= 50),
    ]
    declarations = features.flatMap(\.declarations)
  }
}

/// gold from 95, silver from 75, bronze from 50, poor from 25, else unusable.
func qualityTier(of score: Aggregate) -> Aggregate {
  firstMatch(
    (score >= 95, "gold"), (score >= 75, "silver"), (score >= 50, "bronze"), (score >= 25, "poor"),
    otherwise: "unusable")
}

/// The score of a row whose shot zones are a second input: the worse of two sources wins, and none at
/// all costs 15 (domain 2.3).
func scoreWithZones(_ box: Aggregate, zones source: Aggregate) -> Aggregate {
  firstMatch(
    (source.isMissing, box - 15), (source == "zone_points", 85), otherwise: box)
}
