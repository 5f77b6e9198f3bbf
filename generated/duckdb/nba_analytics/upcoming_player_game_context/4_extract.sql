-- population
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
      "roster_games_home"."game_id",
      "roster_games_home"."away_team_tricode" AS "opponent",
      TRUE AS "is_home",
      "roster_games_home"."is_playoffs",
      "roster_games_home"."season_year",
      "roster_games_home"."start_time"
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
      "roster_games_away"."game_id",
      "roster_games_away"."home_team_tricode" AS "opponent",
      FALSE AS "is_home",
      "roster_games_away"."is_playoffs",
      "roster_games_away"."season_year",
      "roster_games_away"."start_time"
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
      "game_id",
      "season_year",
      "opponent",
      "is_home",
      "is_playoffs",
      "start_time"
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
      "team_abbr",
      "universe_source",
      "seen_on",
      "player_status"
    FROM "expected_parts"
    QUALIFY RANK() OVER (PARTITION BY "game_date", "team_abbr" ORDER BY "part") = 1
  ),
  "expected" AS (
    SELECT
      "game_date",
      "player_lookup",
      "team_abbr",
      "universe_source",
      "seen_on"
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
      "expected"."player_lookup",
      "expected"."team_abbr",
      "expected"."universe_source",
      "expected"."seen_on"
    FROM "days"
    JOIN "expected" ON "expected"."game_date" = "days"."as_of"
  ),
  "game_found" AS (
    SELECT
      ANY_VALUE("season_year") AS "season_year",
      "game_date",
      "team",
      ANY_VALUE("game_id") AS "game_id",
      ANY_VALUE("opponent") AS "opponent",
      ANY_VALUE("is_home") AS "is_home",
      ANY_VALUE("is_playoffs") AS "is_playoffs",
      ANY_VALUE("start_time") AS "start_time",
      COUNT(*) AS "matches"
    FROM "roster_games" AS "game"
    GROUP BY "game_date", "team"
  ),
  "injury_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."player_lookup" AS "asked_player_lookup",
      "game_found"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
  ),
  "injury" AS (
    SELECT
      "injury_status",
      "game_date",
      "player_lookup",
      "reported_at",
      "report_date",
      "report_hour",
      "reason"
    FROM "nba_raw"."nbac_injury_report"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "injury_found" AS (
    SELECT
      "injury_asked"."as_of",
      "injury_asked"."asked_player_lookup",
      "injury_asked"."asked_start_time",
      "injury"."injury_status",
      "injury"."game_date",
      "injury"."player_lookup",
      "injury"."reported_at",
      "injury"."report_date",
      "injury"."report_hour",
      "injury"."reason"
    FROM "injury_asked"
    JOIN "injury"
      ON "injury"."game_date" = "injury_asked"."as_of"
      AND "injury"."player_lookup" = "injury_asked"."asked_player_lookup"
      AND "injury"."reported_at" < "injury_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "injury_asked"."as_of",
        "injury_asked"."asked_player_lookup",
        "injury_asked"."asked_start_time"
      ORDER BY "injury"."reported_at" DESC,
        "injury"."game_date",
        "injury"."player_lookup",
        "injury"."report_date",
        "injury"."report_hour"
    ) = 1
  ),
  "team_roster" AS (
    SELECT
      "roster_date",
      "team_abbr",
      "player_lookup",
      "birth_date"
    FROM "nba_raw"."espn_team_rosters"
    WHERE "roster_date" >= $from - 400 AND "roster_date" < $to
  ),
  "team_roster_daily" AS (
    SELECT
      "roster_date",
      "team_abbr",
      "player_lookup"
    FROM "team_roster"
    QUALIFY ROW_NUMBER() OVER (PARTITION BY "team_abbr", "roster_date" ORDER BY "player_lookup") = 1
  ),
  -- Seen from the days after its own up to that of the next.
  "team_roster_found" AS (
    SELECT
      *,
      LEAD("roster_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "team_abbr"
        ORDER BY "roster_date"
      ) AS "until"
    FROM "team_roster_daily"
  ),
  "registry" AS (
    SELECT
      ANY_VALUE("universal_player_id") AS "universal_player_id",
      "player_lookup",
      "season_year",
      COUNT(*) AS "matches"
    FROM "nba_raw"."player_registry"
    GROUP BY "player_lookup", "season_year"
  ),
  "quotes" AS (
    SELECT
      "points_line",
      "game_date",
      "player_lookup",
      "snapshot_timestamp",
      "bookmaker"
    FROM "nba_raw"."odds_api_player_points_props"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "quotes_found" AS (
    SELECT
      "quotes_asked"."as_of",
      "quotes_asked"."asked_player_lookup",
      "quotes_asked"."asked_start_time",
      "quotes"."points_line",
      "quotes"."game_date",
      "quotes"."player_lookup",
      "quotes"."snapshot_timestamp",
      "quotes"."bookmaker"
    FROM "injury_asked" AS "quotes_asked"
    JOIN "quotes"
      ON "quotes"."game_date" = "quotes_asked"."as_of"
      AND "quotes"."player_lookup" = "quotes_asked"."asked_player_lookup"
      AND "quotes"."snapshot_timestamp" < "quotes_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "quotes_asked"."as_of",
        "quotes_asked"."asked_player_lookup",
        "quotes_asked"."asked_start_time"
      ORDER BY CASE
          WHEN "quotes"."bookmaker" = 'draftkings' THEN 0
          WHEN "quotes"."bookmaker" = 'fanduel' THEN 1
          ELSE 2
        END,
        "quotes"."bookmaker",
        "quotes"."snapshot_timestamp" DESC,
        "quotes"."game_date",
        "quotes"."player_lookup"
    ) = 1
  ),
  "openings_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."player_lookup" AS "asked_player_lookup",
      "quotes_found"."bookmaker" AS "asked_bookmaker",
      "game_found"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
    LEFT JOIN "quotes_found"
      ON "quotes_found"."as_of" = "population"."as_of"
      AND "quotes_found"."asked_player_lookup" = "population"."player_lookup"
      AND "quotes_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
  ),
  "openings_found" AS (
    SELECT
      "openings_asked"."as_of",
      "openings_asked"."asked_player_lookup",
      "openings_asked"."asked_bookmaker",
      "openings_asked"."asked_start_time",
      "openings"."points_line",
      "openings"."game_date",
      "openings"."player_lookup",
      "openings"."bookmaker",
      "openings"."snapshot_timestamp"
    FROM "openings_asked"
    JOIN "quotes" AS "openings"
      ON "openings"."game_date" = "openings_asked"."as_of"
      AND "openings"."player_lookup" = "openings_asked"."asked_player_lookup"
      AND "openings"."bookmaker" = "openings_asked"."asked_bookmaker"
      AND "openings"."snapshot_timestamp" < "openings_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "openings_asked"."as_of",
        "openings_asked"."asked_player_lookup",
        "openings_asked"."asked_bookmaker",
        "openings_asked"."asked_start_time"
      ORDER BY "openings"."snapshot_timestamp",
        "openings"."game_date",
        "openings"."player_lookup",
        "openings"."bookmaker"
    ) = 1
  ),
  "offers" AS (
    SELECT
      "points_line",
      "game_date",
      "player_lookup",
      "bookmaker_last_update",
      "is_best_line",
      "bookmaker",
      "market_type",
      "bet_side",
      "opening_line"
    FROM "nba_raw"."bettingpros_player_points_props"
    WHERE "game_date" BETWEEN $from AND $to
      AND "market_type" = 'points'
      AND "bet_side" = 'over'
      AND "is_active"
  ),
  "offers_found" AS (
    SELECT
      "offers_asked"."as_of",
      "offers_asked"."asked_player_lookup",
      "offers_asked"."asked_start_time",
      "offers"."points_line",
      "offers"."game_date",
      "offers"."player_lookup",
      "offers"."bookmaker_last_update",
      "offers"."is_best_line",
      "offers"."bookmaker",
      "offers"."market_type",
      "offers"."bet_side",
      "offers"."opening_line"
    FROM "injury_asked" AS "offers_asked"
    JOIN "offers"
      ON "offers"."game_date" = "offers_asked"."as_of"
      AND "offers"."player_lookup" = "offers_asked"."asked_player_lookup"
      AND "offers"."bookmaker_last_update" < "offers_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "offers_asked"."as_of",
        "offers_asked"."asked_player_lookup",
        "offers_asked"."asked_start_time"
      ORDER BY "offers"."is_best_line" DESC,
        CASE
          WHEN "offers"."bookmaker" = 'draftkings' THEN 0
          WHEN "offers"."bookmaker" = 'fanduel' THEN 1
          ELSE 2
        END,
        "offers"."bookmaker",
        "offers"."game_date",
        "offers"."player_lookup",
        "offers"."market_type",
        "offers"."bet_side"
    ) = 1
  ),
  "team_name" AS (
    SELECT
      ANY_VALUE("team_name") AS "team_name",
      "team_abbr",
      COUNT(*) AS "matches"
    FROM "nba_raw"."teams"
    GROUP BY "team_abbr"
  ),
  "last_spread_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "team_name"."team_name" AS "asked_team_name",
      "game_found"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
    LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team_abbr"
  ),
  "last_spread" AS (
    SELECT
      "snapshot_timestamp",
      "game_date",
      "outcome_name",
      "game_id",
      "market_key",
      "bookmaker_key",
      "outcome_point"
    FROM "nba_raw"."odds_api_game_lines"
    WHERE "game_date" BETWEEN $from AND $to AND "market_key" = 'spreads'
  ),
  "last_spread_found" AS (
    SELECT
      "last_spread_asked"."as_of",
      "last_spread_asked"."asked_team_name",
      "last_spread_asked"."asked_start_time",
      "last_spread"."snapshot_timestamp",
      "last_spread"."game_date",
      "last_spread"."outcome_name",
      "last_spread"."game_id",
      "last_spread"."market_key",
      "last_spread"."bookmaker_key"
    FROM "last_spread_asked"
    JOIN "last_spread"
      ON "last_spread"."game_date" = "last_spread_asked"."as_of"
      AND "last_spread"."outcome_name" = "last_spread_asked"."asked_team_name"
      AND "last_spread"."snapshot_timestamp" < "last_spread_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "last_spread_asked"."as_of",
        "last_spread_asked"."asked_team_name",
        "last_spread_asked"."asked_start_time"
      ORDER BY "last_spread"."snapshot_timestamp" DESC,
        "last_spread"."game_date",
        "last_spread"."game_id",
        "last_spread"."market_key",
        "last_spread"."outcome_name",
        "last_spread"."bookmaker_key"
    ) = 1
  ),
  "first_spread_found" AS (
    SELECT
      "first_spread_asked"."as_of",
      "first_spread_asked"."asked_team_name",
      "first_spread_asked"."asked_start_time",
      "first_spread"."snapshot_timestamp",
      "first_spread"."game_date",
      "first_spread"."outcome_name",
      "first_spread"."game_id",
      "first_spread"."market_key",
      "first_spread"."bookmaker_key"
    FROM "last_spread_asked" AS "first_spread_asked"
    JOIN "last_spread" AS "first_spread"
      ON "first_spread"."game_date" = "first_spread_asked"."as_of"
      AND "first_spread"."outcome_name" = "first_spread_asked"."asked_team_name"
      AND "first_spread"."snapshot_timestamp" < "first_spread_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "first_spread_asked"."as_of",
        "first_spread_asked"."asked_team_name",
        "first_spread_asked"."asked_start_time"
      ORDER BY "first_spread"."snapshot_timestamp",
        "first_spread"."game_date",
        "first_spread"."game_id",
        "first_spread"."market_key",
        "first_spread"."outcome_name",
        "first_spread"."bookmaker_key"
    ) = 1
  ),
  "last_total_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "last_spread_found"."game_id" AS "asked_game_id",
      "game_found"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
    LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team_abbr"
    LEFT JOIN "last_spread_found"
      ON "last_spread_found"."as_of" = "population"."as_of"
      AND "last_spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
      AND "last_spread_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
  ),
  "last_total" AS (
    SELECT
      "game_id",
      "game_date",
      "snapshot_timestamp",
      "market_key",
      "outcome_name",
      "bookmaker_key",
      "outcome_point"
    FROM "nba_raw"."odds_api_game_lines"
    WHERE "game_date" BETWEEN $from AND $to AND "market_key" = 'totals' AND "outcome_name" = 'Over'
  ),
  "last_total_found" AS (
    SELECT
      "last_total_asked"."as_of",
      "last_total_asked"."asked_game_id",
      "last_total_asked"."asked_start_time",
      "last_total"."game_id",
      "last_total"."game_date",
      "last_total"."snapshot_timestamp",
      "last_total"."market_key",
      "last_total"."outcome_name",
      "last_total"."bookmaker_key"
    FROM "last_total_asked"
    JOIN "last_total"
      ON "last_total"."game_date" = "last_total_asked"."as_of"
      AND "last_total"."game_id" = "last_total_asked"."asked_game_id"
      AND "last_total"."snapshot_timestamp" < "last_total_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "last_total_asked"."as_of",
        "last_total_asked"."asked_game_id",
        "last_total_asked"."asked_start_time"
      ORDER BY "last_total"."snapshot_timestamp" DESC,
        "last_total"."game_date",
        "last_total"."game_id",
        "last_total"."market_key",
        "last_total"."outcome_name",
        "last_total"."bookmaker_key"
    ) = 1
  ),
  "first_total_found" AS (
    SELECT
      "first_total_asked"."as_of",
      "first_total_asked"."asked_game_id",
      "first_total_asked"."asked_start_time",
      "first_total"."game_id",
      "first_total"."game_date",
      "first_total"."snapshot_timestamp",
      "first_total"."market_key",
      "first_total"."outcome_name",
      "first_total"."bookmaker_key"
    FROM "last_total_asked" AS "first_total_asked"
    JOIN "last_total" AS "first_total"
      ON "first_total"."game_date" = "first_total_asked"."as_of"
      AND "first_total"."game_id" = "first_total_asked"."asked_game_id"
      AND "first_total"."snapshot_timestamp" < "first_total_asked"."asked_start_time"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "first_total_asked"."as_of",
        "first_total_asked"."asked_game_id",
        "first_total_asked"."asked_start_time"
      ORDER BY "first_total"."snapshot_timestamp",
        "first_total"."game_date",
        "first_total"."game_id",
        "first_total"."market_key",
        "first_total"."outcome_name",
        "first_total"."bookmaker_key"
    ) = 1
  ),
  "person_daily" AS (
    SELECT
      "birth_date",
      "roster_date",
      "player_lookup",
      "team_abbr"
    FROM "team_roster" AS "person"
    QUALIFY ROW_NUMBER() OVER (PARTITION BY "player_lookup", "roster_date" ORDER BY "team_abbr") = 1
  ),
  -- Seen from the days after its own up to that of the next.
  "person_found" AS (
    SELECT
      *,
      LEAD("roster_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "player_lookup"
        ORDER BY "roster_date"
      ) AS "until"
    FROM "person_daily"
  ),
  "next_game_home" AS (
    SELECT
      "game_date",
      "away_team_tricode",
      "nba_game_id",
      "is_primetime",
      "home_team_tricode"
    FROM "nba_raw"."nbac_schedule"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "nba_game_id"
        ORDER BY "processed_at" DESC, "game_date" DESC, "game_id"
      ) = 1
      AND "game_date" > $from
      AND "game_date" <= $to + 30
  ),
  "next_game" AS (
    SELECT
      "next_game_before_home"."game_date",
      "next_game_before_home"."team",
      "next_game_home"."game_date" AS "next_date",
      "next_game_home"."away_team_tricode" AS "opponent",
      "next_game_home"."nba_game_id",
      "next_game_home"."is_primetime"
    FROM "roster_games" AS "next_game_before_home"
    JOIN "next_game_home"
      ON "next_game_home"."game_date" > "next_game_before_home"."game_date"
      AND "next_game_home"."game_date" <= "next_game_before_home"."game_date" + 30
      AND "next_game_home"."home_team_tricode" = "next_game_before_home"."team"
    UNION ALL
    SELECT
      "next_game_before_away"."game_date",
      "next_game_before_away"."team",
      "next_game_away"."game_date" AS "next_date",
      "next_game_away"."home_team_tricode" AS "opponent",
      "next_game_away"."nba_game_id",
      "next_game_away"."is_primetime"
    FROM "roster_games" AS "next_game_before_away"
    JOIN "next_game_home" AS "next_game_away"
      ON "next_game_away"."game_date" > "next_game_before_away"."game_date"
      AND "next_game_away"."game_date" <= "next_game_before_away"."game_date" + 30
      AND "next_game_away"."away_team_tricode" = "next_game_before_away"."team"
  ),
  "next_game_found" AS (
    SELECT
      "next_date",
      "game_date",
      "team",
      "nba_game_id",
      "is_primetime",
      "opponent"
    FROM "next_game"
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY "game_date", "team"
      ORDER BY "next_date", "nba_game_id"
    ) = 1
  ),
  "own_listing" AS (
    SELECT
      ANY_VALUE("injury_status") AS "injury_status",
      "game_date",
      "player_lookup",
      "team_abbr",
      ANY_VALUE("points_avg_season") AS "points_avg_season",
      COUNT(*) AS "matches"
    FROM "nba_analytics"."upcoming_injury_context"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup", "team_abbr"
  ),
  "any_report_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "game_found"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
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
    JOIN "injury" AS "any_report"
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
  "listings" AS (
    SELECT
      "listing_games"."game_date",
      "listing_rosters"."player_lookup",
      "listing_rosters"."team_abbr",
      'roster' AS "universe_source",
      "listing_rosters"."roster_date" AS "seen_on"
    FROM "roster_games" AS "listing_games"
    JOIN "rosters_days" AS "listing_rosters_days"
      ON "listing_rosters_days"."roster_date" < "listing_games"."game_date"
      AND "listing_rosters_days"."roster_date" >= "listing_games"."game_date" - 90
      AND "listing_games"."game_date" <= "listing_rosters_days"."until"
      AND "listing_rosters_days"."team_abbr" = "listing_games"."team"
    JOIN "rosters" AS "listing_rosters"
      ON "listing_rosters"."roster_date" = "listing_rosters_days"."roster_date"
      AND "listing_rosters"."team_abbr" = "listing_rosters_days"."team_abbr"
  ),
  "listings_summary" AS (
    SELECT
      "game_date",
      "player_lookup",
      "universe_source",
      "seen_on",
      MIN("team_abbr") AS "smallest_team_abbr",
      MAX("team_abbr") AS "largest_team_abbr"
    FROM "listings"
    GROUP BY "game_date", "player_lookup", "universe_source", "seen_on"
  ),
  "spreads_summary" AS (
    SELECT
      "game_date",
      "outcome_name",
      "snapshot_timestamp",
      MEDIAN("outcome_point") AS "spreads_median_outcome_point",
      MEDIAN("outcome_point") AS "opening_spreads_median_outcome_point"
    FROM "last_spread" AS "spreads"
    GROUP BY "game_date", "outcome_name", "snapshot_timestamp"
  ),
  "totals_summary" AS (
    SELECT
      "game_date",
      "game_id",
      "snapshot_timestamp",
      MEDIAN("outcome_point") AS "totals_median_outcome_point",
      MEDIAN("outcome_point") AS "opening_totals_median_outcome_point"
    FROM "last_total" AS "totals"
    GROUP BY "game_date", "game_id", "snapshot_timestamp"
  ),
  "coming_summary" AS (
    SELECT
      "game_date",
      "team",
      COUNT(*) AS "count_coming",
      COUNT(*) FILTER (WHERE "next_date" - "game_date" <= 7) AS "games_in_next_7_days_a1",
      COUNT(*) AS "count_opponent_coming",
      COUNT(*) FILTER (WHERE "next_date" - "game_date" <= 7) AS "opponent_games_in_next_7_days_a1",
      MIN("next_date") AS "smallest_next_date"
    FROM "next_game" AS "coming"
    GROUP BY "game_date", "team"
  ),
  "listed" AS (
    SELECT
      "injury_status",
      "points_avg_season",
      "game_date",
      "team_abbr"
    FROM "nba_analytics"."upcoming_injury_context"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "listed_summary" AS (
    SELECT
      "game_date",
      "team_abbr",
      COUNT(*) FILTER (
        WHERE "injury_status" = 'out' AND "points_avg_season" >= 18
      ) AS "star_teammates_out_a1",
      COUNT(*) FILTER (
        WHERE "injury_status" IN ('questionable', 'doubtful')
      ) AS "questionable_teammates_a1",
      COUNT(*) FILTER (
        WHERE "injury_status" = 'probable'
      ) AS "count_listed_if_injury_status_probable"
    FROM "listed"
    GROUP BY "game_date", "team_abbr"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."player_lookup" AS "expected.player_lookup",
  "registry"."universal_player_id" AS "registry.universal_player_id",
  "game_found"."game_id" AS "game.game_id",
  "population"."team_abbr" AS "expected.team_abbr",
  "game_found"."opponent" AS "game.opponent",
  "population"."universe_source" AS "expected.universe_source",
  "game_found"."is_home" AS "game.is_home",
  "game_found"."is_playoffs" AS "game.is_playoffs",
  "quotes_found"."points_line" AS "quotes.points_line",
  "offers_found"."points_line" AS "offers.points_line",
  "openings_found"."points_line" AS "openings.points_line",
  "offers_found"."opening_line" AS "offers.opening_line",
  "spreads_summary"."spreads_median_outcome_point",
  "opening_spreads_summary"."opening_spreads_median_outcome_point",
  "totals_summary"."totals_median_outcome_point",
  "opening_totals_summary"."opening_totals_median_outcome_point",
  "person_found"."birth_date" AS "person.birth_date",
  "injury_found"."injury_status" AS "injury.injury_status",
  "injury_found"."reason" AS "injury.reason",
  "next_game_found"."next_date" AS "next_game.next_date",
  COALESCE("coming_summary"."count_coming", 0) AS "count_coming",
  COALESCE("coming_summary"."games_in_next_7_days_a1", 0) AS "games_in_next_7_days_a1",
  "next_game_found"."is_primetime" AS "next_game.is_primetime",
  COALESCE("opponent_coming_summary"."count_opponent_coming", 0) AS "count_opponent_coming",
  COALESCE(
    "opponent_coming_summary"."opponent_games_in_next_7_days_a1",
    0
  ) AS "opponent_games_in_next_7_days_a1",
  "opponent_coming_summary"."smallest_next_date",
  "any_report_found"."game_date" AS "any_report.game_date",
  COALESCE("listed_summary"."star_teammates_out_a1", 0) AS "star_teammates_out_a1",
  "own_listing"."injury_status" AS "own_listing.injury_status",
  "own_listing"."points_avg_season" AS "own_listing.points_avg_season",
  COALESCE("listed_summary"."questionable_teammates_a1", 0) AS "questionable_teammates_a1",
  COALESCE(
    "listed_summary"."count_listed_if_injury_status_probable",
    0
  ) AS "count_listed_if_injury_status_probable",
  "team_roster_found"."roster_date" AS "team_roster.roster_date",
  "game_found"."start_time" AS "game.start_time",
  "listings_summary"."smallest_team_abbr",
  "listings_summary"."largest_team_abbr",
  "game_found"."game_date" AS "game.game_date",
  "next_game_found"."opponent" AS "next_game.opponent",
  "game_found"."matches" AS "game.matches",
  "registry"."matches" AS "registry.matches",
  "team_name"."matches" AS "team_name.matches",
  "own_listing"."matches" AS "own_listing.matches"
FROM "population"
LEFT JOIN "game_found"
  ON "game_found"."game_date" = "population"."as_of"
  AND "game_found"."team" = "population"."team_abbr"
LEFT JOIN "injury_found"
  ON "injury_found"."as_of" = "population"."as_of"
  AND "injury_found"."asked_player_lookup" = "population"."player_lookup"
  AND "injury_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "team_roster_found"
  ON "team_roster_found"."team_abbr" = "population"."team_abbr"
  AND "team_roster_found"."roster_date" < "population"."as_of"
  AND "team_roster_found"."roster_date" >= "population"."as_of" - 400
  AND "population"."as_of" <= "team_roster_found"."until"
LEFT JOIN "registry"
  ON "registry"."player_lookup" = "population"."player_lookup"
  AND "registry"."season_year"
    = COALESCE(
      "game_found"."season_year",
      CASE
        WHEN EXTRACT(MONTH FROM "population"."as_of") >= 10
          THEN EXTRACT(YEAR FROM "population"."as_of")
        ELSE EXTRACT(YEAR FROM "population"."as_of") - 1
      END
    )
LEFT JOIN "quotes_found"
  ON "quotes_found"."as_of" = "population"."as_of"
  AND "quotes_found"."asked_player_lookup" = "population"."player_lookup"
  AND "quotes_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "openings_found"
  ON "openings_found"."as_of" = "population"."as_of"
  AND "openings_found"."asked_player_lookup" = "population"."player_lookup"
  AND "openings_found"."asked_bookmaker" IS NOT DISTINCT FROM "quotes_found"."bookmaker"
  AND "openings_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "offers_found"
  ON "offers_found"."as_of" = "population"."as_of"
  AND "offers_found"."asked_player_lookup" = "population"."player_lookup"
  AND "offers_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "team_name" ON "team_name"."team_abbr" = "population"."team_abbr"
LEFT JOIN "last_spread_found"
  ON "last_spread_found"."as_of" = "population"."as_of"
  AND "last_spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
  AND "last_spread_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "first_spread_found"
  ON "first_spread_found"."as_of" = "population"."as_of"
  AND "first_spread_found"."asked_team_name" IS NOT DISTINCT FROM "team_name"."team_name"
  AND "first_spread_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "last_total_found"
  ON "last_total_found"."as_of" = "population"."as_of"
  AND "last_total_found"."asked_game_id" IS NOT DISTINCT FROM "last_spread_found"."game_id"
  AND "last_total_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "first_total_found"
  ON "first_total_found"."as_of" = "population"."as_of"
  AND "first_total_found"."asked_game_id" IS NOT DISTINCT FROM "last_spread_found"."game_id"
  AND "first_total_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "person_found"
  ON "person_found"."player_lookup" = "population"."player_lookup"
  AND "person_found"."roster_date" < "population"."as_of"
  AND "person_found"."roster_date" >= "population"."as_of" - 400
  AND "population"."as_of" <= "person_found"."until"
LEFT JOIN "next_game_found"
  ON "next_game_found"."game_date" = "population"."as_of"
  AND "next_game_found"."team" = "population"."team_abbr"
LEFT JOIN "own_listing"
  ON "own_listing"."game_date" = "population"."as_of"
  AND "own_listing"."player_lookup" = "population"."player_lookup"
  AND "own_listing"."team_abbr" = "population"."team_abbr"
LEFT JOIN "any_report_found"
  ON "any_report_found"."as_of" = "population"."as_of"
  AND "any_report_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
LEFT JOIN "listings_summary"
  ON "listings_summary"."game_date" = "population"."as_of"
  AND "listings_summary"."player_lookup" = "population"."player_lookup"
  AND "listings_summary"."universe_source" = "population"."universe_source"
  AND "listings_summary"."seen_on" = "population"."seen_on"
LEFT JOIN "spreads_summary"
  ON "spreads_summary"."game_date" = "population"."as_of"
  AND "spreads_summary"."outcome_name" = "team_name"."team_name"
  AND "spreads_summary"."snapshot_timestamp" = "last_spread_found"."snapshot_timestamp"
LEFT JOIN "spreads_summary" AS "opening_spreads_summary"
  ON "opening_spreads_summary"."game_date" = "population"."as_of"
  AND "opening_spreads_summary"."outcome_name" = "team_name"."team_name"
  AND "opening_spreads_summary"."snapshot_timestamp" = "first_spread_found"."snapshot_timestamp"
LEFT JOIN "totals_summary"
  ON "totals_summary"."game_date" = "population"."as_of"
  AND "totals_summary"."game_id" = "last_total_found"."game_id"
  AND "totals_summary"."snapshot_timestamp" = "last_total_found"."snapshot_timestamp"
LEFT JOIN "totals_summary" AS "opening_totals_summary"
  ON "opening_totals_summary"."game_date" = "population"."as_of"
  AND "opening_totals_summary"."game_id" = "first_total_found"."game_id"
  AND "opening_totals_summary"."snapshot_timestamp" = "first_total_found"."snapshot_timestamp"
LEFT JOIN "coming_summary"
  ON "coming_summary"."game_date" = "population"."as_of"
  AND "coming_summary"."team" = "population"."team_abbr"
LEFT JOIN "coming_summary" AS "opponent_coming_summary"
  ON "opponent_coming_summary"."game_date" = "population"."as_of"
  AND "opponent_coming_summary"."team" = "game_found"."opponent"
LEFT JOIN "listed_summary"
  ON "listed_summary"."game_date" = "population"."as_of"
  AND "listed_summary"."team_abbr" = "population"."team_abbr"
ORDER BY "population"."as_of", "population"."player_lookup";

-- history_played
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "played" AS (
    SELECT
      "points",
      "game_date",
      "player_lookup",
      "minutes_played",
      "usage_rate",
      "team_abbr"
    FROM "nba_analytics"."player_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "is_active"
      AND ("minutes_played" > 0 OR "fg_attempts" > 0 OR "points" > 0)
  )
SELECT
  "player_lookup",
  "game_date",
  "points",
  "minutes_played",
  "usage_rate",
  "team_abbr"
FROM "played"
ORDER BY "player_lookup", "game_date";

-- history_opponent_games
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "opponent_games_parts" AS (
    SELECT
      "opponent_games_home"."game_date",
      "opponent_games_home"."home_team_tricode" AS "team",
      "opponent_games_home"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "opponent_games_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "opponent_games_home"."nba_game_id"
        ORDER BY "opponent_games_home"."processed_at" DESC,
          "opponent_games_home"."game_date" DESC,
          "opponent_games_home"."game_id"
      ) = 1
      AND "opponent_games_home"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "opponent_games_home"."game_date" < $to
    UNION ALL
    SELECT
      "opponent_games_away"."game_date",
      "opponent_games_away"."away_team_tricode" AS "team",
      "opponent_games_away"."game_status"
    FROM "nba_raw"."nbac_schedule" AS "opponent_games_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "opponent_games_away"."nba_game_id"
        ORDER BY "opponent_games_away"."processed_at" DESC,
          "opponent_games_away"."game_date" DESC,
          "opponent_games_away"."game_id"
      ) = 1
      AND "opponent_games_away"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "opponent_games_away"."game_date" < $to
  ),
  "opponent_games" AS (
    SELECT
      "game_date",
      "team"
    FROM "opponent_games_parts"
    WHERE "game_status" = 3
  )
