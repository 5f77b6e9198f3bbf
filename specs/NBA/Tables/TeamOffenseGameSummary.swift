public import FeatureSpec

/// `nba_analytics.team_offense_game_summary`: one row per team and game, seen from its own offence.
public struct TeamOffenseGameSummary: Table {
  public static let name = TableName("nba_analytics", "team_offense_game_summary")

  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required
  public let officialID = Column("nba_game_id", .text)
  public let gameDate = Column("game_date", .day).required
  public let teamAbbr = Column("team_abbr", .text).required
  public let opponentTeamAbbr = Column("opponent_team_abbr", .text).required
  public let seasonYear = Column("season_year", .integer).required.within(1946...2100)

  public let pointsScored = Column("points_scored", .integer, .points).within(50...200)
  public let fgAttempts = Column("fg_attempts", .integer, .count).inBoxScore.within(0...200)
  public let fgMakes = Column("fg_makes", .integer, .count).inBoxScore.within(0...120)
  public let threePtAttempts = Column("three_pt_attempts", .integer, .count).inBoxScore.within(
    0...120)
  public let threePtMakes = Column("three_pt_makes", .integer, .count).inBoxScore.within(0...80)
  public let ftAttempts = Column("ft_attempts", .integer, .count).inBoxScore.within(0...120)
  public let ftMakes = Column("ft_makes", .integer, .count).inBoxScore.within(0...120)
  public let rebounds = Column("rebounds", .integer, .count).inBoxScore.within(0...150)
  public let assists = Column("assists", .integer, .count).inBoxScore.within(0...100)
  public let turnovers = Column("turnovers", .integer, .count).inBoxScore.within(0...60)
  public let personalFouls = Column("personal_fouls", .integer, .count).inBoxScore.within(0...80)
  public let paintAttempts = Column("team_paint_attempts", .integer, .count).inPlayByPlay.within(
    0...200)
  public let paintMakes = Column("team_paint_makes", .integer, .count).inPlayByPlay.within(0...120)
  public let midRangeAttempts =
    Column("team_mid_range_attempts", .integer, .count).inPlayByPlay.within(0...200)
  public let midRangeMakes = Column("team_mid_range_makes", .integer, .count).inPlayByPlay.within(
    0...120)
  public let pointsInPaint = Column("points_in_paint_scored", .integer, .points).within(0...200)
  /// No raw table has it: NULL.
  public let secondChancePoints =
    Column("second_chance_points_scored", .integer, .points).within(0...200)

  public let offensiveRating =
    Column("offensive_rating", .number(6, 2), .rating).within(0...300)
  public let pace = Column("pace", .number(5, 1), .pace).within(0...200)
  public let possessions = Column("possessions", .integer, .possessions).within(0...250)
  public let tsPct = Column("ts_pct", .number(5, 3), .ratio).inBoxScore.within(0...2)
  public let homeGame = Column("home_game", .boolean).required
  public let winFlag = Column("win_flag", .boolean).required
  public let marginOfVictory = Column("margin_of_victory", .integer, .points).within(-150...150)
  public let overtimePeriods = Column("overtime_periods", .integer, .count).within(0...10)
  /// No raw table tells who counts as inactive or as a starter for a team: NULL, as is the crew.
  public let playersInactive = Column("players_inactive", .integer, .count).within(0...30)
  public let startersInactive = Column("starters_inactive", .integer, .count).within(0...5)
  public let refereeCrewID = Column("referee_crew_id", .text)

  public let sourceNbacBoxscore = SourceTracking("source_nbac_boxscore")
  public let sourcePlayByPlay = SourceTracking("source_play_by_play")
  public let quality = QualityColumns()
  public let shotZonesAvailable = Column("shot_zones_available", .boolean).metadata
  public let shotZonesSource =
    Column("shot_zones_source", .text).metadata.oneOf("play_by_play", "zone_points")
  public let dataHash = Column("data_hash", .text).metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [gameDate, teamAbbr], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
