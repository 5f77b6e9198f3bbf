WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
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
    WHERE "rows"."game_date" BETWEEN $from AND $to
    GROUP BY "rows"."game_date"
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
  "found" AS (
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
      'source_player_game' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_player_game_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
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
  ('player_game_settings', 'nbac_schedule', 'nbac_schedule'),
  ('player_game_settings', 'source_player_game', 'source_player_game'),
  ('player_game_settings', 'source_team_defense', 'source_team_defense')
) AS "readers"("processor", "input", "scope")
  ON "readers"."scope" = "digests"."scope"
ORDER BY "processor", "input", "as_of";
