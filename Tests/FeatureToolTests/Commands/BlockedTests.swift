import FeatureTool
import Testing

/// Days that wait for what they read.
@Suite struct `Days whose inputs are short` {
  private let shell: Shell
  private let range = "--from 2024-01-01 --to 2024-01-12"
  /// The form needs games, and the rest needs the form of the same day.
  private let tool: Tool = {
    var edit = Sample.Edit()
    edit.gamesRequired = 1
    return Tool(Sample.pipeline(edit))
  }()

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
  }

  @Test func `fail a run when they are all there is, and it says what to load`() throws {
    try shell.write(
      "player,game,game_date,points,minutes\nnobody,g1,2024-01-01,1,1.0\n", to: "data/games.csv")
    #expect(shell("load --from data", tool: tool).exit == .done)
    let result = shell("run \(range)", tool: tool)
    #expect(result.exit == .problems)
    #expect(result.out.contains("player_games     0            1    12  raw.player_games"))
    #expect(
      result.out.hasSuffix(
        "  help: load rows of raw.player_games for these days, or add --skip-dependencies to compute"
          + " without them\n"))
    #expect(shell("run \(range) --quiet", tool: tool).out.contains("nothing computed"))
    #expect(shell("runs latest", tool: tool).out.contains("  failed"))
    #expect(shell("run \(range) --skip-dependencies", tool: tool).exit == .done)
  }

  @Test func `of a processor alone name the processor to compute first`() {
    shell("load --from data", tool: tool)
    let result = shell("run \(range) --only player_rest", tool: tool)
    #expect(result.exit == .problems)
    #expect(result.out.hasSuffix("  help: compute player_form first: leave --only out\n"))
  }

  @Test func `do not fail a run that computes others`() {
    shell("load --from data", tool: tool)
    // Before the 1st there are no games.
    let result = shell("run \(range)", tool: tool)
    #expect(result.exit == .done)
    #expect(result.out.contains("short input"))
  }

  @Test func `are planned after the upstream that the same run computes`() {
    shell("load --from data", tool: tool)
    let plan = shell("plan \(range)", tool: tool)
    #expect(plan.exit == .done)
    #expect(plan.out.contains("2024-01-02 to 2024-01-12  after player_form"))
    #expect(
      plan.out.hasSuffix(
        "run would compute 11 processor days, and decide about 11 more when what they read is computed\n"
      ))
    let alone = shell("plan \(range) --only player_rest", tool: tool)
    #expect(
      alone.out.hasSuffix(
        "run would compute nothing: the inputs of 12 processor days are short; load what is missing,"
          + " or add --skip-dependencies\n"))
    #expect(
      shell("plan \(range) --json", tool: tool).out.contains("\"decision\" : \"after upstream\""))
  }

  @Test func `fresh days wait too where their upstream is computed again`() throws {
    shell("load --from data", tool: tool)
    shell("run \(range)", tool: tool)
    let games = try shell.read("data/games.csv")
    try shell.write(
      games.split(separator: "\n").map {
        $0 == "ann,g5,2024-01-05,15,30.5" ? "ann,g5,2024-01-05,16,30.5" : $0
      }
      .joined(separator: "\n") + "\n", to: "data/games.csv")
    shell("load --from data", tool: tool)
    let plan = shell("plan \(range)", tool: tool).out
    // From the 6th on, the form sees the changed game, and the rest reads the form of its day.
    #expect(
      plan.contains("2024-01-06 to 2024-01-12  played changed")
        || plan.contains("player_games changed"))
    #expect(plan.contains("2024-01-06 to 2024-01-12  after player_form"))
  }
}
