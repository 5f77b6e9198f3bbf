import Testing

@testable import FeatureEngine

/// Rows that a table does not take, counted by reason; the others are stored.
@Suite struct RefusedRowsTests {
  let feed: TinyFeed

  init() throws { feed = try TinyFeed() }

  static let good = "('2022-11-01', 'ann', 'A', 'active', 10, 101.5)"

  @Test(arguments: [
    ("('2022-11-01', NULL, 'A', 'active', 1, 1.0)", "player is missing"),
    ("(NULL, 'bob', 'A', 'active', 1, 1.0)", "game_date is missing"),
    ("('2022-11-01', 'bob', 'A', 'active', 1, 'NaN')", "rating is not a finite number"),
    ("('2022-11-01', 'bob', 'A', 'active', 1, 'inf')", "rating is not a finite number"),
    ("('2022-11-01', 'bob', 'A', 'active', 1, '-inf')", "rating is not a finite number"),
    ("('2022-11-01', 'bob', 'X', 'active', 1, 1.0)", "there is no team X"),
    ("('infinity', 'bob', 'A', 'active', 1, 1.0)", "game_date is not a day of the calendar"),
    ("('-infinity', 'bob', 'A', 'active', 1, 1.0)", "game_date is not a day of the calendar"),
    ("('0044-03-15 (BC)', 'bob', 'A', 'active', 1, 1.0)", "game_date is not a day of the calendar"),
    ("('12022-11-01', 'bob', 'A', 'active', 1, 1.0)", "game_date is not a day of the calendar"),
  ])
  func `a row is refused with its reason and the rest is stored`(
    row: String, reason: String
  ) throws {
    try feed.writeLines(values: "\(Self.good), \(row)")
    let lines = try feed.load().tables[0]
    #expect(lines.refused == [reason: 1])
    #expect(lines.read == 2)
    #expect(lines.rows.inserted == 1)
    #expect(try feed.rows("SELECT player FROM raw.lines") == ["ann"])
  }

  @Test func `of several rows with one key one stays and the others are counted`() throws {
    try feed.writeLines(
      values: """
        ('2022-11-01', 'ann', 'B', 'active', 20, 1.0), \(Self.good),
        ('2022-11-01', 'ann', 'A', 'active', 10, 99.0)
        """)
    let lines = try feed.load().tables[0]
    #expect(lines.refused == ["another row has the same key": 2])
    #expect(lines.rows.inserted == 1)
    // Which one does not depend on their order: the first by the other columns.
    #expect(try feed.rows("SELECT team, rating FROM raw.lines") == ["A | 99.0"])
  }

  @Test func `a refused row does not stand for the good one with its key`() throws {
    try feed.writeLines(values: "('2022-11-01', 'ann', 'A', 'active', 10, 'NaN'), \(Self.good)")
    let lines = try feed.load().tables[0]
    #expect(lines.refused == ["rating is not a finite number": 1])
    #expect(try feed.rows("SELECT rating FROM raw.lines") == ["101.5"])
  }

  @Test func `each reason has its count`() throws {
    try feed.writeLines(
      values: """
        \(Self.good), ('2022-11-01', NULL, 'A', 'active', 1, 1.0),
        ('2022-11-02', NULL, 'A', 'active', 1, 1.0), ('2022-11-01', 'bob', 'X', 'active', 1, 1.0)
        """)
    #expect(
      try feed.load().tables[0].refused == ["player is missing": 2, "there is no team X": 1])
  }

  @Test func `a row that is refused now leaves the stored one as it is`() throws {
    try feed.writeLines(values: Self.good)
    try feed.load()
    try feed.writeLines(values: "('2022-11-01', 'ann', 'X', 'active', 99, 1.0)")
    #expect(try feed.load().tables[0].rows.written == 0)
    #expect(try feed.rows("SELECT points FROM raw.lines") == ["10"])
  }

  @Test func `refused rows are refused again the second time`() throws {
    try feed.writeLines(values: "\(Self.good), (NULL, 'bob', 'A', 'active', 1, 1.0)")
    try feed.load()
    let second = try feed.load().tables[0]
    #expect(second.refused == ["game_date is missing": 1])
    #expect(second.rows.unchanged == 1)
  }
}
