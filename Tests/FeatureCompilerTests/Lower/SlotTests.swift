import FeatureCompiler
import FeaturePlan
import FeatureSpec
import FeatureTesting
import Testing

@Suite struct SlotTests {
  private func slots(_ value: Aggregate) throws -> String {
    let plan = try compile(
      form { out in Feature(out.points, value).byDefault(because: "of a test") }
    ).processors[0]
    return plan.slots.map { "\($0.name) \($0.type)" }.joined(separator: "\n")
  }

  @Test func `a slot says what is aggregated over what`() throws {
    expectText(
      try slots(
        sum(games.points).over(.last(10, .games)) + count(games).over(.season)
          + mean(games.speed.rounded(2)).over(.last(7, .days))
          + newest(games.points, number: 2).over(.season.acrossSeasons(noOlderThan: 90)))
    ) {
      """
      sum_points_last_10_games BIGINT
      count_games_season_to_date BIGINT
      mean_speed_last_7_days DOUBLE
      newest_number_2_points_all_history_at_most_90_days_old_any_season BIGINT
      """
    }
  }

  @Test func `short conditions are part of the name`() throws {
    expectText(
      try slots(
        countIf(games) { $0.status == "dnp" }.over(.season)
          + countIf(games) { $0.team.isPresent && $0.status == "active" }.over(.season))
    ) {
      """
      count_games_if_status_dnp_season_to_date BIGINT
      count_games_if_team_present_and_status_active_season_to_date BIGINT
      """
    }
  }

  @Test func `what has no short name has that of its feature`() throws {
    expectText(
      try slots(
        sum(games.points + games.points).over(.season)
          + countIf(games) { $0.minutes > 10 }.over(.season)
          + leagueMean(
            of: mean(games.points).over(.season), over: games,
            qualifying: count(games).over(.season) > 3, atLeast: 10, otherwise: 1))
    ) {
      """
      points_a1 BIGINT
      points_a2 BIGINT
      mean_points_season_to_date DOUBLE
      count_games_season_to_date BIGINT
      points_league DOUBLE
      """
    }
  }

  @Test func `names that collide say their rows`() throws {
    let others = Rows(Games(), as: "others")
    let plan = try compile(
      form { out in
        Reads(others, .before, matching: (\.player, players.player))
        Feature(out.points, sum(games.points) - sum(others.points), over: .season)
      }
    ).processors[0]
    #expect(
      plan.slots.map(\.name) == [
        "games_sum_points_season_to_date", "others_sum_points_season_to_date",
      ])
  }

  @Test func `equal aggregates share a slot`() throws {
    let points = sum(games.points).over(.season)
    #expect(try slots(points + points).split(separator: "\n").count == 1)
  }
}
