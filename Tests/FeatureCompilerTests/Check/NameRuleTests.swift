import FeatureSpec
import FeatureTesting
import Testing

@Suite struct NameRuleTests {
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
