import FeatureSpec
import Foundation

extension Sample {
  /// Two CSV files: a row without a player is refused.
  static let feed = feed("sample", ending: "csv")
  static let parquetFeed = feed("parquet", ending: "parquet")

  private static func feed(_ name: String, ending: String) -> Feed {
    Feed(
      name, summary: "Games and players",
      files: [
        FeedFile(
          "schedule", "schedule.\(ending)",
          columns: [
            ("game", .text), ("game_date", .day), ("season", .integer), ("status", .integer),
          ]),
        FeedFile(
          "games", "games.\(ending)",
          columns: [
            ("player", .text), ("game", .text), ("game_date", .day), ("points", .integer),
            ("minutes", .double),
          ]),
      ],
      loads: [
        FeedLoad(
          SampleSchedule(),
          query: """
            SELECT *, TIMESTAMP '2024-01-01 00:00:00' AS processed_at, CAST(NULL AS VARCHAR) AS refused
            FROM schedule
            """),
        FeedLoad(
          SampleGames(),
          query: """
            SELECT *, TIMESTAMP '2024-01-01 00:00:00' AS processed_at,
              CASE WHEN player = 'nobody' THEN 'the player is not known' END AS refused
            FROM games
            """),
      ])
  }

  /// Twelve days of January 2024 with a game each, two players, and one row to refuse.
  static func writeFiles(to folder: String) throws {
    var schedule = "game,game_date,season,status\n"
    var games = "player,game,game_date,points,minutes\n"
    for day in 1...12 {
      let date = "2024-01-\(day < 10 ? "0" : "")\(day)"
      schedule += "g\(day),\(date),2023,3\n"
      for (number, player) in ["ann", "bob"].enumerated() {
        games += "\(player),g\(day),\(date),\(10 + day + number),\(30 + number).5\n"
      }
    }
    games += "nobody,g1,2024-01-01,1,1.0\n"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try schedule.write(toFile: folder + "/schedule.csv", atomically: true, encoding: .utf8)
    try games.write(toFile: folder + "/games.csv", atomically: true, encoding: .utf8)
  }
}
