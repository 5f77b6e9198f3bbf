import FeatureSpec
import FeatureTesting
import Testing

@Suite struct AliasRuleTests {
  @Test func `one alias stands for one set of rows`() {
    expectFindings(
      in: form { out in
        Reads(Rows(TeamDays(), as: "games"), .before, matching: (\.status, players.player))
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      #"""
      error[duplicate-alias]: the alias 'games' stands for different rows
        --> FeatureCompilerTests/AliasRuleTests.swift
         |
         |         Reads(Rows(TeamDays(), as: "games"), .before, matching: (\.status, players.player))
         |         ^^^^^
         = note: the first is here: FeatureCompilerTests/Samples.swift
         = help: give one of them another alias: Rows(…, as: "…")
      """#
    }
  }

  @Test func `rows are read once`() {
    expectFindings(
      in: form { out in
        Reads(games, .before)
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      error[duplicate-alias]: rows 'games' are read twice
        --> FeatureCompilerTests/AliasRuleTests.swift
         |
         |         Reads(games, .before)
         |         ^^^^^
         = note: the first is here: FeatureCompilerTests/Samples.swift
         = help: give one of them another alias: Rows(…, as: "…")
      """
    }
  }

  @Test func `rows that nothing looks at are a warning`() {
    expectFindings(
      in: form { out in
        Reads(Rows(TeamDays(), as: "teams"), .before, matching: (\.status, players.player))
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      #"""
      warning[unused-rows]: rows 'teams' are read, but nothing looks at them
        --> FeatureCompilerTests/AliasRuleTests.swift
         |
         |         Reads(Rows(TeamDays(), as: "teams"), .before, matching: (\.status, players.player))
         |         ^^^^^
         = help: take the Reads out, or track the rows
      """#
    }
  }
}
