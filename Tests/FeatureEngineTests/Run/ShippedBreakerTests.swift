import FeatureCompiler
import FeaturePlan
import NBAFeatures
import Testing

/// Which shipped processors leave an entity or a day alone, after which failures.
@Suite struct ShippedBreakerTests {
  @Test func `what skips an incomplete entity gives up after three attempts for seven days`() throws
  {
    let breakers = try compile(NBAFeatures.pipeline).processors.compactMap { processor in
      processor.breaker.map { breaker in
        let categories = breaker.categories.map(\.rawValue).sorted().joined(separator: ", ")
        return "\(processor.name): \(categories), \(breaker.attempts), \(breaker.pauseDays)"
      }
    }
    #expect(
      breakers.sorted() == [
        "ml_feature_store_v2: INCOMPLETE_DATA, INCOMPLETE_UPSTREAM, 3, 7",
        "player_daily_cache: INCOMPLETE_DATA, 3, 7",
        "player_shot_zone_analysis: INCOMPLETE_DATA, INCOMPLETE_UPSTREAM, 3, 7",
        "team_defense_zone_analysis: INCOMPLETE_DATA, 3, 7",
        "upcoming_player_game_context: INCOMPLETE_DATA, 3, 7",
      ])
  }

  @Test func `every processor leaves days alone that fail, a prediction system all of them`() throws
  {
    let day = ProcessorBreakerPlan(span: .eachDay, failures: 5, pauseMinutes: 30, successes: 1)
    let system = ProcessorBreakerPlan(span: .allDays, failures: 5, pauseMinutes: 30, successes: 2)
    let systems = [
      "moving_average_baseline_v1", "zone_matchup_v1", "similarity_balanced_v1", "xgboost_v1",
      "ensemble_v1",
    ]
    for processor in try compile(NBAFeatures.pipeline).processors {
      #expect(
        processor.processorBreaker == (systems.contains(processor.name) ? system : day),
        "\(processor.name)")
    }
  }
}
