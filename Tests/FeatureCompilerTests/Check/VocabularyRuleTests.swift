import FeatureSpec
import FeatureTesting
import Testing

private struct Labels: Table {
  static let name = TableName("features", "labels")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let zone = Column("zone", .text).oneOf("paint", "perimeter")
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private func labels(@DeclarationBuilder _ body: (Labels) -> [Declaration]) -> Pipeline {
  pipeline(
    Processor(writing: Labels()) { out in
      For(players, on: .scheduled)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      body(out)
    })
}

@Suite struct VocabularyRuleTests {
  @Test func `a text that a column never holds is an error`() {
    expectFindings(
      in: form { out in
        Feature(out.points, countIf(games) { $0.status == "DNP" }, over: .season)
      }
    ) {
      """
      error[unknown-word]: feature 'points' looks for 'DNP', which 'games.status' never holds
        --> FeatureCompilerTests/VocabularyRuleTests.swift
         |
         |         Feature(out.points, countIf(games) { $0.status == "DNP" }, over: .season)
         |         ^^^^^^^
         = help: it holds 'active', 'dnp', 'inactive'
      """
    }
  }

  @Test func `words of a list, of the newest row and of a filter are looked at`() {
    let active = Rows(Games(), as: "active").where { $0.status.isOne(of: "active", "inactiv") }
    expectFindings(
      in: form { out in
        Reads(active, .before, matching: (\.player, players.player))
        Feature(
          out.points, when(newest(games.status) == "out", sum(active.points)), over: .season)
      }
    ) {
      """
      error[unknown-word]: the condition of 'active' looks for 'inactiv', which 'active.status' never holds
        --> FeatureCompilerTests/VocabularyRuleTests.swift
         |
         |     let active = Rows(Games(), as: "active").where { $0.status.isOne(of: "active", "inactiv") }
         |                  ^^^^
         = help: the nearest name is 'inactive'

      error[unknown-word]: feature 'points' looks for 'out', which 'games.status' never holds
        --> FeatureCompilerTests/VocabularyRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: it holds 'active', 'dnp', 'inactive'
      """
    }
  }

  @Test func `a feature stores words of its column`() {
    expectFindings(
      in: labels { out in
        Feature(
          out.zone,
          firstMatch(
            (sum(games.points) > 3, "paint"), (sum(games.points) > 2, "three"),
            otherwise: "perimetre"), over: .season)
      }
    ) {
      """
      error[vocabulary-violation]: feature 'zone' stores 'perimetre', which its column may not hold
        --> FeatureCompilerTests/VocabularyRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: the nearest name is 'perimeter'

      error[vocabulary-violation]: feature 'zone' stores 'three', which its column may not hold
        --> FeatureCompilerTests/VocabularyRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: it holds 'paint', 'perimeter'
      """
    }
  }

  @Test func `a stored feature is compared with words of its column`() {
    expectFindings(
      in: labels { out in
        Feature(out.zone, when(count(games) > 3, "paint", otherwise: "perimeter"), over: .season)
        Contract("inside", stored(out.zone) != "pain")
      }
    ) {
      """
      error[unknown-word]: contract 'inside' looks for 'pain', which 'zone' never holds
        --> FeatureCompilerTests/VocabularyRuleTests.swift
         |
         |         Contract("inside", stored(out.zone) != "pain")
         |         ^^^^^^^^
         = help: the nearest name is 'paint'
      """
    }
  }
}
