import FeatureSpec
import FeatureTesting
import Testing

/// Shots of a player in a game as two sources count them.
private struct Shots: Table {
  static let name = TableName("raw", "shots")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let attempts = Column("attempts", .integer, .count).from("box-score")
  let makes = Column("makes", .integer, .count).from("box-score")
  let paint = Column("paint", .integer, .count).from("play-by-play")
  let games = Column("games", .integer, .count)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// One row per shot.
private struct Events: Table {
  static let name = TableName("raw", "events")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let number = Column("number", .integer).required.from("play-by-play")
  var identity: Identity { Identity(key: [player, day, number], day: day) }
}

private struct Rates: Table {
  static let name = TableName("features", "rates")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let paint = Column("paint", .integer, .count)
  let paintRate = Column("paint_rate", .double, .ratio)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private struct Again: Table {
  static let name = TableName("features", "again")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let rate = Column("rate", .double, .ratio)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private struct BoxRate: Table {
  static let name = TableName("features", "box_rate")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let rate = Column("rate", .double, .ratio).from("box-score")
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private let shots = Rows(Shots(), as: "shots")
private let shooter = Population(entitiesOf: shots, by: \.player)
private let events = Rows(Events(), as: "events")

private func counting(_ processors: Processor...) -> Pipeline {
  Pipeline("samples", calendar: calendar, rawTables: [Shots(), Events(), TeamDays()]) {
    for processor in processors { processor }
  }
}

private func rates(@DeclarationBuilder _ body: (Rates) -> [Declaration]) -> Processor {
  Processor(writing: Rates()) { out in
    For(shooter, on: .scheduled)
    Reads(shots, .before, matching: (\.player, shooter.player))
    Feature(out.player, shooter.player)
    Feature(out.day, asOfDay)
    Feature(out.paint, sum(shots.paint), over: .season)
    body(out)
  }
}

@Suite struct SourceRuleTests {
  @Test func `a ratio of two sources is an error`() {
    expectFindings(
      in: counting(
        rates { out in
          Feature(out.paintRate, sum(shots.paint) / sum(shots.attempts), over: .season)
        })
    ) {
      """
      error[mixed-sources]: feature 'paint_rate' divides what comes from 'play-by-play' by what comes from 'box-score'
        --> FeatureCompilerTests/SourceRuleTests.swift
         |
         |           Feature(out.paintRate, sum(shots.paint) / sum(shots.attempts), over: .season)
         |           ^^^^^^^
         = help: read both from one source, or say why they agree: Feature(…).mixingSources(because: "…")
      """
    }
  }

  @Test func `a sum carries both sources into the ratio`() {
    expectFindings(
      in: counting(
        rates { out in
          let all = sum(shots.paint) + sum(shots.makes)
          Feature(out.paintRate, sum(shots.paint) / all, over: .season)
        })
    ) {
      """
      error[mixed-sources]: feature 'paint_rate' divides what comes from 'play-by-play' by what comes from 'box-score' and 'play-by-play'
        --> FeatureCompilerTests/SourceRuleTests.swift
         |
         |           Feature(out.paintRate, sum(shots.paint) / all, over: .season)
         |           ^^^^^^^
         = help: read both from one source, or say why they agree: Feature(…).mixingSources(because: "…")
      """
    }
  }

  @Test func `one source, and what has none, divide`() {
    for value in [
      sum(shots.makes) / sum(shots.attempts), sum(shots.paint) / sum(shots.games),
      sum(shots.paint) / count(shots),
    ] {
      expectFindings(
        in: counting(rates { out in Feature(out.paintRate, value, over: .season) })
      ) { "" }
    }
  }

  @Test func `sources that agree are said to`() {
    expectFindings(
      in: counting(
        rates { out in
          Feature(out.paintRate, sum(shots.paint) / sum(shots.attempts), over: .season)
            .mixingSources(because: "only games in which both count the same are read")
        })
    ) { "" }
  }

  @Test func `a count of rows has the source of their key`() {
    expectFindings(
      in: counting(
        rates { out in
          Reads(events, .before, matching: (\.player, shooter.player))
          Feature(out.paintRate, sum(shots.makes) / count(events), over: .season)
        })
    ) {
      """
      error[mixed-sources]: feature 'paint_rate' divides what comes from 'box-score' by what comes from 'play-by-play'
        --> FeatureCompilerTests/SourceRuleTests.swift
         |
         |           Feature(out.paintRate, sum(shots.makes) / count(events), over: .season)
         |           ^^^^^^^
         = help: read both from one source, or say why they agree: Feature(…).mixingSources(because: "…")
      """
    }
  }

  @Test func `the source of a computed column is that of its feature`() {
    let again = Processor(writing: Again()) { out in
      let rows = Rows(Rates(), as: "rates")
      let stored = Lookup(
        rows, .first([.newest(rows.day)]), timing: .before(maximumAge: 30),
        matching: (\.player, shooter.player))
      For(shooter, on: .scheduled)
      Reads(shots, .before, matching: (\.player, shooter.player))
      Reads(stored)
      Feature(out.player, shooter.player)
      Feature(out.day, asOfDay)
      Feature(out.rate, sum(shots.makes).over(.season) / stored.paint)
    }
    expectFindings(
      in: counting(
        rates { out in
          Feature(out.paintRate, sum(shots.makes) / sum(shots.attempts), over: .season)
        }, again)
    ) {
      """
      error[mixed-sources]: feature 'rate' divides what comes from 'box-score' by what comes from 'play-by-play'
        --> FeatureCompilerTests/SourceRuleTests.swift
         |
         |       Feature(out.rate, sum(shots.makes).over(.season) / stored.paint)
         |       ^^^^^^^
         = help: read both from one source, or say why they agree: Feature(…).mixingSources(because: "…")
      """
    }
  }

  @Test func `a column that names its source rests on no other`() {
    expectFindings(
      in: counting(
        Processor(writing: BoxRate()) { out in
          For(shooter, on: .scheduled)
          Reads(shots, .before, matching: (\.player, shooter.player))
          Feature(out.player, shooter.player)
          Feature(out.day, asOfDay)
          Feature(out.rate, sum(shots.paint) / sum(shots.games), over: .season)
        })
    ) {
      """
      error[mixed-sources]: feature 'rate' comes from 'play-by-play', but its column is from 'box-score'
        --> FeatureCompilerTests/SourceRuleTests.swift
         |
         |           Feature(out.rate, sum(shots.paint) / sum(shots.games), over: .season)
         |           ^^^^^^^
         = help: read both from one source, or say why they agree: Feature(…).mixingSources(because: "…")
      """
    }
  }
}
