import DuckDB
import FeatureAlgebra
import FeatureCompiler
import FeatureSpec
import NBAFeatures
import Testing

@testable import FeatureEngine

/// The shipped pre-game tables on a handful of rows: 15 November 2022, by both evaluators.
@Suite(.serialized) struct PregameContextTests {
  @Test(arguments: [RunOptions.Evaluator.kernels, .sql])
  func `rest is counted from the last game, for teams and players by their own rules`(
    _ evaluator: RunOptions.Evaluator
  ) throws {
    let league = try SmallLeague()
    try league.run(evaluator)
    // Games on the 10th, 11th and 14th: worked example 7.
    #expect(
      try league.rows(
        """
        SELECT days_since_last_game, is_back_to_back, team_days_rest, games_in_last_7_days,
          game_number_in_season
        FROM nba_analytics.upcoming_team_game_context WHERE team_abbr = 'BOS'
        """) == ["1 true 0 3 4"])
    #expect(
      try league.rows(
        """
        SELECT days_rest, back_to_back, days_rest_before_last_game, days_since_2_plus_days_rest,
          back_to_backs_last_14_days, games_in_last_7_days, minutes_in_last_7_days, player_age
        FROM nba_analytics.upcoming_player_game_context WHERE player_lookup = 'ann'
        """) == ["1 true 3 1 1 3 91 22"])
  }

  @Test(arguments: [RunOptions.Evaluator.kernels, .sql])
  func `each team's players come from the best list that is known`(
    _ evaluator: RunOptions.Evaluator
  ) throws {
    let league = try SmallLeague()
    try league.run(evaluator)
    let found = try league.rows(
      """
      SELECT team_abbr, player_lookup, universe_source,
        list_filter(data_quality_issues, lambda issue: starts_with(issue, 'roster_'))
      FROM nba_analytics.upcoming_player_game_context ORDER BY ALL
      """)
    #expect(
      found == [
        // The newest roster: neither who left with it nor who is listed out.
        "BOS ann roster []", "BOS new roster []",
        // The roster is older than 90 days.
        "LAL dan recent_games ['roster_outdated:107']",
        "LAL dee recent_games ['roster_outdated:107']",
        // Who appears in the gamebook, and nobody else of the team.
        "MIA eve gamebook []",
      ])
    #expect(
      try league.rows("SELECT entity_id, failure_category, failure_reason FROM fastbreak.failures")
        == [
          """
          nobodyofnyk MISSING_UPSTREAM nobody is known to play for NYK: it has no roster, and nobody \
          played for it in the last 30 days
          """
        ])
  }

  @Test(arguments: [RunOptions.Evaluator.kernels, .sql])
  func `streaks are counted against the current line`(_ evaluator: RunOptions.Evaluator) throws {
    let league = try SmallLeague()
    try league.run(evaluator)
    #expect(
      try league.rows(
        """
        SELECT player_lookup, current_points_line, prop_over_streak, prop_under_streak
        FROM nba_analytics.upcoming_player_game_context ORDER BY ALL
        """) == [
          // 25, 22 and 18 points, newest first: the second neither counts nor breaks.
          "ann 22.0 1 0",
          "dan 15.5 0 1",
          // Points and no line; neither; a line and no games.
          "dee ∅ 0 0", "eve 30.5 0 0", "new ∅ 0 0",
        ])
  }

  @Test(arguments: [RunOptions.Evaluator.kernels, .sql])
  func `what lies ahead is what the schedule announces`(_ evaluator: RunOptions.Evaluator) throws {
    let league = try SmallLeague()
    try league.run(evaluator)
    let ahead = """
      SELECT player_lookup, next_game_days_rest, games_in_next_7_days, next_opponent_win_pct,
        next_game_is_primetime, opponent_next_game_days_rest, opponent_games_in_next_7_days
      FROM nba_analytics.upcoming_player_game_context
      WHERE player_lookup IN ('ann', 'dan', 'eve') ORDER BY ALL
      """
    let rows = [
      // BOS plays LAL on the 17th, NYK on the 22nd, MIA on the 23rd; LAL has lost all three games.
      "ann 2 2 0.000 true 2 1",
      "dan 2 1 1.000 true 2 2",
      // MIA's is eight days ahead, and NYK's game after thirty days is not looked at.
      "eve 8 0 1.000 ∅ 7 1",
    ]
    #expect(try league.rows(ahead) == rows)
    try league.execute(
      """
      UPDATE nba_raw.nbac_schedule
      SET game_status = 3, home_team_score = 1, away_team_score = 2, winning_team_tricode = 'LAL'
      WHERE game_date >= '2022-11-15'
      """)
    try league.run(evaluator)
    #expect(try league.rows(ahead) == rows)
    try league.execute("DELETE FROM nba_raw.nbac_schedule WHERE game_date > '2022-11-15'")
    try league.run(evaluator)
    #expect(
      try league.rows(ahead) == ["ann ∅ ∅ ∅ ∅ ∅ ∅", "dan ∅ ∅ ∅ ∅ ∅ ∅", "eve ∅ ∅ ∅ ∅ ∅ ∅"])
  }

  @Test func `no later row moves a context but by what is announced`() throws {
    let league = try SmallLeague()
    try league.run(.kernels)
    let report = try league.leaks(of: "upcoming_player_game_context")
    #expect(report.leak == nil)
    #expect(report.days.count == 1 && report.rows > 4)
    let ahead = report.leftAlone.filter { $0.reason.hasPrefix("announced before their day: ") }
    #expect(
      ahead == [
        LeftAlone(
          table: "nba_raw.nbac_schedule", rows: .later,
          columns: [
            "away_team_tricode", "game_date", "home_team_tricode", "is_primetime", "nba_game_id",
          ],
          reason: "announced before their day: 'coming', 'next_game', 'opponent_coming'")
      ])
  }

  @Test(arguments: [RunOptions.Evaluator.kernels, .sql])
  func `teammates are those whom the last report before tip-off lists`(
    _ evaluator: RunOptions.Evaluator
  ) throws {
    let league = try SmallLeague()
    try league.run(evaluator)
    let teammates = """
      SELECT player_lookup, star_teammates_out, questionable_teammates, probable_teammates
      FROM nba_analytics.upcoming_player_game_context
      WHERE player_lookup IN ('ann', 'eve', 'new') ORDER BY ALL
      """
    #expect(
      try league.rows(teammates) == [
        // bob (18 points a game) and cal (17.5) are out, new is questionable; ann's own report is late.
        "ann 1 1 0", "eve 0 0 0", "new 1 0 0",
      ])
    #expect(
      try league.rows(
        """
        SELECT player_lookup, injury_status, games_played_season, points_avg_season
        FROM nba_analytics.upcoming_injury_context ORDER BY ALL
        """) == ["bob out 3 18.00", "cal out 2 17.50", "new questionable 0 ∅"])
    try league.execute("DELETE FROM nba_raw.nbac_injury_report")
    try league.run(evaluator)
    #expect(try league.rows(teammates) == ["ann ∅ ∅ ∅", "eve ∅ ∅ ∅", "new ∅ ∅ ∅"])
  }

  @Test func `a report after tip-off is not known before it`() throws {
    let league = try SmallLeague()
    try league.run(.kernels)
    #expect(
      try league.rows(
        """
        SELECT team_abbr, starters_out_count, questionable_players_count
        FROM nba_analytics.upcoming_team_game_context ORDER BY ALL
        """) == ["BOS 2 1", "LAL 0 0", "MIA 0 0", "NYK 0 0"])
    try league.execute("DELETE FROM nba_raw.nbac_injury_report")
    try league.run(.kernels)
    #expect(
      try league.rows(
        "SELECT DISTINCT starters_out_count FROM nba_analytics.upcoming_team_game_context")
        == ["∅"])
  }
}

