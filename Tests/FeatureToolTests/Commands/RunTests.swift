import FeatureTool
import Foundation
import Testing

@Suite struct `Running a range` {
  private let shell: Shell
  private let range = "--from 2024-01-01 --to 2024-01-12"

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
    #expect(shell("load --from data").exit == .done)
  }

  @Test func `computes it and says what was done`() {
    let result = shell("run \(range)")
    #expect(result.exit == .done)
    #expect(result.err.isEmpty)
    #expect(result.out.contains("player_form"))
    #expect(result.out.contains("stale because"))
    #expect(result.out.contains("done: "))
    #expect(!result.out.contains("\u{1B}"))
  }

  @Test func `again has nothing to do and says why`() {
    shell("run \(range)")
    let result = shell("run \(range)")
    #expect(result.exit == .done)
    #expect(
      result.out.contains(
        "nothing to do: 12 days are fresh: plan and inputs are those of the receipts"))
  }

  @Test func `is planned first, and the plan is what happens`() {
    let plan = shell("plan \(range)")
    #expect(plan.exit == .done)
    #expect(plan.out.contains("2024-01-01 to 2024-01-12  new"))
    #expect(plan.out.hasSuffix("run would compute 24 processor days\n"))
    shell("run \(range)")
    #expect(shell("plan \(range)").out.hasSuffix("nothing to do for 2024-01-01 to 2024-01-12\n"))
  }

  @Test func `is estimated from earlier runs`() throws {
    #expect(!shell("plan \(range)").out.contains("about"))
    let stored = shell("run \(range) --json").out
    let rows = try #require(stored.firstMatch(of: /"rowsWritten" ?: ?(\d+)/)).1
    let plan = shell("plan \(range) --force").out
    #expect(plan.contains("run would compute 24 processor days: about \(rows) rows in "))
    #expect(plan.contains("s, by earlier runs\n"))
    let document = shell("plan \(range) --force --json").out
    #expect(document.contains("\"rows\" : \(rows)"))
    // No run of few days tells what one day takes.
    #expect(
      shell("plan --from 2024-01-12 --to 2024-01-12 --force").out.contains(
        " rows, by earlier runs\n"))
    #expect(!shell("plan \(range) --force --evaluator sql").out.contains("about"))
  }

  @Test func `is stored, and status shows it`() {
    #expect(shell("status").out.contains("next: fastbreak run --from 2024-01-01 --to 2024-01-12\n"))
    shell("run \(range)")
    let status = shell("status").out
    #expect(status.contains("player_form"))
    #expect(status.contains("2024-01-12"))
    #expect(status.contains("raw.player_games"))
    #expect(!status.contains("next:"))
  }

  @Test func `has no progress and no colour where nobody watches`() {
    let watched = shell("run \(range) --force", isTerminal: true)
    #expect(watched.err.contains("\u{1B}[2K"))
    #expect(watched.out.contains("\u{1B}["))
    let plain = shell(
      "run \(range) --force", environment: ["NO_COLOR": "1"], isTerminal: true)
    #expect(!plain.out.contains("\u{1B}["))
    #expect(!shell("run \(range) --force --no-color", isTerminal: true).out.contains("\u{1B}["))
  }

  @Test func `stops at an interrupt, rolls back, and says how to go on`() {
    let interrupts = Interrupts { handler in
      handler(1)
      return {}
    }
    let result = shell("run \(range)", interrupts: interrupts)
    #expect(result.exit == .interrupted)
    #expect(result.out.contains("0 rows stored; go on with: fastbreak run \(range)\n"))
    #expect(shell("run \(range)").exit == .done)
  }

  @Test func `a changed spec restates the stored days of it and of what reads it`() {
    shell("run \(range)")
    var edit = Sample.Edit()
    edit.games = 3
    let edited = Tool(Sample.pipeline(edit))
    let result = shell("diff --against stored", tool: edited)
    #expect(result.exit == .problems)
    #expect(result.out.contains("player_form    12  2024-01-01  2024-01-12\n"))
    #expect(result.out.contains("next: fastbreak run --from 2024-01-01 --to 2024-01-12\n"))
    #expect(shell("diff --against stored").exit == .done)
  }

  @Test func `is in the journal`() {
    shell("run \(range)")
    shell("run \(range)")
    let runs = shell("runs --json")
    #expect(runs.exit == .done)
    #expect(runs.out.contains("\"status\" : \"success\""))
    #expect(shell("runs latest").out.contains("seconds of"))
    #expect(shell("runs diff previous latest").exit == .done)
    #expect(shell("runs diff previous").exit == .usage)
    #expect(shell("runs nosuch").exit == .usage)
  }

  @Test func `goes on without a journal, with a warning`() throws {
    try shell.write("this is no journal\n", to: ".fastbreak/warehouse.journal.sqlite")
    let result = shell("run \(range)")
    #expect(result.exit == .done)
    #expect(result.err.hasPrefix("warning: this run is not recorded: "))
  }
}

@Suite struct `The documents of --json` {
  private let shell: Shell
  private let range = "--from 2024-01-01 --to 2024-01-12"

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
    shell("load --from data")
  }

  @Test func `of run`() throws {
    let phases = [
      "dependencies", "contracts", "evaluate", "extract", "hash", "receipts", "stage", "write",
    ]
    let days = ["blocked", "bootstrap", "computed", "failed", "fresh", "held", "off day"]
    let rows = ["deleted", "failed", "inserted", "unchanged", "updated"]
    let expected =
      ["failedDays", "from", "rowsWritten", "run", "seconds", "to", "wasInterrupted"]
      + [
        "processors[].blocked{}", "processors[].errors[]", "processors[].failures{}",
        "processors[].processor",
        "processors[].reasons.new", "processors[].slabs", "processors[].statements",
      ] + days.map { "processors[].days.\($0)" } + rows.map { "processors[].rows.\($0)" }
      + phases.map { "processors[].seconds.\($0)" }
    #expect(try jsonPaths(shell("run \(range) --json").out) == expected.sorted())
  }

  @Test func `of plan`() throws {
    #expect(
      try jsonPaths(shell("plan \(range) --json").out) == [
        "from", "processors[].days[].day", "processors[].days[].decision",
        "processors[].days[].reason", "processors[].processor", "to",
      ])
  }

  @Test func `of status`() throws {
    shell("run \(range)")
    #expect(
      try jsonPaths(shell("status --json").out) == [
        "games.from", "games.to", "processors[].days.from", "processors[].days.to",
        "processors[].daysOfOtherPlans", "processors[].failures{}", "processors[].months[].days",
        "processors[].months[].month", "processors[].months[].rows", "processors[].pauses[]",
        "processors[].processor",
        "processors[].rows", "processors[].storedDays", "processors[].table",
        "rawTables[].days.from", "rawTables[].days.to", "rawTables[].rows", "rawTables[].table",
      ])
  }

  @Test func `of compile`() throws {
    #expect(
      try jsonPaths(shell("compile --json").out) == [
        "dialect", "pipeline", "processors[].features", "processors[].fingerprint",
        "processors[].inputs[]", "processors[].processor", "processors[].statements[]",
        "processors[].table", "processors[].windows[]",
      ])
    #expect(
      try jsonPaths(shell("compile player_form hash --json").out) == [
        "[].family", "[].name", "[].parameters[]", "[].sql",
      ])
  }
}
