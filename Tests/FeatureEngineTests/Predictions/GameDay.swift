import FeatureSpec
import NBAFeatures

@testable import FeatureEngine

/// One game of BOS and NYK on 2022-11-05, eighteen days into the season, and what a test says is known
/// of it: `tables` are filled by SQL, `processors` run.
struct GameDay {
  let warehouse: TinyWarehouse

  init(
    given tables: [any Table], _ rows: String, @ProcessorBuilder processors: () -> [Processor]
  ) throws {
    let pipeline = Pipeline(
      "game_day", calendar: NBAFeatures.calendar, rawTables: [Schedule()] + tables,
      processors: processors)
    warehouse = try TinyWarehouse(
      pipeline,
      rows: """
        INSERT INTO nba_raw.nbac_schedule BY NAME
        SELECT CAST(range AS VARCHAR) AS game_id, CAST(range AS VARCHAR) AS nba_game_id,
          DATE '2022-10-18' + CAST(range AS INTEGER) AS game_date, CASE WHEN range < 18 THEN 3 ELSE 1 END AS game_status,
          'BOS' AS home_team_tricode, 'NYK' AS away_team_tricode, 2022 AS season_year
        FROM range(0, 19, 2);
        \(rows)
        """)
    var options = RunOptions(days: day("2022-11-05")...day("2022-11-05"))
    options.workers = 1
    try warehouse.engine().run(options)
  }

  func rows(_ sql: String) throws -> [String] { try warehouse.rows(sql) }

  /// The context of a player of BOS, as `INSERT … BY NAME` takes it; `facts` are more columns.
  static func context(_ player: String = "'p'", _ facts: String = "") -> String {
    """
    INSERT INTO nba_analytics.upcoming_player_game_context BY NAME
    SELECT \(player) AS player_lookup, '18' AS game_id, DATE '2022-11-05' AS game_date,
      'BOS' AS team_abbr, 'NYK' AS opponent_team_abbr, false AS has_prop_line, true AS home_game,
      'early' AS season_phase, 'roster' AS universe_source \(facts.isEmpty ? ", false AS back_to_back" : facts);
    """
  }

  /// A vector of `player` in which all is ordinary but what `replacing` says by place, from 1.
  static func vector(_ player: String = "'p'", _ replacing: [Int: String], quality: Double = 90)
    -> String
  {
    let ordinary = [
      "20", "20", "20", "5", "3", "80", "0", "0", "0", "0", "0", "0", "0", "112", "100", "1", "0",
      "0", "0.4", "0.2", "0.3", "0.1", "100", "112", "0.5",
    ]
    let values = ordinary.enumerated().map { replacing[$0 + 1] ?? $1 }.joined(separator: ", ")
    return """
      INSERT INTO nba_predictions.ml_feature_store_v2 BY NAME
      SELECT \(player) AS player_lookup, DATE '2022-11-05' AS game_date, '18' AS game_id,
        list_transform([\(values)], lambda x: CAST(x AS DOUBLE)) AS features, [] AS feature_names,
        [] AS feature_sources, 25 AS feature_count, 'v1_baseline_25' AS feature_version,
        \(quality) AS feature_quality_score, \(quality) AS feature_quality_score_raw,
        'phase4_partial' AS data_source, true AS is_production_ready,
        TIMESTAMP '2022-11-05' AS created_at;
      """
  }
}
