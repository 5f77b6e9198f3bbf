import FeatureSpec
import NBAFeatures

/// Seventy-three days of eight teams, as the processors before the precompute tables would have stored them:
/// with NULLs, ties, absences, stray rows, trades, a gap of nine days, games on two days running, overtime.
/// Which is which follows from hashes of the names, so that the rows are the same each time.
enum StoredSeason {
  /// The processors behind the contexts of a day's games, over tables that a test fills.
  static let pipeline = seasonPipeline(xgboost: .xgboost)

  /// - Parameter xgboost: who writes `xgboost_v1`.
  static func seasonPipeline(xgboost: Processor) -> Pipeline {
    Pipeline(
      "stored_season", calendar: NBAFeatures.calendar,
      rawTables: [
        Schedule(), GamebookPlayerStats(), PlayerGameSummary(), TeamOffenseGameSummary(),
        UpcomingPlayerGameContext(), UpcomingTeamGameContext(), PlayerShotZoneAnalysis(),
        TeamDefenseZoneAnalysis(), SystemPredictions<SimilarityBalanced>(),
      ]
    ) {
      Processor.playerCompositeFactors
      Processor.playerDailyCache
      Processor.mlFeatureStore
      Processor.movingAverageBaseline
      Processor.zoneMatchup
      xgboost
      Processor.ensemble
      Processor.playerPropPredictions
    }
  }

  /// The same with the similarity system, whose kernel no SQL says.
  static let similarity = Pipeline(
    "stored_season", calendar: NBAFeatures.calendar,
    rawTables: [
      Schedule(), GamebookPlayerStats(), PlayerGameSummary(), TeamOffenseGameSummary(),
      UpcomingPlayerGameContext(), UpcomingTeamGameContext(), PlayerShotZoneAnalysis(),
      TeamDefenseZoneAnalysis(),
    ]
  ) {
    Processor.playerCompositeFactors
    Processor.playerDailyCache
    Processor.mlFeatureStore
    Processor.playerGameSettings
    Processor.similarityBalanced
  }

  static let first = "2022-10-18"
  static let last = "2022-12-29"

