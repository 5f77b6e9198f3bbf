import FeatureSpec
import FeatureTesting
import Testing

private struct Strict: Table {
  static let name = TableName("features", "strict")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .integer).required
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private func strict(_ value: Aggregate) -> Pipeline {
  pipeline(
    Processor(writing: Strict()) { out in
      For(players, on: .scheduled)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      Feature(out.points, value, over: .season)
        .byDefault(because: "few games are no form")
    })
}

@Suite struct NullRuleTests {
  @Test func `NULL is not stored in a required column`() {
    let spec = strict(.missing(.integer))
    expectFindings(in: spec) {
      """
      error[nullable-into-required]: feature 'points' is always NULL, but its column is required
        --> FeatureCompilerTests/NullRuleTests.swift
         |
         |       Feature(out.points, value, over: .season)
         |       ^^^^^^^
         = help: take .required off the column, or give it a value
      """
    }
  }

  @Test func `a branch that is NULL is a warning`() {
    let spec = strict(when(count(games) > 3, 1, elseMissing: .integer))
    expectFindings(in: spec) {
      """
      warning[nullable-into-required]: feature 'points' has a branch that is NULL, but its column is required
        --> FeatureCompilerTests/NullRuleTests.swift
         |
         |       Feature(out.points, value, over: .season)
         |       ^^^^^^^
         = help: give the branch a value, or let such entities fail: Fails(…, when: …)
      """
    }
  }

  @Test func `a default takes the NULL away`() {
    let spec = strict(when(count(games) > 3, 1, elseMissing: .integer).orElse(0))
    expectFindings(in: spec) { "" }
  }
}
