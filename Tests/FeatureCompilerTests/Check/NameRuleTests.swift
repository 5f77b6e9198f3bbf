import FeatureSpec
import FeatureTesting
import Testing

/// What staged rows call themselves.
private struct Taken: Table {
  static let name = TableName("features", "taken")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let change = Column("landing_change", .integer, .count)
  let text = Column("row_text", .integer, .count)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

@Suite struct NameRuleTests {
  @Test func `names of staged rows are taken`() {
    expectFindings(
      in: pipeline(
        Processor(writing: Taken()) { out in
          For(players, on: .scheduled)
          Reads(games, .before, matching: (\.player, players.player))
          Feature(out.player, players.player)
          Feature(out.day, asOfDay)
          Feature(out.change, count(games), over: .season)
          Feature(out.text, count(games), over: .last(3, .games))
        })
    ) {
      """
      error[reserved-name]: table 'features.taken' has a column 'landing_change', which staged rows have of their own
        --> FeatureCompilerTests/NameRuleTests.swift
         |
         |         Processor(writing: Taken()) { out in
         |         ^^^^^^^^^
         = help: call it otherwise

      error[reserved-name]: table 'features.taken' has a column 'row_text', which staged rows have of their own
        --> FeatureCompilerTests/NameRuleTests.swift
         |
         |         Processor(writing: Taken()) { out in
         |         ^^^^^^^^^
         = help: call it otherwise
      """
    }
  }

  @Test func `names in statements are snake_case`() {
    let box = Rows(Games(), as: "Box Scores")
    expectFindings(
      in: form { out in
        Reads(box, .before, matching: (\.player, players.player))
        let half = Intermediate("Half", .double, nil, sum(box.points), over: .season)
        half
        Feature(out.points, half.value)
      }
    ) {
      """
      error[bad-name]: the alias of rows is called 'Box Scores'
        --> FeatureCompilerTests/NameRuleTests.swift
         |
         |     let box = Rows(Games(), as: "Box Scores")
         |               ^^^^
         = help: use small letters, digits and underscores, a letter first: 'points_last_10'

      error[bad-name]: an intermediate is called 'Half'
        --> FeatureCompilerTests/NameRuleTests.swift
         |
         |         let half = Intermediate("Half", .double, nil, sum(box.points), over: .season)
         |                    ^^^^^^^^^^^^
         = help: use small letters, digits and underscores, a letter first: 'points_last_10'
      """
    }
  }
}
