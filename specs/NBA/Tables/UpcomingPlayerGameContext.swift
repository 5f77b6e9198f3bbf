public import FeatureSpec

/// `nba_analytics.upcoming_player_game_context`: what is known of a player before his game of the day.
///
/// One row per player expected to play; nothing in it is later than tip-off. NULL is "not known", 0 is
/// "known to be none". Completeness, tracking and quality are metadata: a change of them alone is not a
/// change of the player.
public struct UpcomingPlayerGameContext: Table {
  public static let name = TableName("nba_analytics", "upcoming_player_game_context")

  public let playerLookup = Column("player_lookup", .text).required
  public let universalPlayerID = Column("universal_player_id", .text)
  /// `YYYYMMDD_AWAY_HOME` of the schedule.
  public let gameID = Column("game_id", .text).required
  public let gameDate = Column("game_date", .day).required
  public let teamAbbr = Column("team_abbr", .text).required
  public let opponentTeamAbbr = Column("opponent_team_abbr", .text).required
  public let hasPropLine = Column("has_prop_line", .boolean).required

  // Lines. A movement is the current line less the opening one.
  public let currentPointsLine =
    Column("current_points_line", .number(4, 1), .points).within(0...100)
  public let openingPointsLine =
    Column("opening_points_line", .number(4, 1), .points).within(0...100)
  public let lineMovement = Column("line_movement", .number(4, 1), .points).within(-60...60)
  public let currentPointsLineSource =
    Column("current_points_line_source", .text).oneOf("odds_api", "bettingpros")
  public let openingPointsLineSource =
    Column("opening_points_line_source", .text).oneOf("odds_api", "bettingpros")
  /// Of the player's team: negative where it is the favourite.
  public let gameSpread = Column("game_spread", .number(4, 1), .points).within(-60...60)
  public let openingSpread = Column("opening_spread", .number(4, 1), .points).within(-60...60)
  public let spreadMovement = Column("spread_movement", .number(4, 1), .points).within(-120...120)
  public let gameSpreadSource = Column("game_spread_source", .text).oneOf("odds_api")
  public let spreadPublicBetting =
    Column("spread_public_betting_pct", .number(5, 2), .percent).within(0...100)
  public let gameTotal = Column("game_total", .number(5, 1), .points).within(50...400)
  public let openingTotal = Column("opening_total", .number(5, 1), .points).within(50...400)
  public let totalMovement = Column("total_movement", .number(4, 1), .points).within(-350...350)
  public let gameTotalSource = Column("game_total_source", .text).oneOf("odds_api")
  public let totalPublicBetting =
    Column("total_public_betting_pct", .number(5, 2), .percent).within(0...100)

  // Before the game (D-23).
  /// The opponent's pace less the league's.
  public let paceDifferential = Column("pace_differential", .number(5, 1), .pace).within(-100...100)
  public let opponentPace = Column("opponent_pace_last_10", .number(5, 1), .pace).within(0...200)
  /// Tip-off as `HH:MM`, New York. No raw table has it.
  public let gameStartTimeLocal = Column("game_start_time_local", .text)
  public let opponentFTRateAllowed =
    Column("opponent_ft_rate_allowed", .number(5, 3), .ratio).within(0...2)
  public let homeGame = Column("home_game", .boolean).required
  /// Played yesterday: `days_rest` = 1.
  public let backToBack = Column("back_to_back", .boolean).required
  public let seasonPhase =
    Column("season_phase", .text).required.oneOf("early", "mid", "late", "playoffs")
  /// Mean usage of the last three games.
  public let projectedUsageRate =
    Column("projected_usage_rate", .number(5, 2), .percent).within(0...100)

  // Fatigue: games the player played in the last 30 days.
  /// Days since his last game: 1 = played yesterday. Not the team's convention (D-22).
  public let daysRest = Column("days_rest", .integer, .days).within(1...30)
  public let daysRestBeforeLastGame =
    Column("days_rest_before_last_game", .integer, .days).within(1...30)
  public let daysSinceTwoDaysRest =
    Column("days_since_2_plus_days_rest", .integer, .days).within(1...30)
  public let gamesInLast7Days = Column("games_in_last_7_days", .integer, .count).within(0...7)
  public let gamesInLast14Days = Column("games_in_last_14_days", .integer, .count).within(0...14)
  public let minutesInLast7Days =
    Column("minutes_in_last_7_days", .integer, .minutes).within(0...560)
  public let minutesInLast14Days =
    Column("minutes_in_last_14_days", .integer, .minutes).within(0...1120)
  public let avgMinutesLast7 =
    Column("avg_minutes_per_game_last_7", .number(5, 1), .minutes).within(0...80)
  public let backToBacksLast14Days =
    Column("back_to_backs_last_14_days", .integer, .count).within(0...13)
  public let avgUsageRateLast7 =
    Column("avg_usage_rate_last_7_games", .number(5, 2), .percent).within(0...100)
  /// No raw table tells minutes by quarter: these two are NULL.
  public let fourthQuarterMinutesLast7 =
    Column("fourth_quarter_minutes_last_7", .integer, .minutes).within(0...100)
  public let clutchMinutesLast7 =
    Column("clutch_minutes_last_7_games", .integer, .minutes).within(0...100)

