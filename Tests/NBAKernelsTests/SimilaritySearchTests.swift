import FeatureAlgebra
import FeatureKernels
import NBAFeatures
import Testing

@testable import NBAKernels

@Suite struct SimilaritySearchTests {
  /// A target with which every game two days after another, at home, against the elite, scores 100.
  private let target = GameSetting(tier: .elite, restDays: 1, isHome: true, form: .normal)

  /// Games every other day, newest first; the oldest has three days of rest and scores 70.
  private func games(_ points: [Double]) -> [PastGame] {
    points.enumerated().map {
      PastGame(day: 100 - 2 * $0.offset, points: $0.element, tier: .elite, isHome: true)
    }
  }

  @Test func `baseline, similarity and spread of games by hand`() throws {
    // Scores 100 four times, and 70 for the oldest: rest 3 is two buckets from 1.
    let search = SimilaritySearch(for: target, among: games([10, 12, 11, 9, 13]))
    #expect(search.count == 5)
    let summary = try #require(search.summary)
    #expect(summary.baseline == 5_110.0 / 470)
    #expect(summary.meanSimilarity == 94)
    #expect(summary.lowestSimilarity == 70)
    // Mean 11, squares 1 1 0 4 4.
    #expect(summary.deviation == (10.0 / 5).squareRoot())
  }

  @Test func `fewer than five similar games are counted and give nothing else`() {
    let search = SimilaritySearch(for: target, among: games([10, 12, 11, 9]))
    #expect(search.count == 4)
    #expect(search.summary == nil)
    #expect(SimilaritySearch(for: target, among: []) == SimilaritySearch(for: target, among: []))
    #expect(SimilaritySearch(for: target, among: []).count == 0)
  }

  @Test func `games below 70 are left out`() {
    // A weak opponent away is 30 + 15 for rest and form.
    let other = PastGame(day: 102, points: 50, tier: .weak, isHome: false)
    let search = SimilaritySearch(for: target, among: [other] + games([10, 12, 11, 9, 13]))
    #expect(search.count == 5)
    #expect(
      search.summary == SimilaritySearch(for: target, among: games([10, 12, 11, 9, 13])).summary)
  }

  @Test func `of equally similar games the newest twenty are taken`() throws {
    // 25 games of 100 but for the oldest: 20 of the newest points, none of the older.
    let points = Array(repeating: 20.0, count: 20) + Array(repeating: 20.5, count: 5)
    let search = SimilaritySearch(for: target, among: games(points))
    #expect(search.count == 20)
    let summary = try #require(search.summary)
    #expect(summary.baseline == 20)
    #expect(summary.deviation == 0)
    #expect(summary.lowestSimilarity == 100)
  }

  @Test func `a more similar old game goes before a newer one`() throws {
    var history = games(Array(repeating: 20, count: 24))
    // Away: 85 instead of 100, and newest.
    for place in 0..<5 { history[place].isHome = false }
    for place in 0..<2 { history[place].points = 21 }
    let summary = try #require(SimilaritySearch(for: target, among: history).summary)
    // 18 games of 100, the two newest of the five away games at 85; the oldest game has 70.
    #expect(summary.meanSimilarity == 98.5)
    #expect(summary.baseline == 39_570.0 / 1_970)
    #expect(summary.lowestSimilarity == 85)
  }

  @Test func `the kernel passes over rows without points, as if they had not been played`() throws {
    func batch(_ games: [PastGame?]) -> KernelBatch<SimilarGames> {
      let days = games.map { Day(ordinal: Int32($0?.day ?? 95)) }
      let tiers = games.map { $0?.tier?.rawValue ?? "elite" }
      let homes = games.map { $0?.isHome ?? true }
      return KernelBatch(
        windows: [0..<games.count],
        values: [
          (\.opponentTier, .texts(["elite"])), (\.restDays, .integers([1])),
          (\.isHome, .booleans([true])), (\.form, .texts(["normal"])),
        ],
        columns: [
          (\.pastDate, .days(days)), (\.pastPoints, .doubles(games.map { $0?.points })),
          (\.pastOpponentTier, .texts(tiers)), (\.pastIsHome, .booleans(homes)),
        ])
    }
    let oldestFirst = Array(games([10, 12, 11, 9, 13]).reversed())
    let plain = SimilarityKernel().compute(batch(oldestFirst))
    #expect(plain[\.count]?.integers == [5])
    #expect(plain[\.baseline]?.doubles == [5_110.0 / 470])
    var played: [PastGame?] = oldestFirst
    played.insert(nil, at: 2)
    let holed = SimilarityKernel().compute(batch(played))
    #expect(holed[\.baseline] == plain[\.baseline])
    #expect(holed[\.pointsDeviation] == plain[\.pointsDeviation])
  }

  @Test func `the kernel answers each row from its own window, and NULL where there is too little`()
    throws
  {
    let history = Array(games([10, 12, 11, 9, 13, 14]).reversed())
    let batch = KernelBatch<SimilarGames>(
      windows: [1..<6, 0..<0, 2..<6],
      values: [
        (\.opponentTier, .texts(["elite", nil, "elite"])), (\.restDays, .integers([1, nil, 1])),
        (\.isHome, .booleans([true, nil, true])), (\.form, .texts(["normal", nil, "unheard of"])),
      ],
      columns: [
        (\.pastDate, .days(history.map { Day(ordinal: Int32($0.day)) })),
        (\.pastPoints, .doubles(history.map(\.points))),
        (\.pastOpponentTier, .texts(history.map { $0.tier?.rawValue })),
        (\.pastIsHome, .booleans(history.map(\.isHome))),
      ])
    let results = SimilarityKernel().compute(batch)
    #expect(results[\.count]?.integers == [5, 0, 3])
    #expect(results[\.baseline] == .doubles([5_110.0 / 470, nil, nil]))
    #expect(results[\.lowestSimilarity] == .doubles([70, nil, nil]))
  }
}