/// BOS has a new roster, LAL an old one, MIA a gamebook, NYK nothing.
private final class SmallLeague {
  private let warehouse: Warehouse
  private let engine: Engine
  private let day: Day

  init() throws {
    let plan = try compile(NBAFeatures.pipeline)
    warehouse = try Warehouse(path: ":memory:", access: Warehouse.Access())
    try warehouse.prepare(for: plan)
    try warehouse.connection.execute(SmallLeague.rows)
    day = try #require(Day("2022-11-15"))
    engine = Engine(
      plan: plan, warehouse: warehouse, ledger: nil,
      context: RunContext(
        command: "test", version: "test", microsecondsNow: { 1_700_000_000_000_000 },
        makeRunID: { "run" }))
  }

  func run(_ evaluator: RunOptions.Evaluator) throws {
    var options = RunOptions(days: day...day)
    options.only = [
      "upcoming_team_game_context", "upcoming_injury_context", "upcoming_player_game_context",
    ]
    options.evaluator = evaluator
    #expect(try engine.run(options).failedDays == 0)
  }

  func rows(_ sql: String) throws -> [String] {
    try warehouse.texts(sql).map { $0.replacing(" | ", with: " ") }
  }

  func leaks(of processor: String) throws -> LeakReport {
    try engine.findLeaks(in: processor, day...day, sample: 1, evaluator: .kernels, workers: 1)
  }

  func execute(_ sql: String) throws { try warehouse.connection.execute(sql) }

