import NBADemo
import Testing

/// Distributions against those of the real seasons.
@Suite struct RangeTests {
  let teams = season.table("nbac_team_boxscore")
  let feed = season.table("bdl_player_boxscores")

  @Test(arguments: [
    ("nbac_gamebook_player_stats", 34_000...42_000), ("bdl_player_boxscores", 25_000...28_000),
    ("nbac_team_boxscore", 2458...2458), ("bigdataball_play_by_play", 250_000...285_000),
    ("nbac_schedule", 1238...1238), ("nbac_injury_report", 25_000...42_000),
    ("odds_api_player_points_props", 100_000...180_000),
    ("bettingpros_player_points_props", 70_000...120_000), ("odds_api_game_lines", 40_000...50_000),
    ("espn_team_rosters", 11_000...15_000), ("travel_distances", 870...870),
    ("player_registry", 800...1000), ("teams", 30...30),
  ])
  func `tables have as many rows as a season`(name: String, rows: ClosedRange<Int>) {
    #expect(rows.contains(season.table(name).rowCount))
  }

  @Test(arguments: [
    ("points", 111.0...117.0), ("field_goals_attempted", 86.0...91.0),
    ("three_pointers_attempted", 35.0...40.0), ("free_throws_attempted", 19.5...23.5),
    ("offensive_rebounds", 10.0...12.5), ("defensive_rebounds", 31.0...35.0),
    ("assists", 24.5...28.0), ("steals", 7.2...9.2), ("blocks", 4.2...5.6),
    ("turnovers", 13.0...15.5), ("personal_fouls", 17.0...20.5),
  ])
  func `a team's average is the league's`(column: String, range: ClosedRange<Double>) {
    #expect(range.contains(mean(teams.counts(column))))
  }

  @Test(arguments: [
    ("field_goals", 0.455...0.485), ("three_pointers", 0.35...0.375), ("free_throws", 0.76...0.80),
  ])
  func `shots fall as often as the league's`(kind: String, range: ClosedRange<Double>) {
    let made = teams.counts("\(kind)_made").reduce(0, +)
    let attempted = teams.counts("\(kind)_attempted").reduce(0, +)
    #expect(range.contains(Double(made) / Double(attempted)))
  }

  @Test func `a team's scores spread as the league's`() {
    #expect((11.5...14.5).contains(deviation(teams.counts("points"))))
    #expect((13.5...17.5).contains(deviation(teams.counts("plus_minus"))))
  }

  @Test func `about one game in twenty goes to overtime`() {
    let longer = teams.words("minutes").count { $0 != "240:00" }
    #expect((60...190).contains(longer))
  }

  @Test func `home teams win more often`() {
    let margins = zip(teams.flags("is_home"), teams.counts("plus_minus"))
    #expect((620...730).contains(margins.count { $0 && $1 > 0 }))
  }

  @Test func `good teams and bad teams differ`() {
    var wins: [String: Int] = [:]
    for (team, margin) in zip(teams.words("team_abbr"), teams.counts("plus_minus")) {
      wins[team, default: 0] += margin > 0 ? 1 : 0
    }
    #expect((wins.values.max() ?? 0) >= 52)
    #expect((wins.values.min() ?? 82) <= 30)
  }

  @Test func `players differ as those of the league`() {
    var points: [String: (sum: Int, games: Int)] = [:]
    for (player, scored) in zip(feed.words("player_lookup"), feed.counts("points")) {
      points[player, default: (0, 0)].sum += scored
      points[player, default: (0, 0)].games += 1
    }
    let averages = points.values.filter { $0.games >= 20 }
      .map { Double($0.sum) / Double($0.games) }.sorted()
    #expect((460...500).contains(points.count))
    #expect((26...36).contains(averages.last ?? 0))
    #expect((6...11).contains(averages[averages.count / 2]))
  }

  @Test func `lines are close to what players score`() {
    let props = season.table("bettingpros_player_points_props")
    var lines: [String: Double] = [:]
    for (key, line) in zip(props.keys("game_date", "player_lookup"), props.doubles("points_line")) {
      lines[key] = line
    }
    let keys = feed.keys("game_date", "player_lookup")
    let errors = zip(keys, feed.counts("points")).compactMap { key, points in
      lines[key].map { Double(points) - $0 }
    }
    #expect(errors.count > 14_000)
    #expect(abs(errors.reduce(0, +) / Double(errors.count)) < 0.5)
  }

  @Test func `those reported out before tip-off do not play`() {
    let schedule = season.table("nbac_schedule")
    var starts: [String: Int] = [:]
    for side in ["home_team_tricode", "away_team_tricode"] {
      let keys = schedule.keys("game_date", side)
      for (key, start) in zip(keys, schedule.moments("start_time")) { starts[key] = start }
    }
    let report = season.table("nbac_injury_report")
    let (games, players) = (
      report.keys("game_date", "team"), report.keys("game_date", "player_lookup")
    )
    let (states, moments) = (report.words("injury_status"), report.moments("processed_at"))
    let out = Set(
      games.indices.filter { states[$0] == "out" && moments[$0] < starts[games[$0]] ?? 0 }
        .map { players[$0] })
    #expect(out.count > 5000)
    #expect(out.isDisjoint(with: feed.keys("game_date", "player_lookup")))
  }

  private func mean(_ values: [Int]) -> Double {
    Double(values.reduce(0, +)) / Double(values.count)
  }

  private func deviation(_ values: [Int]) -> Double {
    let mean = mean(values)
    let squares = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}
