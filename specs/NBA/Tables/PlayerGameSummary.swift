public import FeatureSpec

/// `nba_analytics.player_game_summary`: one row per player who appeared in a game.
///
/// The key is (game_date, player_lookup): a player plays one game a day, and the text of a game id is
/// never joined on.
public struct PlayerGameSummary: Table {
  public static let name = TableName("nba_analytics", "player_game_summary")

  public let playerLookup = Column("player_lookup", .text).required
  public let universalPlayerID = Column("universal_player_id", .text)
  public let playerFullName = Column("player_full_name", .text)
  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required
  public let gameDate = Column("game_date", .day).required
  public let teamAbbr = Column("team_abbr", .text).required
  public let opponentTeamAbbr = Column("opponent_team_abbr", .text).required
  public let seasonYear = Column("season_year", .integer).required.within(1946...2100)

  public let points = Column("points", .integer, .points).inBoxScore.within(0...120)
  public let minutesPlayed = Column("minutes_played", .number(5, 1), .minutes).inBoxScore.within(
    0...80)
  public let assists = Column("assists", .integer, .count).inBoxScore.within(0...60)
  public let offensiveRebounds = Column("offensive_rebounds", .integer, .count).inBoxScore.within(
    0...60)
  public let defensiveRebounds = Column("defensive_rebounds", .integer, .count).inBoxScore.within(
    0...60)
  public let steals = Column("steals", .integer, .count).inBoxScore.within(0...30)
  public let blocks = Column("blocks", .integer, .count).inBoxScore.within(0...30)
  public let turnovers = Column("turnovers", .integer, .count).inBoxScore.within(0...30)
  public let fgAttempts = Column("fg_attempts", .integer, .count).inBoxScore.within(0...80)
  public let fgMakes = Column("fg_makes", .integer, .count).inBoxScore.within(0...60)
  public let threePtAttempts = Column("three_pt_attempts", .integer, .count).inBoxScore.within(
    0...50)
  public let threePtMakes = Column("three_pt_makes", .integer, .count).inBoxScore.within(0...40)
  public let ftAttempts = Column("ft_attempts", .integer, .count).inBoxScore.within(0...60)
  public let ftMakes = Column("ft_makes", .integer, .count).inBoxScore.within(0...60)
  public let plusMinus = Column("plus_minus", .integer, .points).inBoxScore.within(-120...120)
  public let personalFouls = Column("personal_fouls", .integer, .count).inBoxScore.within(0...10)

  public let paintAttempts = Column("paint_attempts", .integer, .count).inPlayByPlay.within(0...60)
  public let paintMakes = Column("paint_makes", .integer, .count).inPlayByPlay.within(0...60)
  public let midRangeAttempts = Column("mid_range_attempts", .integer, .count).inPlayByPlay.within(
    0...60)
  public let midRangeMakes = Column("mid_range_makes", .integer, .count).inPlayByPlay.within(0...60)
  /// Threes as the play-by-play has them, beside the box score's `three_pt_attempts`.
  public let threePtZoneAttempts =
    Column("three_pt_zone_attempts", .integer, .count).inPlayByPlay.within(0...60)
  public let threePtZoneMakes = Column("three_pt_zone_makes", .integer, .count).inPlayByPlay.within(
    0...60)
  public let paintBlocks = Column("paint_blocks", .integer, .count).inPlayByPlay.within(0...30)
  public let midRangeBlocks = Column("mid_range_blocks", .integer, .count).inPlayByPlay.within(
    0...30)
  public let threePtBlocks = Column("three_pt_blocks", .integer, .count).inPlayByPlay.within(0...30)
  public let and1Count = Column("and1_count", .integer, .count).inPlayByPlay.within(0...30)
  public let assistedFgMakes = Column("assisted_fg_makes", .integer, .count).within(0...60)
  public let unassistedFgMakes = Column("unassisted_fg_makes", .integer, .count).within(0...60)
  /// The attempts by zone come from the play-by-play and are all of `fg_attempts` (D-15).
  public let hasCompleteShotZones = Column("has_complete_shot_zones", .boolean).required
  public let shotZonesSource =
    Column("shot_zones_source", .text).oneOf("play_by_play", "zone_points")

  public let usageRate = Column("usage_rate", .number(5, 2), .percent).inBoxScore.within(0...100)
  public let tsPct = Column("ts_pct", .number(5, 3), .ratio).inBoxScore.within(0...2)
  public let efgPct = Column("efg_pct", .number(5, 3), .ratio).inBoxScore.within(0...1.5)
  public let starterFlag = Column("starter_flag", .boolean).required
  public let winFlag = Column("win_flag", .boolean).required

  public let pointsLine = Column("points_line", .number(4, 1), .points).within(0...100)
  public let overUnderResult = Column("over_under_result", .text).oneOf("OVER", "UNDER", "PUSH")
  public let margin = Column("margin", .number(6, 2), .points).within(-120...120)
  public let openingLine = Column("opening_line", .number(4, 1), .points).within(0...100)
  public let lineMovement = Column("line_movement", .number(4, 1), .points).within(-60...60)
  public let pointsLineSource =
    Column("points_line_source", .text).oneOf("odds_api", "bettingpros")
  public let openingLineSource =
    Column("opening_line_source", .text).oneOf("odds_api", "bettingpros")

  public let isActive = Column("is_active", .boolean).required
  public let playerStatus = Column("player_status", .text).oneOf("active", "dnp", "inactive")

  public let sourceNbac = SourceTracking("source_nbac")
  public let sourceBdl = SourceTracking("source_bdl")
  public let sourceBbd = SourceTracking("source_bbd")
  public let sourceNbacPbp = SourceTracking("source_nbac_pbp")
  public let sourceOdds = SourceTracking("source_odds")
  public let sourceBp = SourceTracking("source_bp")
  public let quality = QualityColumns()
  /// Always false: a zone is known or NULL, never guessed.
  public let shotZonesEstimated = Column("shot_zones_estimated", .boolean).metadata
  public let dataHash = Column("data_hash", .text).metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }

  public var countedRows: CountedRows? {
    CountedRows("played") { (row: Rows<PlayerGameSummary>) in row.wasPlayed }
  }
}
