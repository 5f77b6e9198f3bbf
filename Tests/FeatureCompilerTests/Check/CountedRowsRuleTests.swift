import FeatureSpec
import FeatureTesting
import Testing

/// Player games of which only those count that were played.
private struct Appearances: Table {
  static let name = TableName("raw", "appearances")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let points = Column("points", .integer, .points)
  let minutes = Column("minutes", .number(5, 1), .minutes)
  let isActive = Column("is_active", .boolean)
  var identity: Identity { Identity(key: [player, day], day: day) }
  var countedRows: CountedRows? {
    CountedRows("played") { (row: Rows<Appearances>) in row.isActive && row.minutes > 0 }
  }
}

/// The points of a player over rows of his games.
private func form(over rows: Rows<Appearances>) -> Pipeline {
  Pipeline("samples", calendar: calendar, rawTables: [Appearances(), TeamDays()]) {
    Processor(writing: Form()) { out in
      let player = Population(entitiesOf: rows, by: \.player)
      For(player, on: .scheduled)
      Reads(rows, .before, matching: (\.player, player.player))
      Feature(out.player, player.player)
      Feature(out.day, asOfDay)
      Feature(out.points, mean(rows.points), over: .last(5, .games))
    }
  }
}

@Suite struct CountedRowsRuleTests {
  @Test func `rows that do not count are not aggregated by accident`() {
    expectFindings(in: form(over: Rows(Appearances(), as: "games"))) {
      #"""
      error[uncounted-rows]: rows 'games' are aggregated, also those of 'Appearances' that were not played
        --> FeatureCompilerTests/CountedRowsRuleTests.swift
         |
         |       Reads(rows, .before, matching: (\.player, player.player))
         |       ^^^^^
         = note: the rows are named here: FeatureCompilerTests/CountedRowsRuleTests.swift
         = help: write Rows(Appearances(), as: "games").counted, or .everyRow(because: "…") where all are meant
      """#
    }
  }

  @Test func `half of the condition is not enough`() {
    expectFindings(in: form(over: Rows(Appearances(), as: "games").where { $0.minutes > 0 })) {
      #"""
      error[uncounted-rows]: rows 'games' are aggregated, also those of 'Appearances' that were not played
        --> FeatureCompilerTests/CountedRowsRuleTests.swift
         |
         |       Reads(rows, .before, matching: (\.player, player.player))
         |       ^^^^^
         = note: the rows are named here: FeatureCompilerTests/CountedRowsRuleTests.swift
         = help: write Rows(Appearances(), as: "games").counted, or .everyRow(because: "…") where all are meant
      """#
    }
  }

  @Test func `counted rows, and the same condition written out, are sound`() {
    let rows = Rows(Appearances(), as: "games")
    expectFindings(in: form(over: rows.counted)) { "" }
    expectFindings(in: form(over: rows.counted.where { $0.points > 10 })) { "" }
    expectFindings(in: form(over: rows.where { $0.isActive && $0.minutes > 0 })) { "" }
  }

  @Test func `every row may be read on purpose`() {
    expectFindings(
      in: form(over: Rows(Appearances(), as: "games").everyRow(because: "absences count as zero"))
    ) { "" }
  }

  @Test func `rows of the day that are aggregated need the condition`() {
    let today = Rows(Appearances(), as: "appearances")
    expectFindings(
      in: points { out in
        Reads(today, .on, matching: (\.player, players.player))
        Feature(out.points, mean(today.points))
      }
    ) {
      #"""
      error[uncounted-rows]: rows 'appearances' are aggregated, also those of 'Appearances' that were not played
        --> FeatureCompilerTests/CountedRowsRuleTests.swift
         |
         |         Reads(today, .on, matching: (\.player, players.player))
         |         ^^^^^
         = note: the rows are named here: FeatureCompilerTests/CountedRowsRuleTests.swift
         = help: write Rows(Appearances(), as: "appearances").counted, or .everyRow(because: "…") where all are meant
      """#
    }
  }

  @Test func `a row that is looked up is not aggregated`() {
    let rows = Rows(Appearances(), as: "appearances")
    let yesterday = Lookup(
      rows, .first([.newest(rows.day)]), timing: .before(maximumAge: 1),
      matching: (\.player, players.player))
    expectFindings(
      in: points { out in
        Reads(yesterday)
        Feature(out.points, yesterday.points)
      }
    ) { "" }
  }

  @Test func `a part of a stack needs the condition of its table`() {
    let rows = Rows(stacking: PlayerPoints(), as: "line") {
      Part(Rows(Appearances(), as: "line_appearances"))
    }
    expectFindings(
      in: points { out in
        Reads(rows, .before, matching: (\.player, players.player))
        Feature(out.points, mean(rows.points), over: .season)
      }
    ) {
      #"""
      error[uncounted-rows]: rows 'line_appearances' are aggregated, also those of 'Appearances' that were not played
        --> FeatureCompilerTests/CountedRowsRuleTests.swift
         |
         |         Reads(rows, .before, matching: (\.player, players.player))
         |         ^^^^^
         = note: the rows are named here: FeatureCompilerTests/CountedRowsRuleTests.swift
         = help: write Rows(Appearances(), as: "line_appearances").counted, or .everyRow(because: "…") where all are meant
      """#
    }
  }
}

/// A processor over the sample games and what the body adds.
private func points(@DeclarationBuilder _ body: (Form) -> [Declaration]) -> Pipeline {
  Pipeline(
    "samples", calendar: calendar, rawTables: [Games(), Appearances(), TeamDays()]
  ) {
    Processor(writing: Form()) { out in
      frame(out)
      body(out)
    }
  }
}

private struct PlayerPoints: RowShape {
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let points = Column("points", .integer, .points)
  var identity: Identity { Identity(key: [player, day], day: day) }
}
