import FeatureAlgebra
import Testing

@testable import FeatureTool

@Suite struct `Reading a command line` {
  private let commands: [CommandSpec] = [RunCommand.spec, LoadCommand.spec, StatusCommand.spec]

  private func read(_ line: String) throws(ToolError) -> Arguments {
    try Arguments(line.split(separator: " ").map(String.init), commands: commands)
  }

  @Test func `options stand in any order, before and after the command`() throws {
    for line in [
      "run --from 2024-01-01 --to 2024-01-02 --json",
      "--json run --to 2024-01-02 --from 2024-01-01",
      "--to=2024-01-02 --json run --from=2024-01-01",
    ] {
      let arguments = try read(line)
      #expect(arguments.command?.name == "run")
      #expect(arguments.has(.json))
      #expect(try arguments.days().lowerBound == Day("2024-01-01"))
      #expect(try arguments.days().upperBound == Day("2024-01-02"))
    }
  }

  @Test func `a repeated option keeps every value in order`() throws {
    let arguments = try read("load --season 2021-22 --feed x --season=2022-23")
    #expect(arguments.values(LoadCommand.season) == ["2021-22", "2022-23"])
  }

  @Test func `what follows two dashes is taken as it is`() throws {
    #expect(try read("-- status").command?.name == "status")
  }

  @Test func `help is understood in both spellings`() throws {
    #expect(try read("run -h").has(.help))
  }

  @Test(arguments: [
    ("stat", "there is no command 'stat'; is it 'status'?"),
    ("frobnicate", "there is no command 'frobnicate'"),
    ("run --form 2024-01-01", "there is no option --form; is it --from?"),
    ("run -x", "there is no option -x"),
    ("run --from", "--from has no value"),
    ("run --from --to 2024-01-01", "--from has no value"),
    ("run --from= --to 2024-01-01", "--from has no value"),
    ("run --from 2024-01-01 --from 2024-01-02", "--from is given twice"),
    ("run --json=yes", "--json takes no value"),
    ("status --workers 2", "status has no option --workers"),
    ("status now", "status cannot use 'now'"),
  ])
  func `a mistake is one sentence`(line: String, sentence: String) {
    let error = #expect(throws: ToolError.self) { try read(line) }
    #expect(error?.message == sentence)
    #expect(error?.exit == .usage)
  }
}

@Suite struct `Reading values` {
  private func arguments(_ line: String) throws -> Arguments {
    try Arguments(
      line.split(separator: " ").map(String.init), commands: [RunCommand.spec])
  }

  @Test(arguments: [
    ("run --to 2024-01-01", "run needs --from"),
    ("run --from 2024-01-01", "run needs --to"),
    ("run --from 2024-01-02 --to 2024-01-01", "--from 2024-01-02 is after --to 2024-01-01"),
    ("run --from 2023-02-29 --to 2024-01-01", "--from 2023-02-29: there is no such day"),
    ("run --from yesterday --to 2024-01-01", "--from 'yesterday' is not a date"),
    ("run --from 2024-1-1 --to 2024-01-01", "--from '2024-1-1' is not a date"),
    ("run --from 24-01-01 --to 2024-01-01", "--from '24-01-01' is not a date"),
  ])
  func `a bad day is one sentence`(line: String, sentence: String) throws {
    let arguments = try arguments(line)
    let error = #expect(throws: ToolError.self) { try arguments.days() }
    #expect(error?.message == sentence)
  }

  @Test(arguments: [
    ("512MB", 512_000_000), ("2GB", 2_000_000_000), ("1.5G", 1_500_000_000), ("4096", 4096),
    ("1GiB", 1_073_741_824), ("2gb", 2_000_000_000),
  ])
  func `a size has a unit`(text: String, bytes: Int) throws {
    #expect(try arguments("run --memory \(text)").bytes(.memory) == bytes)
  }

  @Test(arguments: ["much", "-1GB", "0", "GB", "nan", "1e30"])
  func `what is no size is refused`(text: String) throws {
    let arguments = try arguments("run --memory=\(text)")
    #expect(throws: ToolError.self) { try arguments.bytes(.memory) }
  }

  @Test(arguments: ["0", "-1", "two", "1.5", "99999999999999999999"])
  func `a count is a whole number of at least one`(text: String) throws {
    let arguments = try arguments("run --workers=\(text)")
    let error = #expect(throws: ToolError.self) { try arguments.count(.workers) }
    #expect(error?.message == "--workers '\(text)' is not a whole number of at least 1")
  }

  @Test func `a season is two years in a row`() {
    #expect(LoadCommand.isSeason("2022-23"))
    #expect(LoadCommand.isSeason("1999-00"))
    for text in ["2022", "2022-24", "22-23", "2022_23", "2022-23-24", ""] {
      #expect(!LoadCommand.isSeason(text))
    }
  }
}
