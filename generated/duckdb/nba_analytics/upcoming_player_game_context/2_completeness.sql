WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "roster_games_parts" AS (
    SELECT
      "roster_games_home"."game_date",
      "roster_games_home"."home_team_tricode" AS "team",
      "roster_games_home"."game_status",
      "roster_games_home"."game_status_text" IS NOT NULL
        AND LOWER("roster_games_home"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed",
      "roster_games_home"."game_id"
    FROM "nba_raw"."nbac_schedule" AS "roster_games_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "roster_games_home"."nba_game_id"
        ORDER BY "roster_games_home"."processed_at" DESC,
          "roster_games_home"."game_date" DESC,
          "roster_games_home"."game_id"
      ) = 1
      AND "roster_games_home"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      "roster_games_away"."game_date",
      "roster_games_away"."away_team_tricode" AS "team",
      "roster_games_away"."game_status",
      "roster_games_away"."game_status_text" IS NOT NULL
        AND LOWER("roster_games_away"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed",
      "roster_games_away"."game_id"
    FROM "nba_raw"."nbac_schedule" AS "roster_games_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "roster_games_away"."nba_game_id"
        ORDER BY "roster_games_away"."processed_at" DESC,
          "roster_games_away"."game_date" DESC,
          "roster_games_away"."game_id"
      ) = 1
      AND "roster_games_away"."game_date" BETWEEN $from AND $to
  ),
  "roster_games" AS (
    SELECT
      "game_date",
      "team",
      "game_id"
    FROM "roster_games_parts"
    WHERE "game_status" IN (1, 3) AND NOT "is_postponed"
  ),
  "rosters" AS (
    SELECT
      "player_lookup",
      "team_abbr",
      "roster_date"
    FROM "nba_raw"."espn_team_rosters"
    WHERE "roster_date" >= $from - 90 AND "roster_date" < $to
  ),
  -- Each day of the rows is seen from the days after it up to that of the next.
  "rosters_days" AS (
    SELECT
      "team_abbr",
      "roster_date",
      LEAD("roster_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "team_abbr"
        ORDER BY "roster_date"
      ) AS "until"
    FROM "rosters"
    GROUP BY "team_abbr", "roster_date"
  ),
  "recent" AS (
    SELECT
      "player_lookup",
      "team_abbr",
      "game_date"
    FROM "nba_analytics"."player_game_summary"
    WHERE "game_date" >= $from - 30
      AND "game_date" < $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  ),
  "planned" AS (
    SELECT
      "game_id",
      "game_date"
    FROM "nba_raw"."nbac_schedule"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "expected_parts" AS (
    SELECT
      1 AS "part",
      "gamebook"."game_date",
      "gamebook"."player_lookup",
      "gamebook"."team_abbr",
      'gamebook' AS "universe_source",
      "gamebook"."player_status",
      CAST(NULL AS DATE) AS "seen_on"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "gamebook"
    WHERE "gamebook"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      2 AS "part",
      "roster_games"."game_date",
      "rosters"."player_lookup",
      "rosters"."team_abbr",
      'roster' AS "universe_source",
      CAST(NULL AS VARCHAR) AS "player_status",
      "rosters"."roster_date" AS "seen_on"
    FROM "roster_games"
    JOIN "rosters_days"
      ON "rosters_days"."roster_date" < "roster_games"."game_date"
      AND "rosters_days"."roster_date" >= "roster_games"."game_date" - 90
      AND "roster_games"."game_date" <= "rosters_days"."until"
      AND "rosters_days"."team_abbr" = "roster_games"."team"
    JOIN "rosters"
      ON "rosters"."roster_date" = "rosters_days"."roster_date"
      AND "rosters"."team_abbr" = "rosters_days"."team_abbr"
    UNION ALL
    SELECT
      3 AS "part",
      "recent_games"."game_date",
      "recent"."player_lookup",
      "recent"."team_abbr",
      'recent_games' AS "universe_source",
      CAST(NULL AS VARCHAR) AS "player_status",
      "recent"."game_date" AS "seen_on"
    FROM "roster_games" AS "recent_games"
    JOIN "recent"
      ON "recent"."game_date" < "recent_games"."game_date"
      AND "recent"."game_date" >= "recent_games"."game_date" - 30
      AND "recent"."team_abbr" = "recent_games"."team"
    UNION ALL
    SELECT
      4 AS "part",
      "planned_games"."game_date",
      'nobodyof' || LOWER("planned_games"."team") AS "player_lookup",
      "planned_games"."team" AS "team_abbr",
      'nobody' AS "universe_source",
      CAST(NULL AS VARCHAR) AS "player_status",
      CAST(NULL AS DATE) AS "seen_on"
    FROM "roster_games" AS "planned_games"
    JOIN "planned"
      ON "planned"."game_date" = "planned_games"."game_date"
      AND "planned"."game_id" = "planned_games"."game_id"
  ),
  -- Per game_date and key, the first part with a row.
  "expected_preferred" AS (
    SELECT
      "game_date",
      "player_lookup",
      "universe_source",
      "player_status",
      "seen_on",
      "team_abbr"
    FROM "expected_parts"
    QUALIFY RANK() OVER (PARTITION BY "game_date", "team_abbr" ORDER BY "part") = 1
  ),
  "expected" AS (
    SELECT
      "game_date",
      "player_lookup"
    FROM "expected_preferred"
    WHERE "universe_source" <> 'gamebook' OR "player_status" = 'active'
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "game_date", "player_lookup"
      ORDER BY CASE
          WHEN "universe_source" = 'gamebook' THEN 0
          WHEN "universe_source" = 'roster' THEN 1
          WHEN "universe_source" = 'recent_games' THEN 2
          ELSE 3
        END,
        "seen_on" DESC,
        "team_abbr",
        "game_date",
        "player_lookup"
    ) = 1
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "expected"."game_date",
      "expected"."player_lookup"
    FROM "days"
    JOIN "expected" ON "expected"."game_date" = "days"."as_of"
  ),
  "played" AS (
    SELECT
      "game_date",
      "player_lookup",
      "team_abbr"
    FROM "nba_analytics"."player_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  ),
  "played_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."player_lookup"
    FROM "population"
  ),
  -- What can be seen of played from each as-of day.
  "played_seen" AS (
    SELECT
      "played_asked"."as_of",
      "played"."player_lookup",
      "played"."team_abbr",
      "played"."game_date"
    FROM "played_asked"
    JOIN "played"
      ON "played"."player_lookup" = "played_asked"."player_lookup"
      AND "played"."game_date" < "played_asked"."as_of"
      AND "played"."game_date" >= "played_asked"."season_opening"
  ),
  "played_windows" AS (
    SELECT
      "as_of",
      "player_lookup",
      ARG_MAX_NULL("team_abbr", "game_date") AS "newest_team_abbr_season_to_date"
    FROM "played_seen"
    GROUP BY "as_of", "player_lookup"
  ),
  "team_games_parts" AS (
    SELECT
      "team_games_home"."game_date",
      "team_games_home"."home_team_tricode" AS "team",
      "team_games_home"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "team_games_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "team_games_home"."nba_game_id"
        ORDER BY "team_games_home"."processed_at" DESC,
          "team_games_home"."game_date" DESC,
          "team_games_home"."game_id"
      ) = 1
      AND "team_games_home"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "team_games_home"."game_date" < $to
    UNION ALL
    SELECT
      "team_games_away"."game_date",
      "team_games_away"."away_team_tricode" AS "team",
      "team_games_away"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "team_games_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "team_games_away"."nba_game_id"
        ORDER BY "team_games_away"."processed_at" DESC,
          "team_games_away"."game_date" DESC,
          "team_games_away"."game_id"
      ) = 1
      AND "team_games_away"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "team_games_away"."game_date" < $to
  ),
  "team_games" AS (
    SELECT
      "game_date",
      "team"
    FROM "team_games_parts"
    WHERE "game_status" = 3
  ),
  "absent" AS (
    SELECT
      "game_date",
      "player_lookup"
    FROM "nba_raw"."nbac_gamebook_player_stats"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "player_status" IN ('dnp', 'inactive')
  ),
  -- Whose games are counted.
  "coverage_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "played_windows"."newest_team_abbr_season_to_date" AS "team",
      "population"."player_lookup"
    FROM "population"
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
  ),
  "coverage_entities" AS (
    SELECT DISTINCT
      "team",
      "player_lookup"
    FROM "coverage_asked"
  ),
  "team_games_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "team_games"
  ),
  "played_days" AS (
    SELECT DISTINCT
      "player_lookup",
      "game_date"
    FROM "played"
  ),
  "absent_days" AS (
    SELECT DISTINCT
      "player_lookup",
      "game_date"
    FROM "absent"
  ),
  -- The games each should have, and those he has.
  "coverage_games" AS (
    SELECT
      "coverage_entities"."team",
      "coverage_entities"."player_lookup",
      "team_games_days"."game_date",
      "played_days"."game_date" IS NOT NULL AS "is_found",
      LEAD("team_games_days"."game_date", 5, DATE '9999-12-31') OVER (
        PARTITION BY "coverage_entities"."team", "coverage_entities"."player_lookup"
        ORDER BY "team_games_days"."game_date"
      ) AS "last_5_until",
      LEAD("team_games_days"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "coverage_entities"."team", "coverage_entities"."player_lookup"
        ORDER BY "team_games_days"."game_date"
      ) AS "last_10_until"
    FROM "coverage_entities"
    JOIN "team_games_days" ON "team_games_days"."team" = "coverage_entities"."team"
    LEFT JOIN "played_days"
      ON "played_days"."player_lookup" = "coverage_entities"."player_lookup"
      AND "played_days"."game_date" = "team_games_days"."game_date"
    LEFT JOIN "absent_days"
      ON "absent_days"."player_lookup" = "coverage_entities"."player_lookup"
      AND "absent_days"."game_date" = "team_games_days"."game_date"
    WHERE "absent_days"."game_date" IS NULL
  ),
  "coverage" AS (
    SELECT
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      "coverage_asked"."player_lookup",
      COUNT(*) FILTER (WHERE "as_of" <= "last_5_until") AS "l5_expected",
      COUNT(*) FILTER (WHERE "as_of" <= "last_5_until" AND "is_found") AS "l5_actual",
      COUNT(*) FILTER (WHERE "as_of" <= "last_10_until") AS "l10_expected",
      COUNT(*) FILTER (WHERE "as_of" <= "last_10_until" AND "is_found") AS "l10_actual",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 5) AS "l5d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 5 AND "is_found") AS "l5d_actual",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7) AS "l7d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7 AND "is_found") AS "l7d_actual",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 10) AS "l10d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 10 AND "is_found") AS "l10d_actual",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 14) AS "l14d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 14 AND "is_found") AS "l14d_actual",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 30) AS "l30d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 30 AND "is_found") AS "l30d_actual"
    FROM "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."player_lookup" = "coverage_asked"."player_lookup"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND (
        "coverage_asked"."as_of" <= "coverage_games"."last_10_until"
        OR "coverage_games"."game_date" >= "coverage_asked"."as_of" - 30
      )
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team", "coverage_asked"."player_lookup"
  )
