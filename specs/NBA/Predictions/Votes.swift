import FeatureSpec

/// The stored rows of the four systems that the ensemble listens to. A system without a row has no vote.
struct Votes {
  private let moving: Lookup<SystemPredictions<MovingAverageBaseline>>
  private let zone: Lookup<SystemPredictions<ZoneMatchup>>
  private let similar: Lookup<SystemPredictions<SimilarityBalanced>>
  private let tree: Lookup<SystemPredictions<XGBoost>>
  private let all: [Vote]

  private struct Vote {
    let points: Aggregate
    /// In percent.
    let confidence: Aggregate
    let recommendation: Aggregate

    init<System>(_ row: Lookup<SystemPredictions<System>>) {
      points = row.predictedPoints
      confidence = (row.confidence * 100).rounded(4)
      recommendation = row.recommendation
    }
  }

  init(player: Aggregate) {
    moving = Votes.row("moving_average", player)
    zone = Votes.row("zone_matchup", player)
    similar = Votes.row("similarity", player)
    tree = Votes.row("xgboost", player)
    all = [Vote(moving), Vote(zone), Vote(similar), Vote(tree)]
  }

  private static func row<System>(
    _ alias: String, _ player: Aggregate
  ) -> Lookup<SystemPredictions<System>> {
    Lookup(
      Rows(SystemPredictions<System>(), as: alias), .atMostOne, matching: (\.playerLookup, player))
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(moving)
    Reads(zone)
    Reads(similar)
    Reads(tree)
  }

  var count: Aggregate { FeatureSpec.count(of: all.map(\.points.isPresent)) }
  var over: Aggregate { FeatureSpec.count(of: all.map { $0.recommendation == "OVER" }) }
  var under: Aggregate { FeatureSpec.count(of: all.map { $0.recommendation == "UNDER" }) }

  /// Σ p · c / Σ c; NULL where nobody is confident at all.
  var weightedPoints: Aggregate {
    total(all.map { ($0.points * $0.confidence).orElse(0) })
      / total(all.map { $0.confidence.orElse(0) })
  }
  var meanPoints: Aggregate { mean(\.points) }
  var meanConfidence: Aggregate { mean(\.confidence) }

  /// Population standard deviation (D-41).
  func deviation(from mean: Aggregate) -> Aggregate {
    let squares = all.map { (($0.points - mean) * ($0.points - mean)).orElse(0) }
    return squareRoot(total(squares) / count)
  }

  /// The lowest and the highest forecast, in pairs.
  @DeclarationBuilder var extremes: [Declaration] {
    pair("lowest_of_averages", all[0], all[1], isLow: true)
    pair("lowest_of_models", all[2], all[3], isLow: true)
    pair("highest_of_averages", all[0], all[1], isLow: false)
    pair("highest_of_models", all[2], all[3], isLow: false)
  }

  var lowest: Aggregate {
    first(of: stored("lowest_of_averages"), stored("lowest_of_models"), isLow: true)
  }
  var highest: Aggregate {
    first(of: stored("highest_of_averages"), stored("highest_of_models"), isLow: false)
  }

  private func pair(_ name: String, _ a: Vote, _ b: Vote, isLow: Bool) -> Intermediate {
    Intermediate(name, .double, .points, first(of: a.points, b.points, isLow: isLow))
  }

  private func first(of a: Aggregate, _ b: Aggregate, isLow: Bool) -> Aggregate {
    firstMatch((b.isMissing || (isLow ? a < b : a > b), a), otherwise: b)
  }

  private func stored(_ name: String) -> Aggregate { Aggregate(.feature(name)) }

  private func mean(_ value: KeyPath<Vote, Aggregate>) -> Aggregate {
    total(all.map { $0[keyPath: value].orElse(0) }) / count
  }
}
