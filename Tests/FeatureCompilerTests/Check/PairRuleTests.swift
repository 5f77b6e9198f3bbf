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
      error[lookup-without-reach]: part 'city' takes rows at most 0 days old
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: a row before the day is at least one day old

      error[missing-day]: rows 'city' have no day, but are paired by it
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: name the date column in the identity of 'Cities'

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

  /// The team's games after the day, whose season is not announced.
  private func coming(within days: Int) -> Rows<Mate> {
    Rows(stacking: Mate(), as: "mates") {
      Part(
        Rows(TeamDays(), as: "ahead"), for: teams, .after(within: days), matching: (\.team, \.team)
      ) { ahead, _ in
        [Mapping(\.player, 1), Mapping(\.points, ahead.season)]
      }
    }
  }

  @Test func `of rows after the day only what is announced is read`() {
    let mates = coming(within: 0)
    expectFindings(
      in: form { out in
        Reads(mates, .on, matching: (\.player, players.player))
        Feature(out.points, sum(mates.points))
      }
    ) {
      """
      error[later-rows]: part 'ahead' reads 'season' of rows after the day, which is not announced before it
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: say .announced where 'TeamDays' declares it, if it is known that early, or leave it out

      error[lookup-without-reach]: part 'ahead' takes rows at most 0 days ahead
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |       Part(
         |       ^^^^
         = help: a row after the day is at least one day ahead
      """
    }
  }

  @Test func `rows after those of earlier days are not read`() {
    let mates = Rows(stacking: Mate(), as: "mates") {
      Part(
        Rows(TeamDays(), as: "ahead"), for: teams, .after(within: 7), matching: (\.team, \.team)
      ) { _, _ in
        [Mapping(\.player, 1), Mapping(\.points, 2)]
      }
    }
    expectFindings(
      in: form { out in
        Reads(mates, .before, matching: (\.player, players.player))
        Feature(out.points, sum(mates.points), over: .last(5, .games))
      }
    ) {
      """
      error[later-rows]: part 'ahead' finds rows after those of 'mates', which lie before the day
        --> FeatureCompilerTests/PairRuleTests.swift
         |
         |         Reads(mates, .before, matching: (\\.player, players.player))
         |         ^^^^^
         = help: read them of the day itself: Reads(rows, .on), or a lookup on the day
      """
    }
  }
}
