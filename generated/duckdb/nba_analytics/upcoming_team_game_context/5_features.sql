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
  ),
  "finals_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "population"."team"
    FROM "population"
  ),
  -- What can be seen of finals from each as-of day.
  "finals_seen" AS (
    SELECT
      "finals_asked"."as_of",
      "finals"."team",
      "finals"."game_date",
      "finals"."score",
      "finals"."opponent_score",
      "finals"."winning_team_tricode",
      COUNT(*) FILTER (
        WHERE NOT COALESCE(
          "finals"."score" > "finals"."opponent_score",
          "finals"."winning_team_tricode" = "finals"."team"
        )
      ) OVER (
        PARTITION BY "finals_asked"."as_of", "finals"."team"
        ORDER BY "finals"."game_date" DESC
      ) AS "team_win_streak_entering_a1_breaks",
      COUNT(*) FILTER (
        WHERE NOT NOT COALESCE(
          "finals"."score" > "finals"."opponent_score",
          "finals"."winning_team_tricode" = "finals"."team"
        )
      ) OVER (
        PARTITION BY "finals_asked"."as_of", "finals"."team"
        ORDER BY "finals"."game_date" DESC
      ) AS "team_loss_streak_entering_a1_breaks"
    FROM "finals_asked"
    JOIN "finals"
      ON "finals"."team" = "finals_asked"."team"
      AND "finals"."game_date" < "finals_asked"."as_of"
      AND "finals"."game_date" >= "finals_asked"."season_opening"
  ),
  "finals_windows" AS (
    SELECT
      "as_of",
      "team",
      ARG_MAX_NULL("game_date", "game_date") AS "newest_game_date_season_to_date",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7) AS "count_finals_last_7_days",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 14) AS "count_finals_last_14_days",
      COUNT(*) AS "count_finals_season_to_date",
      COUNT(*) FILTER (
        WHERE COALESCE("score" > "opponent_score", "winning_team_tricode" = "team")
          AND "team_win_streak_entering_a1_breaks" = 0
      ) AS "team_win_streak_entering_a1",
      COUNT(*) FILTER (
        WHERE NOT COALESCE("score" > "opponent_score", "winning_team_tricode" = "team")
          AND "team_loss_streak_entering_a1_breaks" = 0
      ) AS "team_loss_streak_entering_a1",
      ARG_MAX_NULL("score" - "opponent_score", "game_date") AS "last_game_margin_a1"
    FROM "finals_seen"
    GROUP BY "as_of", "team"
  ),
  "results" AS (
    SELECT
      "score",
      "opponent_score",
      "winning_team_tricode",
      "team",
      "game_date"
    FROM "finals_parts" AS "results_parts"
    WHERE "game_status" = 3
      AND COALESCE("score" > "opponent_score", "winning_team_tricode" = "team") IS NOT NULL
  ),
  -- What can be seen of results from each as-of day.
  "results_seen" AS (
    SELECT
      "results_asked"."as_of",
      "results"."team",
      "results"."score",
      "results"."opponent_score",
      "results"."winning_team_tricode",
      "results"."game_date"
    FROM "finals_asked" AS "results_asked"
    JOIN "results"
      ON "results"."team" = "results_asked"."team"
      AND "results"."game_date" < "results_asked"."as_of"
      AND "results"."game_date" >= "results_asked"."season_opening"
  ),
  "results_windows" AS (
    SELECT
      "as_of",
      "team",
      ARG_MAX_NULL(
        COALESCE("score" > "opponent_score", "winning_team_tricode" = "team"),
        "game_date"
      ) AS "last_game_result_a1"
    FROM "results_seen"
    GROUP BY "as_of", "team"
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
  ),
  "coverage_entities" AS (
    SELECT DISTINCT
      "team"
    FROM "finals_asked" AS "coverage_asked"
  ),
  "finals_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "finals"
  ),
  "results_days" AS (
    SELECT DISTINCT
      "team",
      "game_date"
    FROM "results"
  ),
  -- The games each should have, and those he has.
  "coverage_games" AS (
    SELECT
      "coverage_entities"."team",
      "finals_days"."game_date",
      "results_days"."game_date" IS NOT NULL AS "is_found"
    FROM "coverage_entities"
    JOIN "finals_days" ON "finals_days"."team" = "coverage_entities"."team"
    LEFT JOIN "results_days"
      ON "results_days"."team" = "coverage_entities"."team"
      AND "results_days"."game_date" = "finals_days"."game_date"
  ),
  "coverage" AS (
    SELECT
      "coverage_asked"."as_of",
      "coverage_asked"."team",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7) AS "l7d_expected",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7 AND "is_found") AS "l7d_actual",
      COUNT(*) AS "l14d_expected",
      COUNT(*) FILTER (WHERE "is_found") AS "l14d_actual"
    FROM "finals_asked" AS "coverage_asked"
    JOIN "coverage_games"
      ON "coverage_games"."team" = "coverage_asked"."team"
      AND "coverage_games"."game_date" < "coverage_asked"."as_of"
      AND "coverage_games"."game_date" >= "coverage_asked"."season_opening"
      AND "coverage_games"."game_date" >= "coverage_asked"."as_of" - 14
    GROUP BY "coverage_asked"."as_of", "coverage_asked"."team"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."team" AS "game.team",
      "population"."game_id" AS "game.game_id",
      "population"."as_of",
      "population"."season_year" AS "game.season_year",
      "population"."opponent" AS "game.opponent",
      "population"."is_home" AS "game.is_home",
      "finals_windows"."newest_game_date_season_to_date",
      COALESCE("finals_windows"."count_finals_last_7_days", 0) AS "count_finals_last_7_days",
      COALESCE("finals_windows"."count_finals_last_14_days", 0) AS "count_finals_last_14_days",
      COALESCE("finals_windows"."count_finals_season_to_date", 0) AS "count_finals_season_to_date",
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
      COALESCE(
        "reports_summary"."questionable_players_count_a1",
        0
      ) AS "questionable_players_count_a1",
      COALESCE("finals_windows"."team_win_streak_entering_a1", 0) AS "team_win_streak_entering_a1",
      COALESCE(
        "finals_windows"."team_loss_streak_entering_a1",
        0
      ) AS "team_loss_streak_entering_a1",
      "finals_windows"."last_game_margin_a1",
      "results_windows"."last_game_result_a1",
      "last_game_found"."arena" AS "last_game.arena",
      "population"."arena" AS "game.arena",
      "known_arena"."from_team" AS "known_arena.from_team",
      "distance"."distance_miles" AS "distance.distance_miles",
      COALESCE("coverage"."l14d_expected", 0) AS "l14d_expected",
      COALESCE("coverage"."l14d_actual", 0) AS "l14d_actual",
      "population"."season_opening",
      COALESCE("coverage"."l7d_expected", 0) AS "l7d_expected",
      COALESCE("coverage"."l7d_actual", 0) AS "l7d_actual",
      "population"."start_time" AS "game.start_time",
      CASE
        WHEN "team_name"."matches" > 1
          THEN CAST(
            "team_name"."matches" AS VARCHAR
          ) || ' rows of team_name found, one at most may be'
        WHEN "distance"."matches" > 1
          THEN CAST(
            "distance"."matches" AS VARCHAR
          ) || ' rows of distance found, one at most may be'
      END AS "lookup_failure"
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
      AND "opening_total_found"."asked_bookmaker_key"
        IS NOT DISTINCT FROM "total_found"."bookmaker_key"
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
    LEFT JOIN "finals_windows"
      ON "finals_windows"."as_of" = "population"."as_of"
      AND "finals_windows"."team" = "population"."team"
    LEFT JOIN "results_windows"
      ON "results_windows"."as_of" = "population"."as_of"
      AND "results_windows"."team" = "population"."team"
    LEFT JOIN "reports_summary"
      ON "reports_summary"."game_date" = "population"."as_of"
      AND "reports_summary"."team" = "population"."team"
    LEFT JOIN "coverage"
      ON "coverage"."as_of" = "population"."as_of" AND "coverage"."team" = "population"."team"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      CASE
        WHEN "l14d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l14d_actual" AS DOUBLE) / NULLIF("l14d_expected", 0), 1)
      END AS "quality_score.part"
    FROM "inputs"
  ),
  "features_1" AS (
    SELECT
      *,
      "game.team" AS "team_abbr",
      "game.game_id" AS "game_id",
      "as_of" AS "game_date",
      COALESCE(
        "game.season_year",
        CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 10 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
      ) AS "season_year",
      "game.opponent" AS "opponent_team_abbr",
      "game.is_home" AS "home_game",
      "as_of" - "newest_game_date_season_to_date" AS "days_since_last_game",
      "count_finals_last_7_days" AS "games_in_last_7_days",
      "count_finals_last_14_days" AS "games_in_last_14_days",
      "count_finals_season_to_date" + 1 AS "game_number_in_season",
      CAST(ROUND("spread.outcome_point", 2) AS DECIMAL(5, 2)) AS "game_spread",
      "spread.bookmaker_key" AS "game_spread_source",
      CAST(ROUND(
        "spread.outcome_point" - "opening_spread.outcome_point",
        2
      ) AS DECIMAL(5, 2)) AS "spread_movement",
      CAST(ROUND("total.outcome_point", 1) AS DECIMAL(5, 1)) AS "game_total",
      "total.bookmaker_key" AS "game_total_source",
      CAST(ROUND(
        "total.outcome_point" - "opening_total.outcome_point",
        1
      ) AS DECIMAL(5, 1)) AS "total_movement",
      CASE
        WHEN "total.snapshot_timestamp" > "spread.snapshot_timestamp"
          THEN "total.snapshot_timestamp"
        ELSE "spread.snapshot_timestamp"
      END AS "betting_lines_updated_at",
      CASE
        WHEN "any_report.game_date" IS NOT NULL THEN "starters_out_count_a1"
      END AS "starters_out_count",
      CASE
        WHEN "any_report.game_date" IS NOT NULL THEN "questionable_players_count_a1"
      END AS "questionable_players_count",
      "team_win_streak_entering_a1" AS "team_win_streak_entering",
      "team_loss_streak_entering_a1" AS "team_loss_streak_entering",
      "last_game_margin_a1" AS "last_game_margin",
      CASE
        WHEN "last_game_result_a1" THEN 'W'
        WHEN NOT "last_game_result_a1" THEN 'L'
      END AS "last_game_result",
      CAST(ROUND(
        CASE
          WHEN "last_game.arena" = "game.arena" AND "known_arena.from_team" IS NOT NULL THEN 0
          ELSE "distance.distance_miles"
        END
      ) AS BIGINT) AS "travel_miles",
      CASE
        WHEN "quality_score.part" >= 95 THEN 95.0e0
        WHEN "quality_score.part" >= 75 THEN 75.0e0
        WHEN "quality_score.part" >= 50 THEN 50.0e0
        ELSE 25.0e0
      END AS "quality_score",
      "as_of" - "season_opening" < 30 AS "early_season_flag",
      CASE
        WHEN "quality_score.part" >= 90.0e0 THEN NULL
        ELSE CAST("l14d_actual" AS VARCHAR) || ' of '
          || CAST("l14d_expected" AS VARCHAR) || ' expected games are there'
      END AS "insufficient_data_reason",
      CASE
          WHEN "l7d_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l7d_actual" AS DOUBLE) / NULLIF("l7d_expected", 0), 1)
        END >= 90.0e0
        AND "quality_score.part" >= 90.0e0 AS "all_windows_complete",
      "l14d_expected" AS "expected_games_count",
      "l14d_actual" AS "actual_games_count",
      "quality_score.part" AS "completeness_percentage",
      "l14d_expected" - "l14d_actual" AS "missing_games_count",
      CAST(NULL AS TIMESTAMP) AS "last_reprocess_attempt_at",
      CAST(0 AS BIGINT) AS "reprocess_attempt_count",
      FALSE AS "circuit_breaker_active",
      CAST(NULL AS TIMESTAMP) AS "circuit_breaker_until",
      FALSE AS "manual_override_required",
      CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 4 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
          <> CASE
            WHEN EXTRACT(MONTH FROM "as_of") >= 5 THEN EXTRACT(YEAR FROM "as_of")
            ELSE EXTRACT(YEAR FROM "as_of") - 1
          END
        OR CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 10 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
          <> CASE
            WHEN EXTRACT(MONTH FROM "as_of") >= 11 THEN EXTRACT(YEAR FROM "as_of")
            ELSE EXTRACT(YEAR FROM "as_of") - 1
          END
        OR CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 11 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
          <> CASE
            WHEN EXTRACT(MONTH FROM "as_of") >= 12 THEN EXTRACT(YEAR FROM "as_of")
            ELSE EXTRACT(YEAR FROM "as_of") - 1
          END AS "season_boundary_detected",
      "as_of" - "season_opening" < 30 AS "backfill_bootstrap_mode",
      'processed_successfully' AS "processing_decision_reason",
      CASE
        WHEN "l7d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l7d_actual" AS DOUBLE) / NULLIF("l7d_expected", 0), 1)
      END AS "l7d_completeness_pct",
      "l7d_actual" >= "l7d_expected" AS "l7d_is_complete",
      "quality_score.part" AS "l14d_completeness_pct",
      "l14d_actual" >= "l14d_expected" AS "l14d_is_complete",
      CASE WHEN "lookup_failure" IS NOT NULL THEN 0 END AS "failure_rule"
    FROM "shared"
  ),
  "features_2" AS (
    SELECT
      *,
      "days_since_last_game" - 1 AS "team_days_rest",
      COALESCE("days_since_last_game" = 1, FALSE) AS "is_back_to_back",
      CASE
        WHEN "quality_score" >= 95 THEN 'gold'
        WHEN "quality_score" >= 75 THEN 'silver'
        WHEN "quality_score" >= 50 THEN 'bronze'
        ELSE 'poor'
      END AS "quality_tier",
      "all_windows_complete" AS "is_production_ready",
      LIST_FILTER([
        CASE WHEN NOT "all_windows_complete" THEN 'incomplete_upstream_data' END,
        CASE WHEN "l14d_expected" = 0 THEN 'window_empty' END,
        CASE WHEN "as_of" - "season_opening" < 30 THEN 'early_season' END,
        CASE WHEN "game.start_time" IS NULL THEN 'tip_off_unknown' END,
        CASE WHEN "game_spread" IS NULL THEN 'missing_game_spread' END,
        CASE WHEN "game_total" IS NULL THEN 'missing_game_total' END,
        CASE WHEN NOT "any_report.game_date" IS NOT NULL THEN 'missing_injury_report' END
      ], lambda x: x IS NOT NULL) AS "data_quality_issues"
    FROM "features_1"
  ),
  "features_3" AS (
    SELECT
      *,
      "is_back_to_back" AS "team_back_to_back"
    FROM "features_2"
  )