SELECT
  "team",
  "game_date"
FROM "opponent_games"
ORDER BY "team", "game_date";

-- history_paces
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "paces" AS (
    SELECT
      "pace",
      "game_date",
      "team_abbr"
    FROM "nba_analytics"."team_offense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  )
SELECT
  "team_abbr",
  "game_date",
  "pace"
FROM "paces"
ORDER BY "team_abbr", "game_date";

-- history_next_opponent_games
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "next_opponent_games_parts" AS (
    SELECT
      "next_opponent_games_home"."game_date",
      "next_opponent_games_home"."home_team_tricode" AS "team",
      "next_opponent_games_home"."game_status",
      "next_opponent_games_home"."home_team_score" AS "score",
      "next_opponent_games_home"."away_team_score" AS "opponent_score",
      "next_opponent_games_home"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "next_opponent_games_home"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "next_opponent_games_home"."nba_game_id"
        ORDER BY "next_opponent_games_home"."processed_at" DESC,
          "next_opponent_games_home"."game_date" DESC,
          "next_opponent_games_home"."game_id"
      ) = 1
      AND "next_opponent_games_home"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "next_opponent_games_home"."game_date" < $to
    UNION ALL
    SELECT
      "next_opponent_games_away"."game_date",
      "next_opponent_games_away"."away_team_tricode" AS "team",
      "next_opponent_games_away"."game_status",
      "next_opponent_games_away"."away_team_score" AS "score",
      "next_opponent_games_away"."home_team_score" AS "opponent_score",
      "next_opponent_games_away"."winning_team_tricode"
    FROM "nba_raw"."nbac_schedule" AS "next_opponent_games_away"
    QUALIFY ROW_NUMBER() OVER (
        PARTITION BY "next_opponent_games_away"."nba_game_id"
        ORDER BY "next_opponent_games_away"."processed_at" DESC,
          "next_opponent_games_away"."game_date" DESC,
          "next_opponent_games_away"."game_id"
      ) = 1
      AND "next_opponent_games_away"."game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "next_opponent_games_away"."game_date" < $to
  ),
  "next_opponent_games" AS (
    SELECT
      "score",
      "opponent_score",
      "winning_team_tricode",
      "team",
      "game_date"
    FROM "next_opponent_games_parts"
    WHERE "game_status" = 3
      AND COALESCE("score" > "opponent_score", "winning_team_tricode" = "team") IS NOT NULL
  )
SELECT
  "team",
  "game_date",
  "score",
  "opponent_score",
  "winning_team_tricode"
FROM "next_opponent_games"
ORDER BY "team", "game_date";

-- expected
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
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
  )
SELECT DISTINCT
  "team",
  "game_date"
FROM "team_games"
ORDER BY "team", "game_date";

-- excused
WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "scheduled_games" > 0
  ),
  "absent" AS (
    SELECT
      "game_date",
      "player_lookup"
    FROM "nba_raw"."nbac_gamebook_player_stats"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days")
      AND "game_date" < $to
      AND "player_status" IN ('dnp', 'inactive')
  )
SELECT DISTINCT
  "player_lookup",
  "game_date"
FROM "absent"
ORDER BY "player_lookup", "game_date";
