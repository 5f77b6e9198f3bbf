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
    #expect(
      try league.rows(
        """
        SELECT team_abbr, player_lookup, universe_source,
          list_filter(data_quality_issues, lambda issue: starts_with(issue, 'roster_'))
        FROM nba_analytics.upcoming_player_game_context ORDER BY ALL
        """) == [
          // The newest roster: neither who left with it nor who is listed out.
          "BOS ann roster []", "BOS new roster []",
          // The roster is older than 90 days.
          "LAL dan recent_games [roster_outdated:107]",
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

  @Test func `a report after tip-off is not known before it`() throws {
    let league = try SmallLeague()
    try league.run(.kernels)
    #expect(
      try league.rows(
        """
        SELECT team_abbr, starters_out_count, questionable_players_count
        FROM nba_analytics.upcoming_team_game_context ORDER BY ALL
        """) == ["BOS 1 1", "LAL 0 0", "MIA 0 0", "NYK 0 0"])
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
    options.only = ["upcoming_team_game_context", "upcoming_player_game_context"]
    options.evaluator = evaluator
    #expect(try engine.run(options).failedDays == 0)
  }

  func rows(_ sql: String) throws -> [String] {
    try warehouse.texts(sql).map { $0.replacing(" | ", with: " ") }
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
      game_date + INTERVAL 24 HOUR AS start_time
    FROM (VALUES
      (10, DATE '2022-11-10', 'BOS', 'LAL', 3), (11, DATE '2022-11-11', 'BOS', 'LAL', 3),
      (12, DATE '2022-11-14', 'BOS', 'LAL', 3), (13, DATE '2022-11-15', 'BOS', 'LAL', 1),
      (14, DATE '2022-11-15', 'NYK', 'MIA', 1)
    ) AS games(number, game_date, home, away, status);

    INSERT INTO nba_analytics.player_game_summary BY NAME
    SELECT
      player AS player_lookup, 'g' AS game_id, game_date, team AS team_abbr,
      'XXX' AS opponent_team_abbr, 2022 AS season_year, 20 AS points, minutes AS minutes_played,
      false AS has_complete_shot_zones, true AS starter_flag, true AS win_flag, true AS is_active
    FROM (VALUES
      ('ann', DATE '2022-11-10', 'BOS', 30.0), ('ann', DATE '2022-11-11', 'BOS', 30.0),
      ('ann', DATE '2022-11-14', 'BOS', 30.5), ('dan', DATE '2022-11-14', 'LAL', 12.0)
    ) AS played(player, game_date, team, minutes);

    INSERT INTO nba_raw.espn_team_rosters BY NAME
    SELECT
      roster_date, team AS team_abbr, player AS player_lookup, DATE '2000-11-15' AS birth_date
    FROM (VALUES
      (DATE '2022-11-01', 'BOS', 'ann'), (DATE '2022-11-01', 'BOS', 'gone'),
      (DATE '2022-11-12', 'BOS', 'ann'), (DATE '2022-11-12', 'BOS', 'new'),
      (DATE '2022-11-12', 'BOS', 'bob'), (DATE '2022-11-15', 'BOS', 'late'),
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
      (9, 'bob', 'questionable'), (17, 'bob', 'out'), (17, 'new', 'questionable'),
      (20, 'new', 'out'), (20, 'ann', 'out')
    ) AS report(hour, player, status);
    """
}
