import FeatureAlgebra
import FeatureSpec
import NBAFeatures
import Testing

@testable import FeatureEngine

/// Terms whose sign was once the wrong way round: what is better for the scorer never lowers
/// the forecast, and the legacy variants are those that do.
@Suite struct SignTests {
  static let systems = ["moving_average_baseline_v1", "zone_matchup_v1", "xgboost_v1"]

  /// Forecasts of `system` for players who differ in one element of the vector only.
  static func forecasts(
    _ system: String, element: Int, over values: [Double], legacy: Bool = false
  ) throws -> [Double] {
    let vectors = values.enumerated().map { index, value in
      GameDay.context("'p\(index + 10)'")
        + GameDay.vector("'p\(index + 10)'", [element: "\(value)"])
    }
    let day = try GameDay(
      given: [UpcomingPlayerGameContext(), MLFeatureStore(), PlayerDailyCache()], vectors.joined()
    ) {
      if legacy {
        Processor.movingAverageBaseline(hasLegacyFatigueSign: true)
        Processor.zoneMatchup(hasLegacyFatigueSign: true, hasLegacyDefenseSign: true)
      } else {
        Processor.movingAverageBaseline
        Processor.zoneMatchup
        Processor.xgboost
      }
    }
    return try day.rows(
      "SELECT predicted_points FROM nba_predictions.\(system) ORDER BY player_lookup"
    ).compactMap { Double($0) }
  }

  @Test(arguments: systems)
  func `a fresher player is not forecast lower`(system: String) throws {
    let forecasts = try Self.forecasts(
      system, element: 6, over: [0, 25, 49, 50, 51, 69, 70, 71, 85, 86, 100])
    #expect(forecasts.count == 11)
    #expect(forecasts == forecasts.sorted())
    #expect(forecasts.first != forecasts.last)
  }

  @Test(arguments: systems)
  func `a weaker defence does not lower the forecast`(system: String) throws {
    let forecasts = try Self.forecasts(
      system, element: 14, over: [100, 105, 108, 109, 110, 112, 115, 118, 119, 125])
    #expect(forecasts == forecasts.sorted())
    #expect((forecasts.first != forecasts.last) == (system != "moving_average_baseline_v1"))
  }

  @Test(arguments: systems, [7, 8])
  func `a better matchup and a faster game do not lower the forecast`(
    system: String, element: Int
  ) throws {
    let forecasts = try Self.forecasts(system, element: element, over: [-3, -1, 0, 0.5, 3])
    #expect(forecasts == forecasts.sorted())
    #expect(
      (forecasts.first != forecasts.last) == !(system == "zone_matchup_v1" && element == 7))
  }

  @Test(arguments: systems)
  func `at home a player is forecast higher than on the road`(system: String) throws {
    let forecasts = try Self.forecasts(system, element: 16, over: [0, 1])
    #expect(forecasts[0] < forecasts[1])
  }

  @Test func `the legacy variants punish the fresh and reward a strong defence`() throws {
    for system in Self.systems.dropLast() {
      let fresh = try Self.forecasts(system, element: 6, over: [40, 60, 90], legacy: true)
      #expect(fresh == fresh.sorted(by: >) && fresh[0] > fresh[2])
    }
    let defense = try Self.forecasts(
      "zone_matchup_v1", element: 14, over: [104, 110, 118], legacy: true)
    #expect(defense[0] > defense[1] && defense[1] > defense[2])
  }

  @Test func `better newest games do not lower the trend`() throws {
    var trends: [Double] = []
    for newest in stride(from: 0, through: 40, by: 2) {
      let points = [newest, newest, 15, 15, 15].enumerated().map { "(\(17 - $0), \($1))" }
      let day = try GameDay(given: GivenStore.tables, GivenStore.rows(games: points)) {
        Processor.mlFeatureStore
      }
      trends += try day.rows("SELECT features[12] FROM nba_predictions.ml_feature_store_v2")
        .compactMap { Double($0) }
    }
    #expect(trends == trends.sorted())
    #expect(Set(trends) == [-2, -1, 0, 1, 2])
  }

  @Test func `a model reads the vector by name and signs its rows`() throws {
    // One tree over the third feature: 12 below 15 points a game this season, else 22.
    let names = VectorColumn("features", BaselineVector()).columns.flatMap { $0.elements ?? [] }
      .map(\.name)
    let tree = try #require(
      Tree([
        .split(.init(feature: 2, cut: 15, below: 1, above: 2, missingIsBelow: true)), .leaf(12),
        .leaf(22),
      ]))
    let model = try #require(
      TreeModel(name: "season_only", features: names, base: 0, link: .identity, trees: [tree]))
    let day = try GameDay(
      given: [UpcomingPlayerGameContext(), MLFeatureStore()],
      GameDay.context("'p1'") + GameDay.vector("'p1'", [3: "14.9"]) + GameDay.context("'p2'")
        + GameDay.vector("'p2'", [3: "15"])
    ) { Processor.xgboost(model: model) }
    #expect(
      try day.rows(
        """
        SELECT predicted_points, confidence_score, ml_model_id FROM nba_predictions.xgboost_v1
        ORDER BY player_lookup
        """) == ["12.000000 | 0.870000 | season_only", "22.000000 | 0.870000 | season_only"])
  }
}
