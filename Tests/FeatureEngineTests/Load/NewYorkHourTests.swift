import DuckDB
import Testing

@testable import NBAFeatures

/// Hours by the clock of New York are stored as UTC (X-35).
@Suite struct NewYorkHourTests {
  @Test(arguments: [
    ("2024-11-02", "2024-11-02 21:00:00"), ("2024-11-03", "2024-11-03 22:00:00"),
    ("2024-12-31", "2024-12-31 22:00:00"), ("2025-03-08", "2025-03-08 22:00:00"),
    ("2025-03-09", "2025-03-09 21:00:00"),
  ])
  func `five in the afternoon is nine or ten, by the season`(day: String, utc: String) throws {
    let connection = try Database(.memory).connect()
    let rows = try connection.query(
      "SELECT \(IngestSQL.newYork("DATE '\(day)'", hour: "17")) = TIMESTAMP '\(utc)'"
    ).rows()
    #expect(rows == [[.boolean(true)]])
  }

  @Test func `a late hour is of the next day`() throws {
    let connection = try Database(.memory).connect()
    let hour = IngestSQL.newYork("DATE '2024-12-31'", hour: "22")
    let rows = try connection.query("SELECT \(hour) = TIMESTAMP '2025-01-01 03:00:00'").rows()
    #expect(rows == [[.boolean(true)]])
  }
}
