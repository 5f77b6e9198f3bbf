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
      MAX("rows"."updated_at") AS "last_updated",
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
      MAX("rows"."updated_at") AS "last_updated",
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
      MAX("rows"."updated_at") AS "last_updated",
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
      MAX("rows"."updated_at") AS "last_updated",
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
      MAX("rows"."updated_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_predictions"."ensemble_v1" AS "rows"
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
  ),
  "found" AS (
    SELECT
      'team_offense_game_summary' AS "processor",
      'bdl_player_boxscores' AS "input",
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
      'team_offense_game_summary' AS "processor",
      'nbac_gamebook_player_stats' AS "input",
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
      'team_offense_game_summary' AS "processor",
      'nbac_player_zone_points' AS "input",
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
      'team_offense_game_summary' AS "processor",
      'nbac_schedule' AS "input",
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
      'team_offense_game_summary' AS "processor",
      'source_nbac_boxscore' AS "input",
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
      'team_offense_game_summary' AS "processor",
      'source_play_by_play' AS "input",
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
      'player_game_summary' AS "processor",
      'nbac_schedule' AS "input",
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
      'player_game_summary' AS "processor",
      'nbac_team_boxscore' AS "input",
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
      'player_game_summary' AS "processor",
      'player_registry' AS "input",
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
      'player_game_summary' AS "processor",
      'source_bbd' AS "input",
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
      'player_game_summary' AS "processor",
      'source_bdl' AS "input",
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
      'player_game_summary' AS "processor",
      'source_bp' AS "input",
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
      'player_game_summary' AS "processor",
      'source_nbac' AS "input",
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
      'player_game_summary' AS "processor",
      'source_nbac_pbp' AS "input",
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
      'player_game_summary' AS "processor",
      'source_odds' AS "input",
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
      'player_game_summary' AS "processor",
      'team_offense_game_summary' AS "input",
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
      'team_defense_game_summary' AS "processor",
      'bigdataball_play_by_play' AS "input",
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
      'team_defense_game_summary' AS "processor",
      'nbac_player_zone_points' AS "input",
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
      'team_defense_game_summary' AS "processor",
      'nbac_schedule' AS "input",
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
      'team_defense_game_summary' AS "processor",
      'source_bdl_players' AS "input",
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
      'team_defense_game_summary' AS "processor",
      'source_gamebook_players' AS "input",
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
      'team_defense_game_summary' AS "processor",
      'source_team_boxscore' AS "input",
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
      'team_defense_zone_analysis' AS "processor",
      'nbac_schedule' AS "input",
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
      'team_defense_zone_analysis' AS "processor",
      'nbac_schedule_before' AS "input",
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
      'team_defense_zone_analysis' AS "processor",
      'source_team_defense' AS "input",
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
      'player_shot_zone_analysis' AS "processor",
      'espn_team_rosters' AS "input",
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
      'player_shot_zone_analysis' AS "processor",
      'nbac_gamebook_player_stats' AS "input",
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
      'player_shot_zone_analysis' AS "processor",
      'nbac_schedule' AS "input",
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
      'player_shot_zone_analysis' AS "processor",
      'nbac_schedule_before' AS "input",
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
      'player_shot_zone_analysis' AS "processor",
      'source_player_game' AS "input",
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
      'upcoming_team_game_context' AS "processor",
      'nbac_schedule' AS "input",
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
      'upcoming_team_game_context' AS "processor",
      'nbac_schedule_before' AS "input",
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
      'upcoming_team_game_context' AS "processor",
      'source_injury_report' AS "input",
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
      'upcoming_team_game_context' AS "processor",
      'source_nbac_schedule' AS "input",
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
      'upcoming_team_game_context' AS "processor",
      'source_odds_lines' AS "input",
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
      'upcoming_team_game_context' AS "processor",
      'teams' AS "input",
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
      'upcoming_team_game_context' AS "processor",
      'travel_distances' AS "input",
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
      'upcoming_injury_context' AS "processor",
      'nbac_schedule' AS "input",
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
      'upcoming_injury_context' AS "processor",
      'source_injury_report' AS "input",
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
      'upcoming_injury_context' AS "processor",
      'source_player_game' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'bettingpros_player_points_props' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'espn_team_rosters' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'nbac_gamebook_player_stats' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'nbac_gamebook_player_stats_before' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'nbac_injury_report' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'nbac_schedule' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'nbac_schedule_after' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'player_game_summary' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'player_registry' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'source_boxscore' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'source_game_lines' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'source_props' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'source_schedule' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'team_offense_game_summary' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'teams' AS "input",
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
      'upcoming_player_game_context' AS "processor",
      'upcoming_injury_context' AS "input",
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
      'player_composite_factors' AS "processor",
      'nbac_gamebook_player_stats' AS "input",
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
      'player_composite_factors' AS "processor",
      'nbac_schedule' AS "input",
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
      'player_composite_factors' AS "processor",
      'nbac_schedule_before' AS "input",
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
      'player_composite_factors' AS "processor",
      'player_game_summary' AS "input",
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
      'player_composite_factors' AS "processor",
      'source_player_context' AS "input",
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
      'player_composite_factors' AS "processor",
      'source_player_shot' AS "input",
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
      'player_composite_factors' AS "processor",
      'source_team_context' AS "input",
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
      'player_composite_factors' AS "processor",
      'source_team_defense' AS "input",
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
      'player_daily_cache' AS "processor",
      'nbac_gamebook_player_stats' AS "input",
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
      'player_daily_cache' AS "processor",
      'nbac_schedule' AS "input",
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
      'player_daily_cache' AS "processor",
      'nbac_schedule_before' AS "input",
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
      'player_daily_cache' AS "processor",
      'source_player_game' AS "input",
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
      'player_daily_cache' AS "processor",
      'source_shot_zone' AS "input",
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
      'player_daily_cache' AS "processor",
      'source_team_offense' AS "input",
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
      'player_daily_cache' AS "processor",
      'source_upcoming_context' AS "input",
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
      'player_game_settings' AS "processor",
      'nbac_schedule' AS "input",
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
      'player_game_settings' AS "processor",
      'source_player_game' AS "input",
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
      'player_game_settings' AS "processor",
      'source_team_defense' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'nbac_gamebook_player_stats' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'nbac_schedule' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'nbac_schedule_before' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'player_game_summary' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'source_composite' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'source_daily_cache' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'source_shot_zones' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'source_team_defense' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'team_offense_game_summary' AS "input",
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
      'ml_feature_store_v2' AS "processor",
      'upcoming_player_game_context' AS "input",
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
      'moving_average_baseline_v1' AS "processor",
      'ml_feature_store_v2' AS "input",
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
      'moving_average_baseline_v1' AS "processor",
      'nbac_schedule' AS "input",
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
      'moving_average_baseline_v1' AS "processor",
      'upcoming_player_game_context' AS "input",
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
      'zone_matchup_v1' AS "processor",
      'ml_feature_store_v2' AS "input",
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
      'zone_matchup_v1' AS "processor",
      'nbac_schedule' AS "input",
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
      'zone_matchup_v1' AS "processor",
      'upcoming_player_game_context' AS "input",
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
      'similarity_balanced_v1' AS "processor",
      'ml_feature_store_v2' AS "input",
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
      'similarity_balanced_v1' AS "processor",
      'nbac_schedule' AS "input",
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
      'similarity_balanced_v1' AS "processor",
      'player_game_settings' AS "input",
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
      'similarity_balanced_v1' AS "processor",
      'upcoming_player_game_context' AS "input",
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
      'xgboost_v1' AS "processor",
      'ml_feature_store_v2' AS "input",
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
      'xgboost_v1' AS "processor",
      'nbac_schedule' AS "input",
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
      'xgboost_v1' AS "processor",
      'player_daily_cache' AS "input",
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
      'xgboost_v1' AS "processor",
      'upcoming_player_game_context' AS "input",
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
      'ensemble_v1' AS "processor",
      'ml_feature_store_v2' AS "input",
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
      'ensemble_v1' AS "processor",
      'moving_average_baseline_v1' AS "input",
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
      'ensemble_v1' AS "processor",
      'nbac_schedule' AS "input",
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
      'ensemble_v1' AS "processor",
      'similarity_balanced_v1' AS "input",
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
      'ensemble_v1' AS "processor",
      'upcoming_player_game_context' AS "input",
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
      'ensemble_v1' AS "processor",
      'xgboost_v1' AS "input",
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
      'ensemble_v1' AS "processor",
      'zone_matchup_v1' AS "input",
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
      'player_prop_predictions' AS "processor",
      'ensemble_v1' AS "input",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "ensemble_v1_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
    UNION ALL
    SELECT
      'player_prop_predictions' AS "processor",
      'ml_feature_store_v2' AS "input",
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
      'player_prop_predictions' AS "processor",
      'moving_average_baseline_v1' AS "input",
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
      'player_prop_predictions' AS "processor",
      'nbac_schedule' AS "input",
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
      'player_prop_predictions' AS "processor",
      'similarity_balanced_v1' AS "input",
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
      'player_prop_predictions' AS "processor",
      'upcoming_player_game_context' AS "input",
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
      'player_prop_predictions' AS "processor",
      'xgboost_v1' AS "input",
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
      'player_prop_predictions' AS "processor",
      'zone_matchup_v1' AS "input",
      "days_2"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days_2"
    LEFT JOIN "zone_matchup_v1_by_day" AS "by_day" ON "by_day"."day" = "days_2"."as_of"
    GROUP BY "days_2"."as_of"
  )
SELECT
  "processor",
  "input",
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
ORDER BY "processor", "input", "as_of";
