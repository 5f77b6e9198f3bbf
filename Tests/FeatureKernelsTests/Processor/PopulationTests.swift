import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

/// Rows of the output: given, or found in a history.
struct PopulationTests {
  private let games = [
    ("b", 1), ("b", 4), ("a", 3), ("é", 1), (nil, 1), ("c", 20),
  ]

  private func grid(_ window: Window) -> SamplePlan {
    var plan = SamplePlan(
      population: .entities(alias: "games", by: ["player"], window: window),
      histories: [.games([], matchedWith: .games("player"))])
    plan.features = [
      ("player", .text, .games("player")), ("as_of", .day, .asOfDay),
      ("count", .integer, .over(window, .count)),
    ]
    return plan
  }

  private var table: Table {
    get throws {
      try Table([
        ("player", .texts(games.map(\.0))), ("day", .days(games.map { .december($0.1) })),
        ("game", .integers(games.indices.map { Int64($0) })),
      ])
    }
  }

  private func rows(_ window: Window, on days: [Int]) throws -> [String] {
    let output = try grid(window).program().run(
      KernelInput(
        days: days.map { AsOfDay(.december($0), seasonOpening: .december(1)) },
        histories: ["games": try table]))
    let (players, counts) = (output.features["player"], output.features["count"])
    return (0..<output.count).map { row in
      "\(output.asOf.dayOrdinals?[row] ?? 0):\(players?.text(row) ?? "?"):\(counts?.integers?[row] ?? -1)"
    }
  }

  private func line(_ day: Int, _ player: String, _ count: Int) -> String {
    "\(Day.december(day).ordinal):\(player):\(count)"
  }

