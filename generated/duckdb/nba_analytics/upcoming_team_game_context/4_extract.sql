-- population
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "game_parts" AS (
    SELECT
      "game_home"."game_date",
      "game_home"."home_team_tricode" AS "team",
      "game_home"."away_team_tricode" AS "opponent",
      TRUE AS "is_home",
      "game_home"."game_id",
      "game_home"."game_status",
      "game_home"."home_team_tricode" AS "arena",
      "game_home"."game_status_text" IS NOT NULL
        AND LOWER("game_home"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed",
      "game_home"."season_year",
      "game_home"."start_time"
    FROM "nba_raw"."nbac_schedule" AS "game_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "game_home"."nba_game_id"
        ORDER BY "game_home"."processed_at" DESC,
          "game_home"."game_date" DESC,
          "game_home"."game_id"
      ) = 1
      AND "game_home"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      "game_away"."game_date",
      "game_away"."away_team_tricode" AS "team",
      "game_away"."home_team_tricode" AS "opponent",
      FALSE AS "is_home",
      "game_away"."game_id",
      "game_away"."game_status",
      "game_away"."home_team_tricode" AS "arena",
      "game_away"."game_status_text" IS NOT NULL
        AND LOWER("game_away"."game_status_text") IN (
          'postponed',
          'ppd',
          'canceled',
          'cancelled'
        ) AS "is_postponed",
      "game_away"."season_year",
      "game_away"."start_time"
    FROM "nba_raw"."nbac_schedule" AS "game_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "game_away"."nba_game_id"
        ORDER BY "game_away"."processed_at" DESC,
          "game_away"."game_date" DESC,
          "game_away"."game_id"
      ) = 1
      AND "game_away"."game_date" BETWEEN $from AND $to
  ),
  "game" AS (
    SELECT
      "game_date",
      "team",
      "game_id",
      "season_year",
      "opponent",
      "is_home",
      "start_time",
      "arena"
    FROM "game_parts"
    WHERE "game_status" IN (1, 3) AND NOT "is_postponed"
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "game"."game_date",
      "game"."team",
      "game"."game_id",
      "game"."season_year",
      "game"."opponent",
      "game"."is_home",
      "game"."start_time",
      "game"."arena"
    FROM "days"
    JOIN "game" ON "game"."game_date" = "days"."as_of"
  ),
  "team_name" AS (
    SELECT
      ANY_VALUE("team_name") AS "team_name",
      "team_abbr",
      COUNT(*) AS "matches"
    FROM "nba_raw"."teams"
    GROUP BY "team_abbr"
  ),
  "spread_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "team_name"."team_name" AS "asked_team_name",
      "population"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team"
  ),
  "spread" AS (
    SELECT
      "outcome_point",
      "game_date",
      "outcome_name",
      "snapshot_timestamp",
      "bookmaker_key",
      "game_id",
      "market_key"
    FROM "nba_raw"."odds_api_game_lines"
    WHERE "game_date" BETWEEN $from AND $to AND "market_key" = 'spreads'
  ),
  "spread_found" AS (
    SELECT
      "spread_asked"."as_of",
      "spread_asked"."asked_team_name",
      "spread_asked"."asked_start_time",
      "spread"."outcome_point",
      "spread"."game_date",
      "spread"."outcome_name",
      "spread"."snapshot_timestamp",
      "spread"."bookmaker_key",
      "spread"."game_id",
      "spread"."market_key"
    FROM "spread_asked"
    JOIN "spread"
      ON "spread"."game_date" = "spread_asked"."as_of"
      AND "spread"."outcome_name" = "spread_asked"."asked_team_name"
      AND "spread"."snapshot_timestamp" < "spread_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "spread_asked"."as_of",
        "spread_asked"."asked_team_name",
        "spread_asked"."asked_start_time"
      ORDER BY "spread"."snapshot_timestamp" DESC,
        CASE
          WHEN "spread"."bookmaker_key" = 'draftkings' THEN 0
          WHEN "spread"."bookmaker_key" = 'fanduel' THEN 1
          ELSE 2
        END,
        "spread"."bookmaker_key",
        "spread"."game_date",
        "spread"."game_id",
        "spread"."market_key",
        "spread"."outcome_name"
    ) = 1
  ),
  "opening_spread_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "team_name"."team_name" AS "asked_team_name",
      "spread_found"."bookmaker_key" AS "asked_bookmaker_key",
      "population"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team"
    LEFT JOIN "spread_found"
      ON "spread_found"."as_of" = "population"."as_of"
      AND "spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
      AND "spread_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
  ),
  "opening_spread_found" AS (
    SELECT
      "opening_spread_asked"."as_of",
      "opening_spread_asked"."asked_team_name",
      "opening_spread_asked"."asked_bookmaker_key",
      "opening_spread_asked"."asked_start_time",
      "opening_spread"."outcome_point",
      "opening_spread"."game_date",
      "opening_spread"."outcome_name",
      "opening_spread"."bookmaker_key",
      "opening_spread"."snapshot_timestamp",
      "opening_spread"."game_id",
      "opening_spread"."market_key"
    FROM "opening_spread_asked"
    JOIN "spread" AS "opening_spread"
      ON "opening_spread"."game_date" = "opening_spread_asked"."as_of"
      AND "opening_spread"."outcome_name" = "opening_spread_asked"."asked_team_name"
      AND "opening_spread"."bookmaker_key" = "opening_spread_asked"."asked_bookmaker_key"
      AND "opening_spread"."snapshot_timestamp" < "opening_spread_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "opening_spread_asked"."as_of",
        "opening_spread_asked"."asked_team_name",
        "opening_spread_asked"."asked_bookmaker_key",
        "opening_spread_asked"."asked_start_time"
      ORDER BY "opening_spread"."snapshot_timestamp",
        "opening_spread"."game_date",
        "opening_spread"."game_id",
        "opening_spread"."market_key",
        "opening_spread"."outcome_name",
        "opening_spread"."bookmaker_key"
    ) = 1
  ),
  "total_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "spread_found"."game_id" AS "asked_game_id",
      "population"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team"
    LEFT JOIN "spread_found"
      ON "spread_found"."as_of" = "population"."as_of"
      AND "spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
      AND "spread_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
  ),
  "total" AS (
    SELECT
      "outcome_point",
      "game_date",
      "game_id",
      "snapshot_timestamp",
      "bookmaker_key",
      "market_key",
      "outcome_name"
    FROM "nba_raw"."odds_api_game_lines"
    WHERE "game_date" BETWEEN $from AND $to AND "market_key" = 'totals' AND "outcome_name" = 'Over'
  ),
  "total_found" AS (
    SELECT
      "total_asked"."as_of",
      "total_asked"."asked_game_id",
      "total_asked"."asked_start_time",
      "total"."outcome_point",
      "total"."game_date",
      "total"."game_id",
      "total"."snapshot_timestamp",
      "total"."bookmaker_key",
      "total"."market_key",
      "total"."outcome_name"
    FROM "total_asked"
    JOIN "total"
      ON "total"."game_date" = "total_asked"."as_of"
      AND "total"."game_id" = "total_asked"."asked_game_id"
      AND "total"."snapshot_timestamp" < "total_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "total_asked"."as_of",
        "total_asked"."asked_game_id",
        "total_asked"."asked_start_time"
      ORDER BY "total"."snapshot_timestamp" DESC,
        CASE
          WHEN "total"."bookmaker_key" = 'draftkings' THEN 0
          WHEN "total"."bookmaker_key" = 'fanduel' THEN 1
          ELSE 2
        END,
        "total"."bookmaker_key",
        "total"."game_date",
        "total"."game_id",
        "total"."market_key",
        "total"."outcome_name"
    ) = 1
  ),
  "opening_total_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "spread_found"."game_id" AS "asked_game_id",
      "total_found"."bookmaker_key" AS "asked_bookmaker_key",
      "population"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team"
    LEFT JOIN "spread_found"
      ON "spread_found"."as_of" = "population"."as_of"
      AND "spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
      AND "spread_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
    LEFT JOIN "total_found"
      ON "total_found"."as_of" = "population"."as_of"
      AND "total_found"."asked_game_id" IS NOT DISTINCT FROM "spread_found"."game_id"
      AND "total_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
  ),
  "opening_total_found" AS (
    SELECT
      "opening_total_asked"."as_of",
      "opening_total_asked"."asked_game_id",
      "opening_total_asked"."asked_bookmaker_key",
      "opening_total_asked"."asked_start_time",
      "opening_total"."outcome_point",
      "opening_total"."game_date",
      "opening_total"."game_id",
      "opening_total"."bookmaker_key",
      "opening_total"."snapshot_timestamp",
      "opening_total"."market_key",
      "opening_total"."outcome_name"
    FROM "opening_total_asked"
    JOIN "total" AS "opening_total"
      ON "opening_total"."game_date" = "opening_total_asked"."as_of"
      AND "opening_total"."game_id" = "opening_total_asked"."asked_game_id"
      AND "opening_total"."bookmaker_key" = "opening_total_asked"."asked_bookmaker_key"
      AND "opening_total"."snapshot_timestamp" < "opening_total_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "opening_total_asked"."as_of",
        "opening_total_asked"."asked_game_id",
        "opening_total_asked"."asked_bookmaker_key",
        "opening_total_asked"."asked_start_time"
      ORDER BY "opening_total"."snapshot_timestamp",
        "opening_total"."game_date",
        "opening_total"."game_id",
        "opening_total"."market_key",
        "opening_total"."outcome_name",
        "opening_total"."bookmaker_key"
    ) = 1
  ),
  "any_report_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."start_time" AS "asked_start_time"
    FROM "population"
  ),
  "any_report" AS (
    SELECT
      "game_date",
      "reported_at",
      "player_lookup",
      "report_date",
      "report_hour",
      "team",
      "injury_status",
      "confidence_score"
    FROM "nba_raw"."nbac_injury_report"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "any_report_found" AS (
    SELECT
      "any_report_asked"."as_of",
      "any_report_asked"."asked_start_time",
      "any_report"."game_date",
      "any_report"."reported_at",
      "any_report"."player_lookup",
      "any_report"."report_date",
      "any_report"."report_hour"
    FROM "any_report_asked"
    JOIN "any_report"
      ON "any_report"."game_date" = "any_report_asked"."as_of"
      AND "any_report"."reported_at" < "any_report_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "any_report_asked"."as_of", "any_report_asked"."asked_start_time"
      ORDER BY "any_report"."reported_at" DESC,
        "any_report"."game_date",
        "any_report"."player_lookup",
        "any_report"."report_date",
        "any_report"."report_hour"
    ) = 1
  ),
  "last_game_parts" AS (
    SELECT
      "last_game_home"."game_date",
      "last_game_home"."home_team_tricode" AS "team",
      "last_game_home"."game_status",
      "last_game_home"."home_team_tricode" AS "arena",
      "last_game_home"."season_year"
    FROM "nba_raw"."nbac_schedule" AS "last_game_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "last_game_home"."nba_game_id"
        ORDER BY "last_game_home"."processed_at" DESC,
          "last_game_home"."game_date" DESC,
          "last_game_home"."game_id"
      ) = 1
      AND "last_game_home"."game_date" >= $from - 300
      AND "last_game_home"."game_date" < $to
    UNION ALL
    SELECT
      "last_game_away"."game_date",
      "last_game_away"."away_team_tricode" AS "team",
      "last_game_away"."game_status",
      "last_game_away"."home_team_tricode" AS "arena",
      "last_game_away"."season_year"
    FROM "nba_raw"."nbac_schedule" AS "last_game_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "last_game_away"."nba_game_id"
        ORDER BY "last_game_away"."processed_at" DESC,
          "last_game_away"."game_date" DESC,
          "last_game_away"."game_id"
      ) = 1
      AND "last_game_away"."game_date" >= $from - 300
      AND "last_game_away"."game_date" < $to
  ),
  "last_game" AS (
    SELECT
      "arena",
      "game_date",
      "team",
      "season_year"
    FROM "last_game_parts"
    WHERE "game_status" = 3
  ),
  "last_game_daily" AS (
    SELECT
      "arena",
      "game_date",
      "team",
      "season_year"
    FROM "last_game"
    QUALIFY ROW_NUMBER() OVER (PARTITION BY "team", "season_year", "game_date") = 1
  ),
  -- Seen from the days after its own up to that of the next.
  "last_game_found" AS (
    SELECT
      *,
      LEAD("game_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "team", "season_year"
        ORDER BY "game_date"
      ) AS "until"
    FROM "last_game_daily"
  ),
  "distance" AS (
    SELECT
      ANY_VALUE("distance_miles") AS "distance_miles",
      "from_team",
      "to_team",
      COUNT(*) AS "matches"
    FROM "nba_raw"."travel_distances"
    GROUP BY "from_team", "to_team"
  ),
  "known_arena" AS (
    SELECT
      "from_team",
      "to_team"
    FROM "nba_raw"."travel_distances"
    QUALIFY ROW_NUMBER() OVER (PARTITION BY "from_team" ORDER BY "to_team") = 1
  ),
  "reports_parts" AS (
    SELECT
      "reports_games"."game_date",
      "reports_versions"."team",
      "reports_versions"."player_lookup",
      "reports_versions"."injury_status",
      "reports_versions"."confidence_score",
      "reports_versions"."reported_at",
      "reports_games"."start_time" AS "tip_off"
    FROM "game" AS "reports_games"
    JOIN "any_report" AS "reports_versions"
      ON "reports_versions"."game_date" = "reports_games"."game_date"
      AND "reports_versions"."team" = "reports_games"."team"
  ),
  "reports" AS (
    SELECT
      "injury_status",
      "confidence_score",
      "game_date",
      "team"
    FROM "reports_parts"
    WHERE "reported_at" < "tip_off"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "game_date", "player_lookup"
      ORDER BY "reported_at" DESC, "game_date", "team", "player_lookup"
    ) = 1
  ),
  "reports_summary" AS (
    SELECT
      "game_date",
      "team",
      COUNT(*) FILTER (
        WHERE "injury_status" = 'out' AND "confidence_score" >= 0.8e0
      ) AS "starters_out_count_a1",
      COUNT(*) FILTER (
        WHERE "injury_status" IN ('questionable', 'doubtful')
      ) AS "questionable_players_count_a1"
    FROM "reports"
    GROUP BY "game_date", "team"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."team" AS "game.team",
  "population"."game_id" AS "game.game_id",
  "population"."season_year" AS "game.season_year",
  "population"."opponent" AS "game.opponent",
  "population"."is_home" AS "game.is_home",
  "spread_found"."outcome_point" AS "spread.outcome_point",
  "spread_found"."bookmaker_key" AS "spread.bookmaker_key",
  "opening_spread_found"."outcome_point" AS "opening_spread.outcome_point",
  "total_found"."outcome_point" AS "total.outcome_point",
  "total_found"."bookmaker_key" AS "total.bookmaker_key",
  "opening_total_found"."outcome_point" AS "opening_total.outcome_point",
  "total_found"."snapshot_timestamp" AS "total.snapshot_timestamp",
  "spread_found"."snapshot_timestamp" AS "spread.snapshot_timestamp",
  "any_report_found"."game_date" AS "any_report.game_date",
  COALESCE("reports_summary"."starters_out_count_a1", 0) AS "starters_out_count_a1",
  COALESCE("reports_summary"."questionable_players_count_a1", 0) AS "questionable_players_count_a1",
  "last_game_found"."arena" AS "last_game.arena",
  "population"."arena" AS "game.arena",
  "known_arena"."from_team" AS "known_arena.from_team",
  "distance"."distance_miles" AS "distance.distance_miles",
  "population"."start_time" AS "game.start_time",
  "team_name"."matches" AS "team_name.matches",
  "distance"."matches" AS "distance.matches"
FROM "population"
LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team"
LEFT JOIN "spread_found"
  ON "spread_found"."as_of" = "population"."as_of"
  AND "spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
  AND "spread_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
LEFT JOIN "opening_spread_found"
  ON "opening_spread_found"."as_of" = "population"."as_of"
  AND "opening_spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
  AND "opening_spread_found"."asked_bookmaker_key"
    IS NOT DISTINCT FROM "spread_found"."bookmaker_key"
  AND "opening_spread_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
LEFT JOIN "total_found"
  ON "total_found"."as_of" = "population"."as_of"
  AND "total_found"."asked_game_id" IS NOT DISTINCT FROM "spread_found"."game_id"
  AND "total_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
LEFT JOIN "opening_total_found"
  ON "opening_total_found"."as_of" = "population"."as_of"
  AND "opening_total_found"."asked_game_id" IS NOT DISTINCT FROM "spread_found"."game_id"
  AND "opening_total_found"."asked_bookmaker_key" IS NOT DISTINCT FROM "total_found"."bookmaker_key"
  AND "opening_total_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
LEFT JOIN "any_report_found"
  ON "any_report_found"."as_of" = "population"."as_of"
  AND "any_report_found"."asked_start_time" IS NOT DISTINCT FROM "population"."start_time"
LEFT JOIN "last_game_found"
  ON "last_game_found"."team" = "population"."team"
  AND "last_game_found"."season_year" = "population"."season_year"
  AND "last_game_found"."game_date" < "population"."as_of"
  AND "last_game_found"."game_date" >= "population"."as_of" - 300
  AND "population"."as_of" <= "last_game_found"."until"
LEFT JOIN "distance"
  ON "distance"."from_team" = "last_game_found"."arena"
  AND "distance"."to_team" = "population"."arena"
LEFT JOIN "known_arena" ON "known_arena"."from_team" = "last_game_found"."arena"
LEFT JOIN "reports_summary"
  ON "reports_summary"."game_date" = "population"."as_of"
  AND "reports_summary"."team" = "population"."team"
ORDER BY "population"."as_of", "population"."team";

-- history_finals
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "finals_parts" AS (
    SELECT
      "finals_home"."game_date",
      "finals_home"."home_team_tricode" AS "team",
      "finals_home"."game_status",
      "finals_home"."home_team_score" AS "score",
      "finals_home"."away_team_score" AS "opponent_score",
      "finals_home"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "finals_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "finals_home"."nba_game_id"
        ORDER BY "finals_home"."processed_at" DESC,
          "finals_home"."game_date" DESC,
          "finals_home"."game_id"
      ) = 1
      AND "finals_home"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "finals_home"."game_date" < $to
    UNION ALL
    SELECT
      "finals_away"."game_date",
      "finals_away"."away_team_tricode" AS "team",
      "finals_away"."game_status",
      "finals_away"."away_team_score" AS "score",
      "finals_away"."home_team_score" AS "opponent_score",
      "finals_away"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "finals_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "finals_away"."nba_game_id"
        ORDER BY "finals_away"."processed_at" DESC,
          "finals_away"."game_date" DESC,
          "finals_away"."game_id"
      ) = 1
      AND "finals_away"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "finals_away"."game_date" < $to
  ),
  "finals" AS (
    SELECT
      "game_date",
      "team",
      "score",
      "opponent_score",
      "winning_team_tricode"
    FROM "finals_parts"
    WHERE "game_status" = 3
  )
