/// The games of a player that were like the one to come, and what they say of his points (domain 7.4).
struct SimilaritySearch: Hashable, Sendable {
  /// Games kept.
  let count: Int
  /// Nil with fewer than five games.
  let summary: Summary?

  struct Summary: Hashable, Sendable {
    /// Mean points, weighted by similarity.
    let baseline: Double
    let meanSimilarity: Double
    let lowestSimilarity: Double
    /// Population standard deviation of the points.
    let deviation: Double
  }

  /// Games of a similarity of 70 or more, the most similar twenty; of equal ones the newer (D-36).
  ///
  /// - Parameter games: newest first.
  init(for target: GameSetting, among games: [PastGame]) {
    let settings = PastGame.settings(of: games)
    let found = zip(games, settings).map { (points: $0.points, score: target.similarity(to: $1)) }
      .filter { $0.score >= 70 }
    // Scores from 100 down, each in the order of the games: stable whatever the library's sort is.
    let ordered = Set(found.map(\.score)).sorted(by: >).flatMap { score in
      found.filter { $0.score == score }
    }
    let kept = ordered.prefix(20)
    count = kept.count
    guard kept.count >= 5 else {
      summary = nil
      return
    }
    let n = Double(kept.count)
    let scores = kept.map { Double($0.score) }
    let weight = scores.reduce(0, +)
    let mean = kept.map(\.points).reduce(0, +) / n
    let squares = kept.map { ($0.points - mean) * ($0.points - mean) }.reduce(0, +)
    summary = Summary(
      baseline: zip(kept, scores).map { $0.points * $1 }.reduce(0, +) / weight,
      meanSimilarity: weight / n, lowestSimilarity: scores.min() ?? 0,
      deviation: (squares / n).squareRoot())
  }
}