  private static let rows = """
    INSERT INTO nba_raw.nbac_schedule BY NAME
    SELECT
      strftime(game_date, '%Y%m%d') || '_' || away || '_' || home AS game_id,
      '00222000' || number AS nba_game_id, game_date, status AS game_status,
      home AS home_team_tricode, away AS away_team_tricode,
      CASE status WHEN 3 THEN 100 END AS home_team_score,
      CASE status WHEN 3 THEN 90 END AS away_team_score, 2022 AS season_year,
      CASE number WHEN 15 THEN true END AS is_primetime,
      game_date + INTERVAL 24 HOUR AS start_time
    FROM (VALUES
      (10, DATE '2022-11-10', 'BOS', 'LAL', 3), (11, DATE '2022-11-11', 'BOS', 'LAL', 3),
      (12, DATE '2022-11-14', 'BOS', 'LAL', 3), (13, DATE '2022-11-15', 'BOS', 'LAL', 1),
      (14, DATE '2022-11-15', 'NYK', 'MIA', 1), (15, DATE '2022-11-17', 'LAL', 'BOS', 1),
      (16, DATE '2022-11-22', 'BOS', 'NYK', 1), (17, DATE '2022-11-23', 'BOS', 'MIA', 1),
      (18, DATE '2022-12-16', 'NYK', 'MIA', 1)
    ) AS games(number, game_date, home, away, status);

    INSERT INTO nba_analytics.player_game_summary BY NAME
    SELECT
      player AS player_lookup, 'g' AS game_id, game_date, team AS team_abbr,
      'ZZZ' AS opponent_team_abbr, 2022 AS season_year, points, minutes AS minutes_played,
      false AS has_complete_shot_zones, true AS starter_flag, true AS win_flag, true AS is_active
    FROM (VALUES
      ('ann', DATE '2022-11-10', 'BOS', 30.0, 18), ('ann', DATE '2022-11-11', 'BOS', 30.0, 22),
      ('ann', DATE '2022-11-14', 'BOS', 30.5, 25), ('dan', DATE '2022-11-14', 'LAL', 12.0, 12),
      ('dee', DATE '2022-11-14', 'LAL', 12.0, 9), ('bob', DATE '2022-11-10', 'BOS', 30.0, 17),
      ('bob', DATE '2022-11-11', 'BOS', 30.0, 18), ('bob', DATE '2022-11-14', 'BOS', 30.0, 19),
      ('cal', DATE '2022-11-11', 'BOS', 20.0, 17), ('cal', DATE '2022-11-14', 'BOS', 20.0, 18)
    ) AS played(player, game_date, team, minutes, points);

    INSERT INTO nba_raw.odds_api_player_points_props BY NAME
    SELECT
      DATE '2022-11-15' AS game_date,
      TIMESTAMP '2022-11-15 05:00:00' + to_hours(CAST(hour AS INTEGER)) AS snapshot_timestamp,
      'draftkings' AS bookmaker, player AS player_lookup, line AS points_line
    FROM (VALUES
      (4, 'ann', 20.5), (9, 'ann', 22.0), (20, 'ann', 40.5), (9, 'dan', 15.5), (9, 'eve', 30.5)
    ) AS quotes(hour, player, line);

    INSERT INTO nba_raw.espn_team_rosters BY NAME
    SELECT
      roster_date, team AS team_abbr, player AS player_lookup, DATE '2000-11-15' AS birth_date
    FROM (VALUES
      (DATE '2022-11-01', 'BOS', 'ann'), (DATE '2022-11-01', 'BOS', 'gone'),
      (DATE '2022-11-12', 'BOS', 'ann'), (DATE '2022-11-12', 'BOS', 'new'),
      (DATE '2022-11-12', 'BOS', 'bob'), (DATE '2022-11-12', 'BOS', 'cal'), (DATE '2022-11-15', 'BOS', 'late'),
      (DATE '2022-07-31', 'LAL', 'retired')
    ) AS rosters(roster_date, team, player);

    INSERT INTO nba_raw.nbac_gamebook_player_stats BY NAME
    SELECT
      '20221115_MIA_NYK' AS game_id, DATE '2022-11-15' AS game_date, player AS player_lookup,
      'MIA' AS team_abbr, status AS player_status
    FROM (VALUES ('eve', 'active'), ('fay', 'dnp')) AS book(player, status);

    INSERT INTO nba_raw.nbac_injury_report BY NAME
    SELECT
      DATE '2022-11-15' AS report_date, hour AS report_hour,
      TIMESTAMP '2022-11-15 05:00:00' + to_hours(CAST(hour AS INTEGER)) AS reported_at,
      DATE '2022-11-15' AS game_date, 'BOS' AS team, player AS player_lookup,
      status AS injury_status, 0.9 AS confidence_score
    FROM (VALUES
      (9, 'bob', 'questionable'), (17, 'bob', 'out'), (17, 'cal', 'out'), (17, 'new', 'questionable'),
      (20, 'new', 'out'), (20, 'ann', 'out')
    ) AS report(hour, player, status);
    """
}
