public import FeatureSpec

/// `nba_raw.bdl_player_boxscores`: the second feed of player box scores, one row per player and game.
public struct BDLPlayerBoxScores: Table {
  public static let name = TableName("nba_raw", "bdl_player_boxscores")

  public let gameID = Column("game_id", .text)
  public let gameDate = Column("game_date", .day).required
  public let seasonYear = Column("season_year", .integer)
  public let playerLookup = Column("player_lookup", .text).required
  public let playerName = Column("player_name", .text)
  public let teamAbbr = Column("team_abbr", .text).required
  /// A number here, a text in the gamebook.
  public let minutes = Column("minutes", .double, .minutes).inBoxScore
  public let points = Column("points", .integer, .points).inBoxScore
  public let fieldGoalsMade = Column("field_goals_made", .integer, .count).inBoxScore
  public let fieldGoalsAttempted = Column("field_goals_attempted", .integer, .count).inBoxScore
  public let threesMade = Column("three_pointers_made", .integer, .count).inBoxScore
  public let threesAttempted = Column("three_pointers_attempted", .integer, .count).inBoxScore
  public let freeThrowsMade = Column("free_throws_made", .integer, .count).inBoxScore
  public let freeThrowsAttempted = Column("free_throws_attempted", .integer, .count).inBoxScore
  public let offensiveRebounds = Column("offensive_rebounds", .integer, .count).inBoxScore
  public let defensiveRebounds = Column("defensive_rebounds", .integer, .count).inBoxScore
  public let assists = Column("assists", .integer, .count).inBoxScore
  public let steals = Column("steals", .integer, .count).inBoxScore
  public let blocks = Column("blocks", .integer, .count).inBoxScore
  public let turnovers = Column("turnovers", .integer, .count).inBoxScore
  public let personalFouls = Column("personal_fouls", .integer, .count).inBoxScore
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
