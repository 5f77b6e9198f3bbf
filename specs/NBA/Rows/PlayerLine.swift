public import FeatureSpec

/// One player's line in the box score of one game, whichever feed it comes from.
public struct PlayerLine: RowShape {
  public let gameDate = Column("game_date", .day).required
  public let playerLookup = Column("player_lookup", .text).required
  public let playerName = Column("player_name", .text)
  public let teamAbbr = Column("team_abbr", .text).required
  public let playerStatus = Column("player_status", .text).oneOf("active", "dnp", "inactive")
  public let starter = Column("starter", .boolean)
  public let minutes = Column("minutes", .double, .minutes)
  public let points = Column("points", .integer, .points)
  public let fieldGoalsMade = Column("field_goals_made", .integer, .count)
  public let fieldGoalsAttempted = Column("field_goals_attempted", .integer, .count)
  public let threesMade = Column("three_pointers_made", .integer, .count)
  public let threesAttempted = Column("three_pointers_attempted", .integer, .count)
  public let freeThrowsMade = Column("free_throws_made", .integer, .count)
  public let freeThrowsAttempted = Column("free_throws_attempted", .integer, .count)
  public let offensiveRebounds = Column("offensive_rebounds", .integer, .count)
  public let defensiveRebounds = Column("defensive_rebounds", .integer, .count)
  public let assists = Column("assists", .integer, .count)
  public let steals = Column("steals", .integer, .count)
  public let blocks = Column("blocks", .integer, .count)
  public let turnovers = Column("turnovers", .integer, .count)
  public let personalFouls = Column("personal_fouls", .integer, .count)
  public let plusMinus = Column("plus_minus", .integer, .points)
  /// The feed.
  public let source = Column("source", .text).oneOf("nbac_gamebook", "bdl_boxscores")
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [gameDate, playerLookup], day: gameDate, freshness: processedAt)
  }
}

/// Those who appeared in a game: the gamebook's row of each player and day, and only where it has none
/// the second feed's (D-09, X-34). Who the gamebook says did not play stays out.
///
/// Minutes are the text `MM:SS`, and only where there is none the number beside it.
struct PlayerLines {
  let gamebook: Rows<GamebookPlayerStats>
  let secondFeed: Rows<BDLPlayerBoxScores>
  let rows: Rows<PlayerLine>

  init(as alias: String) {
    let gamebook = Rows(GamebookPlayerStats(), as: "\(alias)_gamebook")
    let secondFeed = Rows(BDLPlayerBoxScores(), as: "\(alias)_bdl")
    rows = Rows(stacking: PlayerLine(), as: alias, .firstPart) {
      Part(gamebook) { line in
        [
          Mapping(\.minutes, firstPresent(line.minutes.asClockMinutes, line.minutesDecimal)),
          Mapping(\.source, "nbac_gamebook"),
        ]
      }
      Part(secondFeed) { _ in
        [
          Mapping(\.playerStatus, "active"), Mapping(\.starter, .missing(.boolean)),
          Mapping(\.plusMinus, .missing(.integer)), Mapping(\.source, "bdl_boxscores"),
        ]
      }
    }
    .where { $0.playerStatus == "active" }
    self.gamebook = gamebook
    self.secondFeed = secondFeed
  }
}
