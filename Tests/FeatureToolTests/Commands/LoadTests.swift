import FeatureTool
import Foundation
import Testing

@Suite struct `Loading files` {
  private let shell: Shell

  init() throws {
    shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
  }

  @Test func `counts rows and refusals, and makes the warehouse's folder`() {
    let result = shell("load --from data")
    #expect(result.exit == .done)
    #expect(shell.exists(".fastbreak/warehouse.duckdb"))
    #expect(result.out.contains("raw.schedule"))
    #expect(result.out.contains("the player is not known"))
    #expect(result.out.contains("loaded sample: 37 rows"))
  }

  @Test func `again changes nothing and says so`() {
    shell("load --from data")
    let result = shell("load --from data")
    #expect(result.exit == .done)
    #expect(result.out.contains("nothing changed: the 36 rows of sample are stored already"))
  }

  @Test func `is a document too`() throws {
    let result = shell("load --from data --json")
    #expect(
      try jsonPaths(result.out) == [
        "absentFiles[]", "feed", "seconds", "tables[].read",
        "tables[].refused.the player is not known",
        "tables[].refused{}", "tables[].rows.deleted", "tables[].rows.failed",
        "tables[].rows.inserted", "tables[].rows.unchanged", "tables[].rows.updated",
        "tables[].seconds", "tables[].table",
      ])
  }

  @Test func `quietly prints nothing`() {
    #expect(shell("load --from data --quiet").text.isEmpty)
  }
}
