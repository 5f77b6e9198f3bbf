import NBADemo
import Testing

@Suite struct PlayByPlayTests {
  let plays = season.table("bigdataball_play_by_play")
  let feed = season.table("bdl_player_boxscores")

  @Test func `shots add up to the box score`() {
    let isShot = plays.words("event_type").map { $0 == "shot" }
    let isMade = plays.flags("shot_made")
    let isThree = plays.text("shot_type").map { $0 == "3PT" }
    let tallies = [
      "field_goals_attempted": isShot,
      "field_goals_made": zip(isShot, isMade).map { $0 && $1 },
      "three_pointers_attempted": isThree,
      "three_pointers_made": zip(isThree, isMade).map { $0 && $1 },
      "free_throws_attempted": isShot.map { !$0 },
      "free_throws_made": zip(isShot, isMade).map { !$0 && $1 },
    ]
    for (column, counts) in tallies {
      #expect(differences(column, tally(counts, "player_1_lookup")) == [])
    }
  }

  @Test(arguments: [("assist", "assists"), ("block", "blocks")])
  func `second players add up to the box score`(role: String, column: String) {
    let counts = plays.text("player_2_role").map { $0 == role }
    #expect(differences(column, tally(counts, "player_2_lookup")) == [])
  }

  @Test func `assists go with made shots and blocks with missed ones`() {
    let pairs = zip(plays.text("player_2_role"), plays.flags("shot_made"))
    #expect(pairs.allSatisfy { $0 == nil || ($0 == "assist") == $1 })
  }

  @Test func `threes are taken from behind the arc and twos from within`() {
    let pairs = zip(plays.text("shot_type"), plays.doubles("shot_distance"))
    #expect(
      pairs.allSatisfy { type, feet in
        feet.map { type == "3PT" ? (22...40).contains($0) : (0..<23.75).contains($0) } ?? true
      })
  }

  @Test func `free throws have no type and no distance`() {
    let isFree = plays.words("event_type").map { $0 == "free throw" }
    let types = plays.text("shot_type")
    let feet = plays.doubles("shot_distance")
    #expect(isFree.indices.allSatisfy { !isFree[$0] || (types[$0] == nil && feet[$0] == nil) })
  }

  @Test func `game ids name the home team first`() {
    let ids = plays.words("game_id")
    let homes = plays.words("home_team_abbr")
    let aways = plays.words("away_team_abbr")
    #expect(ids.indices.allSatisfy { ids[$0].hasSuffix("_\(homes[$0])_\(aways[$0])") })
  }

  private func tally(_ counts: [Bool], _ player: String) -> [String: Int] {
    let keys = plays.keys("game_date", player)
    var sums: [String: Int] = [:]
    for row in keys.indices where counts[row] { sums[keys[row], default: 0] += 1 }
    return sums
  }

  /// Player-games whose box score is not the tally, of the games with whole play-by-play.
  private func differences(_ column: String, _ tally: [String: Int]) -> [String] {
    let absent = Set(
      season.traps.gamesWithoutPlayByPlay + [season.traps.gameWithPartialPlayByPlay])
    let games = feed.words("game_id")
    let keys = feed.keys("game_date", "player_lookup")
    let counts = feed.counts(column)
    return keys.indices.compactMap { row in
      let holds = absent.contains(games[row]) || tally[keys[row], default: 0] == counts[row]
      return holds ? nil : keys[row]
    }
  }
}
