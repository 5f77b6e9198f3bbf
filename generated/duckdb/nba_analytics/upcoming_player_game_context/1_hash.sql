WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "bettingpros_player_points_props_by_day" AS (
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
  "nbac_gamebook_player_stats_before_by_day" AS (
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
  "nbac_injury_report_by_day" AS (
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
  "player_registry_by_day" AS (
    SELECT
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."player_registry" AS "rows"
  ),
  "source_boxscore_by_day" AS (
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
  "source_game_lines_by_day" AS (
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
  "source_props_by_day" AS (
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
  "source_schedule_by_day" AS (
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
  "teams_by_day" AS (
    SELECT
      MAX("rows"."processed_at") AS "last_updated",
      COUNT(*) AS "rows_found",
      SUM(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "mark_total",
      COUNT(*) - COUNT(TRY_CAST('0x' || "rows"."data_hash" AS UBIGINT)) AS "unmarked_rows"
    FROM "nba_raw"."teams" AS "rows"
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
  "found" AS (
    SELECT
      'bettingpros_player_points_props' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "bettingpros_player_points_props_by_day" AS "by_day"
      ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'espn_team_rosters' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "espn_team_rosters_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."as_of" - 400
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
      'nbac_gamebook_player_stats_before' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_gamebook_player_stats_before_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'nbac_injury_report' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_injury_report_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
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
      'nbac_schedule_after' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "nbac_schedule_after_by_day" AS "by_day"
      ON "by_day"."day" > "days"."as_of" AND "by_day"."day" <= "days"."as_of" + 30
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
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."as_of" - 30
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
    CROSS JOIN "player_registry_by_day" AS "by_day"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_boxscore' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_boxscore_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_game_lines' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_game_lines_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_props' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_props_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'source_schedule' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "source_schedule_by_day" AS "by_day"
      ON "by_day"."day" < "days"."as_of" AND "by_day"."day" >= "days"."season_opening"
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
      'teams' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    CROSS JOIN "teams_by_day" AS "by_day"
    GROUP BY "days"."as_of"
    UNION ALL
    SELECT
      'upcoming_injury_context' AS "scope",
      "days"."as_of",
      CAST(COALESCE(SUM("by_day"."rows_found"), 0) AS BIGINT) AS "rows_found",
      MAX("by_day"."last_updated") AS "last_updated",
      SUM("by_day"."mark_total") AS "mark_total",
      SUM("by_day"."unmarked_rows") AS "unmarked_rows"
    FROM "days"
    LEFT JOIN "upcoming_injury_context_by_day" AS "by_day" ON "by_day"."day" = "days"."as_of"
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
  ('upcoming_player_game_context', 'bettingpros_player_points_props', 'bettingpros_player_points_props'),
  ('upcoming_player_game_context', 'espn_team_rosters', 'espn_team_rosters'),
  ('upcoming_player_game_context', 'nbac_gamebook_player_stats', 'nbac_gamebook_player_stats'),
  ('upcoming_player_game_context', 'nbac_gamebook_player_stats_before', 'nbac_gamebook_player_stats_before'),
  ('upcoming_player_game_context', 'nbac_injury_report', 'nbac_injury_report'),
  ('upcoming_player_game_context', 'nbac_schedule', 'nbac_schedule'),
  ('upcoming_player_game_context', 'nbac_schedule_after', 'nbac_schedule_after'),
  ('upcoming_player_game_context', 'player_game_summary', 'player_game_summary'),
  ('upcoming_player_game_context', 'player_registry', 'player_registry'),
  ('upcoming_player_game_context', 'source_boxscore', 'source_boxscore'),
  ('upcoming_player_game_context', 'source_game_lines', 'source_game_lines'),
  ('upcoming_player_game_context', 'source_props', 'source_props'),
  ('upcoming_player_game_context', 'source_schedule', 'source_schedule'),
  ('upcoming_player_game_context', 'team_offense_game_summary', 'team_offense_game_summary'),
  ('upcoming_player_game_context', 'teams', 'teams'),
  ('upcoming_player_game_context', 'upcoming_injury_context', 'upcoming_injury_context')
) AS "readers"("processor", "input", "scope")
  ON "readers"."scope" = "digests"."scope"
ORDER BY "processor", "input", "as_of";
