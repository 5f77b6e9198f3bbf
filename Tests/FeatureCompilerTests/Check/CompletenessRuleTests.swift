import FeatureSpec
import FeatureTesting
import Testing

@Suite struct CompletenessRuleTests {
  private func declaration(
    of rows: Rows<Games> = games, _ windows: [(String, Window)]
  ) -> Completeness {
    Completeness(
      of: rows, against: Rows(TeamDays(), as: "schedule"),
      matching: (\.team, newest(games.team).over(.season)), windows: windows)
  }

  @Test func `a completeness window is declared`() {
    expectFindings(
      in: form { out in
        declaration([("l10", .last(10, .games))])
        Feature(out.points, WindowCompleteness("l01").expected)
      }
    ) {
      """
      error[unknown-window]: feature 'points' counts the games of window 'l01', which no Completeness declares
        --> FeatureCompilerTests/CompletenessRuleTests.swift
         |
         |         Feature(out.points, WindowCompleteness("l01").expected)
         |         ^^^^^^^
         = help: the nearest name is 'l10'
      """
    }
  }

  @Test func `counting games needs Completeness`() {
    let spec = form { out in Feature(out.points, WindowCompleteness("l10").actual) }
    expectFindings(in: spec) {
      """
      error[unknown-window]: feature 'points' counts the games of window 'l10', which no Completeness declares
        --> FeatureCompilerTests/CompletenessRuleTests.swift
         |
         |     let spec = form { out in Feature(out.points, WindowCompleteness("l10").actual) }
         |                              ^^^^^^^
         = help: add Completeness(of: …, against: …, matching: …, windows: [("l10", …)])
      """
    }
  }

  @Test func `a processor has one Completeness with one window of a name`() {
    expectFindings(
      in: form { out in
        declaration([("l10", .last(10, .games)), ("l10", .last(5, .games))])
        Completeness(
          of: games, against: Rows(TeamDays(), as: "again"),
          matching: (\.team, newest(games.team).over(.season)), windows: [])
        Feature(out.points, WindowCompleteness("l10").actual)
      }
    ) {
      """
      error[duplicate-window]: completeness window 'l10' is declared twice
        --> FeatureCompilerTests/CompletenessRuleTests.swift
         |
         |     Completeness(
         |     ^^^^^^^^^^^^
         = help: rename one, or take one out

      error[two-completeness]: processor 'form' counts its games twice
        --> FeatureCompilerTests/CompletenessRuleTests.swift
         |
         |         Completeness(
         |         ^^^^^^^^^^^^
         = note: the first is here: FeatureCompilerTests/CompletenessRuleTests.swift
         = help: put all windows into one Completeness
      """
    }
  }

  @Test func `the games that are there are a history`() {
    expectFindings(
      in: form { out in
        declaration(of: Rows(Games(), as: "box"), [("l10", .last(10, .games))])
        Feature(out.points, WindowCompleteness("l10").actual)
      }
    ) {
      """
      error[undeclared-rows]: completeness counts rows 'box', which are no history
        --> FeatureCompilerTests/CompletenessRuleTests.swift
         |
         |     Completeness(
         |     ^^^^^^^^^^^^
         = help: add Reads(box, .before, matching: …)
      """
    }
  }
}
