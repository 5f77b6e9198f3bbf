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
      "days"."season_opening",
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
  )
SELECT
  "population"."as_of",
  "population"."season_opening",
  "population"."game_id" AS "game.game_id",
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
  COALESCE("opponent_events_summary"."opp_mid_range_attempts_a1", 0) AS "opp_mid_range_attempts_a1",
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
  "opponent_box"."matches" AS "opponent_box.matches",
  "own_box"."matches" AS "own_box.matches"
FROM "population"
LEFT JOIN "opponent_box"
  ON "opponent_box"."game_date" = "population"."as_of"
  AND "opponent_box"."team_abbr" = "population"."opponent"
LEFT JOIN "opponent_box" AS "own_box"
  ON "own_box"."game_date" = "population"."as_of" AND "own_box"."team_abbr" = "population"."team"
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
ORDER BY "population"."as_of", "population"."team";
