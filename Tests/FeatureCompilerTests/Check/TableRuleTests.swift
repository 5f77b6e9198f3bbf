import FeatureSpec
import FeatureTesting
import Testing

private struct Unknown: Table {
  static let name = TableName("raw", "gamse")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private struct Elsewhere: Table {
  static let name = TableName("row", "games")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private struct OldGames: Table {
  static let name = TableName("raw", "games")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  var identity: Identity { Identity(key: [player, day], day: day) }
}

@Suite struct TableRuleTests {
  @Test func `a table that nothing fills is an error that offers a near name`() {
    let rows = Rows(Unknown(), as: "unknown")
    expectFindings(
      in: form { out in
        Reads(rows, .before, matching: (\.player, players.player))
        Feature(out.points, count(rows), over: .season)
      }
    ) {
      """
      error[unknown-table]: rows 'unknown' read 'raw.gamse', which no processor writes and no feed fills
        --> FeatureCompilerTests/TableRuleTests.swift
         |
         |     let rows = Rows(Unknown(), as: "unknown")
         |                ^^^^
         = help: the nearest name is 'raw.games'
      """
    }
  }

  @Test func `a table stands in one dataset`() {
    let rows = Rows(Elsewhere(), as: "elsewhere")
    expectFindings(
      in: form { out in
        Reads(rows, .before, matching: (\.player, players.player))
        Feature(out.points, count(rows), over: .season)
      }
    ) {
      """
      error[wrong-dataset]: rows 'elsewhere' read 'row.games', but the table is 'raw.games'
        --> FeatureCompilerTests/TableRuleTests.swift
         |
         |     let rows = Rows(Elsewhere(), as: "elsewhere")
         |                ^^^^
         = help: name the dataset once, in the struct of the table
      """
    }
  }

  @Test func `a table is declared with one set of columns`() {
    let rows = Rows(OldGames(), as: "old")
    expectFindings(
      in: form { out in
        Reads(rows, .before, matching: (\.player, players.player))
        Feature(out.points, count(rows), over: .season)
      }
    ) {
      """
      error[table-declared-twice]: table 'raw.games' is declared twice, with different columns: 'Games' and 'OldGames'
        --> FeatureCompilerTests/TableRuleTests.swift
         |
         |     let rows = Rows(OldGames(), as: "old")
         |                ^^^^
         = help: declare a table once, in one struct
      """
    }
  }

  @Test func `a table has one writer`() {
    let one = Processor(writing: Form()) { out in
      frame(out)
      Feature(out.points, sum(games.points), over: .season)
    }
    let two = Processor(writing: Form()) { out in
      frame(out)
      Feature(out.points, mean(games.points), over: .season)
    }
    let spec = pipeline(one, two)
    expectFindings(in: spec) {
      """
      error[two-writers]: two processors write table 'features.form'
        --> FeatureCompilerTests/TableRuleTests.swift
         |
         |     let two = Processor(writing: Form()) { out in
         |               ^^^^^^^^^
         = note: the first is here: FeatureCompilerTests/TableRuleTests.swift
         = help: a processor has the name of its table: rename one
      """
    }
  }

  @Test func `what a processor writes is not raw`() {
    let processor = Processor(writing: Form()) { out in
      frame(out)
      Feature(out.points, sum(games.points), over: .season)
    }
    expectFindings(
      in: Pipeline("samples", calendar: calendar, rawTables: [Games(), TeamDays(), Form()]) {
        processor
      }
    ) {
      """
      error[two-writers]: table 'features.form' is written by a processor, but stands among the raw tables
        --> FeatureCompilerTests/TableRuleTests.swift
         |
         |     let processor = Processor(writing: Form()) { out in
         |                     ^^^^^^^^^
         = help: take it out of rawTables
      """
    }
  }
}
