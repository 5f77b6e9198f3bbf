import FeatureSpec
import FeatureTesting
import Testing

/// A form by team, of a column that may be NULL.
private struct TeamForm: Table {
  static let name = TableName("features", "team_form")
  let team = Column("team", .text).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .integer, .points)
  var identity: Identity { Identity(key: [team, day], day: day) }
}

/// One row per team of each game.
private struct Side: RowShape {
  let team = Column("team", .text).required
  let day = Column("game_date", .day).required
  let player = Column("player", .integer)
  var identity: Identity { Identity(key: [team, day], day: day) }
}

/// The points of the teams of some games.
private func entities(_ rows: Rows<Games>) -> Pipeline {
  let team = Population(entitiesOf: rows, by: \.team)
  return pipeline(
    Processor(writing: TeamForm()) { out in
      For(team, on: .scheduled)
      Reads(rows, .before, matching: (\.team, team.team))
      Feature(out.team, team.team)
      Feature(out.day, asOfDay)
      Feature(out.points, sum(rows.points), over: .season)
    })
}

/// A row for each team of a day.
private func eachRow(
  _ rows: Rows<Games>,
  @DeclarationBuilder _ body: (Population<Games>) -> [Declaration] = { _ in [] }
) -> Pipeline {
  let game = Population(
    eachRowOf: rows.keepingFirst(per: { [$0.team, $0.day] }, by: { [.largest($0.points)] }))
  return pipeline(
    Processor(writing: TeamForm()) { out in
      For(game, on: .played)
      body(game)
      Feature(out.team, game.team)
      Feature(out.day, asOfDay)
      Feature(out.points, game.points)
    })
}

@Suite struct KeyRuleTests {
  @Test func `entities are not made by a column that may be NULL`() {
    expectFindings(in: entities(games)) {
      """
      error[missing-key]: entities are made by 'team' of 'games', which may be NULL: such rows are nobody's
        --> FeatureCompilerTests/KeyRuleTests.swift
         |
         |       For(team, on: .scheduled)
         |       ^^^
         = help: mark the column .required, or take the rows out: .where { $0.….isPresent }
      """
    }
  }

  @Test func `rows without a key that are taken out in so many words are sound`() {
    expectFindings(in: entities(games.where { $0.team.isPresent })) { "" }
    expectFindings(in: entities(games.where { $0.team != "BOS" })) { "" }
    expectFindings(in: eachRow(games.where { $0.team.isPresent && $0.points > 0 })) { "" }
  }

  @Test func `a key that may be NULL is an error where it is stored`() {
    expectFindings(in: eachRow(games)) {
      """
      error[missing-key]: feature 'team' is part of the key, but may be NULL
        --> FeatureCompilerTests/KeyRuleTests.swift
         |
         |       Feature(out.team, game.team)
         |       ^^^^^^^
         = help: read a column that is .required, take such rows out by .where, or let them fail: Fails(.missingKey, when: ….isMissing, …)
      """
    }
  }

  @Test func `rows without a key may fail`() {
    expectFindings(
      in: eachRow(games) { game in
        Fails(.missingKey, when: game.team.isMissing, because: "no team", canRetry: true)
      }
    ) { "" }
  }

  @Test func `a key that is looked up is there only where the row is`() {
    let line = Population(
      eachRowOf: games.keepingFirst(per: { [$0.team, $0.day] }, by: { [.largest($0.points)] }))
    let side = Lookup(Rows(TeamDays(), as: "side"), .atMostOne, matching: (\.team, line.team))
    func spec(
      _ team: Aggregate, @DeclarationBuilder _ body: () -> [Declaration] = { [] }
    ) -> Pipeline {
      pipeline(
        Processor(writing: TeamForm()) { out in
          For(line, on: .played)
          Reads(side)
          body()
          Feature(out.team, team)
          Feature(out.day, asOfDay)
          Feature(out.points, line.points)
        })
    }
    expectFindings(in: spec(side.team)) {
      """
      error[missing-key]: feature 'team' is part of the key, but may be NULL
        --> FeatureCompilerTests/KeyRuleTests.swift
         |
         |           Feature(out.team, team)
         |           ^^^^^^^
         = help: read a column that is .required, take such rows out by .where, or let them fail: Fails(.missingKey, when: ….isMissing, …)
      """
    }
    let found = Fails(.missingUpstream, when: !side.isFound, because: "no game", canRetry: true)
    expectFindings(in: spec(side.team) { found }) { "" }
    #expect(rendered(spec(side.opponent) { found }).contains("'team' is part of the key"))
  }

  @Test func `a part of a stack gives a key that may be NULL`() {
    let rows = Rows(stacking: Side(), as: "sides") {
      Part(Rows(TeamDays(), as: "sides_team")) { _ in [Mapping(\.player, .missing(.integer))] }
      Part(Rows(TeamDays(), as: "sides_opponent")) { row in
        [Mapping(\.team, row.opponent), Mapping(\.player, .missing(.integer))]
      }
    }
    let side = Population(eachRowOf: rows)
    expectFindings(
      in: pipeline(
        Processor(writing: TeamForm()) { out in
          For(side, on: .played)
          Feature(out.team, side.team)
          Feature(out.day, asOfDay)
          Feature(out.points, side.player)
        })
    ) {
      """
      error[missing-key]: feature 'team' is part of the key, but may be NULL
        --> FeatureCompilerTests/KeyRuleTests.swift
         |
         |           Feature(out.team, side.team)
         |           ^^^^^^^
         = help: read a column that is .required, take such rows out by .where, or let them fail: Fails(.missingKey, when: ….isMissing, …)
      """
    }
  }
}
