import DuckDB
import Testing

@testable import FeatureTool

@Suite struct `A busy warehouse` {
  @Test func `is exit 3 and names who holds it`() throws {
    let shell = try Shell()
    try Sample.writeFiles(to: shell.folder + "/data")
    #expect(shell("load --from data").exit == .done)
    let holder = try Database(.file(shell.folder + "/.fastbreak/warehouse.duckdb"))
    let connection = try holder.connect()
    for line in ["status", "run --from 2024-01-01 --to 2024-01-12", "load --from data"] {
      let result = shell(line)
      #expect(result.exit == .busy)
      #expect(result.err.hasPrefix("error: the warehouse .fastbreak/warehouse.duckdb is busy"))
      #expect(result.err.contains("help: "))
    }
    _ = connection
  }
}

@Suite struct `The holder of a warehouse` {
  @Test func `is read from the database's words`() {
    let holder = Invocation.holder(
      in: "IO Error: Conflicting lock is held in /opt/bin/fastbreak (PID 7386). See also https://x")
    #expect(holder?.program == "fastbreak")
    #expect(holder?.process == 7386)
    #expect(Invocation.holder(in: "IO Error: something else") == nil)
  }
}
