WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
  ),
  "line_parts" AS (
    SELECT
      1 AS "part",
      "line_gamebook"."game_date",
      "line_gamebook"."player_lookup",
      "line_gamebook"."player_name",
      "line_gamebook"."team_abbr",
      "line_gamebook"."player_status",
      "line_gamebook"."starter",
      COALESCE(
        CASE
          WHEN REGEXP_FULL_MATCH("line_gamebook"."minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
            THEN CAST(SPLIT_PART("line_gamebook"."minutes", ':', 1) AS DOUBLE)
              + CAST(SPLIT_PART("line_gamebook"."minutes", ':', 2) AS DOUBLE) / 60
        END,
        "line_gamebook"."minutes_decimal"
      ) AS "minutes",
      "line_gamebook"."points",
      "line_gamebook"."field_goals_made",
      "line_gamebook"."field_goals_attempted",
      "line_gamebook"."three_pointers_made",
      "line_gamebook"."three_pointers_attempted",
      "line_gamebook"."free_throws_made",
      "line_gamebook"."free_throws_attempted",
      "line_gamebook"."offensive_rebounds",
      "line_gamebook"."defensive_rebounds",
      "line_gamebook"."assists",
      "line_gamebook"."steals",
      "line_gamebook"."blocks",
      "line_gamebook"."turnovers",
      "line_gamebook"."personal_fouls",
      "line_gamebook"."plus_minus",
      'nbac_gamebook' AS "source"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "line_gamebook"
    WHERE "line_gamebook"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      2 AS "part",
      "line_bdl"."game_date",
      "line_bdl"."player_lookup",
      "line_bdl"."player_name",
      "line_bdl"."team_abbr",
      'active' AS "player_status",
      CAST(NULL AS BOOLEAN) AS "starter",
      "line_bdl"."minutes",
      "line_bdl"."points",
      "line_bdl"."field_goals_made",
      "line_bdl"."field_goals_attempted",
      "line_bdl"."three_pointers_made",
      "line_bdl"."three_pointers_attempted",
      "line_bdl"."free_throws_made",
      "line_bdl"."free_throws_attempted",
      "line_bdl"."offensive_rebounds",
      "line_bdl"."defensive_rebounds",
      "line_bdl"."assists",
      "line_bdl"."steals",
      "line_bdl"."blocks",
      "line_bdl"."turnovers",
      "line_bdl"."personal_fouls",
      CAST(NULL AS BIGINT) AS "plus_minus",
      'bdl_boxscores' AS "source"
    FROM "nba_raw"."bdl_player_boxscores" AS "line_bdl"
    WHERE "line_bdl"."game_date" BETWEEN $from AND $to
  ),
  -- Per game_date and key, the first part with a row.
  "line_preferred" AS (
    SELECT
      "game_date",
      "player_lookup",
      "player_name",
      "team_abbr",
      "points",
      "minutes",
      "assists",
      "offensive_rebounds",
      "defensive_rebounds",
      "steals",
      "blocks",
      "turnovers",
      "field_goals_attempted",
      "field_goals_made",
      "three_pointers_attempted",
      "three_pointers_made",
      "free_throws_attempted",
      "free_throws_made",
      "plus_minus",
      "personal_fouls",
      "starter",
      "player_status",
      "source"
    FROM "line_parts"
    QUALIFY RANK() OVER (PARTITION BY "game_date", "player_lookup" ORDER BY "part") = 1
  ),
  "line" AS (
    SELECT
      "game_date",
      "player_lookup",
      "player_name",
      "team_abbr",
      "points",
      "minutes",
      "assists",
      "offensive_rebounds",
      "defensive_rebounds",
      "steals",
      "blocks",
      "turnovers",
      "field_goals_attempted",
      "field_goals_made",
      "three_pointers_attempted",
      "three_pointers_made",
      "free_throws_attempted",
      "free_throws_made",
      "plus_minus",
      "personal_fouls",
      "starter",
      "player_status",
      "source"
    FROM "line_preferred"
    WHERE "player_status" = 'active'
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "days"."season_opening",
      "line"."game_date",
      "line"."player_lookup",
      "line"."player_name",
      "line"."team_abbr",
      "line"."points",
      "line"."minutes",
      "line"."assists",
      "line"."offensive_rebounds",
      "line"."defensive_rebounds",
      "line"."steals",
      "line"."blocks",
      "line"."turnovers",
      "line"."field_goals_attempted",
      "line"."field_goals_made",
      "line"."three_pointers_attempted",
      "line"."three_pointers_made",
      "line"."free_throws_attempted",
      "line"."free_throws_made",
      "line"."plus_minus",
      "line"."personal_fouls",
      "line"."starter",
      "line"."player_status",
      "line"."source"
    FROM "days"
    JOIN "line" ON "line"."game_date" = "days"."as_of"
  ),
  "game_parts" AS (
    SELECT
      "game_home"."game_date",
      "game_home"."home_team_tricode" AS "team",
      "game_home"."away_team_tricode" AS "opponent",
      "game_home"."game_id",
      "game_home"."game_status",
      "game_home"."home_team_score" AS "score",
      "game_home"."away_team_score" AS "opponent_score",
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
      "game_away"."game_id",
      "game_away"."game_status",
      "game_away"."away_team_score" AS "score",
      "game_away"."home_team_score" AS "opponent_score",
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
      "game_id",
      "game_date",
      "team",
      "opponent",
      "season_year",
      "score",
      "opponent_score",
      "start_time"
    FROM "game_parts"
    WHERE "game_status" = 3
  ),
  "game_found" AS (
    SELECT
      ANY_VALUE("game_id") AS "game_id",
      "game_date",
      "team",
      ANY_VALUE("opponent") AS "opponent",
      ANY_VALUE("season_year") AS "season_year",
      ANY_VALUE("score") AS "score",
      ANY_VALUE("opponent_score") AS "opponent_score",
      ANY_VALUE("start_time") AS "start_time",
      COUNT(*) AS "matches"
    FROM "game"
    GROUP BY "game_date", "team"
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
  "zone_points" AS (
    SELECT
      ANY_VALUE("points_in_paint") AS "points_in_paint",
      "game_date",
      "player_lookup",
      ANY_VALUE("points_mid_range") AS "points_mid_range",
      ANY_VALUE("assisted_field_goals") AS "assisted_field_goals",
      ANY_VALUE("unassisted_field_goals") AS "unassisted_field_goals",
      COUNT(*) AS "matches"
    FROM "nba_raw"."nbac_player_zone_points"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "player_lookup"
  ),
  "team" AS (
    SELECT
      ANY_VALUE("fg_attempts") AS "fg_attempts",
      "game_date",
      "team_abbr",
      ANY_VALUE("ft_attempts") AS "ft_attempts",
      ANY_VALUE("turnovers") AS "turnovers",
      COUNT(*) AS "matches"
    FROM "nba_analytics"."team_offense_game_summary"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "team_abbr"
  ),
  "team_box" AS (
    SELECT
      ANY_VALUE("minutes") AS "minutes",
      "game_date",
      "team_abbr",
      COUNT(*) AS "matches"
    FROM "nba_raw"."nbac_team_boxscore"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "team_abbr"
  ),
  "quotes_asked" AS (
    SELECT DISTINCT
      "population"."as_of",
      "population"."player_lookup" AS "asked_player_lookup",
      "game_found"."start_time" AS "asked_start_time"
    FROM "population"
    LEFT JOIN "game_found"
      ON "game_found"."game_date" = "population"."as_of"
      AND "game_found"."team" = "population"."team_abbr"
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
    FROM "quotes_asked"
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
    FROM "quotes_asked" AS "offers_asked"
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
  "events" AS (
    SELECT
      "event_type",
      "shot_distance",
      "game_date",
      "player_1_lookup",
      "shot_made",
      "shot_type",
      "event_subtype",
      "player_2_lookup",
      "player_2_role",
      "player_1_team"
    FROM "nba_raw"."bigdataball_play_by_play"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "events_summary" AS (
    SELECT
      "game_date",
      "player_1_lookup",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE)
      ) AS "paint_attempts_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE) AND "shot_made"
      ) AS "paint_makes_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND NOT (
            "event_type" = 'shot'
            AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
            AND (
              COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE)
            )
          )
      ) AS "mid_range_attempts_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND NOT (
            "event_type" = 'shot'
            AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
            AND (
              COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE)
            )
          )
          AND "shot_made"
      ) AS "mid_range_makes_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND (COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE))
      ) AS "three_pt_zone_attempts_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND (COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE))
          AND "shot_made"
      ) AS "three_pt_zone_makes_a1",
      COUNT(*) FILTER (WHERE "event_type" = 'shot') AS "count_events_if_event_type_shot",
      COUNT(*) FILTER (
        WHERE "event_type" = 'free throw'
          AND "shot_made"
          AND "event_subtype" IN ('1 of 1', 'free throw 1 of 1')
      ) AS "and1_count_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND "shot_made"
          AND "player_2_lookup" IS NOT NULL
          AND "player_2_role" = 'assist'
      ) AS "assisted_fg_makes_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND "shot_made"
          AND (
            "player_2_lookup" IS NULL OR NOT COALESCE("player_2_role" IN ('assist', 'block'), FALSE)
          )
      ) AS "unassisted_fg_makes_a1"
    FROM "events"
    GROUP BY "game_date", "player_1_lookup"
  ),
  "blocked_shots" AS (
    SELECT
      "event_type",
      "shot_distance",
      "player_2_lookup",
      "player_2_role",
      "game_date",
      "shot_type"
    FROM "nba_raw"."bigdataball_play_by_play"
    WHERE "game_date" BETWEEN $from AND $to
      AND "player_2_lookup" IS NOT NULL
      AND "player_2_role" = 'block'
  ),
  "blocked_shots_summary" AS (
    SELECT
      "game_date",
      "player_2_lookup",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND COALESCE("shot_distance" <= 8, FALSE)
          AND "player_2_lookup" IS NOT NULL
          AND "player_2_role" = 'block'
      ) AS "paint_blocks_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND NOT (
            "event_type" = 'shot'
            AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
            AND (
              COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE)
            )
          )
          AND "player_2_lookup" IS NOT NULL
          AND "player_2_role" = 'block'
      ) AS "mid_range_blocks_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND (COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE))
          AND "player_2_lookup" IS NOT NULL
          AND "player_2_role" = 'block'
      ) AS "three_pt_blocks_a1"
    FROM "blocked_shots"
    GROUP BY "game_date", "player_2_lookup"
  ),
  "team_events_summary" AS (
    SELECT
      "game_date",
      "player_1_team",
      COUNT(*) FILTER (WHERE "event_type" = 'shot') AS "count_team_events_if_event_type_shot",
      COUNT(*) FILTER (
        WHERE "player_2_lookup" IS NOT NULL
      ) AS "count_team_events_if_player_2_lookup_present",
      COUNT(*) FILTER (
        WHERE "event_type" = 'free throw'
      ) AS "count_team_events_if_event_type_free_throw",
      COUNT(*) FILTER (WHERE "event_type" = 'shot') AS "count_opponent_events_if_event_type_shot",
      COUNT(*) FILTER (
        WHERE "player_2_lookup" IS NOT NULL
      ) AS "count_opponent_events_if_player_2_lookup_present",
      COUNT(*) FILTER (
        WHERE "event_type" = 'free throw'
      ) AS "count_opponent_events_if_event_type_free_throw"
    FROM "events" AS "team_events"
    GROUP BY "game_date", "player_1_team"
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."player_lookup" AS "line.player_lookup",
  "registry"."universal_player_id" AS "registry.universal_player_id",
  "population"."player_name" AS "line.player_name",
  "game_found"."game_id" AS "game.game_id",
  "population"."team_abbr" AS "line.team_abbr",
  "game_found"."opponent" AS "game.opponent",
  "game_found"."season_year" AS "game.season_year",
  "population"."points" AS "line.points",
  "population"."minutes" AS "line.minutes",
  "population"."assists" AS "line.assists",
  "population"."offensive_rebounds" AS "line.offensive_rebounds",
  "population"."defensive_rebounds" AS "line.defensive_rebounds",
  "population"."steals" AS "line.steals",
  "population"."blocks" AS "line.blocks",
  "population"."turnovers" AS "line.turnovers",
  "population"."field_goals_attempted" AS "line.field_goals_attempted",
  "population"."field_goals_made" AS "line.field_goals_made",
  "population"."three_pointers_attempted" AS "line.three_pointers_attempted",
  "population"."three_pointers_made" AS "line.three_pointers_made",
  "population"."free_throws_attempted" AS "line.free_throws_attempted",
  "population"."free_throws_made" AS "line.free_throws_made",
  "population"."plus_minus" AS "line.plus_minus",
  "population"."personal_fouls" AS "line.personal_fouls",
  COALESCE(
    "team_events_summary"."count_team_events_if_event_type_shot",
    0
  ) AS "count_team_events_if_event_type_shot",
  COALESCE("events_summary"."paint_attempts_a1", 0) AS "paint_attempts_a1",
  COALESCE("events_summary"."paint_makes_a1", 0) AS "paint_makes_a1",
  "zone_points"."points_in_paint" AS "zone_points.points_in_paint",
  COALESCE("events_summary"."mid_range_attempts_a1", 0) AS "mid_range_attempts_a1",
  COALESCE("events_summary"."mid_range_makes_a1", 0) AS "mid_range_makes_a1",
  "zone_points"."points_mid_range" AS "zone_points.points_mid_range",
  COALESCE("events_summary"."three_pt_zone_attempts_a1", 0) AS "three_pt_zone_attempts_a1",
  COALESCE("events_summary"."three_pt_zone_makes_a1", 0) AS "three_pt_zone_makes_a1",
  COALESCE(
    "events_summary"."count_events_if_event_type_shot",
    0
  ) AS "count_events_if_event_type_shot",
  "zone_points"."game_date" AS "zone_points.game_date",
  COALESCE(
    "opponent_events_summary"."count_opponent_events_if_event_type_shot",
    0
  ) AS "count_opponent_events_if_event_type_shot",
  COALESCE(
    "team_events_summary"."count_team_events_if_player_2_lookup_present",
    0
  ) AS "count_team_events_if_player_2_lookup_present",
  COALESCE(
    "opponent_events_summary"."count_opponent_events_if_player_2_lookup_present",
    0
  ) AS "count_opponent_events_if_player_2_lookup_present",
  COALESCE("blocked_shots_summary"."paint_blocks_a1", 0) AS "paint_blocks_a1",
  COALESCE("blocked_shots_summary"."mid_range_blocks_a1", 0) AS "mid_range_blocks_a1",
  COALESCE("blocked_shots_summary"."three_pt_blocks_a1", 0) AS "three_pt_blocks_a1",
  COALESCE(
    "team_events_summary"."count_team_events_if_event_type_free_throw",
    0
  ) AS "count_team_events_if_event_type_free_throw",
  COALESCE(
    "opponent_events_summary"."count_opponent_events_if_event_type_free_throw",
    0
  ) AS "count_opponent_events_if_event_type_free_throw",
  COALESCE("events_summary"."and1_count_a1", 0) AS "and1_count_a1",
  COALESCE("events_summary"."assisted_fg_makes_a1", 0) AS "assisted_fg_makes_a1",
  "zone_points"."assisted_field_goals" AS "zone_points.assisted_field_goals",
  COALESCE("events_summary"."unassisted_fg_makes_a1", 0) AS "unassisted_fg_makes_a1",
  "zone_points"."unassisted_field_goals" AS "zone_points.unassisted_field_goals",
  "team_box"."minutes" AS "team_box.minutes",
  "team"."fg_attempts" AS "team.fg_attempts",
  "team"."ft_attempts" AS "team.ft_attempts",
  "team"."turnovers" AS "team.turnovers",
  "population"."starter" AS "line.starter",
  "game_found"."score" AS "game.score",
  "game_found"."opponent_score" AS "game.opponent_score",
  "quotes_found"."points_line" AS "quotes.points_line",
  "offers_found"."points_line" AS "offers.points_line",
  "openings_found"."points_line" AS "openings.points_line",
  "offers_found"."opening_line" AS "offers.opening_line",
  "population"."player_status" AS "line.player_status",
  "population"."source" AS "line.source",
  "game_found"."game_date" AS "game.game_date",
  "game_found"."matches" AS "game.matches",
  "registry"."matches" AS "registry.matches",
  "zone_points"."matches" AS "zone_points.matches",
  "team"."matches" AS "team.matches",
  "team_box"."matches" AS "team_box.matches"
FROM "population"
LEFT JOIN "game_found"
  ON "game_found"."game_date" = "population"."as_of"
  AND "game_found"."team" = "population"."team_abbr"
LEFT JOIN "registry"
  ON "registry"."player_lookup" = "population"."player_lookup"
  AND "registry"."season_year"
    = CASE
      WHEN EXTRACT(MONTH FROM "population"."season_opening") >= 10
        THEN EXTRACT(YEAR FROM "population"."season_opening")
      ELSE EXTRACT(YEAR FROM "population"."season_opening") - 1
    END
LEFT JOIN "zone_points"
  ON "zone_points"."game_date" = "population"."as_of"
  AND "zone_points"."player_lookup" = "population"."player_lookup"
LEFT JOIN "team"
  ON "team"."game_date" = "population"."as_of" AND "team"."team_abbr" = "population"."team_abbr"
LEFT JOIN "team_box"
  ON "team_box"."game_date" = "population"."as_of"
  AND "team_box"."team_abbr" = "population"."team_abbr"
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
LEFT JOIN "events_summary"
  ON "events_summary"."game_date" = "population"."as_of"
  AND "events_summary"."player_1_lookup" = "population"."player_lookup"
LEFT JOIN "blocked_shots_summary"
  ON "blocked_shots_summary"."game_date" = "population"."as_of"
  AND "blocked_shots_summary"."player_2_lookup" = "population"."player_lookup"
LEFT JOIN "team_events_summary"
  ON "team_events_summary"."game_date" = "population"."as_of"
  AND "team_events_summary"."player_1_team" = "population"."team_abbr"
LEFT JOIN "team_events_summary" AS "opponent_events_summary"
  ON "opponent_events_summary"."game_date" = "population"."as_of"
  AND "opponent_events_summary"."player_1_team" = "game_found"."opponent"
ORDER BY "population"."as_of", "population"."player_lookup";
