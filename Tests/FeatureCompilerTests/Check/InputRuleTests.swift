import FeatureSpec
import FeatureTesting
import Testing

private struct Tracked: Table {
  static let name = TableName("features", "tracked")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let source = SourceTracking("source_games")
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// A player's day, whichever table has it.
private struct Line: RowShape {
  let player = Column("player", .integer)
  let day = Column("game_date", .day)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private func tracked(@DeclarationBuilder _ body: (Tracked) -> [Declaration]) -> Pipeline {
  pipeline(
    Processor(writing: Tracked()) { out in
      For(players, on: .scheduled)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      body(out)
    })
}

@Suite struct InputRuleTests {
  @Test func `tracked and required rows are read`() {
    expectFindings(
      in: tracked { out in
        Tracks(out.source, of: Rows(TeamDays(), as: "teams"), expecting: 0)
        Requires(Rows(Cities(), as: "gamse"), atLeast: 3)
      }
    ) {
      """
      error[bad-minimum]: source tracking expects 0 rows
        --> FeatureCompilerTests/InputRuleTests.swift
         |
         |         Tracks(out.source, of: Rows(TeamDays(), as: "teams"), expecting: 0)
         |         ^^^^^^
         = help: expect at least one row

      error[undeclared-rows]: source tracking names rows 'teams', which nothing reads
        --> FeatureCompilerTests/InputRuleTests.swift
         |
         |         Tracks(out.source, of: Rows(TeamDays(), as: "teams"), expecting: 0)
         |         ^^^^^^
         = help: add Reads(teams, …)

      error[undeclared-rows]: a requirement names rows 'gamse', which nothing reads
        --> FeatureCompilerTests/InputRuleTests.swift
         |
         |         Requires(Rows(Cities(), as: "gamse"), atLeast: 3)
         |         ^^^^^^^^
         = help: the nearest name is 'games'
      """
    }
  }

  @Test func `rows may be named by their table`() {
    expectFindings(
      in: tracked { out in Tracks(out.source, of: Rows(Games(), as: "any"), expecting: 5) }
    ) { "" }
  }

  @Test func `tracking is of one table, and of one scope`() {
    let lines = Rows(stacking: Line(), as: "lines") {
      Part(Rows(Games(), as: "own"))
      Part(Rows(TeamDays(), as: "theirs")) { [Mapping(\.player, $0.status)] }
    }
    expectFindings(
      in: tracked { out in
        Reads(lines, .on, matching: (\.player, players.player))
        Tracks(out.source, of: lines, expecting: 5)
        Requires(lines, atLeast: 5)
        Requires(Rows(Games(), as: "any"), atLeast: 1)
      }
    ) {
      """
      error[several-tables]: source tracking names 'lines', which comes from several tables: 'raw.games', 'raw.team_days'
        --> FeatureCompilerTests/InputRuleTests.swift
         |
         |         Tracks(out.source, of: lines, expecting: 5)
         |         ^^^^^^
         = help: track each: Rows(Games(), as: "own") or Rows(TeamDays(), as: "theirs")

      error[several-tables]: a requirement names table 'raw.games', which is read on the day and before it
        --> FeatureCompilerTests/InputRuleTests.swift
         |
         |         Requires(Rows(Games(), as: "any"), atLeast: 1)
         |         ^^^^^^^^
         = help: name the rows by the alias under which they are read
      """
    }
  }

  @Test func `an input is tracked once`() {
    expectFindings(
      in: tracked { out in
        Tracks(out.source, of: games, expecting: 5)
        Tracks(out.source, of: games, expecting: 5)
      }
    ) {
      """
      error[duplicate-tracking]: 'source_games' tracks two inputs
        --> FeatureCompilerTests/InputRuleTests.swift
         |
         |         Tracks(out.source, of: games, expecting: 5)
         |         ^^^^^^
         = note: the first is here: FeatureCompilerTests/InputRuleTests.swift
         = help: a SourceTracking is of one input: declare another, or take one Tracks out
      """
    }
  }
}
