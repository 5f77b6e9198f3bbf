import FeatureSpec
import FeatureTesting
import Testing

@Suite struct TypeRuleTests {
  @Test func `text in arithmetic is an error`() {
    expectFindings(
      in: form { out in Feature(out.points, newest(games.team) + 1, over: .season) }
    ) {
      """
      error[type-mismatch]: feature 'points': arithmetic takes numbers, not VARCHAR
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |       in: form { out in Feature(out.points, newest(games.team) + 1, over: .season) }
         |                         ^^^^^^^
         = help: a text becomes a number in the feed; clock texts have .asClockMinutes
      """
    }
  }

  @Test func `a feature has the type of its column`() {
    expectFindings(
      in: form { out in Feature(out.points, newest(games.points) > 3, over: .season) }
    ) {
      """
      error[type-mismatch]: feature 'points' is BOOLEAN, but declared as DECIMAL(5, 1)
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |       in: form { out in Feature(out.points, newest(games.points) > 3, over: .season) }
         |                         ^^^^^^^
         = help: when(condition, 1) counts it; .converted(to: .integer) is 1 or 0
      """
    }
  }

  @Test func `an intermediate has the type that it declares`() {
    expectFindings(
      in: form { out in
        let shots = Intermediate("shots", .text, nil, sum(games.shots), over: .season)
        shots
        Feature(out.points, when(shots.value == "3", sum(games.points)), over: .season)
      }
    ) {
      """
      error[type-mismatch]: intermediate 'shots' is BIGINT, but declared as VARCHAR
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |         let shots = Intermediate("shots", .text, nil, sum(games.shots), over: .season)
         |                     ^^^^^^^^^^^^
         = help: write value.converted(to: .text)
      """
    }
  }

  @Test func `a sum of doubles is refused until it is rounded`() {
    expectFindings(
      in: form { out in
        let speed = Intermediate(
          "speed", .double, nil, mean(games.speed.rounded(3)), over: .season)
        speed
        Feature(out.points, sum(games.speed) + speed.value, over: .season)
      }
    ) {
      """
      error[inexact-sum]: feature 'points' takes the sum of doubles, which depends on the order of the rows
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |         Feature(out.points, sum(games.speed) + speed.value, over: .season)
         |         ^^^^^^^
         = help: round what is added, so that it is exact: sum(value.rounded(4))
      """
    }
  }

  @Test func `a filter is a condition`() {
    let shots = Rows(Games(), as: "shots").where { $0.shots + 1 }
    expectFindings(
      in: form { out in
        Reads(shots, .before, matching: (\.player, players.player))
        Feature(out.points, sum(shots.points), over: .season)
      }
    ) {
      """
      error[type-mismatch]: the condition of 'shots' is BIGINT, not a condition
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |     let shots = Rows(Games(), as: "shots").where { $0.shots + 1 }
         |                 ^^^^
         = help: compare it: value > 0
      """
    }
  }

  @Test func `matched columns have one type`() {
    let teams = Rows(TeamDays(), as: "teams")
    expectFindings(
      in: form { out in
        Reads(teams, .before, matching: (\.team, players.player))
        Feature(out.points, count(teams), over: .season)
      }
    ) {
      #"""
      error[type-mismatch]: the match of 'teams' compares VARCHAR with BIGINT
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |         Reads(teams, .before, matching: (\.team, players.player))
         |         ^^^^^
         = help: convert one: value.converted(to: .text)
      """#
    }
  }

  @Test func `a failure's reason is a text and its counts are whole numbers`() {
    expectFindings(
      in: form { out in
        Fails(
          .insufficientData, when: count(games).over(.season) < 5,
          because: count(games).over(.season), canRetry: true, expected: 5.5)
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      error[type-mismatch]: the count of failure INSUFFICIENT_DATA is DOUBLE, not a whole number
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |         Fails(
         |         ^^^^^
         = help: write value.converted(to: .integer), half away from zero

      error[type-mismatch]: the reason of failure INSUFFICIENT_DATA is BIGINT, not a text
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |         Fails(
         |         ^^^^^
         = help: write value.converted(to: .text)
      """
    }
  }

  @Test func `the calendar's season is a whole number`() {
    let calendar = CalendarDeclaration(
      Rows(TeamDays(), as: "calendar"), season: { $0.team }, scheduled: { $0.status == 1 },
      played: { $0.status })
    expectFindings(
      in: Pipeline("samples", calendar: calendar, rawTables: [TeamDays()]) {}
    ) {
      """
      error[type-mismatch]: the calendar's 'played' is BIGINT, not a condition
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |     let calendar = CalendarDeclaration(
         |                    ^^^^^^^^^^^^^^^^^^^
         = help: compare it: value > 0

      error[type-mismatch]: the calendar's season is VARCHAR, not a whole number
        --> FeatureCompilerTests/TypeRuleTests.swift
         |
         |     let calendar = CalendarDeclaration(
         |                    ^^^^^^^^^^^^^^^^^^^
      """
    }
  }
}
