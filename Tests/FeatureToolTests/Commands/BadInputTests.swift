import DuckDB
import FeatureTool
import Foundation
import Testing

@Suite struct `Bad input is one sentence and an exit code` {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
  }

  private func refusal(_ line: String) -> (exit: ExitCode, text: String) {
    let result = shell(line)
    #expect(result.out.isEmpty)
    return (result.exit, result.err)
  }

  /// What a load is refused for; it leaves neither a warehouse, nor a journal, nor their folder.
  private func refusedLoad(_ line: String = "load --from data") -> String {
    #expect(!shell.exists(".fastbreak"))
    let (exit, text) = refusal(line)
    #expect(exit == .problems)
    #expect(!shell.exists(".fastbreak"))
    return text
  }

  @Test func `a warehouse that is not there`() {
    let (exit, text) = refusal("status")
    #expect(exit == .problems)
    #expect(
      text == """
        error: there is no warehouse at .fastbreak/warehouse.duckdb
          help: load makes one; or name another with --warehouse

        """)
  }

  @Test func `a range that ends before it starts`() {
    let (exit, text) = refusal("run --from 2024-01-09 --to 2024-01-08")
    #expect(exit == .usage)
    #expect(
      text == """
        error: --from 2024-01-09 is after --to 2024-01-08
          help: swap them: --from 2024-01-08 --to 2024-01-09

        """)
  }

  @Test func `a processor that is not there`() {
    let (exit, text) = refusal("run --from 2024-01-08 --to 2024-01-09 --only player_frm")
    #expect(exit == .usage)
    #expect(
      text == """
        error: there is no processor 'player_frm'; is it 'player_form'?
          help: the processors are player_form and player_rest

        """)
  }

  @Test func `a feed that is not there, and one without a folder`() {
    #expect(
      refusal("load --feed smaple").text.contains("there is no feed 'smaple'; is it 'sample'?"))
    #expect(refusal("load").text.hasPrefix("error: load needs --from\n"))
  }

  @Test func `days before any data`() {
    shell("load --from data")
    let (exit, text) = refusal("run --from 2019-01-01 --to 2019-02-01")
    #expect(exit == .usage)
    #expect(text.contains("2024-01-01 to 2024-01-12"))
  }

  @Test func `a file that is not there`() throws {
    try FileManager.default.removeItem(atPath: shell.folder + "/data/games.csv")
    let text = refusedLoad()
    #expect(text.hasPrefix("error: feed 'sample' needs games.csv, and it is not in"))
    #expect(text.hasSuffix("\n  help: put it there, or name another folder with --from\n"))
  }

  @Test func `a refused load leaves the warehouse that is there, and folders with other files`()
    throws
  {
    shell("load --from data")
    shell("run --from 2024-01-01 --to 2024-01-12")
    let before = shell("status").out
    try FileManager.default.removeItem(atPath: shell.folder + "/data/games.csv")
    #expect(refusal("load --from data").exit == .problems)
    #expect(shell("status").out == before)
    try shell.write("mine", to: "other/notes.txt")
    #expect(refusal("load --from data --warehouse other/deep/w.duckdb").exit == .problems)
    #expect(shell.exists("other/notes.txt"))
    #expect(!shell.exists("other/deep"))
  }

  @Test func `a column that is not there`() throws {
    try shell.write("player,game,game_date,points\nann,g1,2024-01-01,3\n", to: "data/games.csv")
    let text = refusedLoad()
    #expect(text.hasPrefix("error: games.csv has no column 'minutes' (DOUBLE)\n"))
    #expect(
      text.contains("help: write the file again with it; it has game, game_date, player, points"))
  }

  @Test func `a column of another type`() throws {
    try shell.write(
      "player,game,game_date,points,minutes\nann,g1,2024-01-01,many,1.5\n", to: "data/games.csv")
    #expect(
      refusedLoad() == """
        error: column 'points' of games.csv is VARCHAR, and BIGINT is wanted
          help: write the file again with that type

        """)
  }

  @Test func `a file without rows`() throws {
    try shell.write("player,game,game_date,points,minutes\n", to: "data/games.csv")
    #expect(refusedLoad().hasPrefix("error: games.csv has no rows\n  help: fetch the file again"))
  }

  @Test func `rows with one key are counted, and one is kept`() throws {
    let games = try shell.read("data/games.csv")
    try shell.write(games + "ann,g1,2024-01-01,99,1.0\n", to: "data/games.csv")
    let result = shell("load --from data")
    #expect(result.exit == .done)
    #expect(result.out.contains("another row has the same key"))
  }

  @Test func `a season without a schedule`() throws {
    try shell.write("game,game_date,season,status\ng1,2024-01-01,2023,3\n", to: "data/schedule.csv")
    #expect(shell("load --from data").exit == .done)
    let (exit, text) = refusal("run --from 2024-01-05 --to 2024-01-12")
    #expect(exit == .usage)
    #expect(
      text == """
        error: there are no games from 2024-01-05 to 2024-01-12: the schedule goes from 2024-01-01 to 2024-01-01
          help: choose days inside it, or load the season

        """)
  }

  @Test func `a warehouse made by an older spec`() {
    shell("load --from data")
    shell("run --from 2024-01-01 --to 2024-01-12")
    var edit = Sample.Edit()
    edit.hasStreak = true
    let newer = Tool(Sample.pipeline(edit))
    let result = shell("run --from 2024-01-01 --to 2024-01-12", tool: newer)
    #expect(result.exit == .problems)
    #expect(result.err.contains("was made by another spec: "))
    #expect(result.err.contains("games_this_season"))
    #expect(
      result.err.contains("help: add --widen to change the table, or use another --warehouse"))
    #expect(shell("run --from 2024-01-01 --to 2024-01-12 --widen", tool: newer).exit == .done)
  }

  @Test func `a warehouse made by an older fastbreak`() throws {
    shell("load --from data")
    do {
      let connection = try Database(.file(shell.folder + "/.fastbreak/warehouse.duckdb")).connect()
      try connection.execute("UPDATE fastbreak.meta SET value = '1' WHERE name = 'schema_version'")
    }
    let (exit, text) = refusal("run --from 2024-01-01 --to 2024-01-12")
    #expect(exit == .problems)
    #expect(text.contains("has system tables of version 1, and this fastbreak knows 2"))
    #expect(
      text.contains("help: open it with the fastbreak that made it, or use another --warehouse"))
  }

  @Test func `a folder that is named as the warehouse`() {
    #expect(
      refusal("status --warehouse data").text == """
        error: \(shell.folder)/data is a folder, and a warehouse is a file
          help: name a file: --warehouse \(shell.folder)/data/warehouse.duckdb

        """)
  }

  @Test func `a file in the place of a folder`() throws {
    let (exit, text) = refusal("load --from data --warehouse data/games.csv/w.duckdb")
    #expect(exit == .problems)
    #expect(text.hasPrefix("error: the folder \(shell.folder)/data/games.csv cannot be made: "))
    #expect(text.hasSuffix("\n  help: choose another with --warehouse\n"))
  }

  @Test func `a file that is no warehouse`() throws {
    try shell.write("hello, this is not a database, only a few words of text\n", to: "x.duckdb")
    let (exit, text) = refusal("status --warehouse x.duckdb")
    #expect(exit == .problems)
    #expect(text.contains("help: choose another file with --warehouse"))
    #expect(!text.contains("\n  |"))
    #expect(shell("status --warehouse x.duckdb --verbose").err.contains("\n  | "))
  }

  @Test func `errors are JSON where JSON was asked for`() throws {
    let result = shell("status --json")
    #expect(result.exit == .problems)
    #expect(
      result.out == """
        {
          "error" : {
            "code" : "absent",
            "help" : "load makes one; or name another with --warehouse",
            "message" : "there is no warehouse at .fastbreak/warehouse.duckdb"
          }
        }

        """)
  }
}