SELECT
  "team",
  "game_date",
  "score",
  "opponent_score",
  "winning_team_tricode"
FROM "finals"
ORDER BY "team", "game_date";

-- history_results
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "results_parts" AS (
    SELECT
      "results_home"."game_date",
      "results_home"."home_team_tricode" AS "team",
      "results_home"."game_status",
      "results_home"."home_team_score" AS "score",
      "results_home"."away_team_score" AS "opponent_score",
      "results_home"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "results_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "results_home"."nba_game_id"
        ORDER BY "results_home"."processed_at" DESC,
          "results_home"."game_date" DESC,
          "results_home"."game_id"
      ) = 1
      AND "results_home"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "results_home"."game_date" < $to
    UNION ALL
    SELECT
      "results_away"."game_date",
      "results_away"."away_team_tricode" AS "team",
      "results_away"."game_status",
      "results_away"."away_team_score" AS "score",
      "results_away"."home_team_score" AS "opponent_score",
      "results_away"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "results_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "results_away"."nba_game_id"
        ORDER BY "results_away"."processed_at" DESC,
          "results_away"."game_date" DESC,
          "results_away"."game_id"
      ) = 1
      AND "results_away"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "results_away"."game_date" < $to
  ),
  "results" AS (
    SELECT
      "score",
      "opponent_score",
      "winning_team_tricode",
      "team",
      "game_date"
    FROM "results_parts"
    WHERE "game_status" = 3
      AND COALESCE("score" > "opponent_score", "winning_team_tricode" = "team") IS NOT NULL
  )
