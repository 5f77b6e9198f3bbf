WITH
  "days" AS (
    SELECT
      "day" AS "as_of",
      "season_opening"
    FROM "temp"."calendar"
    WHERE "day" BETWEEN $from AND $to AND "played_games" > 0
  ),
  "game_parts" AS (
    SELECT
      "game_home"."game_date",
      "game_home"."home_team_tricode" AS "team",
      "game_home"."away_team_tricode" AS "opponent",
      TRUE AS "is_home",
      "game_home"."game_id",
      "game_home"."game_status",
      "game_home"."home_team_score" AS "score",
      "game_home"."away_team_score" AS "opponent_score",
      "game_home"."season_year"
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
      "game_away"."away_team_score" AS "score",
      "game_away"."home_team_score" AS "opponent_score",
      "game_away"."season_year"
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
      "opponent",
      "season_year",
      "is_home",
      "score",
      "opponent_score"
    FROM "game_parts"
    WHERE "game_status" = 3
  ),
  -- One row for each row of the result.
  "population" AS (
    SELECT
      "days"."as_of",
      "game"."game_date",
      "game"."team",
      "game"."game_id",
      "game"."opponent",
      "game"."season_year",
      "game"."is_home",
      "game"."score",
      "game"."opponent_score"
    FROM "days"
    JOIN "game" ON "game"."game_date" = "days"."as_of"
  ),
  "opponent_box" AS (
    SELECT
      "game_date",
      "team_abbr",
      ANY_VALUE("points") AS "points",
      ANY_VALUE("field_goals_attempted") AS "field_goals_attempted",
      ANY_VALUE("field_goals_made") AS "field_goals_made",
      ANY_VALUE("three_pointers_attempted") AS "three_pointers_attempted",
      ANY_VALUE("three_pointers_made") AS "three_pointers_made",
      ANY_VALUE("free_throws_attempted") AS "free_throws_attempted",
      ANY_VALUE("free_throws_made") AS "free_throws_made",
      ANY_VALUE("total_rebounds") AS "total_rebounds",
      ANY_VALUE("assists") AS "assists",
      ANY_VALUE("turnovers") AS "turnovers",
      ANY_VALUE("offensive_rebounds") AS "offensive_rebounds",
      ANY_VALUE("minutes") AS "minutes",
      COUNT(*) AS "matches",
      ANY_VALUE("personal_fouls") AS "personal_fouls"
    FROM "nba_raw"."nbac_team_boxscore"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "team_abbr"
  ),
  "opponent_players_parts" AS (
    SELECT
      1 AS "part",
      "opponent_players_gamebook"."game_date",
      "opponent_players_gamebook"."player_lookup",
      "opponent_players_gamebook"."team_abbr",
      "opponent_players_gamebook"."player_status",
      COALESCE(
        CASE
          WHEN REGEXP_FULL_MATCH("opponent_players_gamebook"."minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
            THEN CAST(SPLIT_PART("opponent_players_gamebook"."minutes", ':', 1) AS DOUBLE)
              + CAST(SPLIT_PART("opponent_players_gamebook"."minutes", ':', 2) AS DOUBLE) / 60
        END,
        "opponent_players_gamebook"."minutes_decimal"
      ) AS "minutes",
      "opponent_players_gamebook"."points",
      "opponent_players_gamebook"."field_goals_made",
      "opponent_players_gamebook"."field_goals_attempted",
      "opponent_players_gamebook"."three_pointers_made",
      "opponent_players_gamebook"."three_pointers_attempted",
      "opponent_players_gamebook"."free_throws_made",
      "opponent_players_gamebook"."free_throws_attempted",
      "opponent_players_gamebook"."offensive_rebounds",
      "opponent_players_gamebook"."defensive_rebounds",
      "opponent_players_gamebook"."assists",
      "opponent_players_gamebook"."turnovers",
      "opponent_players_gamebook"."steals",
      "opponent_players_gamebook"."personal_fouls"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "opponent_players_gamebook"
    WHERE "opponent_players_gamebook"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      2 AS "part",
      "opponent_players_bdl"."game_date",
      "opponent_players_bdl"."player_lookup",
      "opponent_players_bdl"."team_abbr",
      'active' AS "player_status",
      "opponent_players_bdl"."minutes",
      "opponent_players_bdl"."points",
      "opponent_players_bdl"."field_goals_made",
      "opponent_players_bdl"."field_goals_attempted",
      "opponent_players_bdl"."three_pointers_made",
      "opponent_players_bdl"."three_pointers_attempted",
      "opponent_players_bdl"."free_throws_made",
      "opponent_players_bdl"."free_throws_attempted",
      "opponent_players_bdl"."offensive_rebounds",
      "opponent_players_bdl"."defensive_rebounds",
      "opponent_players_bdl"."assists",
      "opponent_players_bdl"."turnovers",
      "opponent_players_bdl"."steals",
      "opponent_players_bdl"."personal_fouls"
    FROM "nba_raw"."bdl_player_boxscores" AS "opponent_players_bdl"
    WHERE "opponent_players_bdl"."game_date" BETWEEN $from AND $to
  ),
  -- Per game_date and key, the first part with a row.
  "opponent_players_preferred" AS (
    SELECT
      "game_date",
      "team_abbr",
      "points",
      "field_goals_attempted",
      "field_goals_made",
      "three_pointers_attempted",
      "three_pointers_made",
      "free_throws_attempted",
      "free_throws_made",
      "offensive_rebounds",
      "defensive_rebounds",
      "assists",
      "turnovers",
      "minutes",
      "player_status",
      "player_lookup",
      "personal_fouls",
      "steals"
    FROM "opponent_players_parts"
    QUALIFY RANK() OVER (PARTITION BY "game_date", "player_lookup" ORDER BY "part") = 1
  ),
  "opponent_players" AS (
    SELECT
      "game_date",
      "team_abbr",
      "points",
      "field_goals_attempted",
      "field_goals_made",
      "three_pointers_attempted",
      "three_pointers_made",
      "free_throws_attempted",
      "free_throws_made",
      "offensive_rebounds",
      "defensive_rebounds",
      "assists",
      "turnovers",
      "minutes",
      "personal_fouls",
      "steals"
    FROM "opponent_players_preferred"
    WHERE "player_status" = 'active'
  ),
  "opponent_players_summary" AS (
    SELECT
      "game_date",
      "team_abbr",
      COUNT(*) AS "count_opponent_players",
      CAST(SUM("points") AS BIGINT) AS "sum_points",
      CAST(SUM("field_goals_attempted") AS BIGINT) AS "sum_field_goals_attempted",
      CAST(SUM("field_goals_made") AS BIGINT) AS "sum_field_goals_made",
      CAST(SUM("three_pointers_attempted") AS BIGINT) AS "sum_three_pointers_attempted",
      CAST(SUM("three_pointers_made") AS BIGINT) AS "sum_three_pointers_made",
      CAST(SUM("free_throws_attempted") AS BIGINT) AS "sum_free_throws_attempted",
      CAST(SUM("free_throws_made") AS BIGINT) AS "sum_free_throws_made",
      CAST(SUM("offensive_rebounds") AS BIGINT) AS "sum_offensive_rebounds",
      CAST(SUM("defensive_rebounds") AS BIGINT) AS "opponent_players_sum_defensive_rebounds",
      CAST(SUM("assists") AS BIGINT) AS "sum_assists",
      CAST(SUM("turnovers") AS BIGINT) AS "sum_turnovers",
      CAST(SUM(CAST(ROUND("minutes" * 100) AS BIGINT)) AS DOUBLE) / 100 AS "sum_minutes",
      COUNT(*) AS "count_own_players",
      CAST(SUM("personal_fouls") AS BIGINT) AS "sum_personal_fouls",
      CAST(SUM("steals") AS BIGINT) AS "sum_steals",
      CAST(SUM("defensive_rebounds") AS BIGINT) AS "own_players_sum_defensive_rebounds"
    FROM "opponent_players"
    GROUP BY "game_date", "team_abbr"
  ),
  "opponent_events" AS (
    SELECT
      "event_type",
      "game_date",
      "player_1_team",
      "shot_distance",
      "shot_made",
      "shot_type",
      "player_2_lookup",
      "player_2_role"
    FROM "nba_raw"."bigdataball_play_by_play"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "opponent_events_summary" AS (
    SELECT
      "game_date",
      "player_1_team",
      COUNT(*) FILTER (WHERE "event_type" = 'shot') AS "count_opponent_events_if_event_type_shot",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE)
      ) AS "opp_paint_attempts_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE) AND "shot_made"
      ) AS "opp_paint_makes_a1",
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
      ) AS "opp_mid_range_attempts_a1",
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
      ) AS "opp_mid_range_makes_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND (COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE))
      ) AS "opp_three_pt_zone_attempts_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND (COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE))
          AND "shot_made"
      ) AS "opp_three_pt_zone_makes_a1",
      COUNT(*) FILTER (
        WHERE "player_2_lookup" IS NOT NULL
      ) AS "count_opponent_events_if_player_2_lookup_present",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND COALESCE("shot_distance" <= 8, FALSE)
          AND "player_2_lookup" IS NOT NULL
          AND "player_2_role" = 'block'
      ) AS "blocks_paint_a1",
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
      ) AS "blocks_mid_range_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot'
          AND NOT ("event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE))
          AND (COALESCE("shot_type" = '3PT', FALSE) OR COALESCE("shot_distance" >= 23.75e0, FALSE))
          AND "player_2_lookup" IS NOT NULL
          AND "player_2_role" = 'block'
      ) AS "blocks_three_pt_a1",
      COUNT(*) FILTER (
        WHERE "player_2_lookup" IS NOT NULL
      ) AS "count_own_events_if_player_2_lookup_present"
    FROM "opponent_events"
    GROUP BY "game_date", "player_1_team"
  ),
  "zone_points" AS (
    SELECT
      "points_in_paint",
      "game_date",
      "team_abbr",
      "points_mid_range"
    FROM "nba_raw"."nbac_player_zone_points"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "zone_points_summary" AS (
    SELECT
      "game_date",
      "team_abbr",
      CAST(SUM("points_in_paint") AS BIGINT) AS "sum_points_in_paint",
      CAST(SUM("points_mid_range") AS BIGINT) AS "sum_points_mid_range",
      COUNT(*) AS "count_zone_points"
    FROM "zone_points"
    GROUP BY "game_date", "team_abbr"
  ),
  -- Everything that features read, one row per row of the result.
  "inputs" AS (
    SELECT
      "population"."game_id" AS "game.game_id",
      "population"."as_of",
      "population"."team" AS "game.team",
      "population"."opponent" AS "game.opponent",
      "population"."season_year" AS "game.season_year",
      "opponent_box"."game_date" AS "opponent_box.game_date",
      "opponent_box"."points" AS "opponent_box.points",
      COALESCE("opponent_players_summary"."count_opponent_players", 0) AS "count_opponent_players",
      "opponent_players_summary"."sum_points",
      "opponent_box"."field_goals_attempted" AS "opponent_box.field_goals_attempted",
      "opponent_players_summary"."sum_field_goals_attempted",
      "opponent_box"."field_goals_made" AS "opponent_box.field_goals_made",
      "opponent_players_summary"."sum_field_goals_made",
      "opponent_box"."three_pointers_attempted" AS "opponent_box.three_pointers_attempted",
      "opponent_players_summary"."sum_three_pointers_attempted",
      "opponent_box"."three_pointers_made" AS "opponent_box.three_pointers_made",
      "opponent_players_summary"."sum_three_pointers_made",
      "opponent_box"."free_throws_attempted" AS "opponent_box.free_throws_attempted",
      "opponent_players_summary"."sum_free_throws_attempted",
      "opponent_box"."free_throws_made" AS "opponent_box.free_throws_made",
      "opponent_players_summary"."sum_free_throws_made",
      "opponent_box"."total_rebounds" AS "opponent_box.total_rebounds",
      "opponent_players_summary"."sum_offensive_rebounds",
      "opponent_players_summary"."opponent_players_sum_defensive_rebounds",
      "opponent_box"."assists" AS "opponent_box.assists",
      "opponent_players_summary"."sum_assists",
      "opponent_box"."turnovers" AS "opponent_box.turnovers",
      "opponent_players_summary"."sum_turnovers",
      "own_box"."game_date" AS "own_box.game_date",
      "own_box"."personal_fouls" AS "own_box.personal_fouls",
      COALESCE("own_players_summary"."count_own_players", 0) AS "count_own_players",
      "own_players_summary"."sum_personal_fouls",
      COALESCE(
        "opponent_events_summary"."count_opponent_events_if_event_type_shot",
        0
      ) AS "count_opponent_events_if_event_type_shot",
      COALESCE("opponent_events_summary"."opp_paint_attempts_a1", 0) AS "opp_paint_attempts_a1",
      COALESCE("opponent_events_summary"."opp_paint_makes_a1", 0) AS "opp_paint_makes_a1",
      "zone_points_summary"."sum_points_in_paint",
      COALESCE(
        "opponent_events_summary"."opp_mid_range_attempts_a1",
        0
      ) AS "opp_mid_range_attempts_a1",
      COALESCE("opponent_events_summary"."opp_mid_range_makes_a1", 0) AS "opp_mid_range_makes_a1",
      "zone_points_summary"."sum_points_mid_range",
      COALESCE(
        "opponent_events_summary"."opp_three_pt_zone_attempts_a1",
        0
      ) AS "opp_three_pt_zone_attempts_a1",
      COALESCE(
        "opponent_events_summary"."opp_three_pt_zone_makes_a1",
        0
      ) AS "opp_three_pt_zone_makes_a1",
      COALESCE("zone_points_summary"."count_zone_points", 0) AS "count_zone_points",
      COALESCE(
        "own_events_summary"."count_own_events_if_player_2_lookup_present",
        0
      ) AS "count_own_events_if_player_2_lookup_present",
      COALESCE(
        "opponent_events_summary"."count_opponent_events_if_player_2_lookup_present",
        0
      ) AS "count_opponent_events_if_player_2_lookup_present",
      COALESCE("opponent_events_summary"."blocks_paint_a1", 0) AS "blocks_paint_a1",
      COALESCE("opponent_events_summary"."blocks_mid_range_a1", 0) AS "blocks_mid_range_a1",
      COALESCE("opponent_events_summary"."blocks_three_pt_a1", 0) AS "blocks_three_pt_a1",
      "own_players_summary"."sum_steals",
      "own_players_summary"."own_players_sum_defensive_rebounds",
      "opponent_box"."offensive_rebounds" AS "opponent_box.offensive_rebounds",
      "opponent_box"."minutes" AS "opponent_box.minutes",
      "opponent_players_summary"."sum_minutes",
      "population"."is_home" AS "game.is_home",
      "population"."score" AS "game.score",
      "population"."opponent_score" AS "game.opponent_score",
      CASE
        WHEN "opponent_box"."matches" > 1
          THEN CAST(
            "opponent_box"."matches" AS VARCHAR
          ) || ' rows of opponent_box found, one at most may be'
        WHEN "own_box"."matches" > 1
          THEN CAST("own_box"."matches" AS VARCHAR) || ' rows of own_box found, one at most may be'
      END AS "lookup_failure"
    FROM "population"
    LEFT JOIN "opponent_box"
      ON "opponent_box"."game_date" = "population"."as_of"
      AND "opponent_box"."team_abbr" = "population"."opponent"
    LEFT JOIN "opponent_box" AS "own_box"
      ON "own_box"."game_date" = "population"."as_of"
      AND "own_box"."team_abbr" = "population"."team"
    LEFT JOIN "opponent_players_summary"
      ON "opponent_players_summary"."game_date" = "population"."as_of"
      AND "opponent_players_summary"."team_abbr" = "population"."opponent"
    LEFT JOIN "opponent_players_summary" AS "own_players_summary"
      ON "own_players_summary"."game_date" = "population"."as_of"
      AND "own_players_summary"."team_abbr" = "population"."team"
    LEFT JOIN "opponent_events_summary"
      ON "opponent_events_summary"."game_date" = "population"."as_of"
      AND "opponent_events_summary"."player_1_team" = "population"."opponent"
    LEFT JOIN "opponent_events_summary" AS "own_events_summary"
      ON "own_events_summary"."game_date" = "population"."as_of"
      AND "own_events_summary"."player_1_team" = "population"."team"
    LEFT JOIN "zone_points_summary"
      ON "zone_points_summary"."game_date" = "population"."as_of"
      AND "zone_points_summary"."team_abbr" = "population"."opponent"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      NOT "opponent_box.game_date" IS NOT NULL
        AND "count_opponent_players" >= 5 AS "points_allowed.part"
    FROM "inputs"
  ),
  -- What the features of the next table say more than once.
  "shared_2" AS (
    SELECT
      *,
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.field_goals_attempted"
        WHEN "points_allowed.part" THEN "sum_field_goals_attempted"
      END AS "opp_fg_attempts.part",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.free_throws_attempted"
        WHEN "points_allowed.part" THEN "sum_free_throws_attempted"
      END AS "opp_ft_attempts.part",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.field_goals_attempted"
        WHEN "points_allowed.part" THEN "sum_field_goals_attempted"
      END
        + 0.44e0 * CASE
          WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.free_throws_attempted"
          WHEN "points_allowed.part" THEN "sum_free_throws_attempted"
        END AS "possessions_exact.part"
    FROM "shared"
  ),
  "features_1" AS (
    SELECT
      *,
      "game.game_id" AS "game_id",
      "as_of" AS "game_date",
      "game.team" AS "defending_team_abbr",
      "game.opponent" AS "opponent_team_abbr",
      COALESCE(
        "game.season_year",
        CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 10 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
      ) AS "season_year",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.points"
        WHEN "points_allowed.part" THEN "sum_points"
      END AS "points_allowed",
      "opp_fg_attempts.part" AS "opp_fg_attempts",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.field_goals_made"
        WHEN "points_allowed.part" THEN "sum_field_goals_made"
      END AS "opp_fg_makes",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.three_pointers_attempted"
        WHEN "points_allowed.part" THEN "sum_three_pointers_attempted"
      END AS "opp_three_pt_attempts",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.three_pointers_made"
        WHEN "points_allowed.part" THEN "sum_three_pointers_made"
      END AS "opp_three_pt_makes",
      "opp_ft_attempts.part" AS "opp_ft_attempts",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.free_throws_made"
        WHEN "points_allowed.part" THEN "sum_free_throws_made"
      END AS "opp_ft_makes",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.total_rebounds"
        WHEN "points_allowed.part"
          THEN "sum_offensive_rebounds" + "opponent_players_sum_defensive_rebounds"
      END AS "opp_rebounds",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.assists"
        WHEN "points_allowed.part" THEN "sum_assists"
      END AS "opp_assists",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.turnovers"
        WHEN "points_allowed.part" THEN "sum_turnovers"
      END AS "turnovers_forced",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.personal_fouls"
        WHEN NOT "own_box.game_date" IS NOT NULL AND "count_own_players" >= 5
          THEN "sum_personal_fouls"
      END AS "fouls_committed",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0 THEN "opp_paint_attempts_a1"
      END AS "opp_paint_attempts",
      CAST(ROUND(
        CASE
          WHEN "count_opponent_events_if_event_type_shot" > 0 THEN "opp_paint_makes_a1"
          ELSE CAST("sum_points_in_paint" AS DOUBLE) / 2
        END
      ) AS BIGINT) AS "opp_paint_makes",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0 THEN "opp_mid_range_attempts_a1"
      END AS "opp_mid_range_attempts",
      CAST(ROUND(
        CASE
          WHEN "count_opponent_events_if_event_type_shot" > 0 THEN "opp_mid_range_makes_a1"
          ELSE CAST("sum_points_mid_range" AS DOUBLE) / 2
        END
      ) AS BIGINT) AS "opp_mid_range_makes",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0 THEN "opp_three_pt_zone_attempts_a1"
      END AS "opp_three_pt_zone_attempts",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0 THEN "opp_three_pt_zone_makes_a1"
      END AS "opp_three_pt_zone_makes",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0 THEN 'play_by_play'
        WHEN "count_zone_points" > 0 THEN 'zone_points'
      END AS "shot_zones_source",
      CAST(NULL AS BIGINT) AS "second_chance_points_allowed",
      CAST(NULL AS BIGINT) AS "fast_break_points_allowed",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0
            AND "count_own_events_if_player_2_lookup_present"
              + "count_opponent_events_if_player_2_lookup_present" > 0
          THEN "blocks_paint_a1"
      END AS "blocks_paint",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0
            AND "count_own_events_if_player_2_lookup_present"
              + "count_opponent_events_if_player_2_lookup_present" > 0
          THEN "blocks_mid_range_a1"
      END AS "blocks_mid_range",
      CASE
        WHEN "count_opponent_events_if_event_type_shot" > 0
            AND "count_own_events_if_player_2_lookup_present"
              + "count_opponent_events_if_player_2_lookup_present" > 0
          THEN "blocks_three_pt_a1"
      END AS "blocks_three_pt",
      CASE WHEN "count_own_players" >= 5 THEN "sum_steals" END AS "steals",
      CASE
        WHEN "count_own_players" >= 5 THEN "own_players_sum_defensive_rebounds"
      END AS "defensive_rebounds",
      CAST(ROUND(
        "possessions_exact.part"
          + CASE
            WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.turnovers"
            WHEN "points_allowed.part" THEN "sum_turnovers"
          END
          - CASE
            WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.offensive_rebounds"
            WHEN "points_allowed.part" THEN "sum_offensive_rebounds"
          END,
        1
      ) AS DECIMAL(6, 1)) AS "possessions_exact",
      COALESCE(
        CASE
          WHEN "opponent_box.game_date" IS NOT NULL
            THEN CASE
              WHEN REGEXP_FULL_MATCH("opponent_box.minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
                THEN CAST(SPLIT_PART("opponent_box.minutes", ':', 1) AS DOUBLE)
                  + CAST(SPLIT_PART("opponent_box.minutes", ':', 2) AS DOUBLE) / 60
            END
          ELSE CASE
            WHEN "opponent_box.game_date" IS NOT NULL THEN NULL
            WHEN "points_allowed.part" THEN ROUND("sum_minutes")
          END
        END,
        240
      ) AS "team_minutes",
      CAST(ROUND(
        CASE
          WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.points"
          WHEN "points_allowed.part" THEN "sum_points"
        END
          / NULLIF(2 * "possessions_exact.part", 0),
        3
      ) AS DECIMAL(5, 3)) AS "opponent_ts_pct",
      "game.is_home" AS "home_game",
      "game.score" - "game.opponent_score" AS "margin_of_victory",
      CAST(NULL AS BIGINT) AS "players_inactive",
      CAST(NULL AS BIGINT) AS "starters_inactive",
      CAST(NULL AS VARCHAR) AS "referee_crew_id",
      CASE
        WHEN "opponent_box.game_date" IS NOT NULL THEN 'nbac_team_boxscore'
        ELSE 'reconstructed'
      END AS "primary_source_used",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN NOT ("opponent_box.game_date" IS NOT NULL OR "count_opponent_players" >= 5) THEN 1
      END AS "failure_rule"
    FROM "shared_2"
  ),
  "features_2" AS (
    SELECT
      *,
      COALESCE(
        "count_opponent_events_if_event_type_shot" > 0
        AND "count_opponent_events_if_event_type_shot" = "opp_fg_attempts",
        FALSE
      ) AS "has_complete_shot_zones",
      2 * "opp_paint_makes" AS "points_in_paint_allowed",
      2 * "opp_mid_range_makes" AS "mid_range_points_allowed",
      3 * "opp_three_pt_makes" AS "three_pt_points_allowed",
      CAST(ROUND(
        CAST(
          100 * CASE
            WHEN "opponent_box.game_date" IS NOT NULL THEN "opponent_box.points"
            WHEN "points_allowed.part" THEN "sum_points"
          END AS DOUBLE
        )
          / NULLIF("possessions_exact", 0),
        2
      ) AS DECIMAL(6, 2)) AS "defensive_rating",
      CAST(ROUND(
        CAST("possessions_exact" AS DOUBLE) * 48 / NULLIF("team_minutes" / 5, 0),
        1
      ) AS DECIMAL(5, 1)) AS "opponent_pace",
      CAST(ROUND(
        CASE WHEN "team_minutes" > 240 THEN FLOOR(("team_minutes" - 240) / 25) ELSE 0.0e0 END
      ) AS BIGINT) AS "overtime_periods",
      "margin_of_victory" > 0 AS "win_flag",
      CAST(
        CASE
          WHEN "shot_zones_source" IS NULL
            THEN CASE WHEN "opponent_box.game_date" IS NOT NULL THEN 100 ELSE 85 END - 15
          WHEN "shot_zones_source" = 'zone_points' THEN 85
          ELSE CASE WHEN "opponent_box.game_date" IS NOT NULL THEN 100 ELSE 85 END
        END AS DOUBLE
      ) AS "quality_score",
      LIST_FILTER([
        CASE WHEN "points_allowed.part" THEN 'reconstructed' END,
        CASE
          WHEN CASE
                WHEN "opponent_box.game_date" IS NOT NULL
                  THEN CASE
                    WHEN REGEXP_FULL_MATCH("opponent_box.minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
                      THEN CAST(SPLIT_PART("opponent_box.minutes", ':', 1) AS DOUBLE)
                        + CAST(SPLIT_PART("opponent_box.minutes", ':', 2) AS DOUBLE) / 60
                  END
                ELSE CASE
                  WHEN "opponent_box.game_date" IS NOT NULL THEN NULL
                  WHEN "points_allowed.part" THEN ROUND("sum_minutes")
                END
              END IS NULL
            THEN 'minutes_assumed'
        END,
        CASE WHEN "shot_zones_source" = 'zone_points' THEN 'backup_source_used' END,
        CASE WHEN "shot_zones_source" IS NULL THEN 'shot_zones_unavailable' END,
        CASE WHEN "steals" IS NULL OR "blocks_paint" IS NULL THEN 'missing_defensive_actions' END
      ], lambda x: x IS NOT NULL) AS "quality_issues",
      COALESCE(
        "points_allowed.part"
        OR CASE
          WHEN "opponent_box.game_date" IS NOT NULL
            THEN CASE
              WHEN REGEXP_FULL_MATCH("opponent_box.minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
                THEN CAST(SPLIT_PART("opponent_box.minutes", ':', 1) AS DOUBLE)
                  + CAST(SPLIT_PART("opponent_box.minutes", ':', 2) AS DOUBLE) / 60
            END
          ELSE CASE
            WHEN "opponent_box.game_date" IS NOT NULL THEN NULL
            WHEN "points_allowed.part" THEN ROUND("sum_minutes")
          END
        END IS NULL
        OR "shot_zones_source" = 'zone_points'
        OR "shot_zones_source" IS NULL
        OR "steals" IS NULL
        OR "blocks_paint" IS NULL,
        FALSE
      ) AS "processed_with_issues"
    FROM "features_1"
  ),
  "features_3" AS (
    SELECT
      *,
      CASE
        WHEN "quality_score" >= 95 THEN 'gold'
        WHEN "quality_score" >= 75 THEN 'silver'
        WHEN "quality_score" >= 50 THEN 'bronze'
        WHEN "quality_score" >= 25 THEN 'poor'
        ELSE 'unusable'
      END AS "data_quality_tier",
      "quality_score" >= 50 AS "is_production_ready"
    FROM "features_2"
  )
SELECT
  "game_id",
  "game_date",
  "defending_team_abbr",
  "opponent_team_abbr",
  "season_year",
  "points_allowed",
  "opp_fg_attempts",
  "opp_fg_makes",
  "opp_three_pt_attempts",
  "opp_three_pt_makes",
  "opp_ft_attempts",
  "opp_ft_makes",
  "opp_rebounds",
  "opp_assists",
  "turnovers_forced",
  "fouls_committed",
  "opp_paint_attempts",
  "opp_paint_makes",
  "opp_mid_range_attempts",
  "opp_mid_range_makes",
  "opp_three_pt_zone_attempts",
  "opp_three_pt_zone_makes",
  "has_complete_shot_zones",
  "shot_zones_source",
  "points_in_paint_allowed",
  "mid_range_points_allowed",
  "three_pt_points_allowed",
  "second_chance_points_allowed",
  "fast_break_points_allowed",
  "blocks_paint",
  "blocks_mid_range",
  "blocks_three_pt",
  "steals",
  "defensive_rebounds",
  "defensive_rating",
  "opponent_pace",
  "opponent_ts_pct",
  "home_game",
  "win_flag",
  "margin_of_victory",
  "overtime_periods",
  "players_inactive",
  "starters_inactive",
  "referee_crew_id",
  "data_quality_tier",
  "quality_score",
  "quality_issues",
  "primary_source_used",
  "processed_with_issues",
  "is_production_ready",
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 1 THEN 'MISSING_UPSTREAM'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 1 THEN 'no team box score of the opponent, and fewer than five of its players to sum'
  END AS "failure_reason",
  CASE "failure_rule" WHEN 0 THEN FALSE WHEN 1 THEN TRUE END AS "failure_can_retry",
  CASE "failure_rule" WHEN 1 THEN CAST(1 AS BIGINT) END AS "failure_expected",
  CASE "failure_rule" WHEN 1 THEN CAST(0 AS BIGINT) END AS "failure_actual",
  CONCAT(
    'blocks_mid_range=',
    COALESCE(CAST("blocks_mid_range" AS VARCHAR), '∅'),
    '|blocks_paint=',
    COALESCE(CAST("blocks_paint" AS VARCHAR), '∅'),
    '|blocks_three_pt=',
    COALESCE(CAST("blocks_three_pt" AS VARCHAR), '∅'),
    '|defending_team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("defending_team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|defensive_rating=',
    COALESCE(CAST("defensive_rating" AS VARCHAR), '∅'),
    '|defensive_rebounds=',
    COALESCE(CAST("defensive_rebounds" AS VARCHAR), '∅'),
    '|fast_break_points_allowed=',
    COALESCE(CAST("fast_break_points_allowed" AS VARCHAR), '∅'),
    '|fouls_committed=',
    COALESCE(CAST("fouls_committed" AS VARCHAR), '∅'),
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|game_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_id")), '\', '\\'), '"', '\"') || '"',
    '|has_complete_shot_zones=',
    CASE WHEN "has_complete_shot_zones" THEN 't' WHEN NOT "has_complete_shot_zones" THEN 'f' END,
    '|home_game=',
    CASE WHEN "home_game" THEN 't' WHEN NOT "home_game" THEN 'f' END,
    '|margin_of_victory=',
    COALESCE(CAST("margin_of_victory" AS VARCHAR), '∅'),
    '|mid_range_points_allowed=',
    COALESCE(CAST("mid_range_points_allowed" AS VARCHAR), '∅'),
    '|opp_assists=',
    COALESCE(CAST("opp_assists" AS VARCHAR), '∅'),
    '|opp_fg_attempts=',
    COALESCE(CAST("opp_fg_attempts" AS VARCHAR), '∅'),
    '|opp_fg_makes=',
    COALESCE(CAST("opp_fg_makes" AS VARCHAR), '∅'),
    '|opp_ft_attempts=',
    COALESCE(CAST("opp_ft_attempts" AS VARCHAR), '∅'),
    '|opp_ft_makes=',
    COALESCE(CAST("opp_ft_makes" AS VARCHAR), '∅'),
    '|opp_mid_range_attempts=',
    COALESCE(CAST("opp_mid_range_attempts" AS VARCHAR), '∅'),
    '|opp_mid_range_makes=',
    COALESCE(CAST("opp_mid_range_makes" AS VARCHAR), '∅'),
    '|opp_paint_attempts=',
    COALESCE(CAST("opp_paint_attempts" AS VARCHAR), '∅'),
    '|opp_paint_makes=',
    COALESCE(CAST("opp_paint_makes" AS VARCHAR), '∅'),
    '|opp_rebounds=',
    COALESCE(CAST("opp_rebounds" AS VARCHAR), '∅'),
    '|opp_three_pt_attempts=',
    COALESCE(CAST("opp_three_pt_attempts" AS VARCHAR), '∅'),
    '|opp_three_pt_makes=',
    COALESCE(CAST("opp_three_pt_makes" AS VARCHAR), '∅'),
    '|opp_three_pt_zone_attempts=',
    COALESCE(CAST("opp_three_pt_zone_attempts" AS VARCHAR), '∅'),
    '|opp_three_pt_zone_makes=',
    COALESCE(CAST("opp_three_pt_zone_makes" AS VARCHAR), '∅'),
    '|opponent_pace=',
    COALESCE(CAST("opponent_pace" AS VARCHAR), '∅'),
    '|opponent_team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opponent_team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|opponent_ts_pct=',
    COALESCE(CAST("opponent_ts_pct" AS VARCHAR), '∅'),
    '|overtime_periods=',
    COALESCE(CAST("overtime_periods" AS VARCHAR), '∅'),
    '|players_inactive=',
    COALESCE(CAST("players_inactive" AS VARCHAR), '∅'),
    '|points_allowed=',
    COALESCE(CAST("points_allowed" AS VARCHAR), '∅'),
    '|points_in_paint_allowed=',
    COALESCE(CAST("points_in_paint_allowed" AS VARCHAR), '∅'),
    '|referee_crew_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("referee_crew_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|season_year=',
    CAST("season_year" AS VARCHAR),
    '|second_chance_points_allowed=',
    COALESCE(CAST("second_chance_points_allowed" AS VARCHAR), '∅'),
    '|shot_zones_source=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("shot_zones_source")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|starters_inactive=',
    COALESCE(CAST("starters_inactive" AS VARCHAR), '∅'),
    '|steals=',
    COALESCE(CAST("steals" AS VARCHAR), '∅'),
    '|three_pt_points_allowed=',
    COALESCE(CAST("three_pt_points_allowed" AS VARCHAR), '∅'),
    '|turnovers_forced=',
    COALESCE(CAST("turnovers_forced" AS VARCHAR), '∅'),
    '|win_flag=',
    COALESCE(CASE WHEN "win_flag" THEN 't' WHEN NOT "win_flag" THEN 'f' END, '∅')
  ) AS "row_text"
FROM "features_3";
