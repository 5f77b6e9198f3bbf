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
      "opponent",
      "is_primetime"
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
  ),
  -- A row is among the newest n up to the day last_n_until.
  "played_ordered" AS (
    SELECT
      "played".*,
      LEAD("played"."game_date", 1, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_1_until",
      LEAD("played"."game_date", 2, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_2_until",
      LEAD("played"."game_date", 3, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_3_until",
      LEAD("played"."game_date", 4, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_4_until",
      LEAD("played"."game_date", 5, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_5_until",
      LEAD("played"."game_date", 6, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_6_until",
      LEAD("played"."game_date", 7, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_7_until",
      LEAD("played"."game_date", 8, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_8_until",
      LEAD("played"."game_date", 9, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_9_until",
      LEAD("played"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_10_until",
      LEAD("played"."game_date", 11, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_11_until",
      LEAD("played"."game_date", 12, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_12_until",
      LEAD("played"."game_date", 13, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_13_until",
      LEAD("played"."game_date", 14, DATE '9999-12-31') OVER (
        PARTITION BY "played"."player_lookup"
        ORDER BY "played"."game_date"
      ) AS "last_14_until"
    FROM "played"
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
      "played_ordered"."player_lookup",
      "played_ordered"."game_date",
      "played_ordered"."points",
      "played_ordered"."minutes_played",
      "played_ordered"."usage_rate",
      "played_ordered"."team_abbr",
      "played_ordered"."last_1_until",
      "played_ordered"."last_2_until",
      "played_ordered"."last_3_until",
      "played_ordered"."last_4_until",
      "played_ordered"."last_5_until",
      "played_ordered"."last_6_until",
      "played_ordered"."last_7_until",
      "played_ordered"."last_8_until",
      "played_ordered"."last_9_until",
      "played_ordered"."last_10_until",
      "played_ordered"."last_11_until",
      "played_ordered"."last_12_until",
      "played_ordered"."last_13_until",
      "played_ordered"."last_14_until"
    FROM "played_asked"
    JOIN "played_ordered"
      ON "played_ordered"."player_lookup" = "played_asked"."player_lookup"
      AND "played_ordered"."game_date" < "played_asked"."as_of"
      AND "played_ordered"."game_date" >= "played_asked"."season_opening"
  ),
  "played_against" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."player_lookup",
      COALESCE("quotes_found"."points_line", "offers_found"."points_line") AS "against"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
    LEFT JOIN "quotes_found"
      ON "quotes_found"."as_of" = "population"."as_of"
      AND "quotes_found"."asked_player_lookup" = "population"."player_lookup"
      AND "quotes_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
    LEFT JOIN "offers_found"
      ON "offers_found"."as_of" = "population"."as_of"
      AND "offers_found"."asked_player_lookup" = "population"."player_lookup"
      AND "offers_found"."asked_start_time" IS NOT DISTINCT FROM "game_found"."start_time"
  ),
  "played_measured" AS (
    SELECT
      "as_of",
      "player_lookup",
      "game_date",
      CAST("points" AS DOUBLE) AS "value"
    FROM "played_seen"
  ),
  -- How many rows up to each, newest first, end the streak.
  "played_runs" AS (
    SELECT
      "played_against"."as_of",
      "played_against"."player_lookup",
      "played_against"."against",
      "played_measured"."value",
      COUNT(*) FILTER (WHERE "played_measured"."value" < "played_against"."against") OVER (
        PARTITION BY "played_against"."as_of",
          "played_against"."player_lookup",
          "played_against"."against"
        ORDER BY "played_measured"."game_date" DESC
      ) AS "breaks"
    FROM "played_against"
    JOIN "played_measured"
      ON "played_against"."as_of" = "played_measured"."as_of"
      AND "played_against"."player_lookup" = "played_measured"."player_lookup"
  ),
  "played_streaks" AS (
    SELECT
      "as_of",
      "player_lookup",
      "against",
      COUNT(*) FILTER (WHERE "value" > "against" AND "breaks" = 0) AS "streak"
    FROM "played_runs"
    GROUP BY "as_of", "player_lookup", "against"
  ),
  -- How many rows up to each, newest first, end the streak.
  "played_runs_2" AS (
    SELECT
      "played_against_2"."as_of",
      "played_against_2"."player_lookup",
      "played_against_2"."against",
      "played_measured_2"."value",
      COUNT(*) FILTER (WHERE "played_measured_2"."value" > "played_against_2"."against") OVER (
        PARTITION BY "played_against_2"."as_of",
          "played_against_2"."player_lookup",
          "played_against_2"."against"
        ORDER BY "played_measured_2"."game_date" DESC
      ) AS "breaks"
    FROM "played_against" AS "played_against_2"
    JOIN "played_measured" AS "played_measured_2"
      ON "played_against_2"."as_of" = "played_measured_2"."as_of"
      AND "played_against_2"."player_lookup" = "played_measured_2"."player_lookup"
  ),
  "played_streaks_2" AS (
    SELECT
      "as_of",
      "player_lookup",
      "against",
      COUNT(*) FILTER (WHERE "value" < "against" AND "breaks" = 0) AS "streak"
    FROM "played_runs_2"
    GROUP BY "as_of", "player_lookup", "against"
  ),
  "played_windows" AS (
    SELECT
      "as_of",
      "player_lookup",
      ARG_MAX_NULL("game_date", "game_date") FILTER (
        WHERE "game_date" >= "as_of" - 30
      ) AS "newest_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_1_until" AND "as_of" <= "last_2_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_2_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_2_until" AND "as_of" <= "last_3_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_3_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_3_until" AND "as_of" <= "last_4_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_4_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_4_until" AND "as_of" <= "last_5_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_5_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_5_until" AND "as_of" <= "last_6_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_6_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_6_until" AND "as_of" <= "last_7_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_7_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_7_until" AND "as_of" <= "last_8_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_8_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_8_until" AND "as_of" <= "last_9_until" AND "game_date" >= "as_of" - 30
      ) AS "newest_number_9_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_9_until"
          AND "as_of" <= "last_10_until"
          AND "game_date" >= "as_of" - 30
      ) AS "newest_number_10_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_10_until"
          AND "as_of" <= "last_11_until"
          AND "game_date" >= "as_of" - 30
      ) AS "newest_number_11_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_11_until"
          AND "as_of" <= "last_12_until"
          AND "game_date" >= "as_of" - 30
      ) AS "newest_number_12_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_12_until"
          AND "as_of" <= "last_13_until"
          AND "game_date" >= "as_of" - 30
      ) AS "newest_number_13_game_date_last_30_days",
      ANY_VALUE("game_date") FILTER (
        WHERE "as_of" > "last_13_until"
          AND "as_of" <= "last_14_until"
          AND "game_date" >= "as_of" - 30
      ) AS "newest_number_14_game_date_last_30_days",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 7) AS "count_played_last_7_days",
      COUNT(*) FILTER (WHERE "game_date" >= "as_of" - 14) AS "count_played_last_14_days",
      CAST(
        SUM("minutes_played") FILTER (WHERE "game_date" >= "as_of" - 7) * 10 AS DOUBLE
      ) / 10 AS "sum_minutes_played_last_7_days",
      CAST(
        SUM("minutes_played") FILTER (WHERE "game_date" >= "as_of" - 14) * 10 AS DOUBLE
      ) / 10 AS "sum_minutes_played_last_14_days",
      CAST(SUM("minutes_played") FILTER (WHERE "game_date" >= "as_of" - 7) * 10 AS DOUBLE)
        / (
          COUNT("minutes_played") FILTER (WHERE "game_date" >= "as_of" - 7) * 10
        ) AS "mean_minutes_played_last_7_days",
      CAST(SUM("usage_rate") FILTER (WHERE "as_of" <= "last_7_until") * 100 AS DOUBLE)
        / (
          COUNT("usage_rate") FILTER (WHERE "as_of" <= "last_7_until") * 100
        ) AS "mean_usage_rate_last_7_games",
      CAST(SUM("usage_rate") FILTER (WHERE "as_of" <= "last_3_until") * 100 AS DOUBLE)
        / (
          COUNT("usage_rate") FILTER (WHERE "as_of" <= "last_3_until") * 100
        ) AS "mean_usage_rate_last_3_games",
      CAST(SUM("points") FILTER (WHERE "as_of" <= "last_5_until") AS DOUBLE)
        / COUNT("points") FILTER (WHERE "as_of" <= "last_5_until") AS "mean_points_last_5_games",
      CAST(SUM("points") FILTER (WHERE "as_of" <= "last_10_until") AS DOUBLE)
        / COUNT("points") FILTER (WHERE "as_of" <= "last_10_until") AS "mean_points_last_10_games",
      COUNT(*) FILTER (WHERE "as_of" <= "last_5_until") AS "count_played_last_5_games",
      COUNT(*) FILTER (WHERE "as_of" <= "last_10_until") AS "count_played_last_10_games",
      COUNT(*) AS "count_played_season_to_date",
      ARG_MAX_NULL("team_abbr", "game_date") AS "newest_team_abbr_season_to_date"
    FROM "played_seen"
    GROUP BY "as_of", "player_lookup"
  ),
  "opponent_games_parts" AS (
    SELECT
      "opponent_games_home"."game_date",
      "opponent_games_home"."home_team_tricode" AS "team",
      "opponent_games_home"."game_status",
      "opponent_games_home"."home_team_score" AS "score",
      "opponent_games_home"."away_team_score" AS "opponent_score",
      "opponent_games_home"."winning_team_tricode"
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
      "opponent_games_away"."game_status",
      "opponent_games_away"."away_team_score" AS "score",
      "opponent_games_away"."home_team_score" AS "opponent_score",
      "opponent_games_away"."winning_team_tricode"
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
  ),
  "opponent_games_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "game_found"."opponent" AS "team"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
  ),
  -- What can be seen of opponent_games from each as-of day.
  "opponent_games_seen" AS (
    SELECT
      "opponent_games_asked"."as_of",
      "opponent_games"."team",
      "opponent_games"."game_date"
    FROM "opponent_games_asked"
    JOIN "opponent_games"
      ON "opponent_games"."team" = "opponent_games_asked"."team"
      AND "opponent_games"."game_date" < "opponent_games_asked"."as_of"
      AND "opponent_games"."game_date" >= "opponent_games_asked"."season_opening"
  ),
  "opponent_games_windows" AS (
    SELECT
      "as_of",
      "team",
      ARG_MAX_NULL("game_date", "game_date") AS "newest_game_date_season_to_date"
    FROM "opponent_games_seen"
    GROUP BY "as_of", "team"
  ),
  "paces" AS (
    SELECT
      "pace",
      "game_date",
      "team_abbr"
    FROM "nba_analytics"."team_offense_game_summary"
    WHERE "game_date" >= (SELECT MIN("season_opening") FROM "days") AND "game_date" < $to
  ),
  -- A row is among the newest n up to the day last_n_until.
  "paces_ordered" AS (
    SELECT
      "paces".*,
      LEAD("paces"."game_date", 10, DATE '9999-12-31') OVER (
        PARTITION BY "paces"."team_abbr"
        ORDER BY "paces"."game_date"
      ) AS "last_10_until"
    FROM "paces"
  ),
  -- What can be seen of paces from each as-of day.
  "paces_seen" AS (
    SELECT
      "days"."as_of",
      "paces_ordered"."team_abbr",
      "paces_ordered"."pace"
    FROM "days"
    JOIN "paces_ordered"
      ON "paces_ordered"."game_date" < "days"."as_of"
      AND "paces_ordered"."game_date" >= "days"."season_opening"
      AND "days"."as_of" <= "paces_ordered"."last_10_until"
  ),
  "paces_windows" AS (
    SELECT
      "as_of",
      "team_abbr",
      CAST(SUM("pace") * 10 AS DOUBLE) / (COUNT("pace") * 10) AS "mean_pace_last_10_games",
      COUNT(*) AS "count_paces_last_10_games"
    FROM "paces_seen"
    GROUP BY "as_of", "team_abbr"
  ),
  -- Means over all entities, as of the same day.
  "paces_league" AS (
    SELECT
      "as_of",
      CASE
        WHEN COUNT("mean_pace_last_10_games") FILTER (WHERE "count_paces_last_10_games" > 0) >= 10
          THEN SUM("mean_pace_last_10_games" ORDER BY "team_abbr") FILTER (
            WHERE "count_paces_last_10_games" > 0
          )
            / COUNT("mean_pace_last_10_games") FILTER (WHERE "count_paces_last_10_games" > 0)
        ELSE 100.0e0
      END AS "pace_differential_league"
    FROM "paces_windows"
    GROUP BY "as_of"
  ),
  "next_opponent_games" AS (
    SELECT
      "score",
      "opponent_score",
      "winning_team_tricode",
      "team",
      "game_date"
    FROM "opponent_games_parts" AS "next_opponent_games_parts"
    WHERE "game_status" = 3
      AND COALESCE("score" > "opponent_score", "winning_team_tricode" = "team") IS NOT NULL
  ),
  "next_opponent_games_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."season_opening",
      "next_game_found"."opponent" AS "team"
    FROM "population"
    LEFT JOIN "next_game_found"
      ON "next_game_found"."game_date" = "population"."as_of"
      AND "next_game_found"."team" = "population"."team_abbr"
  ),
  -- What can be seen of next_opponent_games from each as-of day.
  "next_opponent_games_seen" AS (
    SELECT
      "next_opponent_games_asked"."as_of",
      "next_opponent_games"."team",
      "next_opponent_games"."score",
      "next_opponent_games"."opponent_score",
      "next_opponent_games"."winning_team_tricode"
    FROM "next_opponent_games_asked"
    JOIN "next_opponent_games"
      ON "next_opponent_games"."team" = "next_opponent_games_asked"."team"
      AND "next_opponent_games"."game_date" < "next_opponent_games_asked"."as_of"
      AND "next_opponent_games"."game_date" >= "next_opponent_games_asked"."season_opening"
  ),
  "next_opponent_games_windows" AS (
    SELECT
      "as_of",
      "team",
      COUNT(*) FILTER (
        WHERE COALESCE("score" > "opponent_score", "winning_team_tricode" = "team")
      ) AS "next_opponent_win_pct_a1",
      COUNT(*) AS "count_next_opponent_games_season_to_date"
    FROM "next_opponent_games_seen"
    GROUP BY "as_of", "team"
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
    FROM "opponent_games" AS "team_games"
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
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."player_lookup" AS "expected.player_lookup",
      "registry"."universal_player_id" AS "registry.universal_player_id",
      "game_found"."game_id" AS "game.game_id",
      "population"."as_of",
      "population"."team_abbr" AS "expected.team_abbr",
      "game_found"."opponent" AS "game.opponent",
      "population"."universe_source" AS "expected.universe_source",
      "game_found"."is_home" AS "game.is_home",
      "game_found"."is_playoffs" AS "game.is_playoffs",
      "quotes_found"."points_line" AS "quotes.points_line",
      "offers_found"."points_line" AS "offers.points_line",
      "openings_found"."points_line" AS "openings.points_line",
      "offers_found"."opening_line" AS "offers.opening_line",
      COALESCE("played_streaks"."streak", 0) AS "played.streak above",
      COALESCE("played_streaks_2"."streak", 0) AS "played.streak below",
      "spreads_summary"."spreads_median_outcome_point",
      "opening_spreads_summary"."opening_spreads_median_outcome_point",
      "totals_summary"."totals_median_outcome_point",
      "opening_totals_summary"."opening_totals_median_outcome_point",
      "played_windows"."newest_game_date_last_30_days",
      "played_windows"."newest_number_2_game_date_last_30_days",
      "played_windows"."newest_number_3_game_date_last_30_days",
      "played_windows"."newest_number_4_game_date_last_30_days",
      "played_windows"."newest_number_5_game_date_last_30_days",
      "played_windows"."newest_number_6_game_date_last_30_days",
      "played_windows"."newest_number_7_game_date_last_30_days",
      "played_windows"."newest_number_8_game_date_last_30_days",
      "played_windows"."newest_number_9_game_date_last_30_days",
      "played_windows"."newest_number_10_game_date_last_30_days",
      "played_windows"."newest_number_11_game_date_last_30_days",
      "played_windows"."newest_number_12_game_date_last_30_days",
      "played_windows"."newest_number_13_game_date_last_30_days",
      "played_windows"."newest_number_14_game_date_last_30_days",
      COALESCE("played_windows"."count_played_last_7_days", 0) AS "count_played_last_7_days",
      COALESCE("played_windows"."count_played_last_14_days", 0) AS "count_played_last_14_days",
      "played_windows"."mean_minutes_played_last_7_days",
      "played_windows"."mean_usage_rate_last_7_games",
      "played_windows"."mean_usage_rate_last_3_games",
      "person_found"."birth_date" AS "person.birth_date",
      "played_windows"."mean_points_last_5_games",
      "played_windows"."mean_points_last_10_games",
      COALESCE("played_windows"."count_played_last_5_games", 0) AS "count_played_last_5_games",
      COALESCE("played_windows"."count_played_last_10_games", 0) AS "count_played_last_10_games",
      "opponent_games_windows"."newest_game_date_season_to_date",
      "paces_windows"."mean_pace_last_10_games",
      COALESCE("paces_league"."pace_differential_league", 100.0e0) AS "pace_differential_league",
      "injury_found"."injury_status" AS "injury.injury_status",
      "injury_found"."reason" AS "injury.reason",
      "next_game_found"."next_date" AS "next_game.next_date",
      COALESCE("coming_summary"."count_coming", 0) AS "count_coming",
      COALESCE("coming_summary"."games_in_next_7_days_a1", 0) AS "games_in_next_7_days_a1",
      COALESCE(
        "next_opponent_games_windows"."next_opponent_win_pct_a1",
        0
      ) AS "next_opponent_win_pct_a1",
      COALESCE(
        "next_opponent_games_windows"."count_next_opponent_games_season_to_date",
        0
      ) AS "count_next_opponent_games_season_to_date",
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
      COALESCE("played_windows"."count_played_season_to_date", 0) AS "count_played_season_to_date",
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
      COALESCE("coverage"."l30d_actual", 0) AS "l30d_actual",
      "population"."season_opening",
      "played_windows"."sum_minutes_played_last_7_days",
      "played_windows"."sum_minutes_played_last_14_days",
      "team_roster_found"."roster_date" AS "team_roster.roster_date",
      "game_found"."start_time" AS "game.start_time",
      "listings_summary"."smallest_team_abbr",
      "listings_summary"."largest_team_abbr",
      "game_found"."game_date" AS "game.game_date",
      CASE
        WHEN "game_found"."matches" > 1
          THEN CAST("game_found"."matches" AS VARCHAR) || ' rows of game found, one at most may be'
        WHEN "registry"."matches" > 1
          THEN CAST(
            "registry"."matches" AS VARCHAR
          ) || ' rows of registry found, one at most may be'
        WHEN "team_name"."matches" > 1
          THEN CAST(
            "team_name"."matches" AS VARCHAR
          ) || ' rows of team_name found, one at most may be'
        WHEN "own_listing"."matches" > 1
          THEN CAST(
            "own_listing"."matches" AS VARCHAR
          ) || ' rows of own_listing found, one at most may be'
      END AS "lookup_failure"
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
    LEFT JOIN "played_streaks"
      ON "played_streaks"."as_of" = "population"."as_of"
      AND "played_streaks"."player_lookup" = "population"."player_lookup"
      AND "played_streaks"."against"
        = COALESCE("quotes_found"."points_line", "offers_found"."points_line")
    LEFT JOIN "played_streaks_2"
      ON "played_streaks_2"."as_of" = "population"."as_of"
      AND "played_streaks_2"."player_lookup" = "population"."player_lookup"
      AND "played_streaks_2"."against"
        = COALESCE("quotes_found"."points_line", "offers_found"."points_line")
    LEFT JOIN "played_windows"
      ON "played_windows"."as_of" = "population"."as_of"
      AND "played_windows"."player_lookup" = "population"."player_lookup"
    LEFT JOIN "opponent_games_windows"
      ON "opponent_games_windows"."as_of" = "population"."as_of"
      AND "opponent_games_windows"."team" = "game_found"."opponent"
    LEFT JOIN "paces_windows"
      ON "paces_windows"."as_of" = "population"."as_of"
      AND "paces_windows"."team_abbr" = "game_found"."opponent"
    LEFT JOIN "paces_league" ON "paces_league"."as_of" = "population"."as_of"
    LEFT JOIN "next_opponent_games_windows"
      ON "next_opponent_games_windows"."as_of" = "population"."as_of"
      AND "next_opponent_games_windows"."team" = "next_game_found"."opponent"
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
    LEFT JOIN "coverage"
      ON "coverage"."as_of" = "population"."as_of"
      AND "coverage"."team" = "played_windows"."newest_team_abbr_season_to_date"
      AND "coverage"."player_lookup" = "population"."player_lookup"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      CASE
          WHEN "l5_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l5_actual" AS DOUBLE) / NULLIF("l5_expected", 0), 1)
        END >= 90.0e0
        AND CASE
          WHEN "l10_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
        END >= 90.0e0
        AND CASE
          WHEN "l5d_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l5d_actual" AS DOUBLE) / NULLIF("l5d_expected", 0), 1)
        END >= 90.0e0
        AND CASE
          WHEN "l7d_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l7d_actual" AS DOUBLE) / NULLIF("l7d_expected", 0), 1)
        END >= 90.0e0
        AND CASE
          WHEN "l10d_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l10d_actual" AS DOUBLE) / NULLIF("l10d_expected", 0), 1)
        END >= 90.0e0
        AND CASE
          WHEN "l14d_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l14d_actual" AS DOUBLE) / NULLIF("l14d_expected", 0), 1)
        END >= 90.0e0
        AND CASE
          WHEN "l30d_expected" = 0 THEN 100.0e0
          ELSE ROUND(CAST(100 * "l30d_actual" AS DOUBLE) / NULLIF("l30d_expected", 0), 1)
        END >= 90.0e0 AS "processed_with_issues.part",
      CASE
        WHEN "l30d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l30d_actual" AS DOUBLE) / NULLIF("l30d_expected", 0), 1)
      END AS "completeness_percentage.part",
      CASE
        WHEN "l5_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l5_actual" AS DOUBLE) / NULLIF("l5_expected", 0), 1)
      END AS "l5_completeness_pct.part",
      CASE
        WHEN "l10_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10_actual" AS DOUBLE) / NULLIF("l10_expected", 0), 1)
      END AS "l10_completeness_pct.part",
      CASE
        WHEN "l5d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l5d_actual" AS DOUBLE) / NULLIF("l5d_expected", 0), 1)
      END AS "l5d_completeness_pct.part",
      CASE
        WHEN "l7d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l7d_actual" AS DOUBLE) / NULLIF("l7d_expected", 0), 1)
      END AS "l7d_completeness_pct.part",
      CASE
        WHEN "l10d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l10d_actual" AS DOUBLE) / NULLIF("l10d_expected", 0), 1)
      END AS "l10d_completeness_pct.part",
      CASE
        WHEN "l14d_expected" = 0 THEN 100.0e0
        ELSE ROUND(CAST(100 * "l14d_actual" AS DOUBLE) / NULLIF("l14d_expected", 0), 1)
      END AS "l14d_completeness_pct.part"
    FROM "inputs"
  ),
  -- What the features of the next table say more than once.
  "shared_2" AS (
    SELECT
      *,
      NOT "processed_with_issues.part" AS "processed_with_issues.part_2"
    FROM "shared"
  ),
  "features_1" AS (
    SELECT
      *,
      "expected.player_lookup" AS "player_lookup",
      "registry.universal_player_id" AS "universal_player_id",
      "game.game_id" AS "game_id",
      "as_of" AS "game_date",
      "expected.team_abbr" AS "team_abbr",
      "game.opponent" AS "opponent_team_abbr",
      "expected.universe_source" AS "universe_source",
      "game.is_home" AS "home_game",
      CASE
        WHEN "game.is_playoffs" THEN 'playoffs'
        WHEN CASE
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
              END
          THEN 'early'
        WHEN CASE
              WHEN EXTRACT(MONTH FROM "as_of") >= 12 THEN EXTRACT(YEAR FROM "as_of")
              ELSE EXTRACT(YEAR FROM "as_of") - 1
            END
              <> CASE
                WHEN EXTRACT(MONTH FROM "as_of") >= 13 THEN EXTRACT(YEAR FROM "as_of")
                ELSE EXTRACT(YEAR FROM "as_of") - 1
              END
            OR EXTRACT(YEAR FROM "as_of")
              <> CASE
                WHEN EXTRACT(MONTH FROM "as_of") >= 2 THEN EXTRACT(YEAR FROM "as_of")
                ELSE EXTRACT(YEAR FROM "as_of") - 1
              END
            OR CASE
              WHEN EXTRACT(MONTH FROM "as_of") >= 2 THEN EXTRACT(YEAR FROM "as_of")
              ELSE EXTRACT(YEAR FROM "as_of") - 1
            END
              <> CASE
                WHEN EXTRACT(MONTH FROM "as_of") >= 3 THEN EXTRACT(YEAR FROM "as_of")
                ELSE EXTRACT(YEAR FROM "as_of") - 1
              END
          THEN 'mid'
        WHEN CASE
              WHEN EXTRACT(MONTH FROM "as_of") >= 3 THEN EXTRACT(YEAR FROM "as_of")
              ELSE EXTRACT(YEAR FROM "as_of") - 1
            END
              <> CASE
                WHEN EXTRACT(MONTH FROM "as_of") >= 4 THEN EXTRACT(YEAR FROM "as_of")
                ELSE EXTRACT(YEAR FROM "as_of") - 1
              END
            OR CASE
              WHEN EXTRACT(MONTH FROM "as_of") >= 4 THEN EXTRACT(YEAR FROM "as_of")
              ELSE EXTRACT(YEAR FROM "as_of") - 1
            END
              <> CASE
                WHEN EXTRACT(MONTH FROM "as_of") >= 5 THEN EXTRACT(YEAR FROM "as_of")
                ELSE EXTRACT(YEAR FROM "as_of") - 1
              END
          THEN 'late'
        WHEN "game.is_playoffs" IS NOT NULL THEN 'late'
        ELSE 'playoffs'
      END AS "season_phase",
      CAST(ROUND(
        COALESCE("quotes.points_line", "offers.points_line"),
        1
      ) AS DECIMAL(4, 1)) AS "current_points_line",
      CASE
        WHEN "quotes.points_line" IS NOT NULL THEN 'odds_api'
        WHEN "offers.points_line" IS NOT NULL THEN 'bettingpros'
      END AS "current_points_line_source",
      CAST(ROUND(
        COALESCE("openings.points_line", "offers.opening_line"),
        1
      ) AS DECIMAL(4, 1)) AS "opening_points_line",
      CASE
        WHEN "openings.points_line" IS NOT NULL THEN 'odds_api'
        WHEN "offers.opening_line" IS NOT NULL THEN 'bettingpros'
      END AS "opening_points_line_source",
      "played.streak above" AS "prop_over_streak",
      "played.streak below" AS "prop_under_streak",
      CAST(ROUND("spreads_median_outcome_point", 1) AS DECIMAL(4, 1)) AS "game_spread",
      CAST(ROUND("opening_spreads_median_outcome_point", 1) AS DECIMAL(4, 1)) AS "opening_spread",
      CAST(ROUND("totals_median_outcome_point", 1) AS DECIMAL(5, 1)) AS "game_total",
      CAST(ROUND("opening_totals_median_outcome_point", 1) AS DECIMAL(5, 1)) AS "opening_total",
      "as_of" - "newest_game_date_last_30_days" AS "days_rest",
      "newest_game_date_last_30_days" - "newest_number_2_game_date_last_30_days" AS "days_rest_before_last_game",
      CASE
        WHEN "newest_game_date_last_30_days" - "newest_number_2_game_date_last_30_days" >= 2
          THEN "as_of" - "newest_game_date_last_30_days"
        ELSE CASE
          WHEN "newest_number_2_game_date_last_30_days" - "newest_number_3_game_date_last_30_days" >= 2
            THEN "as_of" - "newest_number_2_game_date_last_30_days"
          ELSE CASE
            WHEN "newest_number_3_game_date_last_30_days" - "newest_number_4_game_date_last_30_days" >= 2
              THEN "as_of" - "newest_number_3_game_date_last_30_days"
            ELSE CASE
              WHEN "newest_number_4_game_date_last_30_days" - "newest_number_5_game_date_last_30_days" >= 2
                THEN "as_of" - "newest_number_4_game_date_last_30_days"
              ELSE CASE
                WHEN "newest_number_5_game_date_last_30_days" - "newest_number_6_game_date_last_30_days" >= 2
                  THEN "as_of" - "newest_number_5_game_date_last_30_days"
                ELSE CASE
                  WHEN "newest_number_6_game_date_last_30_days" - "newest_number_7_game_date_last_30_days" >= 2
                    THEN "as_of" - "newest_number_6_game_date_last_30_days"
                  ELSE CASE
                    WHEN "newest_number_7_game_date_last_30_days" - "newest_number_8_game_date_last_30_days" >= 2
                      THEN "as_of" - "newest_number_7_game_date_last_30_days"
                    ELSE CASE
                      WHEN "newest_number_8_game_date_last_30_days" - "newest_number_9_game_date_last_30_days" >= 2
                        THEN "as_of" - "newest_number_8_game_date_last_30_days"
                      ELSE CASE
                        WHEN "newest_number_9_game_date_last_30_days" - "newest_number_10_game_date_last_30_days" >= 2
                          THEN "as_of" - "newest_number_9_game_date_last_30_days"
                        ELSE CASE
                          WHEN "newest_number_10_game_date_last_30_days" - "newest_number_11_game_date_last_30_days" >= 2
                            THEN "as_of" - "newest_number_10_game_date_last_30_days"
                          ELSE CASE
                            WHEN "newest_number_11_game_date_last_30_days" - "newest_number_12_game_date_last_30_days" >= 2
                              THEN "as_of" - "newest_number_11_game_date_last_30_days"
                            ELSE CASE
                              WHEN "newest_number_12_game_date_last_30_days" - "newest_number_13_game_date_last_30_days" >= 2
                                THEN "as_of" - "newest_number_12_game_date_last_30_days"
                              ELSE CASE
                                WHEN "newest_number_13_game_date_last_30_days" - "newest_number_14_game_date_last_30_days" >= 2
                                  THEN "as_of" - "newest_number_13_game_date_last_30_days"
                              END
                            END
                          END
                        END
                      END
                    END
                  END
                END
              END
            END
          END
        END
      END AS "days_since_2_plus_days_rest",
      "count_played_last_7_days" AS "games_in_last_7_days",
      "count_played_last_14_days" AS "games_in_last_14_days",
      CAST(ROUND(
        "mean_minutes_played_last_7_days",
        1
      ) AS DECIMAL(5, 1)) AS "avg_minutes_per_game_last_7",
      CAST(
        0 + CASE
          WHEN "newest_game_date_last_30_days" - "newest_number_2_game_date_last_30_days" = 1
              AND "as_of" - "newest_number_2_game_date_last_30_days" <= 14
            THEN 1
          ELSE 0
        END
          + CASE
            WHEN "newest_number_2_game_date_last_30_days" - "newest_number_3_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_3_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_3_game_date_last_30_days" - "newest_number_4_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_4_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_4_game_date_last_30_days" - "newest_number_5_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_5_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_5_game_date_last_30_days" - "newest_number_6_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_6_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_6_game_date_last_30_days" - "newest_number_7_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_7_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_7_game_date_last_30_days" - "newest_number_8_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_8_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_8_game_date_last_30_days" - "newest_number_9_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_9_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_9_game_date_last_30_days" - "newest_number_10_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_10_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_10_game_date_last_30_days" - "newest_number_11_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_11_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_11_game_date_last_30_days" - "newest_number_12_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_12_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_12_game_date_last_30_days" - "newest_number_13_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_13_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END
          + CASE
            WHEN "newest_number_13_game_date_last_30_days" - "newest_number_14_game_date_last_30_days" = 1
                AND "as_of" - "newest_number_14_game_date_last_30_days" <= 14
              THEN 1
            ELSE 0
          END AS BIGINT
      ) AS "back_to_backs_last_14_days",
      CAST(ROUND(
        "mean_usage_rate_last_7_games",
        2
      ) AS DECIMAL(5, 2)) AS "avg_usage_rate_last_7_games",
      CAST(ROUND("mean_usage_rate_last_3_games", 2) AS DECIMAL(5, 2)) AS "projected_usage_rate",
      CASE
        WHEN EXTRACT(MONTH FROM "as_of") * 100 + EXTRACT(DAY FROM "as_of")
              < EXTRACT(MONTH FROM "person.birth_date") * 100
                + EXTRACT(DAY FROM "person.birth_date")
          THEN EXTRACT(YEAR FROM "as_of") - EXTRACT(YEAR FROM "person.birth_date") - 1
        ELSE EXTRACT(YEAR FROM "as_of") - EXTRACT(YEAR FROM "person.birth_date")
      END AS "player_age",
      CAST(ROUND("mean_points_last_5_games", 1) AS DECIMAL(5, 1)) AS "points_avg_last_5",
      CAST(ROUND("mean_points_last_10_games", 1) AS DECIMAL(5, 1)) AS "points_avg_last_10",
      "count_played_last_5_games" AS "l5_games_used",
      "count_played_last_10_games" AS "l10_games_used",
      "as_of" - "newest_game_date_season_to_date" AS "opponent_days_rest",
      CAST(ROUND("mean_pace_last_10_games", 1) AS DECIMAL(5, 1)) AS "opponent_pace_last_10",
      CAST(ROUND(
        "mean_pace_last_10_games" - "pace_differential_league",
        1
      ) AS DECIMAL(5, 1)) AS "pace_differential",
      "injury.injury_status" AS "player_status",
      "injury.reason" AS "injury_report",
      "next_game.next_date" - "as_of" AS "next_game_days_rest",
      CASE WHEN "count_coming" > 0 THEN "games_in_next_7_days_a1" END AS "games_in_next_7_days",
      CAST(ROUND(
        CAST("next_opponent_win_pct_a1" AS DOUBLE)
          / NULLIF("count_next_opponent_games_season_to_date", 0),
        3
      ) AS DECIMAL(5, 3)) AS "next_opponent_win_pct",
      "next_game.is_primetime" AS "next_game_is_primetime",
      CASE
        WHEN "count_opponent_coming" > 0 THEN "opponent_games_in_next_7_days_a1"
      END AS "opponent_games_in_next_7_days",
      "smallest_next_date" - "as_of" AS "opponent_next_game_days_rest",
      CASE
        WHEN "any_report.game_date" IS NOT NULL
          THEN "star_teammates_out_a1"
            - CASE
              WHEN "own_listing.injury_status" = 'out' AND "own_listing.points_avg_season" >= 18
                THEN 1
              ELSE 0
            END
      END AS "star_teammates_out",
      CASE
        WHEN "any_report.game_date" IS NOT NULL
          THEN "questionable_teammates_a1"
            - CASE
              WHEN "own_listing.injury_status" IN ('questionable', 'doubtful') THEN 1
              ELSE 0
            END
      END AS "questionable_teammates",
      CASE
        WHEN "any_report.game_date" IS NOT NULL
          THEN "count_listed_if_injury_status_probable"
            - CASE WHEN "own_listing.injury_status" = 'probable' THEN 1 ELSE 0 END
      END AS "probable_teammates",
      CAST(NULL AS DECIMAL(5, 2)) AS "spread_public_betting_pct",
      CAST(NULL AS DECIMAL(5, 2)) AS "total_public_betting_pct",
      CAST(NULL AS VARCHAR) AS "game_start_time_local",
      CAST(NULL AS BIGINT) AS "fourth_quarter_minutes_last_7",
      CAST(NULL AS BIGINT) AS "clutch_minutes_last_7_games",
      CAST(NULL AS DECIMAL(5, 1)) AS "fourth_quarter_production_last_7",
      CAST(NULL AS BIGINT) AS "travel_miles",
      CAST(NULL AS BIGINT) AS "time_zone_changes",
      CAST(NULL AS BIGINT) AS "consecutive_road_games",
      CAST(NULL AS BIGINT) AS "miles_traveled_last_14_days",
      CAST(NULL AS BIGINT) AS "time_zones_crossed_last_14_days",
      CAST(NULL AS DECIMAL(5, 3)) AS "opponent_ft_rate_allowed",
      CAST(NULL AS DECIMAL(6, 2)) AS "opponent_def_rating_last_10",
      CAST(NULL AS DECIMAL(5, 3)) AS "shooting_pct_decline_last_5",
      CASE
        WHEN "count_played_season_to_date" >= 10 THEN 95.0e0
        WHEN "count_played_season_to_date" >= 5 THEN 75.0e0
        ELSE 50.0e0
      END AS "quality_score",
      CASE
        WHEN "count_played_season_to_date" >= 10 THEN 'gold'
        WHEN "count_played_season_to_date" >= 5 THEN 'silver'
        ELSE 'bronze'
      END AS "data_quality_tier",
      'player_game_summary' AS "primary_source_used",
      "processed_with_issues.part_2"
        OR "expected.universe_source" = 'recent_games'
        OR "registry.universal_player_id" IS NULL AS "processed_with_issues",
      "processed_with_issues.part" AS "all_windows_complete",
      "l30d_expected" AS "expected_games_count",
      "l30d_actual" AS "actual_games_count",
      "completeness_percentage.part" AS "completeness_percentage",
      "l30d_expected" - "l30d_actual" AS "missing_games_count",
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
          END
        OR "as_of" - "season_opening" < 30
        OR "processed_with_issues.part" AS "is_production_ready",
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
      "l5_completeness_pct.part" AS "l5_completeness_pct",
      "l5_actual" >= "l5_expected" AS "l5_is_complete",
      "l10_completeness_pct.part" AS "l10_completeness_pct",
      "l10_actual" >= "l10_expected" AS "l10_is_complete",
      "l5d_completeness_pct.part" AS "l5d_completeness_pct",
      "l5d_actual" >= "l5d_expected" AS "l5d_is_complete",
      "l7d_completeness_pct.part" AS "l7d_completeness_pct",
      "l7d_actual" >= "l7d_expected" AS "l7d_is_complete",
      "l10d_completeness_pct.part" AS "l10d_completeness_pct",
      "l10d_actual" >= "l10d_expected" AS "l10d_is_complete",
      "l14d_completeness_pct.part" AS "l14d_completeness_pct",
      "l14d_actual" >= "l14d_expected" AS "l14d_is_complete",
      "completeness_percentage.part" AS "l30d_completeness_pct",
      "l30d_actual" >= "l30d_expected" AS "l30d_is_complete",
      CAST(1 AS BIGINT) AS "context_version",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN NOT COALESCE(
              "expected.universe_source" = 'gamebook'
              OR NOT COALESCE("injury.injury_status" IN ('out', 'doubtful'), FALSE),
              FALSE
            )
          THEN 1
        WHEN "expected.universe_source" = 'nobody' AND "team_roster.roster_date" IS NOT NULL THEN 2
        WHEN "expected.universe_source" = 'nobody' THEN 3
        WHEN COALESCE("smallest_team_abbr" <> "largest_team_abbr", FALSE) THEN 4
        WHEN NOT "game.game_date" IS NOT NULL THEN 5
        WHEN "processed_with_issues.part_2"
            AND NOT "as_of" - "season_opening" < 30
            AND NOT (
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
                END
            )
          THEN 6
      END AS "failure_rule"
    FROM "shared_2"
  ),
  "features_2" AS (
    SELECT
      *,
      "current_points_line" IS NOT NULL AS "has_prop_line",
      CAST(ROUND(
        CAST("current_points_line" AS DOUBLE) - "opening_points_line",
        1
      ) AS DECIMAL(4, 1)) AS "line_movement",
      CAST(ROUND(
        CAST("game_spread" AS DOUBLE) - "opening_spread",
        1
      ) AS DECIMAL(4, 1)) AS "spread_movement",
      CASE WHEN "game_spread" IS NOT NULL THEN 'odds_api' END AS "game_spread_source",
      CAST(ROUND(
        CAST("game_total" AS DOUBLE) - "opening_total",
        1
      ) AS DECIMAL(4, 1)) AS "total_movement",
      CASE WHEN "game_total" IS NOT NULL THEN 'odds_api' END AS "game_total_source",
      COALESCE("days_rest" = 1, FALSE) AS "back_to_back",
      CAST(ROUND(
        CASE WHEN "games_in_last_7_days" > 0 THEN "sum_minutes_played_last_7_days" ELSE 0 END
      ) AS BIGINT) AS "minutes_in_last_7_days",
      CAST(ROUND(
        CASE WHEN "games_in_last_14_days" > 0 THEN "sum_minutes_played_last_14_days" ELSE 0 END
      ) AS BIGINT) AS "minutes_in_last_14_days",
      CASE
        WHEN "l5_games_used" >= 5 THEN 'excellent'
        WHEN "l5_games_used" >= 3 THEN 'good'
        WHEN "l5_games_used" >= 2 THEN 'limited'
        ELSE 'insufficient'
      END AS "l5_sample_quality",
      CASE
        WHEN "l10_games_used" >= 10 THEN 'excellent'
        WHEN "l10_games_used" >= 7 THEN 'good'
        WHEN "l10_games_used" >= 5 THEN 'limited'
        ELSE 'insufficient'
      END AS "l10_sample_quality",
      LIST_FILTER([
        CASE WHEN "processed_with_issues.part_2" THEN 'incomplete_upstream_data' END,
        CASE WHEN "l30d_expected" = 0 THEN 'window_empty' END,
        CASE WHEN "as_of" - "season_opening" < 30 THEN 'early_season' END,
        CASE
          WHEN "expected.universe_source" = 'recent_games' AND "team_roster.roster_date" IS NOT NULL
            THEN 'roster_outdated:' || CAST("as_of" - "team_roster.roster_date" AS VARCHAR)
        END,
        CASE
          WHEN "expected.universe_source" = 'recent_games'
              AND NOT "team_roster.roster_date" IS NOT NULL
            THEN 'roster_missing'
        END,
        CASE WHEN "registry.universal_player_id" IS NULL THEN 'registry_lookup_failed' END,
        CASE WHEN "game.start_time" IS NULL THEN 'tip_off_unknown' END,
        CASE WHEN "game_spread" IS NULL THEN 'missing_game_spread' END,
        CASE WHEN "game_total" IS NULL THEN 'missing_game_total' END
      ], lambda x: x IS NOT NULL) AS "data_quality_issues"
    FROM "features_1"
  )