SELECT
  "team",
  "game_date",
  "score",
  "opponent_score",
  "winning_team_tricode"
FROM "results"
ORDER BY "team", "game_date";

-- expected
WITH
  "finals_parts" AS (
    SELECT
      "finals_home"."game_date",
      "finals_home"."home_team_tricode" AS "team",
      "finals_home"."game_status",
      "finals_home"."home_team_score" AS "score",
      "finals_home"."away_team_score" AS "opponent_score",
      "finals_home"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "finals_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "finals_home"."nba_game_id"
        ORDER BY "finals_home"."processed_at" DESC,
          "finals_home"."game_date" DESC,
          "finals_home"."game_id"
      ) = 1
      AND "finals_home"."game_date" >= $from - 14
      AND "finals_home"."game_date" < $to
    UNION ALL
    SELECT
      "finals_away"."game_date",
      "finals_away"."away_team_tricode" AS "team",
      "finals_away"."game_status",
      "finals_away"."away_team_score" AS "score",
      "finals_away"."home_team_score" AS "opponent_score",
      "finals_away"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "finals_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "finals_away"."nba_game_id"
        ORDER BY "finals_away"."processed_at" DESC,
          "finals_away"."game_date" DESC,
          "finals_away"."game_id"
      ) = 1
      AND "finals_away"."game_date" >= $from - 14
      AND "finals_away"."game_date" < $to
  ),
  "finals" AS (
    SELECT
      "game_date",
      "team",
      "score",
      "opponent_score",
      "winning_team_tricode"
    FROM "finals_parts"
    WHERE "game_status" = 3
  )
SELECT DISTINCT
  "team",
  "game_date"
FROM "finals"
ORDER BY "team", "game_date";
