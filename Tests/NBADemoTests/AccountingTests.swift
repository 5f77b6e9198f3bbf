import NBADemo
import Testing

/// Sums that must come out to the last digit.
@Suite struct AccountingTests {
  let gamebook = season.table("nbac_gamebook_player_stats")
  let teams = season.table("nbac_team_boxscore")

  @Test(arguments: [
    "nbac_gamebook_player_stats", "bdl_player_boxscores", "nbac_team_boxscore",
  ])
  func `points come from baskets and free throws`(name: String) {
    let table = season.table(name)
    let made = table.counts("field_goals_made")
    let threes = table.counts("three_pointers_made")
    let free = table.counts("free_throws_made")
    let points = table.counts("points")
    #expect(made.indices.allSatisfy { points[$0] == 2 * made[$0] + threes[$0] + free[$0] })
  }

  @Test(arguments: [
    "nbac_gamebook_player_stats", "bdl_player_boxscores", "nbac_team_boxscore",
  ])
  func `nobody makes more than he attempts`(name: String) {
    let table = season.table(name)
    for kind in ["field_goals", "three_pointers", "free_throws"] {
      let pairs = zip(table.counts("\(kind)_made"), table.counts("\(kind)_attempted"))
      #expect(pairs.allSatisfy { 0 <= $0 && $0 <= $1 })
    }
  }

  @Test func `a team is the sum of its players`() {
    let columns = [
      "points", "field_goals_attempted", "three_pointers_attempted", "free_throws_attempted",
      "offensive_rebounds", "defensive_rebounds", "total_rebounds", "assists", "steals", "blocks",
      "personal_fouls",
    ]
    let sums = TeamSums(gamebook, columns: columns)
    for column in columns {
      #expect(compare(sums.byColumn[column] ?? [:], teams.counts(column)) { $0 == $1 } == [])
    }
  }

  @Test func `a team loses the ball at least as often as its players`() {
    let sums = TeamSums(gamebook, columns: ["turnovers"]).byColumn["turnovers"] ?? [:]
    #expect(compare(sums, teams.counts("turnovers")) { $0 <= $1 } == [])
  }

  @Test func `plus-minus of the players is five times the margin`() {
    let sums = TeamSums(gamebook, columns: ["plus_minus"]).byColumn["plus_minus"] ?? [:]
    #expect(compare(sums, teams.counts("plus_minus")) { $0 == 5 * $1 } == [])
  }

  @Test func `minutes of the players are those of the team`() {
    let sums = TeamSums(gamebook, columns: []).seconds
    let seconds = teams.words("minutes").map(TeamSums.seconds)
    #expect(compare(sums, seconds) { $0 == $1 } == [])
    #expect(Set(seconds).isSubset(of: (0..<8).map { (240 + 25 * $0) * 60 }))
  }

  @Test func `margins are those of the schedule`() {
    let schedule = season.table("nbac_schedule")
    let ids = schedule.words("game_id")
    var scores: [String: Int] = [:]
    for side in ["home", "away"] {
      let teams = schedule.words("\(side)_team_tricode")
      for (row, score) in schedule.integers("\(side)_team_score").enumerated() {
        scores["\(ids[row]) \(teams[row])"] = score
      }
    }
    #expect(compare(scores, teams.counts("points")) { $0 == $1 } == [])
  }

  @Test func `both feeds tell the same of those who played`() {
    let feed = season.table("bdl_player_boxscores")
    let keys = gamebook.keys("game_id", "player_lookup")
    let points = Dictionary(uniqueKeysWithValues: zip(keys, gamebook.counts("points")))
    let pairs = zip(feed.keys("game_id", "player_lookup"), feed.counts("points"))
    #expect(pairs.allSatisfy { points[$0] == nil || points[$0] == $1 })
  }

  /// Team rows whose players do not satisfy `holds`, of the games the gamebook has whole.
  private func compare(
    _ sums: [String: Int], _ totals: [Int], _ holds: (Int, Int) -> Bool
  ) -> [String] {
    let broken = Set(
      season.traps.gamesWithoutGamebook + season.traps.playersMissingFromGamebook.map(\.gameID))
    let games = teams.words("game_id")
    let names = teams.words("team_abbr")
    return games.indices.compactMap { row in
      let key = "\(games[row]) \(names[row])"
      guard !broken.contains(games[row]) else { return nil }
      return holds(sums[key] ?? -1, totals[row]) ? nil : key
    }
  }
}
