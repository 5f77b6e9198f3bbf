import FeatureSpec
import FeatureTesting
import Testing

@Suite struct RowsReferenceRuleTests {
  @Test func `rows that nothing declares are named with the sentence that is missing`() {
    let game = Rows(Games(), as: "game")
    let spec = form { out in Feature(out.points, sum(game.points), over: .season) }
    expectFindings(in: spec) {
      """
      error[undeclared-rows]: feature 'points' reads rows 'game', which nothing declares
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |     let spec = form { out in Feature(out.points, sum(game.points), over: .season) }
         |                              ^^^^^^^
         = help: add Reads(game, .before, matching: …), or .on for the rows of the day itself; the nearest rows are 'games'
      """
    }
  }

  @Test func `a lookup that nothing declares is named`() {
    let city = Lookup(
      Rows(Cities(), as: "city"), .atMostOne, timing: .timeless,
      matching: (\.team, newest(games.team).over(.season)))
    let spec = form { out in Feature(out.points, city.height) }
    expectFindings(in: spec) {
      """
      error[undeclared-rows]: feature 'points' reads rows 'city', which nothing declares
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |     let spec = form { out in Feature(out.points, city.height) }
         |                              ^^^^^^^
         = help: add Reads(city) for a lookup, or For(city, on: …) for the population
      """
    }
  }

  @Test func `columns of two rows do not mix in one aggregate`() {
    let teams = Rows(TeamDays(), as: "teams")
    expectFindings(
      in: form { out in
        Reads(teams, .before, matching: (\.team, newest(games.team).over(.season)))
        Feature(out.points, sum(games.points * teams.status), over: .season)
      }
    ) {
      """
      error[mixed-rows]: feature 'points' mixes rows 'games' and 'teams'
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |         Feature(out.points, sum(games.points * teams.status), over: .season)
         |         ^^^^^^^
         = help: aggregate each by itself, then put the two values together
      """
    }
  }

  @Test func `an aggregate of an aggregate is refused where Swift's types let it pass`() {
    let inner = Scalar(sum(games.points).over(.season).expression)
    expectFindings(
      in: form { out in
        Feature(out.points, countIf(games) { _ in inner > 3 }, over: .season)
      }
    ) {
      """
      error[aggregate-of-aggregate]: feature 'points' has an aggregate inside an aggregate
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |         Feature(out.points, countIf(games) { _ in inner > 3 }, over: .season)
         |         ^^^^^^^
         = help: an aggregate takes columns of rows: sum(games.points)
      """
    }
  }

  @Test func `a value of the entity is not a value of each row`() {
    let opening = Scalar(seasonOpening.expression)
    expectFindings(
      in: form { out in
        Feature(out.points, countIf(games) { $0.day > opening }, over: .season)
      }
    ) {
      """
      error[wrong-level]: feature 'points' uses a value of the entity as if each row had one
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |         Feature(out.points, countIf(games) { $0.day > opening }, over: .season)
         |         ^^^^^^^
         = help: move it out of the aggregate, filter or order
      """
    }
  }

  @Test func `a column of many rows is not one value`() {
    let points = Aggregate(games.points.expression)
    expectFindings(
      in: form { out in
        Feature(out.points, points)
        Reads(Rows(TeamDays(), as: "teams"), .before)
      }
    ) {
      """
      error[not-in-population]: feature 'points' reads 'games.points' of the population, whose entities are made by 'player'
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |         Feature(out.points, points)
         |         ^^^^^^^
         = note: the population is here: FeatureCompilerTests/Samples.swift
         = help: newest(games.…) over a window gives the value of the entity's newest row

      warning[unused-rows]: rows 'teams' are read, but nothing looks at them
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |         Reads(Rows(TeamDays(), as: "teams"), .before)
         |         ^^^^^
         = help: take the Reads out, or track the rows
      """
    }
  }

  @Test func `the population has the columns that make its entities and no others`() {
    let spec = form { out in Feature(out.points, players.points) }
    expectFindings(in: spec) {
      """
      error[not-in-population]: feature 'points' reads 'games.points' of the population, whose entities are made by 'player'
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |     let spec = form { out in Feature(out.points, players.points) }
         |                              ^^^^^^^
         = note: the population is here: FeatureCompilerTests/Samples.swift
         = help: newest(games.…) over a window gives the value of the entity's newest row
      """
    }
  }

  @Test func `rows of which there is one are not aggregated`() {
    let box = Rows(Games(), as: "box")
    expectFindings(
      in: pipeline(
        Processor(writing: Form()) { out in
          For(Population(eachRowOf: box), on: .played)
          Feature(out.player, Population(eachRowOf: box).player)
          Feature(out.day, asOfDay)
          Feature(out.points, sum(box.points))
        })
    ) {
      """
      error[wrong-level]: feature 'points' aggregates 'box', of which each entity has one row
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |           Feature(out.points, sum(box.points))
         |           ^^^^^^^
         = help: read its columns as they are, or declare a history: Reads(box, .before, matching: …)
      """
    }
  }

  @Test func `rows of the day itself have no newest`() {
    let today = Rows(Games(), as: "today")
    expectFindings(
      in: form { out in
        Reads(today, .on, matching: (\.player, players.player))
        Feature(out.points, newest(today.points))
      }
    ) {
      """
      error[unordered-rows]: feature 'points' asks for 'newest' of 'today', whose rows have no order
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |         Feature(out.points, newest(today.points))
         |         ^^^^^^^
         = help: only the rows of a history, Reads(rows, .before), are ordered by day
      """
    }
  }

  @Test func `the previous row is asked for inside an aggregate of a history`() {
    expectFindings(
      in: form { out in Feature(out.points, Aggregate(previous(games.points).expression)) }
    ) {
      """
      error[not-in-population]: feature 'points' reads 'games.points' of the population, whose entities are made by 'player'
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |       in: form { out in Feature(out.points, Aggregate(previous(games.points).expression)) }
         |                         ^^^^^^^
         = note: the population is here: FeatureCompilerTests/Samples.swift
         = help: newest(games.…) over a window gives the value of the entity's newest row

      error[wrong-level]: feature 'points' asks for the previous row outside an aggregate
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |       in: form { out in Feature(out.points, Aggregate(previous(games.points).expression)) }
         |                         ^^^^^^^
         = help: newest(value, number: 2) is the value in the row before the newest
      """
    }
  }

  @Test func `a constant names no rows`() {
    let spec = form { out in Feature(out.points, sum(1), over: .season) }
    expectFindings(in: spec) {
      """
      error[undeclared-rows]: feature 'points' aggregates a constant, which names no rows
        --> FeatureCompilerTests/RowsReferenceRuleTests.swift
         |
         |     let spec = form { out in Feature(out.points, sum(1), over: .season) }
         |                              ^^^^^^^
         = help: count(rows) says how many there are
      """
    }
  }
}
