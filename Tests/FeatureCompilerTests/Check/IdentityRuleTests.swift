import FeatureSpec
import FeatureTesting
import Testing

/// With the identity of a test.
private struct Keyed: Table {
  static let name = TableName("features", "keyed")
  let player = Column("player", .integer).required
  let other = Column("other", .double)
  let day = Column("cache_date", .day).required
  var key: [Column] = []
  var hasDay = true
  init() {}
  init(key: (Keyed) -> [Column], hasDay: Bool = true) {
    self.key = key(self)
    self.hasDay = hasDay
  }
  var identity: Identity { Identity(key: key, day: hasDay ? day : nil) }
}

private func keyed(_ table: Keyed) -> Pipeline {
  pipeline(
    Processor(writing: table) { out in
      For(players, on: .scheduled)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.other, mean(games.points), over: .season)
      Feature(out.day, asOfDay)
    })
}

@Suite struct IdentityRuleTests {
  @Test func `a table has a key`() {
    let spec = keyed(Keyed())
    expectFindings(in: spec) {
      """
      error[missing-key]: table 'features.keyed' has no key
        --> FeatureCompilerTests/IdentityRuleTests.swift
         |
         |     Processor(writing: table) { out in
         |     ^^^^^^^^^
         = help: name the columns that identify a row: Identity(key: [player, date], …)
      """
    }
  }

  @Test func `a key is exact and never NULL`() {
    let spec = keyed(Keyed(key: { [$0.player, $0.other] }))
    expectFindings(in: spec) {
      """
      error[missing-key]: key column 'other' of table 'features.keyed' is DOUBLE, which no row is found by
        --> FeatureCompilerTests/IdentityRuleTests.swift
         |
         |     Processor(writing: table) { out in
         |     ^^^^^^^^^
         = help: mark the column .required
      """
    }
  }

  @Test func `an output has a day`() {
    let spec = keyed(Keyed(key: { [$0.player] }, hasDay: false))
    expectFindings(in: spec) {
      """
      error[missing-day]: table 'features.keyed' has no day
        --> FeatureCompilerTests/IdentityRuleTests.swift
         |
         |     Processor(writing: table) { out in
         |     ^^^^^^^^^
         = help: every output row is for a day: Identity(key: …, day: date)
      """
    }
  }

  @Test func `the day is the day that the row is computed for`() {
    expectFindings(
      in: pipeline(
        Processor(writing: Form()) { out in
          For(players, on: .scheduled)
          Reads(games, .before)
          Feature(out.player, players.player)
          Feature(out.day, newest(games.day), over: .season)
          Feature(out.points, sum(games.points), over: .season)
        })
    ) {
      """
      error[wrong-day]: feature 'cache_date' dates the row, but is not the day it is computed for
        --> FeatureCompilerTests/IdentityRuleTests.swift
         |
         |           Feature(out.day, newest(games.day), over: .season)
         |           ^^^^^^^
         = help: write Feature(out.…, asOfDay)
      """
    }
  }

  @Test func `two entities never share a row`() {
    let both = Population(entitiesOf: games, by: \.player, \.team)
    expectFindings(
      in: pipeline(
        Processor(writing: Form()) { out in
          For(both, on: .scheduled)
          Reads(games, .before)
          Feature(out.player, both.player)
          Feature(out.day, asOfDay)
          Feature(out.points, sum(games.points), over: .season)
        })
    ) {
      """
      error[key-not-in-identity]: entities are made by 'team', which no key column of 'features.form' holds
        --> FeatureCompilerTests/IdentityRuleTests.swift
         |
         |           For(both, on: .scheduled)
         |           ^^^
         = help: fill a column of the table's key with it, or two entities share a row

      error[missing-key]: entities are made by 'team' of 'games', which may be NULL: such rows are nobody's
        --> FeatureCompilerTests/IdentityRuleTests.swift
         |
         |           For(both, on: .scheduled)
         |           ^^^
         = help: mark the column .required, or take the rows out: .where { $0.….isPresent }
      """
    }
  }
}
