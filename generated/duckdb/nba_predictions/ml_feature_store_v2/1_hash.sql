WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0 AND "day" >= "season_opening" + 14
  ),
  "nbac_gamebook_player_stats_by_day" AS (
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
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
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
  "source_shot_zones_by_day" AS (
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
  "source_team_defense_by_day" AS (
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
    WHERE "rows"."game_date" < $to
      AND "rows"."game_date" >= (
        SELECT
          MIN("season_opening")
        FROM "temp"."calendar"
        WHERE "day" BETWEEN $from AND $to
      )
    GROUP BY "rows"."game_date"
  ),
  "upcoming_player_game_context_by_day" AS (
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
  "found" AS (
    SELECT
      'nbac_gamebook_player_stats' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_gamebook_player_stats_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
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
      'nbac_schedule_before' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_schedule_before_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'player_game_summary' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "player_game_summary_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_composite' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_composite_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_daily_cache' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_daily_cache_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_shot_zones' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_shot_zones_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_team_defense' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_team_defense_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
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
    LEFT JOIN "team_offense_game_summary_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'upcoming_player_game_context' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "upcoming_player_game_context_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
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
  ('ml_feature_store_v2', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats'),
  ('ml_feature_store_v2', 'nbac_schedule', 'nbac_schedule'),
  ('ml_feature_store_v2', 'nbac_schedule_before', 'nbac_schedule_before'),
  ('ml_feature_store_v2', 'player_game_summary', 'player_game_summary'),
  ('ml_feature_store_v2', 'source_composite', 'source_composite'),
  ('ml_feature_store_v2', 'source_daily_cache', 'source_daily_cache'),
  ('ml_feature_store_v2', 'source_shot_zones', 'source_shot_zones'),
  ('ml_feature_store_v2', 'source_team_defense', 'source_team_defense'),
  ('ml_feature_store_v2', 'team_offense_game_summary', 'team_offense_game_summary'),
  ('ml_feature_store_v2', 'upcoming_player_game_context', 'upcoming_player_game_context')
) AS "readers"("processor", "input", "scope")
  ON "readers"."scope" = "digests"."scope"
ORDER BY "processor", "input", "as_of";
