import FeatureTool
import Foundation
import Testing

@Suite struct `Looking for leaks` {
  private let shell: Shell
  private let cheat: Tool

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
    shell("load --from data")
    shell("run --from 2024-01-01 --to 2024-01-12")
    var edit = Sample.Edit()
    edit.datesGamesBack = true
    cheat = Tool(Sample.pipeline(edit))
  }

  @Test func `finds none, and leaves the warehouse as it was`() throws {
    let before = try shell.bytes(".fastbreak/warehouse.duckdb")
    let result = shell("verify --leaks --sample 3")
    #expect(result.exit == .done)
    #expect(
      result.out == """
        processor    days  rows  columns  tables disturbed  verdict
        player_form     3     6        5                 3  nothing moved
        player_rest     3     6        3                 3  nothing moved

        left alone
          raw.schedule, rows of the day: game, game_date, season, status
            read on the day: calendar (all)
          features.player_form, rows of the day: form_date, minutes_last_7_days, player
            read on the day: population 'form' (player_rest)

        no leak: 12 rows of 6 days, each computed twice (500 ms)

        """)
    #expect(try shell.bytes(".fastbreak/warehouse.duckdb") == before)
    let files = try FileManager.default.contentsOfDirectory(atPath: shell.folder + "/.fastbreak")
    #expect(files.sorted() == ["warehouse.duckdb", "warehouse.journal.sqlite"])
  }

  @Test func `names row, column, values and what moved them`() throws {
    let result = shell("verify --leaks player_form --sample 3", tool: cheat)
    #expect(result.exit == .problems)
    let lines = result.out.split(separator: "\n").suffix(6)
    try #require(lines.count == 6)
    // Which cells are hit is the database's hash: another version may name another column.
    let patterns = [
      #/leak: player_form\.\w+ of 2024-01-\d\d/#,
      #/ +row +player=(?:ann|bob), form_date=2024-01-\d\d/#, #/ +was +[\d.]+/#,
      #/ +became +(?:[\d.]+|NULL)/#,
      #/ +moved by +[\w ]+ in raw\.player_games, rows of that day or later/#,
    ]
    for (line, pattern) in zip(lines, patterns) {
      #expect(line.wholeMatch(of: pattern) != nil, "\(line)")
    }
    #expect(lines.last?.hasPrefix("leak: 1 processor of 1 looked ahead; 2 rows of 1 day, ") == true)
  }

  @Test func `is a document too`() throws {
    let result = shell("verify --leaks player_form --json", tool: cheat)
    #expect(result.exit == .problems)
    #expect(
      try jsonPaths(result.out) == [
        "from", "isClean", "processors[].columns", "processors[].days[]",
        "processors[].failedDays[]", "processors[].leak.change", "processors[].leak.column",
        "processors[].leak.day", "processors[].leak.disturbedFrom", "processors[].leak.input",
        "processors[].leak.now", "processors[].leak.row", "processors[].leak.was",
        "processors[].leftAlone[].columns[]", "processors[].leftAlone[].reason",
        "processors[].leftAlone[].rows", "processors[].leftAlone[].table",
        "processors[].processor", "processors[].rows", "processors[].tablesDisturbed", "seconds",
        "to",
      ])
  }

  @Test(arguments: [
    ("verify --leaks --evaluators", "verify takes one proof at a time"),
    ("verify --leaks player_from", "there is no processor 'player_from'; is it 'player_form'?"),
    ("verify --leaks --sample none", "--sample 'none' is not a whole number of at least 1"),
    ("verify --evaluators --sample 3", "verify --evaluators has no option --sample"),
  ])
  func `refuses what makes no sense`(line: String, sentence: String) {
    let result = shell(line)
    #expect(result.exit == .usage)
    #expect(result.err.hasPrefix("error: \(sentence)\n"), "\(result.err)")
  }
}