  static let rows = """
    CREATE TEMPORARY TABLE team AS
    SELECT i, ['BOS', 'NYK', 'PHI', 'TOR', 'BKN', 'MIA', 'ATL', 'CHI'][i + 1] AS team
    FROM range(8) AS r(i);
    -- 0 to n - 1, from a text.
    CREATE TEMPORARY MACRO draw(words, n) AS
      CAST(('0x' || left(md5(words), 8)) AS BIGINT) % n;
    CREATE TEMPORARY TABLE pairing AS
    SELECT d, DATE '2022-10-18' + d AS game_date, p,
      CASE WHEN p = 0 THEN 7 ELSE (d % 7 + p) % 7 END AS home,
      CASE WHEN p = 0 THEN d % 7 ELSE (d % 7 + 7 - p) % 7 END AS away
    FROM (SELECT CAST(range AS INTEGER) AS d FROM range(73)),
      (SELECT CAST(range AS INTEGER) AS p FROM range(4))
    WHERE d NOT BETWEEN 50 AND 58 AND draw('g' || d || '_' || p, 3) <> 0;
    CREATE TEMPORARY TABLE game AS
    SELECT d, game_date, h.team AS home, a.team AS away,
      strftime(game_date, '%Y%m%d') || '_' || a.team || '_' || h.team AS game_id
    FROM pairing JOIN team AS h ON h.i = home JOIN team AS a ON a.i = away;
    CREATE TEMPORARY TABLE side AS
    SELECT d, game_date, game_id, home AS team, away AS opponent, true AS is_home FROM game
    UNION ALL SELECT d, game_date, game_id, away, home, false FROM game;
    -- The last of each team belongs to the next team from day 40 on.
    CREATE TEMPORARY TABLE member AS
    SELECT side.*, 'p' || lower(owner.team) || n AS player, n
    FROM side, team AS owner, range(9) AS r(n), team AS own
    WHERE own.team = side.team
      AND own.i = CASE WHEN n = 8 AND d >= 40 THEN (owner.i + 1) % 8 ELSE owner.i END;

    INSERT INTO nba_raw.nbac_schedule BY NAME
    SELECT game_id, '00' || d || game_id AS nba_game_id, game_date,
      CASE WHEN d < 71 THEN 3 ELSE 1 END AS game_status, home AS home_team_tricode,
      away AS away_team_tricode, 100 AS home_team_score, 99 AS away_team_score,
      2022 AS season_year, left(md5(game_id), 16) AS data_hash, game_date + INTERVAL 1 HOUR AS processed_at
    FROM game;

    INSERT INTO nba_raw.nbac_gamebook_player_stats BY NAME
    SELECT game_id, game_date, player AS player_lookup, team AS team_abbr, 'dnp' AS player_status,
      left(md5(player || d), 16) AS data_hash, game_date + INTERVAL 1 HOUR AS processed_at
    FROM member WHERE d < 71 AND draw('a' || player || d, 12) = 0;

    INSERT INTO nba_analytics.player_game_summary BY NAME
    SELECT player AS player_lookup, player || '_001' AS universal_player_id, game_id, game_date,
      team AS team_abbr, opponent AS opponent_team_abbr, 2022 AS season_year,
      CASE kind WHEN 2 THEN 0 WHEN 3 THEN NULL ELSE draw('p' || player || d, 36) END AS points,
      CASE kind WHEN 2 THEN 0 WHEN 4 THEN 53.0 ELSE 8 + draw('m' || player || d, 320) / 10.0 END
        AS minutes_played,
      CASE kind WHEN 2 THEN 0 ELSE draw('f' || player || d, 20) END AS fg_attempts,
      CASE kind WHEN 3 THEN NULL WHEN 2 THEN 0 ELSE draw('t' || player || d, 9) END AS ft_makes,
      CASE WHEN draw('u' || player || d, 10) > 0 THEN 8 + draw('v' || player || d, 2600) / 100.0 END
        AS usage_rate,
      CASE WHEN draw('x' || player || d, 15) > 0 THEN draw('y' || player || d, 1100) / 1000.0 END
        AS ts_pct,
      CASE WHEN draw('z' || player || d, 6) > 0 THEN draw('1' || player || d, 6) END
        AS assisted_fg_makes,
      CASE WHEN draw('z' || player || d, 6) > 0 THEN draw('2' || player || d, 6) END
        AS unassisted_fg_makes,
      false AS has_complete_shot_zones, false AS starter_flag, is_home AS win_flag, true AS is_active,
      left(md5('s' || player || d), 16) AS data_hash, game_date + INTERVAL 30 HOUR AS processed_at
    FROM (SELECT *, draw('k' || player || d, 24) AS kind FROM member)
    WHERE d < 71 AND draw('a' || player || d, 12) <> 0 AND kind <> 1 AND kind <> 5;

    INSERT INTO nba_analytics.team_offense_game_summary BY NAME
    SELECT game_id, game_date, team AS team_abbr, opponent AS opponent_team_abbr,
      2022 AS season_year, 100 + draw('o' || team || d, 40) AS points_scored,
      CASE WHEN draw('q' || team || d, 12) > 0 THEN 92 + draw('r' || team || d, 160) / 10.0 END AS pace,
      98 + draw('w' || team || d, 2500) / 100.0 AS offensive_rating, is_home AS home_game,
      draw('b' || game_id, 2) = CASE WHEN is_home THEN 1 ELSE 0 END AS win_flag,
      left(md5(team || d), 16) AS data_hash, game_date + INTERVAL 30 HOUR AS processed_at
    FROM side WHERE d < 71;

    INSERT INTO nba_analytics.upcoming_player_game_context BY NAME
    SELECT player AS player_lookup,
      CASE WHEN n <> 7 THEN player || '_001' END AS universal_player_id, game_id, game_date,
      team AS team_abbr, opponent AS opponent_team_abbr,
      line IS NOT NULL AS has_prop_line, line AS current_points_line,
      CASE WHEN line IS NOT NULL THEN 'odds_api' END AS current_points_line_source,
      CASE WHEN known(3) THEN draw('5' || k, 160) / 10.0 - 8 END AS pace_differential,
      is_home AS home_game, coalesce(rest = 1, false) AS back_to_back,
      CASE WHEN d > 65 THEN 'playoffs' ELSE 'early' END AS season_phase,
      CASE WHEN known(4) THEN 12 + draw('6' || k, 2400) / 100.0 END AS projected_usage_rate,
      rest AS days_rest, CASE WHEN known(5) THEN draw('7' || k, 6) END AS games_in_last_7_days,
      CASE WHEN known(5) THEN draw('7' || k, 6) + draw('8' || k, 5) END AS games_in_last_14_days,
      CASE WHEN known(6) THEN draw('9' || k, 300) END AS minutes_in_last_7_days,
      CASE WHEN known(6) THEN draw('9' || k, 300) + 100 END AS minutes_in_last_14_days,
      CASE WHEN known(7) THEN 20 + draw('A' || k, 200) / 10.0 END AS avg_minutes_per_game_last_7,
      CASE WHEN known(8) THEN draw('B' || k, 4) END AS back_to_backs_last_14_days,
      CASE draw('C' || k, 9) WHEN 0 THEN 0 WHEN 1 THEN NULL ELSE 12 + draw('D' || k, 2400) / 100.0 END
        AS avg_usage_rate_last_7_games,
      CASE WHEN known(9) THEN 19 + draw('E' || player, 20) END AS player_age,
      CASE WHEN known(2) THEN draw('F' || k, 4) END AS star_teammates_out,
      CASE WHEN known(11) THEN 1 + draw('G' || k, 5) END AS opponent_days_rest,
      [NULL, NULL, 'available', 'probable', 'questionable', 'doubtful', 'out'][1 + draw('H' || k, 7)]
        AS player_status,
      'gamebook' AS universe_source, draw('I' || k, 15) > 0 AS is_production_ready,
      left(md5(k), 16) AS data_hash, game_date + INTERVAL 2 HOUR AS processed_at
    FROM (
      SELECT *, player || d AS k,
        CASE WHEN draw('4' || player || d, 10) > 0 THEN 1 + draw('3' || player || d, 5) END AS rest,
        CASE WHEN draw('L' || player || d, 4) > 0 THEN draw('J' || player || d, 30) + 0.5 END AS line
      FROM member
    ), (SELECT 0) AS z
    WHERE draw('K' || player || d, 8) <> 0;

    INSERT INTO nba_analytics.upcoming_team_game_context BY NAME
    SELECT team AS team_abbr, game_id, game_date, 2022 AS season_year,
      opponent AS opponent_team_abbr, is_home AS home_game, false AS is_back_to_back,
      false AS team_back_to_back, 3 AS games_in_last_7_days, 6 AS games_in_last_14_days,
      0 AS team_win_streak_entering, 0 AS team_loss_streak_entering,
      draw('M' || team || d, 12) > 0 AS is_production_ready, left(md5('u' || team || d), 16) AS data_hash,
      game_date + INTERVAL 2 HOUR AS processed_at
    FROM side WHERE draw('N' || team || d, 20) > 0;

    INSERT INTO nba_precompute.player_shot_zone_analysis BY NAME
    SELECT player AS player_lookup, game_date AS analysis_date,
      CASE WHEN isKnown THEN paint END AS paint_rate_last_10,
      CASE WHEN isKnown THEN 100 - paint - three END AS mid_range_rate_last_10,
      CASE WHEN isKnown THEN three END AS three_pt_rate_last_10,
      CASE WHEN isKnown THEN
        CASE WHEN paint >= 40 THEN 'paint' WHEN three >= 40 THEN 'perimeter'
          WHEN 100 - paint - three >= 35 THEN 'mid_range' ELSE 'balanced' END END
        AS primary_scoring_zone,
      draw('O' || player || d, 15) > 0 AS is_production_ready, left(md5('z' || player || d), 16) AS data_hash,
      game_date + INTERVAL 2 HOUR AS processed_at
    FROM (
      SELECT *, draw('P' || player || d, 12) > 0 AS isKnown,
        draw('Q' || player || d, 700) / 10.0 AS paint, draw('R' || player || d, 300) / 10.0 AS three
      FROM member
    )
    WHERE d >= 14 AND draw('S' || player || d, 10) > 0;

    INSERT INTO nba_precompute.team_defense_zone_analysis BY NAME
    SELECT team AS team_abbr, game_date AS analysis_date,
      CASE WHEN draw('T' || team || d, 10) > 0 THEN draw('U' || team || d, 2400) / 100.0 - 12 END
        AS paint_defense_vs_league_avg,
      draw('V' || team || d, 1600) / 100.0 - 8 AS mid_range_defense_vs_league_avg,
      draw('W' || team || d, 1600) / 100.0 - 8 AS three_pt_defense_vs_league_avg,
      104 + draw('X' || team || d, 1600) / 100.0 AS defensive_rating_last_15,
      94 + draw('Y' || team || d, 120) / 10.0 AS opponent_pace, 'paint' AS weakest_zone,
      draw('Z' || team || d, 15) > 0 AS is_production_ready, left(md5('d' || team || d), 16) AS data_hash,
      game_date + INTERVAL 2 HOUR AS processed_at
    FROM side WHERE d >= 20 AND draw('!' || team || d, 15) > 0;
    """.replacingKnown

  /// Votes of the similarity system, which SQL cannot compute.
  static let votes = """
    INSERT INTO nba_predictions.similarity_balanced_v1 BY NAME
    SELECT player AS player_lookup, member.game_date, c.current_points_line,
      draw('?' || player || d, 350) / 10.0 AS predicted_points,
      draw('/' || player || d, 101) / 100.0 AS confidence_score,
      CASE WHEN c.current_points_line IS NULL THEN 'PASS'
        ELSE ['OVER', 'UNDER', 'PASS'][1 + draw('+' || player || d, 3)] END AS recommendation,
      left(md5('=' || player || d), 16) AS data_hash,
      member.game_date + INTERVAL 2 HOUR AS updated_at
    FROM member
    JOIN nba_analytics.upcoming_player_game_context AS c
      ON c.player_lookup = player AND c.game_date = member.game_date
    WHERE d >= 14 AND draw('-' || player || d, 3) > 0;
    """
}

extension String {
  /// `known(3)` is true in all rows but one of eight, by the number.
  fileprivate var replacingKnown: String {
    split(separator: "known(").enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: ")") else { return String(part) }
      return "draw('n\(part[..<end])' || k, 8) > 0" + part[part.index(after: end)...]
    }.joined()
  }
}
