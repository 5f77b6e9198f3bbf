import FeatureTool
import Foundation
import Testing

@Suite struct `The difference of two specs` {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    shell("compile --write")
  }

  private func diff(
    _ line: String = "diff --no-sql", _ change: (inout Sample.Edit) -> Void
  ) -> Shell.Result {
    var edit = Sample.Edit()
    change(&edit)
    return shell(line, tool: Tool(Sample.pipeline(edit)))
  }

  @Test func `is none where nothing changed`() {
    let result = diff { _ in }
    #expect(result.exit == .done)
    #expect(
      result.out == """
        no difference: the specs say what generated says
        nothing stored to restate: there is no warehouse at .fastbreak/warehouse.duckdb

        """)
  }

  @Test func `says a window in feature words`() {
    let result = diff { $0.games = 12 }
    #expect(result.exit == .problems)
    #expect(
      result.out.hasPrefix(
        """
        player_form
          ~ points_mean_last_10: window last 10 games -> last 12 games

        """))
  }

  @Test func `says a constant, and what follows from it`() {
    #expect(diff { $0.weight = 3 }.out.contains("  ~ load: constant 2.0 -> 3.0\n"))
  }

  @Test func `says rounding, and what it does to the reader of the table`() {
    let out = diff { $0.scale = 2 }.out
    #expect(out.contains("  ~ points_mean_last_10: rounding 1 decimal -> 2 decimals\n"))
    #expect(out.contains("player_rest  no change of meaning\n"))
  }

  @Test func `says the filter of rows, and the features that follow`() {
    let out = diff { $0.minutes = 5 }.out
    #expect(
      out.contains(
        "  ~ history played: filter (played.minutes > 0.0) -> (played.minutes > 5.0)\n"))
    #expect(out.contains("follow from played\n"))
  }

  @Test func `says what is new with its formula, type and unit`() {
    #expect(
      diff { $0.hasStreak = true }.out.contains(
        "  + games_this_season: count(played) over season to date  BIGINT count\n"))
  }

  @Test func `recognises a new name`() {
    #expect(
      diff { $0.formName = "points_form" }.out.contains(
        "  ~ points_form: renamed from points_mean_last_10\n"))
  }

  @Test func `shows the SQL below the words`() {
    let out = diff("diff") { $0.hasStreak = true }.out
    #expect(out.contains("--- duckdb/features/player_form/8_ddl.sql\n"))
    #expect(out.contains("\n+  \"games_this_season\" BIGINT,\n"))
  }

  @Test func `of a window of ten games to one of twelve: the feature, its SQL, the stored days`()
    throws
  {
    try Sample.writeFiles(to: shell.folder + "/data")
    shell("load --from data")
    #expect(shell("run --from 2024-01-01 --to 2024-01-12").exit == .done)
    let result = diff("diff") { $0.games = 12 }
    #expect(result.exit == .problems)
    let lines = result.out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines.prefix(2) == [
        "player_form", "  ~ points_mean_last_10: window last 10 games -> last 12 games",
      ])
    #expect(lines.contains("--- duckdb/features/player_form/5_features.sql"))
    let edited = lines.filter { $0.hasPrefix("-  ") || $0.hasPrefix("+  ") }
    #expect(!edited.isEmpty)
    #expect(edited.filter { $0.hasPrefix("-") }.allSatisfy { $0.contains("10") })
    #expect(edited.filter { $0.hasPrefix("+") }.allSatisfy { $0.contains("12") })
    #expect(
      result.out.hasSuffix(
        """
        to restate   days  first       last
        player_form    12  2024-01-01  2024-01-12
        player_rest    12  2024-01-01  2024-01-12

        next: fastbreak run --from 2024-01-01 --to 2024-01-12

        """))
  }

  @Test func `is a document too`() throws {
    let result = diff("diff --json") { $0.games = 12 }
    #expect(result.exit == .problems)
    #expect(
      try jsonPaths(result.out).filter { !$0.contains("rest[]") } == [
        "against", "isEqual", "pipeline[]", "processors[].change", "processors[].changesValues",
        "processors[].features[].aspects[].name", "processors[].features[].aspects[].now",
        "processors[].features[].aspects[].was", "processors[].features[].change",
        "processors[].features[].subject", "processors[].processor",
        "statements[].file", "statements[].linesAdded", "statements[].linesRemoved",
      ])
  }

  @Test func `needs something to compare with`() throws {
    let empty = try Shell()
    let result = empty("diff")
    #expect(result.exit == .problems)
    #expect(
      result.err == """
        error: there is no plan in generated/plans to compare with
          help: compile --write makes one; --against takes a git revision, or stored

        """)
  }

  @Test func `refuses a plan that is none`() throws {
    try shell.write("{}", to: "generated/plans/player_form.json")
    let result = diff { _ in }
    #expect(result.exit == .problems)
    #expect(
      result.err.hasPrefix(
        "error: generated/plans/player_form.json is not a plan of this version of the tool\n"))
  }
}

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git")))
struct `The difference to a git revision` {
  private func git(_ arguments: [String], in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments =
      ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
      + arguments
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `is that to the files committed there`() throws {
    let shell = try Shell()
    shell("compile --write")
    try git(["init", "-q"], in: shell.folder)
    try git(["add", "-A"], in: shell.folder)
    try git(["commit", "-q", "-m", "first"], in: shell.folder)
    #expect(
      shell("diff --against HEAD").out.hasPrefix("no difference: the specs say what git HEAD"))

    var edit = Sample.Edit()
    edit.games = 12
    let edited = Tool(Sample.pipeline(edit))
    shell("compile --write", tool: edited)
    #expect(shell("diff --no-sql", tool: edited).exit == .done)
    let result = shell("diff --no-sql --against HEAD", tool: edited)
    #expect(result.exit == .problems)
    #expect(result.out.contains("window last 10 games -> last 12 games"))
  }

  @Test func `refuses what is no revision`() throws {
    let shell = try Shell()
    #expect(shell("diff --against HEAD").err.contains("is in no git repository"))
    try git(["init", "-q"], in: shell.folder)
    let unknown = shell("diff --against nowhere")
    #expect(unknown.exit == .usage)
    #expect(unknown.err.hasPrefix("error: there is no git revision 'nowhere'\n"))
    #expect(shell("diff --against=--output=x").err.contains("is not a git revision"))
  }
}
