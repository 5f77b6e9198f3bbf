WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
  ),
  "bdl_player_boxscores_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."bdl_player_boxscores" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "nbac_gamebook_player_stats_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "nbac_player_zone_points_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."nbac_player_zone_points" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "nbac_schedule_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT))
        + COALESCE(
          SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) FILTER (WHERE "rows"."is_kept"),
          0
        ) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM (
      SELECT
        *,
        ROW_NUMBER() OVER (
          PARTITION BY "rows"."nba_game_id"
          ORDER BY "rows"."processed_at" DESC, "rows"."game_date" DESC, "rows"."game_id"
        ) = 1 AS "is_kept"
      FROM "nba_raw"."nbac_schedule" AS "rows"
    ) AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_nbac_boxscore_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."nbac_team_boxscore" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_play_by_play_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."bigdataball_play_by_play" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "player_registry_by_day" AS (
    SELECT
      "rows"."season_year",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."player_registry" AS "rows"
    GROUP BY "rows"."season_year"
  ),
  "source_bp_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."bettingpros_player_points_props" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_odds_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."odds_api_player_points_props" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "team_offense_game_summary_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_boxscore_last_updated",
          "rows"."source_play_by_play_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."team_offense_game_summary" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "days_2" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "nbac_schedule_before_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT))
        + COALESCE(
          SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) FILTER (WHERE "rows"."is_kept"),
          0
        ) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM (
      SELECT
        *,
        ROW_NUMBER() OVER (
          PARTITION BY "rows"."nba_game_id"
          ORDER BY "rows"."processed_at" DESC, "rows"."game_date" DESC, "rows"."game_id"
        ) = 1 AS "is_kept"
      FROM "nba_raw"."nbac_schedule" AS "rows"
    ) AS "rows"
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  ),
  "source_team_defense_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_team_boxscore_last_updated",
          "rows"."source_gamebook_players_last_updated",
          "rows"."source_bdl_players_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."team_defense_game_summary" AS "rows"
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  ),
  "espn_team_rosters_by_day" AS (
    SELECT
      "rows"."roster_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."espn_team_rosters" AS "rows"
    WHERE "rows"."roster_date" < $to AND "rows"."roster_date" >= CAST($from AS DATE) - 400
    GROUP BY "rows"."roster_date"
  ),
  "nbac_gamebook_player_stats_by_day_2" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "rows"
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  ),
  "source_player_game_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_last_updated",
          "rows"."source_bdl_last_updated",
          "rows"."source_bbd_last_updated",
          "rows"."source_nbac_pbp_last_updated",
          "rows"."source_odds_last_updated",
          "rows"."source_bp_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."player_game_summary" AS "rows"
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  ),
  "days_3" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "nbac_schedule_before_by_day_2" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT))
        + COALESCE(
          SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) FILTER (WHERE "rows"."is_kept"),
          0
        ) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM (
      SELECT
        *,
        ROW_NUMBER() OVER (
          PARTITION BY "rows"."nba_game_id"
          ORDER BY "rows"."processed_at" DESC, "rows"."game_date" DESC, "rows"."game_id"
        ) = 1 AS "is_kept"
      FROM "nba_raw"."nbac_schedule" AS "rows"
    ) AS "rows"
    WHERE "rows"."game_date" < $to AND "rows"."game_date" >= CAST($from AS DATE) - 300
    GROUP BY "rows"."game_date"
  ),
  "source_injury_report_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."nbac_injury_report" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_odds_lines_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."odds_api_game_lines" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "teams_by_day" AS (
    SELECT
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."teams" AS "rows"
  ),
  "travel_distances_by_day" AS (
    SELECT
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."travel_distances" AS "rows"
  ),
  "nbac_schedule_after_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(
        HASH(
          "rows"."away_team_tricode",
          "rows"."game_date",
          "rows"."game_id",
          "rows"."home_team_tricode",
          "rows"."is_primetime",
          "rows"."nba_game_id"
        )
      )
        + COALESCE(
          SUM(
            HASH(
              "rows"."away_team_tricode",
              "rows"."game_date",
              "rows"."game_id",
              "rows"."home_team_tricode",
              "rows"."is_primetime",
              "rows"."nba_game_id"
            )
          ) FILTER (WHERE "rows"."is_kept"),
          0
        ) AS "mark_total",
      0 AS "unmarked_rows"
    FROM (
      SELECT
        *,
        ROW_NUMBER() OVER (
          PARTITION BY "rows"."nba_game_id"
          ORDER BY "rows"."processed_at" DESC, "rows"."game_date" DESC, "rows"."game_id"
        ) = 1 AS "is_kept"
      FROM "nba_raw"."nbac_schedule" AS "rows"
    ) AS "rows"
    WHERE "rows"."game_date" > $from AND "rows"."game_date" <= CAST($to AS DATE) + 30
    GROUP BY "rows"."game_date"
  ),
  "player_game_summary_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_last_updated",
          "rows"."source_bdl_last_updated",
          "rows"."source_bbd_last_updated",
          "rows"."source_nbac_pbp_last_updated",
          "rows"."source_odds_last_updated",
          "rows"."source_bp_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."player_game_summary" AS "rows"
    WHERE "rows"."game_date" < $to AND "rows"."game_date" >= CAST($from AS DATE) - 30
    GROUP BY "rows"."game_date"
  ),
  "player_registry_by_day_2" AS (
    SELECT
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."player_registry" AS "rows"
  ),
  "team_offense_game_summary_by_day_2" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_boxscore_last_updated",
          "rows"."source_play_by_play_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."team_offense_game_summary" AS "rows"
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  ),
  "upcoming_injury_context_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_injury_report_last_updated",
          "rows"."source_player_game_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."upcoming_injury_context" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_player_context_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_boxscore_last_updated",
          "rows"."source_schedule_last_updated",
          "rows"."source_props_last_updated",
          "rows"."source_game_lines_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."upcoming_player_game_context" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_player_shot_by_day" AS (
    SELECT
      "rows"."analysis_date" AS "day",
      MAX("rows"."source_player_game_last_updated") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_precompute"."player_shot_zone_analysis" AS "rows"
    WHERE "rows"."analysis_date" BETWEEN $from AND $to
    GROUP BY "rows"."analysis_date"
  ),
  "source_team_context_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_schedule_last_updated",
          "rows"."source_odds_lines_last_updated",
          "rows"."source_injury_report_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."upcoming_team_game_context" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_team_defense_by_day_2" AS (
    SELECT
      "rows"."analysis_date" AS "day",
      MAX("rows"."source_team_defense_last_updated") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_precompute"."team_defense_zone_analysis" AS "rows"
    WHERE "rows"."analysis_date" BETWEEN $from AND $to
    GROUP BY "rows"."analysis_date"
  ),
  "source_player_game_by_day_2" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_nbac_last_updated",
          "rows"."source_bdl_last_updated",
          "rows"."source_bbd_last_updated",
          "rows"."source_nbac_pbp_last_updated",
          "rows"."source_odds_last_updated",
          "rows"."source_bp_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_analytics"."player_game_summary" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_composite_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_player_context_last_updated",
          "rows"."source_team_context_last_updated",
          "rows"."source_player_shot_last_updated",
          "rows"."source_team_defense_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_precompute"."player_composite_factors" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "source_daily_cache_by_day" AS (
    SELECT
      "rows"."cache_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_player_game_last_updated",
          "rows"."source_team_offense_last_updated",
          "rows"."source_upcoming_context_last_updated",
          "rows"."source_shot_zone_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_precompute"."player_daily_cache" AS "rows"
    WHERE "rows"."cache_date" BETWEEN $from AND $to
    GROUP BY "rows"."cache_date"
  ),
  "ml_feature_store_v2_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_daily_cache_last_updated",
          "rows"."source_composite_last_updated",
          "rows"."source_shot_zones_last_updated",
          "rows"."source_team_defense_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_predictions"."ml_feature_store_v2" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "player_game_settings_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      MAX(
        GREATEST(
          "rows"."source_player_game_last_updated",
          "rows"."source_team_defense_last_updated"
        )
      ) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_precompute"."player_game_settings" AS "rows"
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= CAST($from AS DATE) - 90
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  ),
  "moving_average_baseline_v1_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      CAST(NULL AS TIMESTAMP) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_predictions"."moving_average_baseline_v1" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "similarity_balanced_v1_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      CAST(NULL AS TIMESTAMP) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_predictions"."similarity_balanced_v1" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "xgboost_v1_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      CAST(NULL AS TIMESTAMP) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_predictions"."xgboost_v1" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "zone_matchup_v1_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      CAST(NULL AS TIMESTAMP) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_predictions"."zone_matchup_v1" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "ensemble_v1_by_day" AS (
    SELECT
      "rows"."game_date" AS "day",
      CAST(NULL AS TIMESTAMP) AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_predictions"."ensemble_v1" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "found" AS (
    SELECT
      'bdl_player_boxscores' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "bdl_player_boxscores_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'nbac_gamebook_player_stats' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_gamebook_player_stats_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'nbac_player_zone_points' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_player_zone_points_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'nbac_schedule' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_schedule_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_nbac_boxscore' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_nbac_boxscore_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_play_by_play' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_play_by_play_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'player_registry' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "player_registry_by_day" AS "by_day"
      ON "by_day"."season_year"
        = CASE
          WHEN EXTRACT(MONTH FROM "days"."season_opening") >= 10
            THEN EXTRACT(YEAR FROM "days"."season_opening")
          ELSE EXTRACT(YEAR FROM "days"."season_opening") - 1
        END
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_bp' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_bp_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_odds' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_odds_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'team_offense_game_summary' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "team_offense_game_summary_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'nbac_schedule_2' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "nbac_schedule_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'nbac_schedule_before' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "nbac_schedule_before_by_day" AS "by_day"
      ON "by_day"."day" < "days_2"."as_of" AND "by_day"."day" >= "days_2"."season_opening"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_team_defense' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_team_defense_by_day" AS "by_day"
      ON "by_day"."day" < "days_2"."as_of" AND "by_day"."day" >= "days_2"."season_opening"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'espn_team_rosters' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "espn_team_rosters_by_day" AS "by_day"
      ON "by_day"."day" < "days_2"."as_of" AND "by_day"."day" >= "days_2"."as_of" - 400
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'nbac_gamebook_player_stats_2' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "nbac_gamebook_player_stats_by_day_2" AS "by_day"
      ON "by_day"."day" < "days_2"."as_of" AND "by_day"."day" >= "days_2"."season_opening"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_player_game' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_player_game_by_day" AS "by_day"
      ON "by_day"."day" < "days_2"."as_of" AND "by_day"."day" >= "days_2"."season_opening"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'nbac_schedule_3' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "nbac_schedule_by_day" AS "by_day" ON "by_day"."day" = "days_3"."as_of"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'nbac_schedule_before_2' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "nbac_schedule_before_by_day_2" AS "by_day"
      ON "by_day"."day" < "days_3"."as_of" AND "by_day"."day" >= "days_3"."as_of" - 300
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'source_injury_report' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "source_injury_report_by_day" AS "by_day" ON "by_day"."day" = "days_3"."as_of"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'source_nbac_schedule' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "nbac_schedule_before_by_day" AS "by_day"
      ON "by_day"."day" < "days_3"."as_of" AND "by_day"."day" >= "days_3"."season_opening"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'source_odds_lines' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "source_odds_lines_by_day" AS "by_day" ON "by_day"."day" = "days_3"."as_of"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'teams' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    CROSS JOIN "teams_by_day" AS "by_day"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'travel_distances' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    CROSS JOIN "travel_distances_by_day" AS "by_day"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'source_player_game_2' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "source_player_game_by_day" AS "by_day"
      ON "by_day"."day" < "days_3"."as_of" AND "by_day"."day" >= "days_3"."season_opening"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'bettingpros_player_points_props' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "source_bp_by_day" AS "by_day" ON "by_day"."day" = "days_3"."as_of"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'espn_team_rosters_2' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "espn_team_rosters_by_day" AS "by_day"
      ON "by_day"."day" < "days_3"."as_of" AND "by_day"."day" >= "days_3"."as_of" - 400
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'nbac_gamebook_player_stats_3' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "nbac_gamebook_player_stats_by_day" AS "by_day" ON "by_day"."day" = "days_3"."as_of"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'nbac_gamebook_player_stats_before' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "nbac_gamebook_player_stats_by_day_2" AS "by_day"
      ON "by_day"."day" < "days_3"."as_of" AND "by_day"."day" >= "days_3"."season_opening"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'nbac_schedule_after' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "nbac_schedule_after_by_day" AS "by_day"
      ON "by_day"."day" > "days_3"."as_of" AND "by_day"."day" <= "days_3"."as_of" + 30
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'player_game_summary' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "player_game_summary_by_day" AS "by_day"
      ON "by_day"."day" < "days_3"."as_of" AND "by_day"."day" >= "days_3"."as_of" - 30
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'player_registry_2' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    CROSS JOIN "player_registry_by_day_2" AS "by_day"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'source_props' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "source_odds_by_day" AS "by_day" ON "by_day"."day" = "days_3"."as_of"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'team_offense_game_summary_2' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "team_offense_game_summary_by_day_2" AS "by_day"
      ON "by_day"."day" < "days_3"."as_of" AND "by_day"."day" >= "days_3"."season_opening"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'upcoming_injury_context' AS "scope",
      "days_3"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_3"
    LEFT JOIN "upcoming_injury_context_by_day" AS "by_day" ON "by_day"."day" = "days_3"."as_of"
    GROUP BY "days_3"."as_of"
    UNION ALL
    SELECT
      'source_player_context' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_player_context_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_player_shot' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_player_shot_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_team_context' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_team_context_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_team_defense_2' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_team_defense_by_day_2" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_team_offense' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "team_offense_game_summary_by_day_2" AS "by_day"
      ON "by_day"."day" < "days_2"."as_of" AND "by_day"."day" >= "days_2"."season_opening"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_player_game_3' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_player_game_by_day_2" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_team_defense_3' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_team_defense_by_day_2" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_composite' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_composite_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'source_daily_cache' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "source_daily_cache_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'ml_feature_store_v2' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "ml_feature_store_v2_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'player_game_settings' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "player_game_settings_by_day" AS "by_day"
      ON "by_day"."day" < "days_2"."as_of"
      AND "by_day"."day" >= "days_2"."as_of" - 90
      AND "by_day"."day" >= "days_2"."season_opening"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'moving_average_baseline_v1' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "moving_average_baseline_v1_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'similarity_balanced_v1' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "similarity_balanced_v1_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'xgboost_v1' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "xgboost_v1_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'zone_matchup_v1' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "zone_matchup_v1_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'ensemble_v1' AS "scope",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "ensemble_v1_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
  ),
  "digests" AS (
    SELECT
      "scope",
      "as_of",
      "rows_found",
      "last_updated",
      CASE
        WHEN "rows_found" > 0 AND "unmarked_rows" = 0
          THEN LEFT(SHA256(CONCAT(
            CAST("rows_found" AS VARCHAR),
            ':',
            CAST("mark_total" AS VARCHAR)
          )), 16)
      END AS "digest"
    FROM "found"
  )
