import FeatureSpec
import FeatureTool
import Testing

@Suite struct `The demo` {
  /// Twelve days with a game, two players; a correction of one row.
  private static let season = DemoSeason("a small season", feed: "parquet") {
    let games = 24
    let players = DemoColumn(
      "player", .text(codes: (0..<games).map { Int32($0 % 2) }, words: ["ann", "bob"]))
    let days = (0..<games).map { Int32(19_723 + $0 / 2) }
    let names = (1...12).map { "g\($0)" }
    let table = DemoTable(
      "games",
      [
        players, DemoColumn("game", .text(codes: (0..<games).map { Int32($0 / 2) }, words: names)),
        DemoColumn("game_date", .day(days)),
        DemoColumn("points", .integer((0..<games).map { Int64(10 + $0) })),
        DemoColumn(
          "minutes", .double((0..<games).map { Double($0) + 0.5 }),
          validity: (0..<games).map { $0 != 3 }),
      ])
    let schedule = DemoTable(
      "schedule",
      [
        DemoColumn("game", .text(codes: (0..<12).map { Int32($0) }, words: names)),
        DemoColumn("game_date", .day((0..<12).map { Int32(19_723 + $0) })),
        DemoColumn("season", .integer(.init(repeating: 2023, count: 12))),
        DemoColumn("status", .integer(.init(repeating: 3, count: 12))),
      ])
    return DemoFiles(season: [schedule, table], corrections: [table])
  }

  private let tool = Tool(Sample.pipeline(feeds: [Sample.parquetFeed]), demo: season)

  @Test func `goes from nothing to rows, in a warehouse of its own`() throws {
    let shell = try Shell()
    let result = shell("demo", tool: tool)
    #expect(result.exit == .done)
    #expect(result.err.isEmpty)
    let headings = result.out.split(separator: "\n").filter { $0.hasPrefix("▸ ") }
    #expect(
      headings == [
        "▸ generate  a small season", "▸ compile  sample", "▸ load  parquet",
        "▸ run  --from 2024-01-01 --to 2024-01-12", "▸ status  .fastbreak/demo.duckdb",
      ])
    #expect(shell.exists(".fastbreak/demo.duckdb"))
    #expect(shell.exists(".fastbreak/demo/season/games.parquet"))
    #expect(!shell.exists(".fastbreak/warehouse.duckdb"))
    #expect(result.out.contains("load --feed parquet --from .fastbreak/demo/corrections"))
  }

  @Test func `finds everything fresh the second time`() throws {
    let shell = try Shell()
    shell("demo", tool: tool)
    let again = shell("demo", tool: tool)
    #expect(again.exit == .done)
    #expect(again.out.contains("nothing changed: the 36 rows of parquet are stored already"))
    #expect(again.out.contains("nothing to do: 12 days are fresh"))
  }

  @Test func `is one document with --json`() throws {
    let result = try Shell()("demo --json", tool: tool)
    #expect(try jsonKeys(result.out) == ["load", "run", "status"])
  }

  @Test func `is no command where there is no season`() throws {
    let result = try Shell()("demo")
    #expect(result.exit == .usage)
    #expect(result.err.hasPrefix("error: there is no command 'demo'"))
  }
}
