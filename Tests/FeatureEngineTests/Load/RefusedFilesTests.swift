import Foundation
import Testing

@testable import FeatureEngine

/// Files that are not what a feed declares: the load says which and why, and stores nothing.
@Suite struct RefusedFilesTests {
  let feed: TinyFeed

  init() throws { feed = try TinyFeed() }

  static let line = """
    SELECT DATE '2022-11-01' AS game_date, 'ann' AS player, 'A' AS team, 'active' AS status,
      10 AS points, 1.5 AS rating
    """

  /// A load that is refused, with a good file of another table beside.
  func refusal(_ seasons: [String] = ["2022-23"]) throws -> EngineError? {
    try feed.write("SELECT 'ann' AS player, 'ann_001' AS player_id", to: "registry.csv")
    let error = #expect(throws: EngineError.self) { try feed.load(seasons: seasons) }
    #expect(try feed.storedRows() == 0)
    return error
  }

  @Test func `a missing file is named with the seasons that are there`() throws {
    try feed.writeLines(Self.line, season: "2021_22")
    try feed.writeLines(Self.line, season: "2023_24")
    let error = try refusal()
    #expect(error?.code == .input)
    #expect(
      error?.message
        == "feed 'tiny' needs lines_2022_23.parquet, and it is not in \(feed.folder.root.path)")
    #expect(error?.help == "seasons that are there: 2021-22, 2023-24")
  }

  @Test func `a folder that is not there is named`() throws {
    let error = #expect(throws: EngineError.self) { try feed.load(from: "/nowhere") }
    #expect(error?.code == .input)
    #expect(error?.help?.hasPrefix("/nowhere is not a folder that can be read") == true)
  }

  @Test func `a load without a season asks for one`() throws {
    let error = try refusal([])
    #expect(error?.code == .usage)
    #expect(error?.help == "add --season 2022-23, once per season")
  }

  @Test func `a missing column is named with those that are there`() throws {
    try feed.writeLines(
      "SELECT DATE '2022-11-01' AS game_date, 'ann' AS player, 'A' AS team, 'active' AS status, 1.5 AS rating"
    )
    let error = try refusal()
    #expect(error?.code == .input)
    #expect(error?.message == "lines_2022_23.parquet has no column 'points' (BIGINT)")
    #expect(
      error?.help == "write the file again with it; it has game_date, player, rating, status, team")
  }

  @Test(
    arguments: [
      ("'10' AS points", "points", "VARCHAR", "BIGINT"),
      ("1.5 AS points", "points", "DECIMAL(2,1)", "BIGINT"),
      ("10 AS points", nil, nil, nil), ("TRUE AS points", "points", "BOOLEAN", "BIGINT"),
      ("CAST(10 AS HUGEINT) AS points", "points", "DOUBLE", "BIGINT"),
    ] as [(String, String?, String?, String?)])
  func `a column of another family of types is refused`(
    column: String, name: String?, found: String?, wanted: String?
  ) throws {
    try feed.writeLines(
      """
      SELECT DATE '2022-11-01' AS game_date, 'ann' AS player, 'A' AS team, 'active' AS status,
        1.5 AS rating, \(column)
      """)
    guard let name, let found, let wanted else {
      #expect(try feed.load().tables[0].rows.inserted == 1)
      return
    }
    let error = try refusal()
    #expect(error?.code == .input)
    #expect(
      error?.message
        == "column '\(name)' of lines_2022_23.parquet is \(found), and \(wanted) is wanted")
  }

  @Test func `a day as text is refused`() throws {
    try feed.writeLines(Self.line + ", 1 AS x")
    try feed.writeLines(
      Self.line.split(separator: "DATE ").joined(separator: ""))
    #expect(
      try refusal()?.message
        == "column 'game_date' of lines_2022_23.parquet is VARCHAR, and DATE is wanted")
  }

  @Test func `a file without rows is refused`() throws {
    try feed.writeLines(Self.line + " WHERE FALSE")
    let error = try refusal()
    #expect(error?.code == .input)
    #expect(error?.message == "lines_2022_23.parquet has no rows")
  }

  @Test func `an empty optional file is no fault`() throws {
    try feed.writeLines(Self.line)
    try feed.write("SELECT 'x' AS player, 'y' AS player_id WHERE FALSE", to: "registry.csv")
    #expect(try feed.load().tables.map(\.read) == [1, 0, 0])
  }

  @Test func `a file of headings alone is an empty one`() throws {
    try feed.writeLines(Self.line)
    try "player,player_id\n".write(
      toFile: feed.folder.path("registry.csv"), atomically: true, encoding: .utf8)
    #expect(try feed.load().tables.map(\.read) == [1, 0, 0])
  }

  @Test(arguments: ["", "this is no Parquet file, whatever its name says", "PAR1"])
  func `a file that is no Parquet file is refused`(content: String) throws {
    try content.write(
      toFile: feed.folder.path("lines_2022_23.parquet"), atomically: true, encoding: .utf8)
    let error = try refusal()
    #expect(error?.code == .input)
    #expect(error?.message.hasPrefix("lines_2022_23.parquet cannot be read: ") == true)
    #expect(error?.help == "is it a whole Parquet file? fetch it again")
  }

  @Test func `a query that fails in a later table stores nothing of the earlier`() throws {
    try feed.writeLines(Self.line)
    try feed.write(
      "SELECT DATE '2022-11-01' AS game_date, 'ann' AS player, 'best' AS book, 11.5 AS line",
      to: "quotes.parquet")
    let broken = TinyFeed.feed(
      lines: ["game_date", "player", "team", "status", "points", "rating"],
      quotes: "SELECT * REPLACE (CAST(player AS DOUBLE) AS line), NULL AS refused FROM quote_file")
    let error = #expect(throws: EngineError.self) { try feed.load(broken) }
    #expect(error?.code == .data)
    #expect(error?.message.hasPrefix("could not load raw.quotes: ") == true)
    #expect(try feed.storedRows() == 0)
    // And the next load is not in the way of what was left.
    #expect(try feed.load().tables.map(\.rows.inserted) == [1, 1, 0])
  }

  @Test func `a second season that is missing stores nothing of the first`() throws {
    try feed.writeLines(Self.line)
    #expect(try refusal(["2022-23", "2023-24"])?.code == .input)
  }

  @Test func `a table that the pipeline does not declare is refused`() throws {
    let feed = try TinyFeed()
    try feed.writeLines(Self.line)
    let error = #expect(throws: EngineError.self) { try feed.load(TinyFeed.stray) }
    #expect(error?.code == .usage)
    #expect(error?.message == "feed 'stray' fills raw.strays, which the pipeline does not declare")
  }
}
