import FeatureTool
import Foundation
import Testing

@Suite struct `Coverage` {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
    shell("load --from data")
    // From the second day on, so that the first is not computed.
    shell("run --from 2024-01-02 --to 2024-01-10")
  }

  @Test func `counts days, rows and entities, and shows a calendar`() {
    let result = shell("coverage player_form")
    #expect(result.exit == .done)
    #expect(
      result.out == """
        2024-01-01 to 2024-01-12 · .fastbreak/warehouse.duckdb

        processor    days  of  rows  entities  share  J
        player_form     9  12    18        18  100 %  █

        player_form
             Jan
        Mon  ○ █
        Tue  █ █
        Wed  █ █
        Thu  █ ○
        Fri  █ ○
        Sat  █ ·
        Sun  █ ·

        █ every entity  ▓ 3 in 4  ▒ half  ░ fewer  ○ not computed  ✗ failed  · no row due

        next: fastbreak run --from 2024-01-01 --to 2024-01-12

        """)
  }

  @Test func `goes by day`() {
    let result = shell("coverage player_rest --by day --from 2024-01-09 --to 2024-01-11")
    #expect(
      result.out == """
        player_rest
        day         rows  entities  share  state
        2024-01-09     2         2  100 %
        2024-01-10     2         2  100 %
        2024-01-11     ·         ·         not computed
        ───────────────────────────────────────────────
        3 days         4         4  100 %

        """)
  }

  @Test func `goes by month and by entity`() {
    #expect(
      shell("coverage player_form --by month").out == """
        player_form
        month    days  of  rows  entities  share
        2024-01     9  12    18        18  100 %
        ────────────────────────────────────────
        all         9  12    18        18  100 %

        """)
    #expect(
      shell("coverage player_form --by entity --limit 1").out == """
        player_form
        entity  rows  days  share
        ann        9     9  100 %
        and 1 more; 0 of 2 entities lack a day

        """)
  }

  @Test(arguments: [
    (
      "", "byMonth[]",
      ["entities", "expectedDays", "failedDays", "failures{}", "month", "rows", "storedDays"]
    ),
    ("--by day", "byDay[]", ["day", "entities", "failures{}", "rows", "state"]),
    ("--by entity", "byEntity[]", ["days", "entity", "failures{}", "rows"]),
    (
      "--by column", "byColumn[]",
      ["alikeDays", "column", "days", "filled", "highest", "lowest", "rows"]
    ),
  ])
  func `is a document too`(option: String, list: String, keys: [String]) throws {
    let own = keys.map { "processors[].\(list).\($0)" }
    let counts = [
      "bootstrapDays", "entities", "expectedDays", "failedDays", "failures{}", "missingDays",
      "offDays", "processor", "rows", "storedDays",
    ].map { "processors[].\($0)" }
    #expect(
      try jsonPaths(shell("coverage \(option) --json").out)
        == (["from", "to"] + own + counts).sorted())
  }

  @Test(arguments: [
    ("coverage player_from", "there is no processor 'player_from'; is it 'player_form'?"),
    ("coverage --by week", "--by 'week' is not one of day, month, entity, column"),
    ("coverage --limit 3", "--limit belongs to --by entity and --by column"),
    ("coverage --from 2025-01-01", "there are no games from 2025-01-01 to 2024-01-12"),
  ])
  func `refuses what makes no sense`(line: String, sentence: String) {
    let result = shell(line)
    #expect(result.exit == .usage)
    #expect(result.err.hasPrefix("error: \(sentence)"), "\(result.err)")
  }
}
