import DuckDB
import FeatureTool
import Testing

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
      #expect(result.err.hasPrefix("error: could not open the warehouse"))
      #expect(result.err.contains("help: "))
    }
    _ = connection
  }
}
