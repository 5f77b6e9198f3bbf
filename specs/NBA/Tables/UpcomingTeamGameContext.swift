public import FeatureSpec

/// `nba_analytics.upcoming_team_game_context`: what is known of a team before its game of the day.
///
/// One row for each of the two teams of a scheduled game; nothing in it is later than tip-off. Rest,
/// counts and streaks look at finished games of the season before the day.
public struct UpcomingTeamGameContext: Table {
  public static let name = TableName("nba_analytics", "upcoming_team_game_context")

  public let teamAbbr = Column("team_abbr", .text).required
  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required
  public let gameDate = Column("game_date", .day).required
  public let seasonYear = Column("season_year", .integer).required.within(1946...2100)
  public let opponentTeamAbbr = Column("opponent_team_abbr", .text).required
  public let homeGame = Column("home_game", .boolean).required

  public let isBackToBack = Column("is_back_to_back", .boolean).required
  /// 1 = played yesterday; NULL before the first game of the season.
  public let daysSinceLastGame = Column("days_since_last_game", .integer, .days).within(1...400)
  public let gameNumberInSeason =
    Column("game_number_in_season", .integer, .count).within(1...200)
  /// Days without a game: one less than `days_since_last_game` (D-22).
  public let teamDaysRest = Column("team_days_rest", .integer, .days).within(0...399)
  public let teamBackToBack = Column("team_back_to_back", .boolean).required
  public let gamesInLast7Days =
    Column("games_in_last_7_days", .integer, .count).required.within(0...7)
  public let gamesInLast14Days =
    Column("games_in_last_14_days", .integer, .count).required.within(0...14)

  /// Of the team: negative where it is the favourite.
  public let gameSpread = Column("game_spread", .number(5, 2), .points).within(-60...60)
  public let gameTotal = Column("game_total", .number(5, 1), .points).within(50...400)
  /// The bookmaker.
  public let gameSpreadSource = Column("game_spread_source", .text)
  public let gameTotalSource = Column("game_total_source", .text)
  /// Current line less opening line of the same bookmaker.
  public let spreadMovement = Column("spread_movement", .number(5, 2), .points).within(-120...120)
  public let totalMovement = Column("total_movement", .number(5, 1), .points).within(-350...350)
  /// The snapshot of the later of the two current lines.
  public let bettingLinesUpdatedAt = Column("betting_lines_updated_at", .timestamp)

  /// All players listed out with confidence, starters or not; NULL without an injury report (D-45).
  public let startersOutCount = Column("starters_out_count", .integer, .count).within(0...40)
  /// Questionable or doubtful; NULL without an injury report (D-45).
  public let questionablePlayersCount =
    Column("questionable_players_count", .integer, .count).within(0...40)
  public let winStreakEntering =
    Column("team_win_streak_entering", .integer, .count).required.within(0...120)
  public let lossStreakEntering =
    Column("team_loss_streak_entering", .integer, .count).required.within(0...120)
  public let lastGameMargin = Column("last_game_margin", .integer, .points).within(-150...150)
  public let lastGameResult = Column("last_game_result", .text).oneOf("W", "L")
  /// From the arena of the last game to this one, also on the way home; NULL where it is not known
  /// (D-45).
  public let travelMiles = Column("travel_miles", .integer, .miles).within(0...12_500)

  public let sourceNbacSchedule = SourceTracking("source_nbac_schedule")
  public let sourceOddsLines = SourceTracking("source_odds_lines")
  public let sourceInjuryReport = SourceTracking("source_injury_report")
  /// By the share of the games of the last 14 days that are there: gold from 95, silver from 75, bronze
  /// from 50, else poor (D-20).
  public let qualityTier =
    Column("quality_tier", .text).metadata.oneOf("gold", "silver", "bronze", "poor")
  public let qualityScore = Column("quality_score", .double, .score).metadata.within(0...100)
  public let earlySeason = EarlySeasonColumns()
  public let completeness = CompletenessColumns()
  public let last7Days = WindowColumns("l7d")
  public let last14Days = WindowColumns("l14d")
  public let allWindowsComplete = Column("all_windows_complete", .boolean).metadata
  public let dataHash = Column("data_hash", .text).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let createdAt = Column("created_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [gameDate, teamAbbr], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
