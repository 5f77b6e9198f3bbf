import FeatureSpec
import Testing

@testable import FeatureTool

@Suite struct `Findings on the command line` {
  /// Two features of one name; the marker below is where the caret must stand.
  private var tool: Tool {
    let schedule = Rows(SampleSchedule(), as: "schedule")
    let calendar = CalendarDeclaration(
      schedule, season: { $0.season }, scheduled: { $0.status != 2 }, played: { $0.status == 3 })
    return Tool(
      Pipeline("broken", calendar: calendar, rawTables: [SampleSchedule(), SampleGames()]) {
        Processor(writing: PlayerRest()) { out in
          let games = Rows(SampleGames(), as: "games")
          let players = Population(entitiesOf: games, by: \.player)
          For(players, on: .scheduled)
          Reads(games, .before, matching: (\.player, players.player))
          Feature(out.player, players.player)
          Feature(out.restDate, asOfDay)
          Feature(out.isTired, count(games) > 3, over: .season)
          Feature(out.isTired, count(games) > 4, over: .season)
          Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
        }
      })
  }

  @Test func `show the source line and are counted`() throws {
    let result = try Shell()("compile", tool: tool)
    #expect(result.exit == .problems)
    #expect(result.out.isEmpty)
    #expect(result.err.contains("--> FeatureToolTests/FindingTests.swift:"))
    #expect(result.err.contains("Feature(out.isTired, count(games) > 4, over: .season)"))
    #expect(result.err.contains("^^^^^^^"))
    #expect(result.err.hasSuffix("in the specs of 'broken'\n"))
  }

  @Test func `stop every command that needs the plan`() throws {
    let shell = try Shell()
    for line in ["compile --write", "diff", "plan --from 2024-01-01 --to 2024-01-02"] {
      #expect(shell(line, tool: tool).exit == .problems)
    }
    #expect(!shell.exists("generated"))
  }

  @Test func `have colours on a terminal`() {
    let palette = Palette(isOn: true)
    #expect(FindingColors.paint("error[x]: y", palette).hasPrefix("\u{1B}[31merror[x]\u{1B}[0m"))
    #expect(FindingColors.paint("   | ^^^", palette) == "\u{1B}[31m   | ^^^\u{1B}[0m")
    #expect(FindingColors.paint("12 | Feature(x)", palette) == "12 | Feature(x)")
    #expect(FindingColors.paint("error[x]: y", Palette(isOn: false)) == "error[x]: y")
  }
}