SELECT
  "team_abbr",
  "game_id",
  "game_date",
  "season_year",
  "opponent_team_abbr",
  "home_game",
  "is_back_to_back",
  "days_since_last_game",
  "game_number_in_season",
  "team_days_rest",
  "team_back_to_back",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "game_spread",
  "game_total",
  "game_spread_source",
  "game_total_source",
  "spread_movement",
  "total_movement",
  "betting_lines_updated_at",
  "starters_out_count",
  "questionable_players_count",
  "team_win_streak_entering",
  "team_loss_streak_entering",
  "last_game_margin",
  "last_game_result",
  "travel_miles",
  "quality_tier",
  "quality_score",
  "early_season_flag",
  "insufficient_data_reason",
  "expected_games_count",
  "actual_games_count",
  "completeness_percentage",
  "missing_games_count",
  "is_production_ready",
  "data_quality_issues",
  "last_reprocess_attempt_at",
  "reprocess_attempt_count",
  "circuit_breaker_active",
  "circuit_breaker_until",
  "manual_override_required",
  "season_boundary_detected",
  "backfill_bootstrap_mode",
  "processing_decision_reason",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "all_windows_complete",
  CASE "failure_rule" WHEN 0 THEN 'PROCESSING_ERROR' END AS "failure_category",
  CASE "failure_rule" WHEN 0 THEN "lookup_failure" END AS "failure_reason",
  CASE "failure_rule" WHEN 0 THEN FALSE END AS "failure_can_retry",
  CAST(NULL AS BIGINT) AS "failure_expected",
  CAST(NULL AS BIGINT) AS "failure_actual",
  CONCAT(
    'betting_lines_updated_at=',
    COALESCE(CAST(EPOCH_US("betting_lines_updated_at") AS VARCHAR), '∅'),
    '|days_since_last_game=',
    COALESCE(CAST("days_since_last_game" AS VARCHAR), '∅'),
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|game_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_id")), '\', '\\'), '"', '\"') || '"',
    '|game_number_in_season=',
    COALESCE(CAST("game_number_in_season" AS VARCHAR), '∅'),
    '|game_spread=',
    COALESCE(CAST("game_spread" AS VARCHAR), '∅'),
    '|game_spread_source=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_spread_source")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|game_total=',
    COALESCE(CAST("game_total" AS VARCHAR), '∅'),
    '|game_total_source=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_total_source")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|games_in_last_14_days=',
    CAST("games_in_last_14_days" AS VARCHAR),
    '|games_in_last_7_days=',
    CAST("games_in_last_7_days" AS VARCHAR),
    '|home_game=',
    CASE WHEN "home_game" THEN 't' WHEN NOT "home_game" THEN 'f' END,
    '|is_back_to_back=',
    CASE WHEN "is_back_to_back" THEN 't' WHEN NOT "is_back_to_back" THEN 'f' END,
    '|last_game_margin=',
    COALESCE(CAST("last_game_margin" AS VARCHAR), '∅'),
    '|last_game_result=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("last_game_result")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|opponent_team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opponent_team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|questionable_players_count=',
    COALESCE(CAST("questionable_players_count" AS VARCHAR), '∅'),
    '|season_year=',
    CAST("season_year" AS VARCHAR),
    '|spread_movement=',
    COALESCE(CAST("spread_movement" AS VARCHAR), '∅'),
    '|starters_out_count=',
    COALESCE(CAST("starters_out_count" AS VARCHAR), '∅'),
    '|team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|team_back_to_back=',
    CASE WHEN "team_back_to_back" THEN 't' WHEN NOT "team_back_to_back" THEN 'f' END,
    '|team_days_rest=',
    COALESCE(CAST("team_days_rest" AS VARCHAR), '∅'),
    '|team_loss_streak_entering=',
    CAST("team_loss_streak_entering" AS VARCHAR),
    '|team_win_streak_entering=',
    CAST("team_win_streak_entering" AS VARCHAR),
    '|total_movement=',
    COALESCE(CAST("total_movement" AS VARCHAR), '∅'),
    '|travel_miles=',
    COALESCE(CAST("travel_miles" AS VARCHAR), '∅')
  ) AS "row_text"
FROM "features_3";
