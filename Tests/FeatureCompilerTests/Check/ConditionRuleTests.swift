import FeatureSpec
import FeatureTesting
import Testing

@Suite struct ConditionRuleTests {
  private let all = Rows(Games(), as: "box")

  @Test func `rows with a condition are not those without`() {
    let played = all.where { $0.minutes > 0 }
    expectFindings(
      in: form { out in
        Reads(all, .before, matching: (\.player, players.player))
        Feature(out.points, sum(played.points), over: .season)
      }
    ) {
      """
      error[other-conditions]: feature 'points' reads 'box' with other conditions than those that are declared
        --> FeatureCompilerTests/ConditionRuleTests.swift
         |
         |         Feature(out.points, sum(played.points), over: .season)
         |         ^^^^^^^
         = note: the rows are declared here: FeatureCompilerTests/ConditionRuleTests.swift
         = help: read the rows that are declared, or declare these under an alias of their own
      """
    }
  }

  @Test func `rows without a condition are not those with one`() {
    let played = all.where { $0.minutes > 0 }
    expectFindings(
      in: form { out in
        Reads(played, .before, matching: (\.player, players.player))
        Feature(out.points, sum(played.points.rounded(0)) / count(all), over: .season)
      }
    ) {
      """
      error[other-conditions]: feature 'points' reads 'box' with other conditions than those that are declared
        --> FeatureCompilerTests/ConditionRuleTests.swift
         |
         |         Feature(out.points, sum(played.points.rounded(0)) / count(all), over: .season)
         |         ^^^^^^^
         = note: the rows are declared here: FeatureCompilerTests/ConditionRuleTests.swift
         = help: read the rows that are declared, or declare these under an alias of their own
      """
    }
  }

  @Test func `one row of many is not many`() {
    let newest = all.keepingFirst(per: { [$0.player] }, by: { [.newest($0.day)] })
    expectFindings(
      in: form { out in
        Reads(newest, .before, matching: (\.player, players.player))
        Feature(out.points, sum(newest.points) - sum(all.points), over: .season)
      }
    ) {
      """
      error[other-conditions]: feature 'points' reads 'box' with other conditions than those that are declared
        --> FeatureCompilerTests/ConditionRuleTests.swift
         |
         |         Feature(out.points, sum(newest.points) - sum(all.points), over: .season)
         |         ^^^^^^^
         = note: the rows are declared here: FeatureCompilerTests/ConditionRuleTests.swift
         = help: read the rows that are declared, or declare these under an alias of their own
      """
    }
  }

  @Test func `the same condition said twice is the same`() {
    expectFindings(
      in: form { out in
        Reads(all.where { $0.minutes > 0 }, .before, matching: (\.player, players.player))
        Feature(out.points, sum(all.where { $0.minutes > 0 }.points), over: .season)
      }
    ) { "" }
  }

  @Test func `conditions one after the other, and orders over them, are the rows' own`() {
    let best = all.where { $0.minutes > 0 }.where { $0.status == "active" }
    let last = Lookup(
      best, .first([.newest(best.day)]), timing: .before(maximumAge: 30),
      matching: (\.player, players.player))
    expectFindings(
      in: form { out in
        Reads(last)
        Feature(out.points, last.points)
      }
    ) { "" }
  }
}
