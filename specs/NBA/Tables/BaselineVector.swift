public import FeatureSpec

/// The 25 features of version `v1_baseline_25`, in their order. The names are canonical: every system
/// reads them by these (D-33).
public struct BaselineVector: VectorShape {
  public let pointsAvgLast5 = Column("points_avg_last_5", .double, .points).required.within(0...120)
  public let pointsAvgLast10 =
    Column("points_avg_last_10", .double, .points).required.within(0...120)
  public let pointsAvgSeason =
    Column("points_avg_season", .double, .points).required.within(0...120)
  public let pointsStdLast10 = Column("points_std_last_10", .double, .points).required.within(
    0...85)
  public let gamesInLast7Days =
    Column("games_in_last_7_days", .double, .count).required.within(0...7)
  /// 100 = fresh.
  public let fatigueScore = Column("fatigue_score", .double, .score).required.within(0...100)
  public let shotZoneMismatch =
    Column("shot_zone_mismatch_score", .double, .points).required.within(-10...10)
  public let paceScore = Column("pace_score", .double, .points).required.within(-3...3)
  public let usageSpike = Column("usage_spike_score", .double, .points).required.within(-3...3)
  /// Days of rest more than the opponent has, at most two.
  public let restAdvantage = Column("rest_advantage", .double, .days).required.within(-2...2)
  /// 0 available, 1 probable, 2 questionable, 3 doubtful or out.
  public let injuryRisk = Column("injury_risk", .double).required.within(0...3)
  /// The two newest games against the three before: improving is positive (D-30).
  public let recentTrend = Column("recent_trend", .double).required.within(-2...2)
  /// Recent minutes against the season's: more is positive.
  public let minutesChange = Column("minutes_change", .double).required.within(-2...2)
  public let opponentDefRating =
    Column("opponent_def_rating", .double, .rating).required.within(0...300)
  public let opponentPace = Column("opponent_pace", .double, .pace).required.within(0...200)
  /// 1 at home, on the road 0.
  public let homeAway = Column("home_away", .double).required.within(0...1)
  public let backToBack = Column("back_to_back", .double).required.within(0...1)
  public let playoffGame = Column("playoff_game", .double).required.within(0...1)
  /// Shares of the shots by zone, of one (D-28).
  public let paintShare = Column("pct_paint", .double, .ratio).required.within(0...1)
  public let midRangeShare = Column("pct_mid_range", .double, .ratio).required.within(0...1)
  public let threeShare = Column("pct_three", .double, .ratio).required.within(0...1)
  /// Of the points, of one.
  public let freeThrowShare = Column("pct_free_throw", .double, .ratio).required.within(0...0.5)
  public let teamPace = Column("team_pace", .double, .pace).required.within(0...200)
  public let teamOffRating = Column("team_off_rating", .double, .rating).required.within(0...300)
  public let teamWinPct = Column("team_win_pct", .double, .ratio).required.within(0...1)
  public init() {}
}