SELECT
  "player_lookup",
  "universal_player_id",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "has_prop_line",
  "current_points_line",
  "opening_points_line",
  "line_movement",
  "current_points_line_source",
  "opening_points_line_source",
  "game_spread",
  "opening_spread",
  "spread_movement",
  "game_spread_source",
  "spread_public_betting_pct",
  "game_total",
  "opening_total",
  "total_movement",
  "game_total_source",
  "total_public_betting_pct",
  "pace_differential",
  "opponent_pace_last_10",
  "game_start_time_local",
  "opponent_ft_rate_allowed",
  "home_game",
  "back_to_back",
  "season_phase",
  "projected_usage_rate",
  "days_rest",
  "days_rest_before_last_game",
  "days_since_2_plus_days_rest",
  "games_in_last_7_days",
  "games_in_last_14_days",
  "minutes_in_last_7_days",
  "minutes_in_last_14_days",
  "avg_minutes_per_game_last_7",
  "back_to_backs_last_14_days",
  "avg_usage_rate_last_7_games",
  "fourth_quarter_minutes_last_7",
  "clutch_minutes_last_7_games",
  "travel_miles",
  "time_zone_changes",
  "consecutive_road_games",
  "miles_traveled_last_14_days",
  "time_zones_crossed_last_14_days",
  "player_age",
  "points_avg_last_5",
  "points_avg_last_10",
  "l5_games_used",
  "l5_sample_quality",
  "l10_games_used",
  "l10_sample_quality",
  "prop_over_streak",
  "prop_under_streak",
  "star_teammates_out",
  "opponent_def_rating_last_10",
  "shooting_pct_decline_last_5",
  "fourth_quarter_production_last_7",
  "next_game_days_rest",
  "games_in_next_7_days",
  "next_opponent_win_pct",
  "next_game_is_primetime",
  "opponent_days_rest",
  "opponent_games_in_next_7_days",
  "opponent_next_game_days_rest",
  "player_status",
  "injury_report",
  "questionable_teammates",
  "probable_teammates",
  "universe_source",
  "data_quality_tier",
  "quality_score",
  "primary_source_used",
  "processed_with_issues",
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
  "l5_completeness_pct",
  "l5_is_complete",
  "l10_completeness_pct",
  "l10_is_complete",
  "l5d_completeness_pct",
  "l5d_is_complete",
  "l7d_completeness_pct",
  "l7d_is_complete",
  "l10d_completeness_pct",
  "l10d_is_complete",
  "l14d_completeness_pct",
  "l14d_is_complete",
  "l30d_completeness_pct",
  "l30d_is_complete",
  "all_windows_complete",
  "context_version",
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 2 THEN 'MISSING_UPSTREAM'
    WHEN 3 THEN 'MISSING_UPSTREAM'
    WHEN 4 THEN 'MISSING_UPSTREAM'
    WHEN 5 THEN 'MISSING_UPSTREAM'
    WHEN 6 THEN 'INCOMPLETE_DATA'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 2
      THEN 'nobody is known to play for ' || "expected.team_abbr" || ': its newest roster is '
        || CAST("as_of" - "team_roster.roster_date" AS VARCHAR) || ' days old, 90 is the most, and nobody played for it in ' || 'the last 30 days'
    WHEN 3
      THEN 'nobody is known to play for ' || "expected.team_abbr" || ': it has no roster, and nobody played for it in the last 30 days'
    WHEN 4
      THEN 'the rosters of ' || "smallest_team_abbr" || ' and '
        || "largest_team_abbr" || ' of one day both list him'
    WHEN 5 THEN 'the schedule has no game of the team on this day'
    WHEN 6
      THEN CASE
        WHEN COALESCE(
              CASE
                WHEN "l5_completeness_pct.part" >= 90.0e0 THEN NULL
                ELSE 'l5: ' || CAST("l5_actual" AS VARCHAR) || ' of '
                  || CAST("l5_expected" AS VARCHAR)
              END,
              CASE
                WHEN "l10_completeness_pct.part" >= 90.0e0 THEN NULL
                ELSE 'l10: ' || CAST("l10_actual" AS VARCHAR) || ' of '
                  || CAST("l10_expected" AS VARCHAR)
              END,
              CASE
                WHEN "l5d_completeness_pct.part" >= 90.0e0 THEN NULL
                ELSE 'l5d: ' || CAST("l5d_actual" AS VARCHAR) || ' of '
                  || CAST("l5d_expected" AS VARCHAR)
              END,
              CASE
                WHEN "l7d_completeness_pct.part" >= 90.0e0 THEN NULL
                ELSE 'l7d: ' || CAST("l7d_actual" AS VARCHAR) || ' of '
                  || CAST("l7d_expected" AS VARCHAR)
              END,
              CASE
                WHEN "l10d_completeness_pct.part" >= 90.0e0 THEN NULL
                ELSE 'l10d: ' || CAST("l10d_actual" AS VARCHAR) || ' of '
                  || CAST("l10d_expected" AS VARCHAR)
              END,
              CASE
                WHEN "l14d_completeness_pct.part" >= 90.0e0 THEN NULL
                ELSE 'l14d: ' || CAST("l14d_actual" AS VARCHAR) || ' of '
                  || CAST("l14d_expected" AS VARCHAR)
              END,
              CASE
                WHEN "completeness_percentage.part" >= 90.0e0 THEN NULL
                ELSE 'l30d: ' || CAST("l30d_actual" AS VARCHAR) || ' of '
                  || CAST("l30d_expected" AS VARCHAR)
              END
            ) IS NOT NULL
          THEN CONCAT_WS(
            ', ',
            CASE
              WHEN "l5_completeness_pct.part" >= 90.0e0 THEN NULL
              ELSE 'l5: ' || CAST("l5_actual" AS VARCHAR) || ' of '
                || CAST("l5_expected" AS VARCHAR)
            END,
            CASE
              WHEN "l10_completeness_pct.part" >= 90.0e0 THEN NULL
              ELSE 'l10: ' || CAST("l10_actual" AS VARCHAR) || ' of '
                || CAST("l10_expected" AS VARCHAR)
            END,
            CASE
              WHEN "l5d_completeness_pct.part" >= 90.0e0 THEN NULL
              ELSE 'l5d: ' || CAST("l5d_actual" AS VARCHAR) || ' of '
                || CAST("l5d_expected" AS VARCHAR)
            END,
            CASE
              WHEN "l7d_completeness_pct.part" >= 90.0e0 THEN NULL
              ELSE 'l7d: ' || CAST("l7d_actual" AS VARCHAR) || ' of '
                || CAST("l7d_expected" AS VARCHAR)
            END,
            CASE
              WHEN "l10d_completeness_pct.part" >= 90.0e0 THEN NULL
              ELSE 'l10d: ' || CAST("l10d_actual" AS VARCHAR) || ' of '
                || CAST("l10d_expected" AS VARCHAR)
            END,
            CASE
              WHEN "l14d_completeness_pct.part" >= 90.0e0 THEN NULL
              ELSE 'l14d: ' || CAST("l14d_actual" AS VARCHAR) || ' of '
                || CAST("l14d_expected" AS VARCHAR)
            END,
            CASE
              WHEN "completeness_percentage.part" >= 90.0e0 THEN NULL
              ELSE 'l30d: ' || CAST("l30d_actual" AS VARCHAR) || ' of '
                || CAST("l30d_expected" AS VARCHAR)
            END
          )
      END || ' expected games are there'
  END AS "failure_reason",
  CASE "failure_rule"
    WHEN 0 THEN FALSE
    WHEN 2 THEN TRUE
    WHEN 3 THEN TRUE
    WHEN 4 THEN TRUE
    WHEN 5 THEN TRUE
    WHEN 6 THEN TRUE
  END AS "failure_can_retry",
  CASE "failure_rule" WHEN 6 THEN "l30d_expected" END AS "failure_expected",
  CASE "failure_rule" WHEN 6 THEN "l30d_actual" END AS "failure_actual",
  CONCAT(
    'avg_minutes_per_game_last_7=',
    COALESCE(CAST("avg_minutes_per_game_last_7" AS VARCHAR), '∅'),
    '|avg_usage_rate_last_7_games=',
    COALESCE(CAST("avg_usage_rate_last_7_games" AS VARCHAR), '∅'),
    '|back_to_back=',
    CASE WHEN "back_to_back" THEN 't' WHEN NOT "back_to_back" THEN 'f' END,
    '|back_to_backs_last_14_days=',
    COALESCE(CAST("back_to_backs_last_14_days" AS VARCHAR), '∅'),
    '|clutch_minutes_last_7_games=',
    COALESCE(CAST("clutch_minutes_last_7_games" AS VARCHAR), '∅'),
    '|consecutive_road_games=',
    COALESCE(CAST("consecutive_road_games" AS VARCHAR), '∅'),
    '|current_points_line=',
    COALESCE(CAST("current_points_line" AS VARCHAR), '∅'),
    '|current_points_line_source=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("current_points_line_source")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|days_rest=',
    COALESCE(CAST("days_rest" AS VARCHAR), '∅'),
    '|days_rest_before_last_game=',
    COALESCE(CAST("days_rest_before_last_game" AS VARCHAR), '∅'),
    '|days_since_2_plus_days_rest=',
    COALESCE(CAST("days_since_2_plus_days_rest" AS VARCHAR), '∅'),
    '|fourth_quarter_minutes_last_7=',
    COALESCE(CAST("fourth_quarter_minutes_last_7" AS VARCHAR), '∅'),
    '|fourth_quarter_production_last_7=',
    COALESCE(CAST("fourth_quarter_production_last_7" AS VARCHAR), '∅'),
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|game_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_id")), '\', '\\'), '"', '\"') || '"',
    '|game_spread=',
    COALESCE(CAST("game_spread" AS VARCHAR), '∅'),
    '|game_spread_source=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_spread_source")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|game_start_time_local=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_start_time_local")), '\', '\\'), '"', '\"') || '"',
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
    COALESCE(CAST("games_in_last_14_days" AS VARCHAR), '∅'),
    '|games_in_last_7_days=',
    COALESCE(CAST("games_in_last_7_days" AS VARCHAR), '∅'),
    '|games_in_next_7_days=',
    COALESCE(CAST("games_in_next_7_days" AS VARCHAR), '∅'),
    '|has_prop_line=',
    CASE WHEN "has_prop_line" THEN 't' WHEN NOT "has_prop_line" THEN 'f' END,
    '|home_game=',
    CASE WHEN "home_game" THEN 't' WHEN NOT "home_game" THEN 'f' END,
    '|injury_report=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("injury_report")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|l10_games_used=',
    COALESCE(CAST("l10_games_used" AS VARCHAR), '∅'),
    '|l10_sample_quality=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("l10_sample_quality")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|l5_games_used=',
    COALESCE(CAST("l5_games_used" AS VARCHAR), '∅'),
    '|l5_sample_quality=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("l5_sample_quality")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|line_movement=',
    COALESCE(CAST("line_movement" AS VARCHAR), '∅'),
    '|miles_traveled_last_14_days=',
    COALESCE(CAST("miles_traveled_last_14_days" AS VARCHAR), '∅'),
    '|minutes_in_last_14_days=',
    COALESCE(CAST("minutes_in_last_14_days" AS VARCHAR), '∅'),
    '|minutes_in_last_7_days=',
    COALESCE(CAST("minutes_in_last_7_days" AS VARCHAR), '∅'),
    '|next_game_days_rest=',
    COALESCE(CAST("next_game_days_rest" AS VARCHAR), '∅'),
    '|next_game_is_primetime=',
    COALESCE(
      CASE WHEN "next_game_is_primetime" THEN 't' WHEN NOT "next_game_is_primetime" THEN 'f' END,
      '∅'
    ),
    '|next_opponent_win_pct=',
    COALESCE(CAST("next_opponent_win_pct" AS VARCHAR), '∅'),
    '|opening_points_line=',
    COALESCE(CAST("opening_points_line" AS VARCHAR), '∅'),
    '|opening_points_line_source=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opening_points_line_source")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|opening_spread=',
    COALESCE(CAST("opening_spread" AS VARCHAR), '∅'),
    '|opening_total=',
    COALESCE(CAST("opening_total" AS VARCHAR), '∅'),
    '|opponent_days_rest=',
    COALESCE(CAST("opponent_days_rest" AS VARCHAR), '∅'),
    '|opponent_def_rating_last_10=',
    COALESCE(CAST("opponent_def_rating_last_10" AS VARCHAR), '∅'),
    '|opponent_ft_rate_allowed=',
    COALESCE(CAST("opponent_ft_rate_allowed" AS VARCHAR), '∅'),
    '|opponent_games_in_next_7_days=',
    COALESCE(CAST("opponent_games_in_next_7_days" AS VARCHAR), '∅'),
    '|opponent_next_game_days_rest=',
    COALESCE(CAST("opponent_next_game_days_rest" AS VARCHAR), '∅'),
    '|opponent_pace_last_10=',
    COALESCE(CAST("opponent_pace_last_10" AS VARCHAR), '∅'),
    '|opponent_team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opponent_team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|pace_differential=',
    COALESCE(CAST("pace_differential" AS VARCHAR), '∅'),
    '|player_age=',
    COALESCE(CAST("player_age" AS VARCHAR), '∅'),
    '|player_lookup=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_lookup")), '\', '\\'), '"', '\"') || '"',
    '|player_status=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("player_status")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|points_avg_last_10=',
    COALESCE(CAST("points_avg_last_10" AS VARCHAR), '∅'),
    '|points_avg_last_5=',
    COALESCE(CAST("points_avg_last_5" AS VARCHAR), '∅'),
    '|probable_teammates=',
    COALESCE(CAST("probable_teammates" AS VARCHAR), '∅'),
    '|projected_usage_rate=',
    COALESCE(CAST("projected_usage_rate" AS VARCHAR), '∅'),
    '|prop_over_streak=',
    COALESCE(CAST("prop_over_streak" AS VARCHAR), '∅'),
    '|prop_under_streak=',
    COALESCE(CAST("prop_under_streak" AS VARCHAR), '∅'),
    '|questionable_teammates=',
    COALESCE(CAST("questionable_teammates" AS VARCHAR), '∅'),
    '|season_phase=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("season_phase")), '\', '\\'), '"', '\"') || '"',
    '|shooting_pct_decline_last_5=',
    COALESCE(CAST("shooting_pct_decline_last_5" AS VARCHAR), '∅'),
    '|spread_movement=',
    COALESCE(CAST("spread_movement" AS VARCHAR), '∅'),
    '|spread_public_betting_pct=',
    COALESCE(CAST("spread_public_betting_pct" AS VARCHAR), '∅'),
    '|star_teammates_out=',
    COALESCE(CAST("star_teammates_out" AS VARCHAR), '∅'),
    '|team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|time_zone_changes=',
    COALESCE(CAST("time_zone_changes" AS VARCHAR), '∅'),
    '|time_zones_crossed_last_14_days=',
    COALESCE(CAST("time_zones_crossed_last_14_days" AS VARCHAR), '∅'),
    '|total_movement=',
    COALESCE(CAST("total_movement" AS VARCHAR), '∅'),
    '|total_public_betting_pct=',
    COALESCE(CAST("total_public_betting_pct" AS VARCHAR), '∅'),
    '|travel_miles=',
    COALESCE(CAST("travel_miles" AS VARCHAR), '∅'),
    '|universal_player_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("universal_player_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    )
  ) AS "row_text"
FROM "features_2"
WHERE "failure_rule" IS DISTINCT FROM 1;
