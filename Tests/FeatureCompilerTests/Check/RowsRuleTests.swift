import FeatureSpec
import FeatureTesting
import Testing

/// A stack of games, with and without an identity.
private struct Line: RowShape {
  let player = Column("player", .integer)
  let day = Column("game_date", .day)
  let scored = Column("scored", .integer, .points)
  var identity: Identity { Identity(key: [], day: day) }
}

@Suite struct RowsRuleTests {
  private let city = Rows(Cities(), as: "city")

  @Test func `rows without a day have no history`() {
    expectFindings(
      in: form { out in
        Reads(city, .before, matching: (\.team, newest(games.team).over(.season)))
        Feature(out.points, count(city), over: .season)
      }
    ) {
      #"""
      error[missing-day]: rows 'city' have no day, but are read by it
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |         Reads(city, .before, matching: (\.team, newest(games.team).over(.season)))
         |         ^^^^^
         = help: name the date column in the identity of 'Cities'
      """#
    }
  }

  @Test func `a lookup of rows without a day is timeless, one of dated rows is not`() {
    let dated = Lookup(
      Rows(Games(), as: "dated"), .atMostOne, timing: .timeless,
      matching: (\.player, players.player))
    let undated = Lookup(city, .atMostOne, matching: (\.height, players.player))
    let late = Lookup(
      Rows(Games(), as: "late"), .first([]), timing: .before(maximumAge: 0),
      matching: (\.player, players.player))
    expectFindings(
      in: form { out in
        Reads(dated)
        Reads(undated)
        Reads(late)
        Feature(
          out.points,
          when(undated.height > 3 && late.points > 3, dated.points, elseMissing: .integer))
      }
    ) {
      """
      error[undated-reading]: rows 'dated' have a day, but are read as if they had none
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |     let dated = Lookup(
         |                 ^^^^^^
         = help: say timing: .on, or .before(maximumAge:), so that no later row is seen

      error[lookup-without-reach]: lookup 'late' takes rows at most 0 days old
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |     let late = Lookup(
         |                ^^^^^^
         = help: a row before the day is at least one day old

      error[missing-day]: rows 'city' have no day, but are read by it
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |         Reads(undated)
         |         ^^^^^
         = help: say timing: .timeless, or name the date column in the identity of 'Cities'
      """
    }
  }

  @Test func `rows without a key have no total order`() {
    let lines = Rows(stacking: Line(), as: "lines") {
      Part(Rows(Games(), as: "own")) { [Mapping(\.scored, $0.points)] }
    }
    expectFindings(
      in: form { out in
        Reads(lines, .before, matching: (\.player, players.player))
        Feature(out.points, sum(lines.scored), over: .season)
      }
    ) {
      #"""
      error[untotal-order]: rows 'lines' have no key, so that ties in their order stay open
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |         Reads(lines, .before, matching: (\.player, players.player))
         |         ^^^^^
         = help: name the columns that identify a row in the identity of 'Line'
      """#
    }
  }

  @Test func `every part of a stack fills every column`() {
    let lines = Rows(stacking: Line(), as: "lines") { Part(Rows(Games(), as: "own")) }
    expectFindings(
      in: form { out in
        Reads(lines, .on, matching: (\.player, players.player))
        Feature(out.points, sum(lines.scored))
      }
    ) {
      #"""
      error[unmapped-column]: column 'scored' of the stack has no mapping, and 'own' has no column 'scored'
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |     let lines = Rows(stacking: Line(), as: "lines") { Part(Rows(Games(), as: "own")) }
         |                                                       ^^^^
         = help: add Mapping(\.…, own.…) to the part
      """#
    }
  }

  @Test func `a stack has parts, and its parts are tables`() {
    let empty = Rows(stacking: Line(), as: "nothing") {}
    let inner = Rows(stacking: Games(), as: "inner") { Part(Rows(Games(), as: "innermost")) }
    let outer = Rows(stacking: Games(), as: "outer") { Part(inner) }
    expectFindings(
      in: form { out in
        Reads(empty, .on, matching: (\.player, players.player))
        Reads(outer, .on, matching: (\.player, players.player))
        Feature(out.points, sum(empty.scored) + sum(outer.points))
      }
    ) {
      """
      error[nested-stack]: stack 'nothing' has no part
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |     let empty = Rows(stacking: Line(), as: "nothing") {}
         |                 ^^^^
         = help: add Part(Rows(…)) for each table

      error[nested-stack]: part 'inner' of stack 'outer' is a stack itself
        --> FeatureCompilerTests/RowsRuleTests.swift
         |
         |     let outer = Rows(stacking: Games(), as: "outer") { Part(inner) }
         |                                                        ^^^^
         = help: list its tables as parts of 'outer'
      """
    }
  }
}
