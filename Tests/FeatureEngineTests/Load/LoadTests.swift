import Foundation
import Testing

@testable import FeatureEngine

/// Files that become raw tables.
@Suite struct LoadTests {
  let feed: TinyFeed

  init() throws {
    feed = try TinyFeed()
    try feed.writeLines(
      values: """
        ('2022-11-01', 'ann', 'A', 'active', 10, 101.5), ('2022-11-01', 'bob', 'A', 'dnp', NULL, NULL)
        """)
  }

  @Test func `rows are stored as the file has them`() throws {
    try feed.write(
      "SELECT DATE '2022-11-01' AS game_date, 'ann' AS player, 'best' AS book, 11.5 AS line",
      to: "quotes.parquet")
    try feed.write("SELECT 'ann' AS player, 'ann_001' AS player_id", to: "registry.csv")
    let report = try feed.load()
    #expect(report.tables.map(\.table) == ["raw.lines", "raw.quotes", "raw.registry"])
    #expect(report.tables.map(\.read) == [2, 1, 1])
    #expect(report.tables.map(\.rows.inserted) == [2, 1, 1])
    #expect(report.absentFiles == [])
    #expect(
      try feed.rows("SELECT * FROM raw.lines ORDER BY player") == [
        "2022-11-01 | ann | A | active | 10 | 101.5", "2022-11-01 | bob | A | dnp | ∅ | ∅",
      ])
    #expect(try feed.rows("SELECT player_id FROM raw.registry") == ["ann_001"])
  }

  @Test func `rows of a table with a hash get one`() throws {
    try feed.write(
      "SELECT DATE '2022-11-01' AS game_date, 'ann' AS player, 'best' AS book, 11.5 AS line",
      to: "quotes.parquet")
    try feed.load()
    // LEFT(SHA256(…), 16) of the columns by name, each as name=value.
    #expect(
      try feed.rows(
        """
        SELECT data_hash = LEFT(SHA256('book="best"|game_date=2022-11-01|line=11.5|player="ann"'), 16)
        FROM raw.quotes
        """) == ["true"])
  }

  /// One character with its accent, and the end of a literal all the same.
  @Test func `files may lie in a folder whose name has a quote, with an accent or without`() throws
  {
    let file = "lines_2022_23.parquet"
    for name in ["ann's", "ann'\u{301}s"] {
      let folder = feed.folder.path(name)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      try FileManager.default.copyItem(atPath: feed.folder.path(file), toPath: "\(folder)/\(file)")
      let report = try feed.load(from: folder)
      #expect(report.tables.map(\.read).first == 2)
    }
    #expect(try feed.storedRows() == 2)
  }

  @Test func `the same files again change nothing`() throws {
    try feed.load()
    let second = try feed.load()
    #expect(second.tables[0].rows.written == 0)
    #expect(second.tables[0].rows.unchanged == 2)
    #expect(try feed.storedRows() == 2)
  }

  @Test func `a changed row is updated, the others are left alone`() throws {
    try feed.load()
    try feed.writeLines(
      values: """
        ('2022-11-01', 'ann', 'A', 'active', 11, 101.5), ('2022-11-01', 'bob', 'A', 'dnp', NULL, NULL),
        ('2022-11-03', 'ann', 'A', 'active', 20, NULL)
        """)
    let report = try feed.load()
    #expect(report.tables[0].rows.inserted == 1)
    #expect(report.tables[0].rows.updated == 1)
    #expect(report.tables[0].rows.unchanged == 1)
    #expect(try feed.rows("SELECT points FROM raw.lines ORDER BY ALL") == ["11", "20", "∅"])
  }

  @Test func `several seasons are read together`() throws {
    try feed.writeLines(values: "('2023-11-01', 'ann', 'A', 'active', 9, 1.0)", season: "2023_24")
    let report = try feed.load(seasons: ["2022-23", "2023-24"])
    #expect(report.tables[0].rows.inserted == 3)
  }

  @Test func `an absent optional file is named and read as empty`() throws {
    let report = try feed.load()
    #expect(report.absentFiles == ["quote_file", "registry_file"])
    #expect(report.tables.map(\.read) == [2, 0, 0])
  }

  @Test func `integers of any width are read as integers`() throws {
    try feed.writeLines(
      """
      SELECT DATE '2022-11-01' AS game_date, 'ann' AS player, 'A' AS team, 'active' AS status,
        CAST(10 AS TINYINT) AS points, CAST(7 AS SMALLINT) AS rating
      """)
    try feed.load()
    #expect(try feed.rows("SELECT points, rating FROM raw.lines") == ["10 | 7.0"])
  }

  @Test func `columns that nobody asked for are left out`() throws {
    try feed.writeLines(
      """
      SELECT 1 AS first, DATE '2022-11-01' AS game_date, 'ann' AS player, 'A' AS team,
        'active' AS status, 10 AS points, 7 AS rating, [1, 2] AS extra
      """)
    #expect(try feed.load().tables[0].rows.inserted == 1)
  }

  @Test func `a folder with a quote in its name is read`() throws {
    let folder = feed.folder.path("o'neil")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: feed.folder.path("lines_2022_23.parquet"),
      toPath: folder + "/lines_2022_23.parquet")
    #expect(try feed.load(from: folder).tables[0].rows.inserted == 2)
  }

  @Test(arguments: [
    "O'Neal \"the\" Diesel; DROP TABLE raw.lines", "Dončić 🏀", "", " padded ", "a\nb",
  ])
  func `any text is stored exactly`(name: String) throws {
    let quoted = name.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    try feed.writeLines(values: "('2022-11-01', '\(quoted)', 'A', 'active', 1, 1.0)")
    try feed.load()
    #expect(try feed.rows("SELECT player FROM raw.lines") == [name])
    #expect(try feed.load().tables[0].rows.unchanged == 1)
  }

  @Test(arguments: ["1e308", "-1e308", "4.9e-324", "0.1", "-0.0"])
  func `any finite number is stored exactly`(number: String) throws {
    try feed.writeLines(values: "('2022-11-01', 'ann', 'A', 'active', 1, \(number))")
    try feed.load()
    #expect(
      try feed.rows("SELECT rating FROM raw.lines").first.flatMap(Double.init) == Double(number))
    #expect(try feed.load().tables[0].rows.unchanged == 1)
  }

  @Test func `the largest integers are stored exactly`() throws {
    try feed.writeLines(
      values: """
        ('2022-11-01', 'ann', 'A', 'active', 9223372036854775807, 1.0),
        ('2022-11-01', 'bob', 'A', 'active', -9223372036854775808, 1.0)
        """)
    try feed.load()
    #expect(
      try feed.rows("SELECT points FROM raw.lines ORDER BY player")
        == ["9223372036854775807", "-9223372036854775808"])
  }
}
