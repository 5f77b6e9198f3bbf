import FeatureTool
import Foundation
import Testing

@Suite struct `Verifying the evaluators` {
  private let shell: Shell
  private let range = "--from 2024-01-01 --to 2024-01-12"

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
    shell("load --from data")
  }

  @Test func `finds them equal, and leaves the warehouse as it was`() throws {
    let before = try shell.bytes(".fastbreak/warehouse.duckdb")
    let result = shell("verify --evaluators \(range)")
    #expect(result.exit == .done)
    #expect(result.out.contains("equal: every value of 44 rows"))
    #expect(try shell.bytes(".fastbreak/warehouse.duckdb") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: shell.folder + "/.fastbreak")
        == ["warehouse.duckdb"])
  }

  @Test func `is a document too`() throws {
    #expect(
      try jsonPaths(shell("verify --evaluators \(range) --json").out) == [
        "failedDays", "from", "isEqual", "kernelSeconds", "processors[].columns",
        "processors[].differences[]", "processors[].processor", "processors[].rows",
        "processors[].rowsAdded", "processors[].rowsGone", "sqlSeconds", "to",
      ])
  }

  @Test func `must be told what to verify`() {
    let result = shell("verify \(range)")
    #expect(result.exit == .usage)
    #expect(result.err.hasPrefix("error: verify is not told what to verify\n"))
  }
}
