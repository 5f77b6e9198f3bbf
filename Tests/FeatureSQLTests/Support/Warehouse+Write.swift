import DuckDB
import FeaturePlan
import Testing

@testable import FeatureSQL

extension Warehouse {
  /// As-of days 5 and 6 January; one game of two players on the 4th.
  static func small(_ processor: ProcessorPlan = SmallPlan.processor()) throws -> Warehouse {
    let warehouse = try Warehouse(processor)
    try warehouse.connection.execute(
      """
      INSERT INTO raw.schedule SELECT 'g' || d, DATE '2023-01-01' + d, 2022, 'BOS', NULL
      FROM UNNEST([3, 4, 5]) AS u(d);
      INSERT INTO raw.games SELECT p, DATE '2023-01-04', 1, 1, LEFT(SHA256(p), 16), NULL
      FROM UNNEST(['ann', 'bob']) AS u(p);
      """)
    return warehouse
  }

  /// Ann on the 5th and 6th, Bob on the 5th.
  func stage(three points: [Int], quality: Int = 1) throws {
    try stage(
      """
      ('ann', DATE '2023-01-05', \(points[0]), 1, \(quality)),
      ('ann', DATE '2023-01-06', \(points[1]), 1, \(quality)),
      ('bob', DATE '2023-01-05', \(points[2]), 1, \(quality))
      """, columns: "player, cache_date, points_mean, games, quality")
  }

  private func keepDigests(from: String, to: String) throws {
    let hashes = sql.sourceHashes
    try connection.execute(sql.calendar.sql)
    try connection.execute(
      "CREATE OR REPLACE TEMPORARY TABLE \(write.digests) AS \(hashes.sql)",
      Warehouse.values(hashes, from: from, to: to))
  }

  /// The write as an engine does it, up to the row-count contract.
  @discardableResult
  func write(
    by writer: WriteTests.Writer, from: String = "2023-01-01", to: String = "2023-01-31",
    now: Int64
  ) throws -> WriteCounts {
    func number(_ statement: Statement, _ column: Int = 0) throws -> Int {
      Int(try rows(statement, from: from, to: to)[0][column].asInteger ?? -1)
    }
    try keepDigests(from: from, to: to)
    let (keys, duplicates) = (try number(write.check, 1), try number(write.check, 2))
    let before = try number(write.storedRows)
    switch writer {
    case .merge:
      if before == 0 {
        let inserted = try run(write.insert, from: from, to: to, now: now)
        return try WriteCounts(
          distinctKeys: keys, duplicates: duplicates, storedBefore: 0, deleted: 0,
          merged: inserted, storedAfter: number(write.storedRows))
      }
      let deleted = try run(write.deleteVanished, from: from, to: to)
      let merged = try run(write.merge, from: from, to: to, now: now)
      return try WriteCounts(
        distinctKeys: keys, duplicates: duplicates, storedBefore: before, deleted: deleted,
        merged: merged, storedAfter: number(write.storedRows))
    case .replace:
      let replace = try #require(write.replace)
      try run(replace.land, from: from, to: to, now: now)
      let tally = try (0..<3).map { try number(replace.tally, $0) }
      for statement in [replace.delete, replace.insert, replace.drop] {
        try run(statement, from: from, to: to)
      }
      return try WriteCounts(
        distinctKeys: keys, duplicates: duplicates, storedBefore: before, inserted: tally[0],
        updated: tally[1], unchanged: tally[2], storedAfter: number(write.storedRows))
    }
  }
}
