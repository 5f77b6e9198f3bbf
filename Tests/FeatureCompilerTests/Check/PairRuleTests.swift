import FeatureSpec
import FeatureTesting
import Testing

/// A team's games of the day with those who played for it before.
private struct Mate: RowShape {
  let team = Column("team", .text).required
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let points = Column("points", .integer, .points)
  var identity: Identity { Identity(key: [team, player, day], day: day) }
}

@Suite struct PairRuleTests {
  private let teams = Rows(TeamDays(), as: "teams")

  @Test func `a pair is dated by the row that asks`() {
    let mates = Rows(stacking: Mate(), as: "mates") {
      Part(
        Rows(Games(), as: "own"), for: teams, .before(maximumAge: 30), matching: (\.team, \.team)
      ) { own, _ in
        [Mapping(\.day, own.day)]
      }
    }
    expectFindings(
      in: form { out in
        Reads(mates, .on, matching: (\.player, players.player))
        Feature(out.points, sum(mates.points))
      }
    ) {
      """
      error[pair-day]: part 'own' is found for rows of 'teams', but is not dated by them
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: take the mapping of 'game_date' out: it is 'teams.game_date'
      """
    }
  }

  @Test func `rows of a pair have days, a reach, and columns that can be equal`() {
    let mates = Rows(stacking: Mate(), as: "mates") {
      Part(
        Rows(Cities(), as: "city"), for: teams, .newestDay(maximumAge: 0),
        matching: (\.team, \.pace)
      ) { _, _ in
        [Mapping(\.player, 1), Mapping(\.points, 2)]
      }
    }
    expectFindings(
      in: form { out in
        Reads(mates, .on, matching: (\.player, players.player))
        Feature(out.points, sum(mates.points))
      }
    ) {
      """
      error[missing-day]: rows 'city' have no day, but are paired by it
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: name the date column in the identity of 'Cities'

      error[lookup-without-reach]: part 'city' takes rows at most 0 days old
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: a row before the day is at least one day old

      error[type-mismatch]: the match of part 'city' compares VARCHAR with DECIMAL(5, 1)
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: match columns that hold the same
      """
    }
  }

  @Test func `a pair reads its own rows and those that ask, and no others`() {
    let mates = Rows(stacking: Mate(), as: "mates") {
      Part(
        Rows(Games(), as: "own"), for: teams, .before(maximumAge: 30), matching: (\.team, \.team)
      ) { own, _ in
        [Mapping(\.points, own.points + games.points)]
      }
    }
    expectFindings(
      in: form { out in
        Reads(mates, .on, matching: (\.player, players.player))
        Feature(out.points, sum(mates.points))
      }
    ) {
      """
      error[mixed-rows]: column 'points' of the stack mixes rows 'own' and 'games'
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: a pair has the columns of 'own' and of 'teams', which asks for it
      """
    }
  }
}
