import FeatureSpec
import FeatureTesting
import Testing

@Suite struct FeatureRuleTests {
  @Test func `a sound pipeline has no findings`() {
    let spec = form { out in Feature(out.points, sum(games.points), over: .season) }
    expectFindings(in: spec) { "" }
  }

  @Test func `a column computed twice is an error`() {
    expectFindings(
      in: form { out in
        Feature(out.points, sum(games.points), over: .season)
        Feature(out.points, mean(games.points), over: .last(5, .games))
      }
    ) {
      """
      error[duplicate-feature]: feature 'points' is given a value twice
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |         Feature(out.points, mean(games.points), over: .last(5, .games))
         |         ^^^^^^^
         = note: the first is here: FeatureCompilerTests/FeatureRuleTests.swift
         = help: rename one, or take one out
      """
    }
  }

  @Test func `a column that nothing computes is an error that offers a near name`() {
    expectFindings(
      in: form { out in
        let near = Intermediate("point", .double, .points, sum(games.points), over: .season)
        near
        Contract("near is stored", near.value > 0)
      }
    ) {
      """
      error[missing-feature]: column 'points' of table 'features.form' is never computed
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |       in: form { out in
         |           ^^^^
         = help: the nearest name that is computed is 'point'

      error[contract-reads-stored]: contract 'near is stored' reads intermediate 'point', which no column of the row holds
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |         Contract("near is stored", near.value > 0)
         |         ^^^^^^^^
         = help: read columns of the table: stored(out.…)
      """
    }
  }

  @Test func `a column of another table is an error`() {
    expectFindings(
      in: form { out in
        Feature(out.points, sum(games.points), over: .season)
        Feature(Column("pionts", .integer), count(games), over: .season)
        Feature(Column("day", .day).required, asOfDay)
      }
    ) {
      """
      error[unknown-column]: table 'features.form' has no column 'pionts'
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |         Feature(Column("pionts", .integer), count(games), over: .season)
         |         ^^^^^^^
         = help: the nearest name is 'points'

      error[unknown-column]: table 'features.form' has no column 'day'
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |         Feature(Column("day", .day).required, asOfDay)
         |         ^^^^^^^
         = help: add the column to 'Form'
      """
    }
  }

  @Test func `a column of the same name with another type is an error`() {
    expectFindings(
      in: form { _ in Feature(Column("points", .integer), sum(games.points), over: .season) }
    ) {
      """
      error[unknown-column]: column 'points' is not the one that table 'features.form' declares
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |       in: form { _ in Feature(Column("points", .integer), sum(games.points), over: .season) }
         |                       ^^^^^^^
         = help: take the column from the table that the processor writes: out.…
      """
    }
  }

  @Test func `a processor without features is an error`() {
    let spec = pipeline(Processor(writing: Form()) { _ in For(players, on: .played) })
    expectFindings(in: spec) {
      """
      error[empty-processor]: processor 'form' computes no feature
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |     let spec = pipeline(Processor(writing: Form()) { _ in For(players, on: .played) })
         |                         ^^^^^^^^^
         = help: add Feature(out.column, value) for every column
      """
    }
  }

  @Test func `an intermediate that nothing reads is a warning`() {
    expectFindings(
      in: form { out in
        Intermediate("shots", .integer, .count, sum(games.shots), over: .season)
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      warning[unused-intermediate]: intermediate 'shots' is read by nothing
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |         Intermediate("shots", .integer, .count, sum(games.shots), over: .season)
         |         ^^^^^^^^^^^^
         = help: read its value in a feature, or take it out
      """
    }
  }

  @Test func `a feature that nothing computes cannot be read`() {
    expectFindings(
      in: form { out in Feature(out.points, stored(Column("pints", .integer)) + 1) }
    ) {
      """
      error[unknown-feature]: feature 'points' reads feature 'pints', which nothing computes
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |       in: form { out in Feature(out.points, stored(Column("pints", .integer)) + 1) }
         |                         ^^^^^^^
         = help: the nearest name is 'points'
      """
    }
  }

  @Test func `features that read one another are an error`() {
    expectFindings(
      in: form { out in
        let half = Intermediate("half", .double, nil, stored(out.points) / 2)
        half
        Feature(out.points, half.value * 2)
      }
    ) {
      """
      error[feature-cycle]: features read one another in a circle: 'half' reads 'points' reads 'half'
        --> FeatureCompilerTests/FeatureRuleTests.swift
         |
         |         let half = Intermediate("half", .double, nil, stored(out.points) / 2)
         |                    ^^^^^^^^^^^^
         = note: 'points' is computed here: FeatureCompilerTests/FeatureRuleTests.swift
         = help: compute one of them from rows and windows alone
      """
    }
  }
}
