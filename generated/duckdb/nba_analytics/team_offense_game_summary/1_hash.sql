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
  ('team_offense_game_summary', 'source_play_by_play', 'source_play_by_play')
) AS "readers"("processor", "input", "scope")
  ON "readers"."scope" = "digests"."scope"
ORDER BY "processor", "input", "as_of";
