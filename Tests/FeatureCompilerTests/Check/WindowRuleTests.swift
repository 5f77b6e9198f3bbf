import FeatureSpec
import FeatureTesting
import Testing

@Suite struct WindowRuleTests {
  @Test func `an aggregate over a history needs a window`() {
    let spec = form { out in Feature(out.points, sum(games.points)) }
    expectFindings(in: spec) {
      """
      error[missing-window]: feature 'points' does not say which rows of the history 'games' count
        --> FeatureCompilerTests/WindowRuleTests.swift
         |
         |     let spec = form { out in Feature(out.points, sum(games.points)) }
         |                              ^^^^^^^
         = help: add over: .last(10, .games), or .over(.season) to the aggregate
      """
    }
  }

  @Test func `an aggregate over the day's own rows has none`() {
    let today = Rows(Games(), as: "today")
    expectFindings(
      in: form { out in
        Reads(today, .on, matching: (\.player, players.player))
        Feature(out.points, sum(today.points) + sum(games.points), over: .last(5, .games))
      }
    ) {
      """
      error[window-on-same-day]: feature 'points' looks at 'today', the rows of the day itself, through 'last 5 games'
        --> FeatureCompilerTests/WindowRuleTests.swift
         |
         |         Feature(out.points, sum(today.points) + sum(games.points), over: .last(5, .games))
         |         ^^^^^^^
         = help: a window is for rows before the day: give it to the aggregates of histories alone
      """
    }
  }

  @Test(arguments: [0, -3])
  func `a window holds at least one row`(count: Int) {
    expectText(
      rendered(form { out in Feature(out.points, sum(games.points), over: .last(count, .games)) })
        .replacing("\(count)", with: "N")
    ) {
      """
      error[window-without-bound]: feature 'points' looks at the last N rows
        --> FeatureCompilerTests/WindowRuleTests.swift
         = help: a window holds at least one row
      """
    }
  }

  @Test func `a window holds at least one day`() {
    expectFindings(
      in: form { out in Feature(out.points, sum(games.points), over: .last(0, .days)) }
    ) {
      """
      error[window-without-bound]: feature 'points' looks at the last 0 days
        --> FeatureCompilerTests/WindowRuleTests.swift
         |
         |       in: form { out in Feature(out.points, sum(games.points), over: .last(0, .days)) }
         |                         ^^^^^^^
         = help: a window holds at least one day
      """
    }
  }

  @Test func `across seasons there is an end`() {
    let endless = Window(.all, withinSeason: false)
    let spec = form { out in Feature(out.points, sum(games.points), over: endless) }
    expectFindings(in: spec) {
      """
      error[window-without-bound]: feature 'points' looks across seasons without an end
        --> FeatureCompilerTests/WindowRuleTests.swift
         |
         |     let spec = form { out in Feature(out.points, sum(games.points), over: endless) }
         |                              ^^^^^^^
         = help: say how old a row may be: .acrossSeasons(noOlderThan: 365)
      """
    }
  }

  @Test func `an age of no days is no bound`() {
    expectFindings(
      in: form { out in
        Feature(out.points, sum(games.points), over: .season.acrossSeasons(noOlderThan: 0))
      }
    ) {
      """
      error[window-without-bound]: feature 'points' takes rows at most 0 days old
        --> FeatureCompilerTests/WindowRuleTests.swift
         |
         |         Feature(out.points, sum(games.points), over: .season.acrossSeasons(noOlderThan: 0))
         |         ^^^^^^^
         = help: the newest row is at least one day old
      """
    }
  }

  @Test func `windows inside a league average are looked at`() {
    expectFindings(
      in: form { out in
        Feature(
          out.points,
          leagueMean(
            of: mean(games.points), over: games, qualifying: count(games).over(.season) > 3,
            atLeast: 10, otherwise: 1)
        ).byDefault(because: "the league scores about 1")
      }
    ) {
      """
      error[missing-window]: feature 'points' does not say which rows of the history 'games' count
        --> FeatureCompilerTests/WindowRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: add over: .last(10, .games), or .over(.season) to the aggregate
      """
    }
  }
}