SELECT
  "readers"."processor",
  "readers"."input",
  "digests"."as_of",
  "digests"."rows_found",
  "digests"."last_updated",
  "digests"."digest"
FROM "digests"
JOIN (VALUES
  ('team_offense_game_summary', 'bdl_player_boxscores', 'bdl_player_boxscores'),
  ('team_offense_game_summary', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats'),
  ('team_offense_game_summary', 'nbac_player_zone_points', 'nbac_player_zone_points'),
  ('team_offense_game_summary', 'nbac_schedule', 'nbac_schedule'),
  ('team_offense_game_summary', 'source_nbac_boxscore', 'source_nbac_boxscore'),
  ('team_offense_game_summary', 'source_play_by_play', 'source_play_by_play'),
  ('player_game_summary', 'nbac_schedule', 'nbac_schedule'),
  ('player_game_summary', 'nbac_team_boxscore', 'source_nbac_boxscore'),
  ('player_game_summary', 'player_registry', 'player_registry'),
  ('player_game_summary', 'source_bbd', 'source_play_by_play'),
  ('player_game_summary', 'source_bdl', 'bdl_player_boxscores'),
  ('player_game_summary', 'source_bp', 'source_bp'),
  ('player_game_summary', 'source_nbac', 'nbac_gamebook_player_stats'),
  ('player_game_summary', 'source_nbac_pbp', 'nbac_player_zone_points'),
  ('player_game_summary', 'source_odds', 'source_odds'),
  ('player_game_summary', 'team_offense_game_summary', 'team_offense_game_summary'),
  ('team_defense_game_summary', 'bigdataball_play_by_play', 'source_play_by_play'),
  ('team_defense_game_summary', 'nbac_player_zone_points', 'nbac_player_zone_points'),
  ('team_defense_game_summary', 'nbac_schedule', 'nbac_schedule'),
  ('team_defense_game_summary', 'source_bdl_players', 'bdl_player_boxscores'),
  ('team_defense_game_summary', 'source_gamebook_players', 'nbac_gamebook_player_stats'),
  ('team_defense_game_summary', 'source_team_boxscore', 'source_nbac_boxscore'),
  ('team_defense_zone_analysis', 'nbac_schedule', 'nbac_schedule_2'),
  ('team_defense_zone_analysis', 'nbac_schedule_before', 'nbac_schedule_before'),
  ('team_defense_zone_analysis', 'source_team_defense', 'source_team_defense'),
  ('player_shot_zone_analysis', 'espn_team_rosters', 'espn_team_rosters'),
  ('player_shot_zone_analysis', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats_2'),
  ('player_shot_zone_analysis', 'nbac_schedule', 'nbac_schedule_2'),
  ('player_shot_zone_analysis', 'nbac_schedule_before', 'nbac_schedule_before'),
  ('player_shot_zone_analysis', 'source_player_game', 'source_player_game'),
  ('upcoming_team_game_context', 'nbac_schedule', 'nbac_schedule_3'),
  ('upcoming_team_game_context', 'nbac_schedule_before', 'nbac_schedule_before_2'),
  ('upcoming_team_game_context', 'source_injury_report', 'source_injury_report'),
  ('upcoming_team_game_context', 'source_nbac_schedule', 'source_nbac_schedule'),
  ('upcoming_team_game_context', 'source_odds_lines', 'source_odds_lines'),
  ('upcoming_team_game_context', 'teams', 'teams'),
  ('upcoming_team_game_context', 'travel_distances', 'travel_distances'),
  ('upcoming_injury_context', 'nbac_schedule', 'nbac_schedule_3'),
  ('upcoming_injury_context', 'source_injury_report', 'source_injury_report'),
  ('upcoming_injury_context', 'source_player_game', 'source_player_game_2'),
  ('upcoming_player_game_context', 'bettingpros_player_points_props', 'bettingpros_player_points_props'),
  ('upcoming_player_game_context', 'espn_team_rosters', 'espn_team_rosters_2'),
  ('upcoming_player_game_context', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats_3'),
  ('upcoming_player_game_context', 'nbac_gamebook_player_stats_before', 'nbac_gamebook_player_stats_before'),
  ('upcoming_player_game_context', 'nbac_injury_report', 'source_injury_report'),
  ('upcoming_player_game_context', 'nbac_schedule', 'nbac_schedule_3'),
  ('upcoming_player_game_context', 'nbac_schedule_after', 'nbac_schedule_after'),
  ('upcoming_player_game_context', 'player_game_summary', 'player_game_summary'),
  ('upcoming_player_game_context', 'player_registry', 'player_registry_2'),
  ('upcoming_player_game_context', 'source_boxscore', 'source_player_game_2'),
  ('upcoming_player_game_context', 'source_game_lines', 'source_odds_lines'),
  ('upcoming_player_game_context', 'source_props', 'source_props'),
  ('upcoming_player_game_context', 'source_schedule', 'source_nbac_schedule'),
  ('upcoming_player_game_context', 'team_offense_game_summary', 'team_offense_game_summary_2'),
  ('upcoming_player_game_context', 'teams', 'teams'),
  ('upcoming_player_game_context', 'upcoming_injury_context', 'upcoming_injury_context'),
  ('player_composite_factors', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats_2'),
  ('player_composite_factors', 'nbac_schedule', 'nbac_schedule_2'),
  ('player_composite_factors', 'nbac_schedule_before', 'nbac_schedule_before'),
  ('player_composite_factors', 'player_game_summary', 'source_player_game'),
  ('player_composite_factors', 'source_player_context', 'source_player_context'),
  ('player_composite_factors', 'source_player_shot', 'source_player_shot'),
  ('player_composite_factors', 'source_team_context', 'source_team_context'),
  ('player_composite_factors', 'source_team_defense', 'source_team_defense_2'),
  ('player_daily_cache', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats_2'),
  ('player_daily_cache', 'nbac_schedule', 'nbac_schedule_2'),
  ('player_daily_cache', 'nbac_schedule_before', 'nbac_schedule_before'),
  ('player_daily_cache', 'source_player_game', 'source_player_game'),
  ('player_daily_cache', 'source_shot_zone', 'source_player_shot'),
  ('player_daily_cache', 'source_team_offense', 'source_team_offense'),
  ('player_daily_cache', 'source_upcoming_context', 'source_player_context'),
  ('player_game_settings', 'nbac_schedule', 'nbac_schedule'),
  ('player_game_settings', 'source_player_game', 'source_player_game_3'),
  ('player_game_settings', 'source_team_defense', 'source_team_defense_3'),
  ('ml_feature_store_v2', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats_2'),
  ('ml_feature_store_v2', 'nbac_schedule', 'nbac_schedule_2'),
  ('ml_feature_store_v2', 'nbac_schedule_before', 'nbac_schedule_before'),
  ('ml_feature_store_v2', 'player_game_summary', 'source_player_game'),
  ('ml_feature_store_v2', 'source_composite', 'source_composite'),
  ('ml_feature_store_v2', 'source_daily_cache', 'source_daily_cache'),
  ('ml_feature_store_v2', 'source_shot_zones', 'source_player_shot'),
  ('ml_feature_store_v2', 'source_team_defense', 'source_team_defense_2'),
  ('ml_feature_store_v2', 'team_offense_game_summary', 'source_team_offense'),
  ('ml_feature_store_v2', 'upcoming_player_game_context', 'source_player_context'),
  ('moving_average_baseline_v1', 'ml_feature_store_v2', 'ml_feature_store_v2'),
  ('moving_average_baseline_v1', 'nbac_schedule', 'nbac_schedule_2'),
  ('moving_average_baseline_v1', 'upcoming_player_game_context', 'source_player_context'),
  ('zone_matchup_v1', 'ml_feature_store_v2', 'ml_feature_store_v2'),
  ('zone_matchup_v1', 'nbac_schedule', 'nbac_schedule_2'),
  ('zone_matchup_v1', 'upcoming_player_game_context', 'source_player_context'),
  ('similarity_balanced_v1', 'ml_feature_store_v2', 'ml_feature_store_v2'),
  ('similarity_balanced_v1', 'nbac_schedule', 'nbac_schedule_2'),
  ('similarity_balanced_v1', 'player_game_settings', 'player_game_settings'),
  ('similarity_balanced_v1', 'upcoming_player_game_context', 'source_player_context'),
  ('xgboost_v1', 'ml_feature_store_v2', 'ml_feature_store_v2'),
  ('xgboost_v1', 'nbac_schedule', 'nbac_schedule_2'),
  ('xgboost_v1', 'player_daily_cache', 'source_daily_cache'),
  ('xgboost_v1', 'upcoming_player_game_context', 'source_player_context'),
  ('ensemble_v1', 'ml_feature_store_v2', 'ml_feature_store_v2'),
  ('ensemble_v1', 'moving_average_baseline_v1', 'moving_average_baseline_v1'),
  ('ensemble_v1', 'nbac_schedule', 'nbac_schedule_2'),
  ('ensemble_v1', 'similarity_balanced_v1', 'similarity_balanced_v1'),
  ('ensemble_v1', 'upcoming_player_game_context', 'source_player_context'),
  ('ensemble_v1', 'xgboost_v1', 'xgboost_v1'),
  ('ensemble_v1', 'zone_matchup_v1', 'zone_matchup_v1'),
  ('player_prop_predictions', 'ensemble_v1', 'ensemble_v1'),
  ('player_prop_predictions', 'ml_feature_store_v2', 'ml_feature_store_v2'),
  ('player_prop_predictions', 'moving_average_baseline_v1', 'moving_average_baseline_v1'),
  ('player_prop_predictions', 'nbac_schedule', 'nbac_schedule_2'),
  ('player_prop_predictions', 'similarity_balanced_v1', 'similarity_balanced_v1'),
  ('player_prop_predictions', 'upcoming_player_game_context', 'source_player_context'),
  ('player_prop_predictions', 'xgboost_v1', 'xgboost_v1'),
  ('player_prop_predictions', 'zone_matchup_v1', 'zone_matchup_v1')
) AS "readers"("processor", "input", "scope")
  ON "readers"."scope" = "digests"."scope"
ORDER BY "processor", "input", "as_of";
