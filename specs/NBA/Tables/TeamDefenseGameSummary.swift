public import FeatureSpec

/// `nba_analytics.team_defense_game_summary`: one row per team and game, the opponent's offence seen
/// from the defending team.
public struct TeamDefenseGameSummary: Table {
  public static let name = TableName("nba_analytics", "team_defense_game_summary")

  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required
  public let gameDate = Column("game_date", .day).required
  public let defendingTeamAbbr = Column("defending_team_abbr", .text).required
  public let opponentTeamAbbr = Column("opponent_team_abbr", .text).required
  public let seasonYear = Column("season_year", .integer).required.within(1946...2100)

  public let pointsAllowed = Column("points_allowed", .integer, .points).within(50...200)
  public let oppFgAttempts = Column("opp_fg_attempts", .integer, .count).inBoxScore.within(0...200)
  public let oppFgMakes = Column("opp_fg_makes", .integer, .count).inBoxScore.within(0...120)
  public let oppThreePtAttempts =
    Column("opp_three_pt_attempts", .integer, .count).inBoxScore.within(0...120)
  public let oppThreePtMakes = Column("opp_three_pt_makes", .integer, .count).inBoxScore.within(
    0...80)
  public let oppFtAttempts = Column("opp_ft_attempts", .integer, .count).inBoxScore.within(0...120)
  public let oppFtMakes = Column("opp_ft_makes", .integer, .count).inBoxScore.within(0...120)
  public let oppRebounds = Column("opp_rebounds", .integer, .count).inBoxScore.within(0...150)
  public let oppAssists = Column("opp_assists", .integer, .count).inBoxScore.within(0...100)
  public let turnoversForced = Column("turnovers_forced", .integer, .count).inBoxScore.within(
    0...60)
  public let foulsCommitted = Column("fouls_committed", .integer, .count).inBoxScore.within(0...80)
  public let oppPaintAttempts = Column("opp_paint_attempts", .integer, .count).inPlayByPlay.within(
    0...200)
  public let oppPaintMakes = Column("opp_paint_makes", .integer, .count).inPlayByPlay.within(
    0...120)
  public let oppMidRangeAttempts =
    Column("opp_mid_range_attempts", .integer, .count).inPlayByPlay.within(0...200)
  public let oppMidRangeMakes = Column("opp_mid_range_makes", .integer, .count).inPlayByPlay.within(
    0...120)
  /// Threes as the play-by-play has them, beside the box score's `opp_three_pt_attempts`.
  public let oppThreePtZoneAttempts =
    Column("opp_three_pt_zone_attempts", .integer, .count).inPlayByPlay.within(0...200)
  public let oppThreePtZoneMakes =
    Column("opp_three_pt_zone_makes", .integer, .count).inPlayByPlay.within(0...120)
  /// The attempts by zone come from the play-by-play and are all of `opp_fg_attempts` (D-15).
  public let hasCompleteShotZones = Column("has_complete_shot_zones", .boolean).required
  public let shotZonesSource =
    Column("shot_zones_source", .text).oneOf("play_by_play", "zone_points")
  public let pointsInPaintAllowed =
    Column("points_in_paint_allowed", .integer, .points).within(0...200)
  public let midRangePointsAllowed =
    Column("mid_range_points_allowed", .integer, .points).within(0...200)
  public let threePtPointsAllowed =
    Column("three_pt_points_allowed", .integer, .points).within(0...240)
  /// No raw table has it: NULL, as are fast breaks.
  public let secondChancePointsAllowed =
    Column("second_chance_points_allowed", .integer, .points).within(0...200)
  public let fastBreakPointsAllowed =
    Column("fast_break_points_allowed", .integer, .points).within(0...200)
  public let blocksPaint = Column("blocks_paint", .integer, .count).inPlayByPlay.within(0...60)
  public let blocksMidRange = Column("blocks_mid_range", .integer, .count).inPlayByPlay.within(
    0...60)
  public let blocksThreePt = Column("blocks_three_pt", .integer, .count).inPlayByPlay.within(0...60)
  public let steals = Column("steals", .integer, .count).inBoxScore.within(0...60)
  public let defensiveRebounds = Column("defensive_rebounds", .integer, .count).inBoxScore.within(
    0...120)

  public let defensiveRating =
    Column("defensive_rating", .number(6, 2), .rating).within(0...300)
  /// Per 48 minutes, the same quantity as `pace` of the offence (D-18).
  public let opponentPace = Column("opponent_pace", .number(5, 1), .pace).within(0...200)
  public let opponentTsPct = Column("opponent_ts_pct", .number(5, 3), .ratio).inBoxScore.within(
    0...2)
  public let homeGame = Column("home_game", .boolean).required
  public let winFlag = Column("win_flag", .boolean)
  public let marginOfVictory = Column("margin_of_victory", .integer, .points).within(-150...150)
  public let overtimePeriods = Column("overtime_periods", .integer, .count).within(0...10)
  public let playersInactive = Column("players_inactive", .integer, .count).within(0...30)
  public let startersInactive = Column("starters_inactive", .integer, .count).within(0...5)
  public let refereeCrewID = Column("referee_crew_id", .text)

  public let quality = QualityColumns()
  public let sourceTeamBoxscore = SourceTracking("source_team_boxscore")
  public let sourceGamebookPlayers = SourceTracking("source_gamebook_players")
  public let sourceBdlPlayers = SourceTracking("source_bdl_players")
  public let dataHash = Column("data_hash", .text).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let createdAt = Column("created_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, defendingTeamAbbr], day: gameDate, freshness: processedAt,
      rowHash: dataHash)
  }
}
