import Testing

@testable import FeatureTool

@Suite struct `The nearest name` {
  private let names = [
    "player_daily_cache", "player_game_summary", "team_defense_zone_analysis", "status", "run",
  ]

  @Test(arguments: [
    ("player_daly_cache", "player_daily_cache"), ("PLAYER_DAILY_CACHE", "player_daily_cache"),
    ("player_game", "player_game_summary"), ("stauts", "status"), ("rnu", "run"),
    ("team_defence_zone_analysis", "team_defense_zone_analysis"),
  ])
  func `is found`(word: String, name: String) {
    #expect(NearestName.of(word, in: names) == name)
  }

  @Test(arguments: ["frobnicate", "x", "", "unrelated_word"])
  func `is not made up`(word: String) {
    #expect(NearestName.of(word, in: names) == nil)
  }

  @Test func `swapping neighbours is one edit`() {
    #expect(NearestName.distance("form", "from") == 1)
    #expect(NearestName.distance("", "abc") == 3)
    #expect(NearestName.distance("kitten", "sitting") == 3)
  }
}
