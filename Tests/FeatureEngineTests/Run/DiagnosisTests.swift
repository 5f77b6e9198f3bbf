import Testing

@testable import FeatureEngine

/// Why games of an entity without a row are missing: domain 3.4.
@Suite struct DiagnosisTests {
  /// Three more games of A and B, so that B has seven before the 10th. Dan has a row of one, the 8th.
  static let rows =
    TinySeason.rows + """
      INSERT INTO raw.fixtures VALUES
        ('2022-11-05', 'g6', 2022, 3, 'A', 'B', 90, 91),
        ('2022-11-06', 'g7', 2022, 3, 'A', 'B', 90, 91),
        ('2022-11-07', 'g8', 2022, 3, 'A', 'B', 90, 91);
      """

  /// Raw rows that say that Dan did not play on these days of November.
  static func absences(_ days: [Int]) -> String {
    days.map { "INSERT INTO raw.lines VALUES ('2022-11-0\($0)', 'dan', 'B', 'dnp', NULL, NULL);" }
      .joined(separator: "\n")
  }

  static let missing = "[2022-11-01, 2022-11-03, 2022-11-04, 2022-11-05, 2022-11-06, 2022-11-07]"

  @Test(
    arguments: [
      ([], "DATA_GAP | true"), ([1, 3, 4, 5, 6, 7], "PLAYER_DNP | false"),
      ([3, 4], "MIXED | true"),
    ] as [([Int], String)])
  func `missing games are gaps, absences, or both`(absent: [Int], type: String) throws {
    for evaluator in RunOptions.Evaluator.allCases {
      let tiny = try TinyWarehouse(rows: Self.rows + Self.absences(absent))
      try tiny.run { $0.evaluator = evaluator }
      #expect(
        try diagnosis(of: "dan", on: 10, in: tiny) == ["\(type) | \(Self.missing) | true"],
        "\(evaluator)")
    }
  }

  @Test func `without a missing game the history is complete`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    #expect(try diagnosis(of: "ann", on: 3, in: tiny) == ["COMPLETE | false | ∅ | true"])
  }

  @Test func `with fewer than five games expected there is too little history`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    #expect(
      try diagnosis(of: "bob", on: 4, in: tiny)
        == ["INSUFFICIENT_HISTORY | false | [2022-11-03] | true"])
  }

  @Test func `games of more than two weeks ago say nothing`() throws {
    // B's games of the 1st to the 8th, and one on the 30th: none of them in the two weeks before it.
    let tiny = try TinyWarehouse(
      rows: Self.rows
        + "INSERT INTO raw.fixtures VALUES ('2022-11-30', 'g9', 2022, 1, 'A', 'B', NULL, NULL);")
    try tiny.run(1...30)
    #expect(try diagnosis(of: "dan", on: 30, in: tiny) == ["COMPLETE | false | ∅ | true"])
  }

  @Test func `without rows that excuse a game nothing is known`() throws {
    let tiny = try TinyWarehouse()
    try tiny.run()
    #expect(
      try tiny.rows(
        """
        SELECT failure_type, is_correctable, missing_game_dates, raw_data_checked
        FROM fastbreak.failures WHERE processor_name = 'player_games'
        """) == ["UNKNOWN | ∅ | ∅ | false"])
  }

  private func diagnosis(
    of player: String, on day: Int, in tiny: TinyWarehouse
  ) throws -> [String] {
    try tiny.rows(
      """
      SELECT failure_type, is_correctable, missing_game_dates, raw_data_checked
      FROM fastbreak.failures
      WHERE processor_name = 'player_form' AND entity_id = '\(player)' AND DAY(as_of) = \(day)
      """)
  }
}
