import FeatureSpec
import FeatureTesting
import Testing

private struct Other: Table {
  static let name = TableName("features", "other")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  var identity: Identity { Identity(key: [player, day], day: day) }
}

@DeclarationBuilder private func other(
  _ out: Other, reading rows: Rows<Form>, _ days: DaysDeclaration.Kind = .scheduled
) -> [Declaration] {
  For(players, on: days)
  Reads(games, .before)
  Reads(rows, .before, matching: (\.player, players.player))
  Requires(rows, atLeast: 1)
  Feature(out.player, players.player)
  Feature(out.day, asOfDay)
}

@Suite struct ProcessorGraphRuleTests {
  @Test func `processors do not read one another`() {
    let others = Rows(Other(), as: "others")
    expectFindings(
      in: pipeline(
        Processor(writing: Form()) { out in
          frame(out)
          Reads(others, .before, matching: (\.player, players.player))
          Feature(out.points, count(others), over: .season)
        },
        Processor(writing: Other()) { out in other(out, reading: Rows(Form(), as: "forms")) })
    ) {
      #"""
      error[processor-cycle]: processors read one another in a circle: 'form' reads 'other' reads 'form'
        --> FeatureCompilerTests/ProcessorGraphRuleTests.swift
         |
         |           Reads(others, .before, matching: (\.player, players.player))
         |           ^^^^^
         = help: none of them can be computed first: compute one of the values from the rows that are read, or move what both need into a processor that reads neither
      """#
    }
  }

  @Test func `a processor does not read its own table`() {
    let before = Rows(Form(), as: "before_it")
    expectFindings(
      in: form { out in
        Reads(before, .before, matching: (\.player, players.player))
        Feature(out.points, newest(before.points), over: .season)
      }
    ) {
      #"""
      error[processor-cycle]: processor 'form' reads its own table
        --> FeatureCompilerTests/ProcessorGraphRuleTests.swift
         |
         |         Reads(before, .before, matching: (\.player, players.player))
         |         ^^^^^
         = help: a day comes out the same alone, in a slab or again, so what was stored of other days is no input: say the value as a window over the rows that are read, or walk them in a hand kernel
      """#
    }
  }

  @Test func `what is known after the games is not read before them`() {
    let played = Processor(writing: Other()) { out in
      For(players, on: .played)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
    }
    let today = Lookup(
      Rows(Other(), as: "today"), .atMostOne, matching: (\.player, players.player))
    expectFindings(
      in: pipeline(
        played,
        Processor(writing: Form()) { out in
          frame(out)
          Reads(today)
          Feature(out.points, when(today.isFound, 1))
        })
    ) {
      """
      error[same-day-leak]: processor 'form' is for days to be played, but reads the day's rows of 'features.other', which are known after the games
        --> FeatureCompilerTests/ProcessorGraphRuleTests.swift
         |
         |           Reads(today)
         |           ^^^^^
         = note: its rows are for played days: FeatureCompilerTests/ProcessorGraphRuleTests.swift
         = help: read rows before the day: Reads(rows, .before), or timing: .before(maximumAge:)
      """
    }
  }
}
