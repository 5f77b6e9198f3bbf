import FeatureSpec
import FeatureTesting
import Testing

@Suite struct LeagueRuleTests {
  private func league(_ value: Aggregate) -> Aggregate {
    leagueMean(
      of: value, over: games, qualifying: count(games).over(.season) > 3, atLeast: 10, otherwise: 1)
  }

  @Test func `a league average is over its own rows`() {
    let teams = Rows(TeamDays(), as: "teams")
    expectFindings(
      in: form { out in
        Reads(teams, .before, matching: (\.team, newest(games.team).over(.season)))
        Feature(out.points, league(mean(teams.status)), over: .season)
          .byDefault(because: "the league scores about 1")
      }
    ) {
      """
      error[league-over-other-rows]: the league average in feature 'points' is over 'games' but looks at 'teams'
        --> FeatureCompilerTests/LeagueRuleTests.swift
         |
         |         Feature(out.points, league(mean(teams.status)), over: .season)
         |         ^^^^^^^
         = help: it averages aggregates of one history: count(games), sum(…)
      """
    }
  }

  @Test func `a league average reads no value of one entity`() {
    expectFindings(
      in: form { out in
        Feature(out.points, league(sum(games.points) / players.player), over: .season)
          .byDefault(because: "the league scores about 1")
      }
    ) {
      """
      error[league-over-other-rows]: the league average in feature 'points' reads 'games.player', which belongs to one entity
        --> FeatureCompilerTests/LeagueRuleTests.swift
         |
         |         Feature(out.points, league(sum(games.points) / players.player), over: .season)
         |         ^^^^^^^
         = help: it averages aggregates of one history: count(games), sum(…)
      """
    }
  }

  @Test func `a league average is over a history`() {
    let today = Rows(Games(), as: "today")
    expectFindings(
      in: form { out in
        Reads(today, .on, matching: (\.player, players.player))
        Feature(
          out.points,
          leagueMean(
            of: sum(today.points), over: today, qualifying: count(today) > 0, atLeast: 10,
            otherwise: 1)
        ).byDefault(because: "the league scores about 1")
      }
    ) {
      """
      error[league-over-other-rows]: the league average in feature 'points' is over 'today', which is no history
        --> FeatureCompilerTests/LeagueRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: it averages aggregates of one history: count(today), sum(…)
      """
    }
  }
}