  @Test func `every entity with a row in the window gets a row, by day and then by key`() throws {
    #expect(
      try rows(.season, on: [5, 2])
        == [line(2, "b", 1), line(2, "é", 1), line(5, "a", 1), line(5, "b", 2), line(5, "é", 1)])
  }

  @Test func `an entity without a row in the window gets none`() throws {
    #expect(try rows(.last(2, .days), on: [5]) == [line(5, "a", 1), line(5, "b", 1)])
    #expect(try rows(.season, on: [1]).isEmpty)
  }

  @Test func `entities need not be those of the match key`() throws {
    // Teams of the games, each with the games of all its players.
    var plan = SamplePlan(
      population: .entities(alias: "games", by: ["team"], window: .season),
      histories: [
        HistoryPlan(
          rows: .sample("games", [("player", .text), ("team", .text), ("day", .day)]),
          match: [Match(row: .lowercased(.games("team")), entity: .lowercased(.games("team")))],
          order: [Order(.games("day"), descending: true)])
      ])
    plan.features = [
      ("team", .text, .games("team")), ("count", .integer, .over(.season, .count)),
    ]
    let table = try Table([
      ("player", .texts(["a", "b", "c"])), ("team", .texts(["X", "x", "y"])),
      ("day", .days([.december(1), .december(2), .december(3)])),
    ])
    let output = try plan.program().run(
      KernelInput(
        days: [AsOfDay(.december(9), seasonOpening: .december(1))], histories: ["games": table]))
    #expect(output.features["team"] == .texts(["X", "x", "y"]))
    #expect(output.features["count"] == .integers([2, 2, 1]))
  }

  @Test func `given rows keep their order`() throws {
    let run = PlayerRun(
      games: PlayerGames(days: [.december(1), .december(2)]),
      days: [.december(3), .december(2), .december(3)])
    #expect(try run.values(.integer, .over(.season, .count)) == [2, 1, 2])
  }

  @Test func `a history may be matched with the newest row of an earlier one`() throws {
    // The player's team now, and that team's pace.
    let pace = HistoryPlan(
      rows: .sample("pace", [("team", .text), ("day", .day), ("pace", .integer)]),
      match: [
        Match(
          row: .column(rows: "pace", name: "team"),
          entity: .over(.season, .newest(1), .games("team")))
      ],
      order: [Order(.column(rows: "pace", name: "day"), descending: true)])
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text)])),
      histories: [.games([("team", .text)], matchedWith: .pop("player")), pace])
    plan.features = [
      (
        "pace", .integer,
        .aggregate(
          Aggregation(
            .sum, rows: "pace", argument: .column(rows: "pace", name: "pace"), window: .season))
      )
    ]
    let games = try PlayerGames(
      days: [.december(1), .december(5)], columns: [("team", .texts(["x", "y"]))]
    ).table
    let output = try plan.program().run(
      KernelInput(
        days: [2, 6].map { AsOfDay(.december($0), seasonOpening: .december(1)) },
        population: PopulationTable(
          asOf: [Day.december(2).ordinal, Day.december(6).ordinal],
          columns: [ColumnReference(rows: "pop", name: "player"): .texts(["a", "a"])]),
        histories: [
          "games": games,
          "pace": try Table([
            ("team", .texts(["y", "x", "y"])),
            ("day", .days([.december(1), .december(1), .december(4)])),
            ("pace", .integers([100, 7, 1])),
          ]),
        ]))
    #expect(output.features["pace"] == .integers([7, 101]))
  }

  @Test func `summaries and lookups come with the population`() throws {
    let shots = Aggregation(.count, rows: "shots")
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text)])),
      lookups: [
        LookupPlan(
          rows: .sample("roster", day: nil, [("age", .integer32)]), timing: .timeless, match: [],
          condition: nil, cardinality: .atMostOne)
      ])
    plan.slots = [SlotPlan(name: "s1", content: .aggregation(shots), type: .integer)]
    plan.features = [
      (
        "sum", .integer,
        .arithmetic(.plus, .aggregate(shots), .column(rows: "roster", name: "age"))
      )
    ]
    let program = try plan.program()
    #expect(program.summarySlots == ["s1"])
    #expect(program.populationColumns == [ColumnReference(rows: "roster", name: "age")])
    let output = try program.run(
      KernelInput(
        days: [AsOfDay(.december(1), seasonOpening: nil)],
        population: PopulationTable(
          asOf: [Day.december(1).ordinal],
          columns: [ColumnReference(rows: "roster", name: "age"): .integers([30])],
          summaries: ["s1": .integers([4])])))
    #expect(output.features["sum"] == .integers([34]))
  }

  @Test func `a computed key may be given ready`() throws {
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text)])),
      histories: [
        HistoryPlan(
          rows: .sample("games", [("player", .text), ("day", .day)]),
          match: [Match(row: .lowercased(.games("player")), entity: .pop("player"))],
          order: [Order(.games("day"), descending: true)])
      ])
    plan.features = [("count", .integer, .over(.season, .count))]
    let output = try plan.program().run(
      KernelInput(
        days: [AsOfDay(.december(5), seasonOpening: .december(1))],
        population: PopulationTable(
          asOf: [Day.december(5).ordinal],
          columns: [ColumnReference(rows: "pop", name: "player"): .texts(["x"])]),
        histories: [
          "games": try Table([
            (KernelProgram.matchKey(0), .texts(["x", "y", "x"])),
            ("day", .days([.december(1), .december(2), .december(3)])),
          ])
        ]))
    #expect(output.features["count"] == .integers([2]))
  }

  @Test func `without the order's columns rows of a day come oldest first`() throws {
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text)])),
      histories: [.games([("points", .integer)], matchedWith: .pop("player"))])
    plan.features = [("points", .integer, .over(.season, .newest(1), .games("points")))]
    let output = try plan.program().run(
      KernelInput(
        days: [AsOfDay(.december(5), seasonOpening: .december(1))],
        population: PopulationTable(
          asOf: [Day.december(5).ordinal],
          columns: [ColumnReference(rows: "pop", name: "player"): .texts(["x"])]),
        histories: [
          "games": try Table([
            ("player", .texts(["x", "x", "x"])),
            ("day", .days([.december(3), .december(3), .december(2)])),
            ("points", .integers([7, 8, 9])),
          ])
        ]))
    #expect(output.features["points"] == .integers([8]))
  }

  @Test func `no rows make an output without rows`() throws {
    let output = try grid(.season).program().run(
      KernelInput(days: [], histories: ["games": try table]), workers: 2)
    #expect(output.count == 0)
    #expect(output.features.names == ["player", "as_of", "count"])
    #expect(output.features["player"]?.holds(.text) == true)
  }

  @Test func `a missing column is named`() throws {
    let error = #expect(throws: KernelError.self) {
      try grid(.season).program().run(
        KernelInput(
          days: [AsOfDay(.december(5), seasonOpening: nil)],
          histories: ["games": try Table([("player", .texts(["a"])), ("game", .integers([1]))])]))
    }
    #expect(error?.code == .missingInput)
    #expect(error?.message == "the rows of 'games' lack column 'day'")
  }

  @Test func `a column of another type is refused`() throws {
    let error = #expect(throws: KernelError.self) {
      try grid(.season).program().run(
        KernelInput(
          days: [AsOfDay(.december(5), seasonOpening: nil)],
          histories: [
            "games": try Table([
              ("player", .integers([1])), ("day", .days([nil])), ("game", .integers([1])),
            ])
          ]))
    }
    #expect(error?.message == "column 'games.player' holds integers, not VARCHAR")
  }

  @Test func `a day that was not asked for is refused`() throws {
    var plan = SamplePlan(population: .rows(.sample("pop", [("player", .text)])))
    plan.features = [("day", .day, .asOfDay)]
    let error = #expect(throws: KernelError.self) {
      try plan.program().run(
        KernelInput(
          days: [AsOfDay(.december(5), seasonOpening: nil)],
          population: PopulationTable(asOf: [Day.december(6).ordinal])))
    }
    #expect(
      error?.message == "the population has a row on 2022-12-06, which was not asked for")
  }
}
