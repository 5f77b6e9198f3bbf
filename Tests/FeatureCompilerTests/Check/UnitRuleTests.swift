import FeatureSpec
import FeatureTesting
import Testing

/// One column per unit.
private struct Units: Table {
  static let name = TableName("features", "units")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let ratio = Column("ratio", .double, .ratio)
  let percent = Column("percent", .double, .percent)
  let change = Column("change", .double, .percentagePoints)
  let count = Column("count", .double, .count)
  let points = Column("points", .double, .points)
  let minutes = Column("minutes", .double, .minutes)
  let score = Column("score", .double, .score)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// Sound features, each of which a test replaces by its own.
private func units(
  replacing name: String, @DeclarationBuilder _ body: (Units) -> [Declaration]
) -> Pipeline {
  pipeline(
    Processor(writing: Units()) { out in
      For(players, on: .scheduled)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      for (column, value) in [
        (out.ratio, sum(games.makes) / sum(games.shots)),
        (out.percent, percent(sum(games.makes), of: sum(games.shots))),
        (out.change, mean(games.usage) - newest(games.usage)),
        (out.count, sum(games.shots) / count(games)),
        (out.points, mean(games.points) + 0.5 * mean(games.points)),
        (out.minutes, sum(games.minutes)),
        (out.score, 100 - 5 * count(games) - 0.1 * sum(games.minutes)),
      ] where column.name != name {
        Feature(column, value, over: .season)
      }
      body(out)
    })
}

@Suite struct UnitRuleTests {
  @Test func `shares, percentages, differences, means and scores keep their units`() {
    let spec = units(replacing: "") { _ in [] }
    expectFindings(in: spec) { "" }
  }

  @Test func `a ratio in a percent column is an error`() {
    expectFindings(
      in: units(replacing: "percent") { out in
        Feature(out.percent, sum(games.makes) / sum(games.shots), over: .season)
      }
    ) {
      """
      error[mixed-units]: feature 'percent' is computed in count or ratio, but declared in percent
        --> FeatureCompilerTests/UnitRuleTests.swift
         |
         |         Feature(out.percent, sum(games.makes) / sum(games.shots), over: .season)
         |         ^^^^^^^
         = help: percent(a, of: b) is 100 · a / b; a ratio times 100 is a percentage
      """
    }
  }

  @Test func `a percentage in a ratio column is an error`() {
    expectFindings(
      in: units(replacing: "ratio") { out in
        Feature(out.ratio, mean(games.usage), over: .season)
      }
    ) {
      """
      error[mixed-units]: feature 'ratio' is computed in percent, but declared in ratio
        --> FeatureCompilerTests/UnitRuleTests.swift
         |
         |         Feature(out.ratio, mean(games.usage), over: .season)
         |         ^^^^^^^
         = help: ratio(a, b) is a / b; a percentage divided by 100 is a ratio
      """
    }
  }

  @Test func `a percentage divided by 100 is a ratio`() {
    expectFindings(
      in: units(replacing: "ratio") { out in
        Feature(out.ratio, mean(games.usage) / 100, over: .season)
      }
    ) { "" }
  }

  @Test func `a ratio in a score column is an error`() {
    expectFindings(
      in: units(replacing: "score") { out in
        Feature(out.score, mean(games.share), over: .season)
      }
    ) {
      """
      error[mixed-units]: feature 'score' is computed in ratio, but declared in score
        --> FeatureCompilerTests/UnitRuleTests.swift
         |
         |         Feature(out.score, mean(games.share), over: .season)
         |         ^^^^^^^
         = help: a score goes from 0 to 100: multiply the ratio by 100
      """
    }
  }

  @Test func `points and minutes do not add up`() {
    expectFindings(
      in: units(replacing: "points") { out in
        Feature(out.points, sum(games.points) + sum(games.minutes), over: .season)
      }
    ) {
      """
      error[mixed-units]: feature 'points' puts points and minutes into a sum
        --> FeatureCompilerTests/UnitRuleTests.swift
         |
         |         Feature(out.points, sum(games.points) + sum(games.minutes), over: .season)
         |         ^^^^^^^
         = help: convert one; an Intermediate without a unit makes the conversion explicit
      """
    }
  }

  @Test func `ratios and percentages are not compared`() {
    expectFindings(
      in: units(replacing: "points") { out in
        Feature(
          out.points, when(mean(games.share) > mean(games.usage), sum(games.points)),
          over: .season)
      }
    ) {
      """
      error[mixed-units]: feature 'points' puts ratio and percent into a comparison
        --> FeatureCompilerTests/UnitRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: percent(a, of: b) is 100 · a / b; a ratio times 100 is a percentage
      """
    }
  }

  @Test func `units are kept inside aggregates`() {
    expectFindings(
      in: units(replacing: "minutes") { out in
        Feature(out.minutes, sum(games.minutes + games.points), over: .season)
      }
    ) {
      """
      error[inexact-sum]: feature 'minutes' takes the sum of doubles, which depends on the order of the rows
        --> FeatureCompilerTests/UnitRuleTests.swift
         |
         |         Feature(out.minutes, sum(games.minutes + games.points), over: .season)
         |         ^^^^^^^
         = help: round what is added, so that it is exact: sum(value.rounded(4))

      error[mixed-units]: feature 'minutes' puts minutes and points into a sum
        --> FeatureCompilerTests/UnitRuleTests.swift
         |
         |         Feature(out.minutes, sum(games.minutes + games.points), over: .season)
         |         ^^^^^^^
         = help: convert one; an Intermediate without a unit makes the conversion explicit
      """
    }
  }

  @Test func `2 points a make are points`() {
    expectFindings(
      in: units(replacing: "points") { out in
        Feature(out.points, 2 * sum(games.makes), over: .season)
      }
    ) { "" }
  }

  @Test func `an intermediate without a unit converts`() {
    expectFindings(
      in: units(replacing: "points") { out in
        let minutes = Intermediate("minutes_plain", .double, nil, sum(games.minutes), over: .season)
        minutes
        Feature(out.points, sum(games.points).over(.season) + minutes.value)
      }
    ) { "" }
  }
}