SELECT
  "population"."as_of",
  "population"."player_lookup",
  COALESCE("coverage"."l5_expected", 0) AS "l5_expected",
  COALESCE("coverage"."l5_actual", 0) AS "l5_actual",
  COALESCE("coverage"."l10_expected", 0) AS "l10_expected",
  COALESCE("coverage"."l10_actual", 0) AS "l10_actual",
  COALESCE("coverage"."l5d_expected", 0) AS "l5d_expected",
  COALESCE("coverage"."l5d_actual", 0) AS "l5d_actual",
  COALESCE("coverage"."l7d_expected", 0) AS "l7d_expected",
  COALESCE("coverage"."l7d_actual", 0) AS "l7d_actual",
  COALESCE("coverage"."l10d_expected", 0) AS "l10d_expected",
  COALESCE("coverage"."l10d_actual", 0) AS "l10d_actual",
  COALESCE("coverage"."l14d_expected", 0) AS "l14d_expected",
  COALESCE("coverage"."l14d_actual", 0) AS "l14d_actual",
  COALESCE("coverage"."l30d_expected", 0) AS "l30d_expected",
  COALESCE("coverage"."l30d_actual", 0) AS "l30d_actual"
FROM "population"
LEFT JOIN "played_windows"
  ON "played_windows"."as_of" = "population"."as_of"
  AND "played_windows"."player_lookup" = "population"."player_lookup"
LEFT JOIN "coverage"
  ON "coverage"."as_of" = "population"."as_of"
  AND "coverage"."team" = "played_windows"."newest_team_abbr_season_to_date"
  AND "coverage"."player_lookup" = "population"."player_lookup"
ORDER BY "population"."as_of", "population"."player_lookup";
