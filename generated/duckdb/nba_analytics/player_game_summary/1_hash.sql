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
  "nbac_team_boxscore_by_day" AS (
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
  "source_bbd_by_day" AS (
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
  "source_bdl_by_day" AS (
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
  "source_nbac_by_day" AS (
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
  "source_nbac_pbp_by_day" AS (
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
      'nbac_team_boxscore' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_team_boxscore_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
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
      'source_bbd' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_bbd_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_bdl' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_bdl_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
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
      'source_nbac' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_nbac_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_nbac_pbp' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_nbac_pbp_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
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
  ('player_game_summary', 'nbac_schedule', 'nbac_schedule'),
  ('player_game_summary', 'nbac_team_boxscore', 'nbac_team_boxscore'),
  ('player_game_summary', 'player_registry', 'player_registry'),
  ('player_game_summary', 'source_bbd', 'source_bbd'),
  ('player_game_summary', 'source_bdl', 'source_bdl'),
  ('player_game_summary', 'source_bp', 'source_bp'),
  ('player_game_summary', 'source_nbac', 'source_nbac'),
  ('player_game_summary', 'source_nbac_pbp', 'source_nbac_pbp'),
  ('player_game_summary', 'source_odds', 'source_odds'),
  ('player_game_summary', 'team_offense_game_summary', 'team_offense_game_summary')
) AS "readers"("processor", "input", "scope")
  ON "readers"."scope" = "digests"."scope"
ORDER BY "processor", "input", "as_of";
