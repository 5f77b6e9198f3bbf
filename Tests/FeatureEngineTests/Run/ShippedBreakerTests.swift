import FeatureCompiler
import FeaturePlan
import NBAFeatures
import Testing

/// Which shipped processors leave an entity alone, after which failures.
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
}