  // Travel: not computed for a player, NULL.
  public let travelMiles = Column("travel_miles", .integer, .miles).within(0...12_500)
  public let timeZoneChanges = Column("time_zone_changes", .integer, .count).within(0...24)
  public let consecutiveRoadGames =
    Column("consecutive_road_games", .integer, .count).within(0...82)
  public let milesLast14Days =
    Column("miles_traveled_last_14_days", .integer, .miles).within(0...50_000)
  public let timeZonesLast14Days =
    Column("time_zones_crossed_last_14_days", .integer, .count).within(0...100)
  /// Whole years on the day; NULL without a birth date.
  public let playerAge = Column("player_age", .integer, .years).within(16...60)

  // Performance: games the player played this season.
  public let pointsAvgLast5 = Column("points_avg_last_5", .number(5, 1), .points).within(0...120)
  public let pointsAvgLast10 = Column("points_avg_last_10", .number(5, 1), .points).within(0...120)
  public let last5GamesUsed = Column("l5_games_used", .integer, .count).within(0...5)
  public let last5SampleQuality =
    Column("l5_sample_quality", .text).oneOf("excellent", "good", "limited", "insufficient")
  public let last10GamesUsed = Column("l10_games_used", .integer, .count).within(0...10)
  public let last10SampleQuality =
    Column("l10_sample_quality", .text).oneOf("excellent", "good", "limited", "insufficient")
  /// Games in a row with more, or fewer, points than the current line; 0 without a line.
  public let propOverStreak = Column("prop_over_streak", .integer, .count).within(0...120)
  public let propUnderStreak = Column("prop_under_streak", .integer, .count).within(0...120)
  /// Teammates with a season average of 18 points or more who are listed out; NULL without a report.
  public let starTeammatesOut = Column("star_teammates_out", .integer, .count).within(0...15)
  public let opponentDefRating =
    Column("opponent_def_rating_last_10", .number(6, 2), .rating).within(0...300)
  public let shootingPctDecline =
    Column("shooting_pct_decline_last_5", .number(5, 3), .ratio).within(-1...1)
  public let fourthQuarterProduction =
    Column("fourth_quarter_production_last_7", .number(5, 1), .points).within(0...60)

  // Ahead: from the schedule after the day, planned games only.
  /// Days from this game to the team's next; NULL where no next game is known.
  public let nextGameDaysRest = Column("next_game_days_rest", .integer, .days).within(1...400)
  public let gamesInNext7Days = Column("games_in_next_7_days", .integer, .count).within(0...7)
  /// Of the next opponent, before the day.
  public let nextOpponentWinPct =
    Column("next_opponent_win_pct", .number(5, 3), .ratio).within(0...1)
  public let nextGameIsPrimetime = Column("next_game_is_primetime", .boolean)

  // The opponent.
  /// Days since the opponent's last game: 1 = it played yesterday.
  public let opponentDaysRest = Column("opponent_days_rest", .integer, .days).within(1...400)
  public let opponentGamesInNext7Days =
    Column("opponent_games_in_next_7_days", .integer, .count).within(0...7)
  public let opponentNextGameDaysRest =
    Column("opponent_next_game_days_rest", .integer, .days).within(1...400)

  // The latest injury report before tip-off.
  /// NULL where the player is in no report.
  public let playerStatus =
    Column("player_status", .text)
    .oneOf("available", "probable", "questionable", "doubtful", "out")
  public let injuryReport = Column("injury_report", .text)
  public let questionableTeammates =
    Column("questionable_teammates", .integer, .count).within(0...40)
  public let probableTeammates = Column("probable_teammates", .integer, .count).within(0...40)

  /// Why the player is expected to play (D-19): the gamebook of the day says so, afterwards; or he is on
  /// the team's newest roster and not listed out; or he played for the team in the last 30 days.
  public let universeSource =
    Column("universe_source", .text).required.metadata
    .oneOf("gamebook", "roster", "recent_games")
  public let sourceBoxscore = SourceTracking("source_boxscore")
  public let sourceSchedule = SourceTracking("source_schedule")
  public let sourceProps = SourceTracking("source_props")
  public let sourceGameLines = SourceTracking("source_game_lines")
  /// By the games of history: gold from 10, silver from 5, else bronze.
  public let dataQualityTier =
    Column("data_quality_tier", .text).metadata.oneOf("gold", "silver", "bronze")
  public let qualityScore = Column("quality_score", .double, .score).metadata.within(0...100)
  /// The table behind the games of history.
  public let primarySource = Column("primary_source_used", .text).metadata
  public let processedWithIssues = Column("processed_with_issues", .boolean).metadata
  public let completeness = CompletenessColumns()
  public let last5 = WindowColumns("l5")
  public let last10 = WindowColumns("l10")
  public let last5Days = WindowColumns("l5d")
  public let last7Days = WindowColumns("l7d")
  public let last10Days = WindowColumns("l10d")
  public let last14Days = WindowColumns("l14d")
  public let last30Days = WindowColumns("l30d")
  public let allWindowsComplete = Column("all_windows_complete", .boolean).metadata
  public let dataHash = Column("data_hash", .text).metadata
  public let contextVersion = Column("context_version", .integer).metadata
  public let createdAt = Column("created_at", .timestamp).metadata
  public let processedAt = Column("processed_at", .timestamp).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}
