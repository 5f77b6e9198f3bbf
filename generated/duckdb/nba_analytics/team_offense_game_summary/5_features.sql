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
      "game_home"."nba_game_id",
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
      "game_away"."nba_game_id",
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
      "nba_game_id",
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
      "game"."nba_game_id",
      "game"."opponent",
      "game"."season_year",
      "game"."is_home",
      "game"."score",
      "game"."opponent_score"
    FROM "days"
    JOIN "game" ON "game"."game_date" = "days"."as_of"
  ),
  "own_box" AS (
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
      ANY_VALUE("personal_fouls") AS "personal_fouls",
      ANY_VALUE("offensive_rebounds") AS "offensive_rebounds",
      ANY_VALUE("minutes") AS "minutes",
      COUNT(*) AS "matches"
    FROM "nba_raw"."nbac_team_boxscore"
    WHERE "game_date" BETWEEN $from AND $to
    GROUP BY "game_date", "team_abbr"
  ),
  "own_players_parts" AS (
    SELECT
      1 AS "part",
      "own_players_gamebook"."game_date",
      "own_players_gamebook"."player_lookup",
      "own_players_gamebook"."team_abbr",
      "own_players_gamebook"."player_status",
      COALESCE(
        CASE
          WHEN REGEXP_FULL_MATCH("own_players_gamebook"."minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
            THEN CAST(SPLIT_PART("own_players_gamebook"."minutes", ':', 1) AS DOUBLE)
              + CAST(SPLIT_PART("own_players_gamebook"."minutes", ':', 2) AS DOUBLE) / 60
        END,
        "own_players_gamebook"."minutes_decimal"
      ) AS "minutes",
      "own_players_gamebook"."points",
      "own_players_gamebook"."field_goals_made",
      "own_players_gamebook"."field_goals_attempted",
      "own_players_gamebook"."three_pointers_made",
      "own_players_gamebook"."three_pointers_attempted",
      "own_players_gamebook"."free_throws_made",
      "own_players_gamebook"."free_throws_attempted",
      "own_players_gamebook"."offensive_rebounds",
      "own_players_gamebook"."defensive_rebounds",
      "own_players_gamebook"."assists",
      "own_players_gamebook"."turnovers",
      "own_players_gamebook"."personal_fouls"
    FROM "nba_raw"."nbac_gamebook_player_stats" AS "own_players_gamebook"
    WHERE "own_players_gamebook"."game_date" BETWEEN $from AND $to
    UNION ALL
    SELECT
      2 AS "part",
      "own_players_bdl"."game_date",
      "own_players_bdl"."player_lookup",
      "own_players_bdl"."team_abbr",
      'active' AS "player_status",
      "own_players_bdl"."minutes",
      "own_players_bdl"."points",
      "own_players_bdl"."field_goals_made",
      "own_players_bdl"."field_goals_attempted",
      "own_players_bdl"."three_pointers_made",
      "own_players_bdl"."three_pointers_attempted",
      "own_players_bdl"."free_throws_made",
      "own_players_bdl"."free_throws_attempted",
      "own_players_bdl"."offensive_rebounds",
      "own_players_bdl"."defensive_rebounds",
      "own_players_bdl"."assists",
      "own_players_bdl"."turnovers",
      "own_players_bdl"."personal_fouls"
    FROM "nba_raw"."bdl_player_boxscores" AS "own_players_bdl"
    WHERE "own_players_bdl"."game_date" BETWEEN $from AND $to
  ),
  -- Per game_date and key, the first part with a row.
  "own_players_preferred" AS (
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
      "personal_fouls",
      "minutes",
      "player_status",
      "player_lookup"
    FROM "own_players_parts"
    QUALIFY RANK() OVER (PARTITION BY "game_date", "player_lookup" ORDER BY "part") = 1
  ),
  "own_players" AS (
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
      "personal_fouls",
      "minutes"
    FROM "own_players_preferred"
    WHERE "player_status" = 'active'
  ),
  "own_players_summary" AS (
    SELECT
      "game_date",
      "team_abbr",
      COUNT(*) AS "count_own_players",
      CAST(SUM("points") AS BIGINT) AS "sum_points",
      CAST(SUM("field_goals_attempted") AS BIGINT) AS "sum_field_goals_attempted",
      CAST(SUM("field_goals_made") AS BIGINT) AS "sum_field_goals_made",
      CAST(SUM("three_pointers_attempted") AS BIGINT) AS "sum_three_pointers_attempted",
      CAST(SUM("three_pointers_made") AS BIGINT) AS "sum_three_pointers_made",
      CAST(SUM("free_throws_attempted") AS BIGINT) AS "sum_free_throws_attempted",
      CAST(SUM("free_throws_made") AS BIGINT) AS "sum_free_throws_made",
      CAST(SUM("offensive_rebounds") AS BIGINT) AS "sum_offensive_rebounds",
      CAST(SUM("defensive_rebounds") AS BIGINT) AS "sum_defensive_rebounds",
      CAST(SUM("assists") AS BIGINT) AS "sum_assists",
      CAST(SUM("turnovers") AS BIGINT) AS "sum_turnovers",
      CAST(SUM("personal_fouls") AS BIGINT) AS "sum_personal_fouls",
      CAST(SUM(CAST(ROUND("minutes" * 100) AS BIGINT)) AS DOUBLE) / 100 AS "sum_minutes"
    FROM "own_players"
    GROUP BY "game_date", "team_abbr"
  ),
  "events" AS (
    SELECT
      "event_type",
      "game_date",
      "player_1_team",
      "shot_distance",
      "shot_made",
      "shot_type"
    FROM "nba_raw"."bigdataball_play_by_play"
    WHERE "game_date" BETWEEN $from AND $to
  ),
  "events_summary" AS (
    SELECT
      "game_date",
      "player_1_team",
      COUNT(*) FILTER (WHERE "event_type" = 'shot') AS "count_events_if_event_type_shot",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE)
      ) AS "team_paint_attempts_a1",
      COUNT(*) FILTER (
        WHERE "event_type" = 'shot' AND COALESCE("shot_distance" <= 8, FALSE) AND "shot_made"
      ) AS "team_paint_makes_a1",
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
      ) AS "team_mid_range_attempts_a1",
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
      ) AS "team_mid_range_makes_a1"
    FROM "events"
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
      "population"."nba_game_id" AS "game.nba_game_id",
      "population"."as_of",
      "population"."team" AS "game.team",
      "population"."opponent" AS "game.opponent",
      "population"."season_year" AS "game.season_year",
      "own_box"."game_date" AS "own_box.game_date",
      "own_box"."points" AS "own_box.points",
      COALESCE("own_players_summary"."count_own_players", 0) AS "count_own_players",
      "own_players_summary"."sum_points",
      "own_box"."field_goals_attempted" AS "own_box.field_goals_attempted",
      "own_players_summary"."sum_field_goals_attempted",
      "own_box"."field_goals_made" AS "own_box.field_goals_made",
      "own_players_summary"."sum_field_goals_made",
      "own_box"."three_pointers_attempted" AS "own_box.three_pointers_attempted",
      "own_players_summary"."sum_three_pointers_attempted",
      "own_box"."three_pointers_made" AS "own_box.three_pointers_made",
      "own_players_summary"."sum_three_pointers_made",
      "own_box"."free_throws_attempted" AS "own_box.free_throws_attempted",
      "own_players_summary"."sum_free_throws_attempted",
      "own_box"."free_throws_made" AS "own_box.free_throws_made",
      "own_players_summary"."sum_free_throws_made",
      "own_box"."total_rebounds" AS "own_box.total_rebounds",
      "own_players_summary"."sum_offensive_rebounds",
      "own_players_summary"."sum_defensive_rebounds",
      "own_box"."assists" AS "own_box.assists",
      "own_players_summary"."sum_assists",
      "own_box"."turnovers" AS "own_box.turnovers",
      "own_players_summary"."sum_turnovers",
      "own_box"."personal_fouls" AS "own_box.personal_fouls",
      "own_players_summary"."sum_personal_fouls",
      COALESCE(
        "events_summary"."count_events_if_event_type_shot",
        0
      ) AS "count_events_if_event_type_shot",
      COALESCE("events_summary"."team_paint_attempts_a1", 0) AS "team_paint_attempts_a1",
      COALESCE("events_summary"."team_paint_makes_a1", 0) AS "team_paint_makes_a1",
      "zone_points_summary"."sum_points_in_paint",
      COALESCE("events_summary"."team_mid_range_attempts_a1", 0) AS "team_mid_range_attempts_a1",
      COALESCE("events_summary"."team_mid_range_makes_a1", 0) AS "team_mid_range_makes_a1",
      "zone_points_summary"."sum_points_mid_range",
      "own_box"."offensive_rebounds" AS "own_box.offensive_rebounds",
      "own_box"."minutes" AS "own_box.minutes",
      "own_players_summary"."sum_minutes",
      "population"."is_home" AS "game.is_home",
      "population"."score" AS "game.score",
      "population"."opponent_score" AS "game.opponent_score",
      COALESCE("zone_points_summary"."count_zone_points", 0) AS "count_zone_points",
      CASE
        WHEN "own_box"."matches" > 1
          THEN CAST("own_box"."matches" AS VARCHAR) || ' rows of own_box found, one at most may be'
      END AS "lookup_failure"
    FROM "population"
    LEFT JOIN "own_box"
      ON "own_box"."game_date" = "population"."as_of"
      AND "own_box"."team_abbr" = "population"."team"
    LEFT JOIN "own_players_summary"
      ON "own_players_summary"."game_date" = "population"."as_of"
      AND "own_players_summary"."team_abbr" = "population"."team"
    LEFT JOIN "events_summary"
      ON "events_summary"."game_date" = "population"."as_of"
      AND "events_summary"."player_1_team" = "population"."team"
    LEFT JOIN "zone_points_summary"
      ON "zone_points_summary"."game_date" = "population"."as_of"
      AND "zone_points_summary"."team_abbr" = "population"."team"
  ),
  -- What the features of the next table say more than once.
  "shared" AS (
    SELECT
      *,
      NOT "own_box.game_date" IS NOT NULL AND "count_own_players" >= 5 AS "points_scored.part"
    FROM "inputs"
  ),
  -- What the features of the next table say more than once.
  "shared_2" AS (
    SELECT
      *,
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.field_goals_attempted"
        WHEN "points_scored.part" THEN "sum_field_goals_attempted"
      END AS "fg_attempts.part",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.free_throws_attempted"
        WHEN "points_scored.part" THEN "sum_free_throws_attempted"
      END AS "ft_attempts.part",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.field_goals_attempted"
        WHEN "points_scored.part" THEN "sum_field_goals_attempted"
      END
        + 0.44e0 * CASE
          WHEN "own_box.game_date" IS NOT NULL THEN "own_box.free_throws_attempted"
          WHEN "points_scored.part" THEN "sum_free_throws_attempted"
        END AS "possessions_exact.part"
    FROM "shared"
  ),
  "features_1" AS (
    SELECT
      *,
      "game.game_id" AS "game_id",
      "game.nba_game_id" AS "nba_game_id",
      "as_of" AS "game_date",
      "game.team" AS "team_abbr",
      "game.opponent" AS "opponent_team_abbr",
      COALESCE(
        "game.season_year",
        CASE
          WHEN EXTRACT(MONTH FROM "as_of") >= 10 THEN EXTRACT(YEAR FROM "as_of")
          ELSE EXTRACT(YEAR FROM "as_of") - 1
        END
      ) AS "season_year",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.points"
        WHEN "points_scored.part" THEN "sum_points"
      END AS "points_scored",
      "fg_attempts.part" AS "fg_attempts",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.field_goals_made"
        WHEN "points_scored.part" THEN "sum_field_goals_made"
      END AS "fg_makes",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.three_pointers_attempted"
        WHEN "points_scored.part" THEN "sum_three_pointers_attempted"
      END AS "three_pt_attempts",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.three_pointers_made"
        WHEN "points_scored.part" THEN "sum_three_pointers_made"
      END AS "three_pt_makes",
      "ft_attempts.part" AS "ft_attempts",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.free_throws_made"
        WHEN "points_scored.part" THEN "sum_free_throws_made"
      END AS "ft_makes",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.total_rebounds"
        WHEN "points_scored.part" THEN "sum_offensive_rebounds" + "sum_defensive_rebounds"
      END AS "rebounds",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.assists"
        WHEN "points_scored.part" THEN "sum_assists"
      END AS "assists",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.turnovers"
        WHEN "points_scored.part" THEN "sum_turnovers"
      END AS "turnovers",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.personal_fouls"
        WHEN "points_scored.part" THEN "sum_personal_fouls"
      END AS "personal_fouls",
      CASE
        WHEN "count_events_if_event_type_shot" > 0 THEN "team_paint_attempts_a1"
      END AS "team_paint_attempts",
      CAST(ROUND(
        CASE
          WHEN "count_events_if_event_type_shot" > 0 THEN "team_paint_makes_a1"
          ELSE CAST("sum_points_in_paint" AS DOUBLE) / 2
        END
      ) AS BIGINT) AS "team_paint_makes",
      CASE
        WHEN "count_events_if_event_type_shot" > 0 THEN "team_mid_range_attempts_a1"
      END AS "team_mid_range_attempts",
      CAST(ROUND(
        CASE
          WHEN "count_events_if_event_type_shot" > 0 THEN "team_mid_range_makes_a1"
          ELSE CAST("sum_points_mid_range" AS DOUBLE) / 2
        END
      ) AS BIGINT) AS "team_mid_range_makes",
      CAST(NULL AS BIGINT) AS "second_chance_points_scored",
      CAST(ROUND(
        "possessions_exact.part"
          + CASE
            WHEN "own_box.game_date" IS NOT NULL THEN "own_box.turnovers"
            WHEN "points_scored.part" THEN "sum_turnovers"
          END
          - CASE
            WHEN "own_box.game_date" IS NOT NULL THEN "own_box.offensive_rebounds"
            WHEN "points_scored.part" THEN "sum_offensive_rebounds"
          END,
        1
      ) AS DECIMAL(6, 1)) AS "possessions_exact",
      COALESCE(
        CASE
          WHEN "own_box.game_date" IS NOT NULL
            THEN CASE
              WHEN REGEXP_FULL_MATCH("own_box.minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
                THEN CAST(SPLIT_PART("own_box.minutes", ':', 1) AS DOUBLE)
                  + CAST(SPLIT_PART("own_box.minutes", ':', 2) AS DOUBLE) / 60
            END
          ELSE CASE
            WHEN "own_box.game_date" IS NOT NULL THEN NULL
            WHEN "points_scored.part" THEN ROUND("sum_minutes")
          END
        END,
        240
      ) AS "team_minutes",
      CAST(ROUND(
        CASE
          WHEN "own_box.game_date" IS NOT NULL THEN "own_box.points"
          WHEN "points_scored.part" THEN "sum_points"
        END
          / NULLIF(2 * "possessions_exact.part", 0),
        3
      ) AS DECIMAL(5, 3)) AS "ts_pct",
      "game.is_home" AS "home_game",
      "game.score" - "game.opponent_score" AS "margin_of_victory",
      CAST(NULL AS BIGINT) AS "players_inactive",
      CAST(NULL AS BIGINT) AS "starters_inactive",
      CAST(NULL AS VARCHAR) AS "referee_crew_id",
      CASE
        WHEN "count_events_if_event_type_shot" > 0 THEN 'play_by_play'
        WHEN "count_zone_points" > 0 THEN 'zone_points'
      END AS "shot_zones_source",
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN 'nbac_team_boxscore'
        ELSE 'reconstructed'
      END AS "primary_source_used",
      CASE
        WHEN "lookup_failure" IS NOT NULL THEN 0
        WHEN NOT ("own_box.game_date" IS NOT NULL OR "count_own_players" >= 5) THEN 1
        WHEN "game.score" IS NULL OR "game.opponent_score" IS NULL THEN 2
      END AS "failure_rule"
    FROM "shared_2"
  ),
  -- What the features of the next table say more than once.
  "shared_3" AS (
    SELECT
      *,
      CASE
        WHEN "own_box.game_date" IS NOT NULL THEN "own_box.points"
        WHEN "points_scored.part" THEN "sum_points"
      END
        <> 2 * (
          CASE
            WHEN "own_box.game_date" IS NOT NULL THEN "own_box.field_goals_made"
            WHEN "points_scored.part" THEN "sum_field_goals_made"
          END
            - CASE
              WHEN "own_box.game_date" IS NOT NULL THEN "own_box.three_pointers_made"
              WHEN "points_scored.part" THEN "sum_three_pointers_made"
            END
        )
          + 3 * CASE
            WHEN "own_box.game_date" IS NOT NULL THEN "own_box.three_pointers_made"
            WHEN "points_scored.part" THEN "sum_three_pointers_made"
          END
          + CASE
            WHEN "own_box.game_date" IS NOT NULL THEN "own_box.free_throws_made"
            WHEN "points_scored.part" THEN "sum_free_throws_made"
          END AS "quality_issues.part"
    FROM "features_1"
  ),
  "features_2" AS (
    SELECT
      *,
      2 * "team_paint_makes" AS "points_in_paint_scored",
      CAST(ROUND(CAST("possessions_exact" AS DOUBLE)) AS BIGINT) AS "possessions",
      CAST(ROUND(
        CAST(
          100 * CASE
            WHEN "own_box.game_date" IS NOT NULL THEN "own_box.points"
            WHEN "points_scored.part" THEN "sum_points"
          END AS DOUBLE
        )
          / NULLIF("possessions_exact", 0),
        2
      ) AS DECIMAL(6, 2)) AS "offensive_rating",
      CAST(ROUND(
        CAST("possessions_exact" AS DOUBLE) * 48 / NULLIF("team_minutes" / 5, 0),
        1
      ) AS DECIMAL(5, 1)) AS "pace",
      CAST(ROUND(
        CASE WHEN "team_minutes" > 240 THEN FLOOR(("team_minutes" - 240) / 25) ELSE 0.0e0 END
      ) AS BIGINT) AS "overtime_periods",
      "margin_of_victory" > 0 AS "win_flag",
      "shot_zones_source" IS NOT NULL AS "shot_zones_available",
      CAST(
        CASE
          WHEN "shot_zones_source" IS NULL
            THEN CASE WHEN "own_box.game_date" IS NOT NULL THEN 100 ELSE 85 END - 15
          WHEN "shot_zones_source" = 'zone_points' THEN 85
          ELSE CASE WHEN "own_box.game_date" IS NOT NULL THEN 100 ELSE 85 END
        END AS DOUBLE
      ) AS "quality_score",
      LIST_FILTER([
        CASE WHEN "quality_issues.part" THEN 'points_do_not_add_up' END,
        CASE WHEN "points_scored.part" THEN 'reconstructed' END,
        CASE
          WHEN CASE
                WHEN "own_box.game_date" IS NOT NULL
                  THEN CASE
                    WHEN REGEXP_FULL_MATCH("own_box.minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
                      THEN CAST(SPLIT_PART("own_box.minutes", ':', 1) AS DOUBLE)
                        + CAST(SPLIT_PART("own_box.minutes", ':', 2) AS DOUBLE) / 60
                  END
                ELSE CASE
                  WHEN "own_box.game_date" IS NOT NULL THEN NULL
                  WHEN "points_scored.part" THEN ROUND("sum_minutes")
                END
              END IS NULL
            THEN 'minutes_assumed'
        END,
        CASE WHEN "shot_zones_source" = 'zone_points' THEN 'backup_source_used' END,
        CASE WHEN "shot_zones_source" IS NULL THEN 'shot_zones_unavailable' END
      ], lambda x: x IS NOT NULL) AS "quality_issues",
      COALESCE(
        "quality_issues.part"
        OR "points_scored.part"
        OR CASE
          WHEN "own_box.game_date" IS NOT NULL
            THEN CASE
              WHEN REGEXP_FULL_MATCH("own_box.minutes", '[0-9]{1,3}:([0-5][0-9]|60)')
                THEN CAST(SPLIT_PART("own_box.minutes", ':', 1) AS DOUBLE)
                  + CAST(SPLIT_PART("own_box.minutes", ':', 2) AS DOUBLE) / 60
            END
          ELSE CASE
            WHEN "own_box.game_date" IS NOT NULL THEN NULL
            WHEN "points_scored.part" THEN ROUND("sum_minutes")
          END
        END IS NULL
        OR "shot_zones_source" = 'zone_points'
        OR "shot_zones_source" IS NULL,
        FALSE
      ) AS "processed_with_issues"
    FROM "shared_3"
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
  "nba_game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "season_year",
  "points_scored",
  "fg_attempts",
  "fg_makes",
  "three_pt_attempts",
  "three_pt_makes",
  "ft_attempts",
  "ft_makes",
  "rebounds",
  "assists",
  "turnovers",
  "personal_fouls",
  "team_paint_attempts",
  "team_paint_makes",
  "team_mid_range_attempts",
  "team_mid_range_makes",
  "points_in_paint_scored",
  "second_chance_points_scored",
  "offensive_rating",
  "pace",
  "possessions",
  "ts_pct",
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
  "shot_zones_available",
  "shot_zones_source",
  CASE "failure_rule"
    WHEN 0 THEN 'PROCESSING_ERROR'
    WHEN 1 THEN 'MISSING_UPSTREAM'
    WHEN 2 THEN 'MISSING_UPSTREAM'
  END AS "failure_category",
  CASE "failure_rule"
    WHEN 0 THEN "lookup_failure"
    WHEN 1 THEN 'no team box score, and fewer than five players to sum'
    WHEN 2 THEN 'the schedule has no score of the finished game'
  END AS "failure_reason",
  CASE "failure_rule"
    WHEN 0 THEN FALSE
    WHEN 1 THEN TRUE
    WHEN 2 THEN TRUE
  END AS "failure_can_retry",
  CASE "failure_rule" WHEN 1 THEN CAST(1 AS BIGINT) END AS "failure_expected",
  CASE "failure_rule" WHEN 1 THEN CAST(0 AS BIGINT) END AS "failure_actual",
  CONCAT(
    'assists=',
    COALESCE(CAST("assists" AS VARCHAR), '∅'),
    '|fg_attempts=',
    COALESCE(CAST("fg_attempts" AS VARCHAR), '∅'),
    '|fg_makes=',
    COALESCE(CAST("fg_makes" AS VARCHAR), '∅'),
    '|ft_attempts=',
    COALESCE(CAST("ft_attempts" AS VARCHAR), '∅'),
    '|ft_makes=',
    COALESCE(CAST("ft_makes" AS VARCHAR), '∅'),
    '|game_date=',
    CAST("game_date" AS VARCHAR),
    '|game_id=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("game_id")), '\', '\\'), '"', '\"') || '"',
    '|home_game=',
    CASE WHEN "home_game" THEN 't' WHEN NOT "home_game" THEN 'f' END,
    '|margin_of_victory=',
    COALESCE(CAST("margin_of_victory" AS VARCHAR), '∅'),
    '|nba_game_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("nba_game_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|offensive_rating=',
    COALESCE(CAST("offensive_rating" AS VARCHAR), '∅'),
    '|opponent_team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("opponent_team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|overtime_periods=',
    COALESCE(CAST("overtime_periods" AS VARCHAR), '∅'),
    '|pace=',
    COALESCE(CAST("pace" AS VARCHAR), '∅'),
    '|personal_fouls=',
    COALESCE(CAST("personal_fouls" AS VARCHAR), '∅'),
    '|players_inactive=',
    COALESCE(CAST("players_inactive" AS VARCHAR), '∅'),
    '|points_in_paint_scored=',
    COALESCE(CAST("points_in_paint_scored" AS VARCHAR), '∅'),
    '|points_scored=',
    COALESCE(CAST("points_scored" AS VARCHAR), '∅'),
    '|possessions=',
    COALESCE(CAST("possessions" AS VARCHAR), '∅'),
    '|rebounds=',
    COALESCE(CAST("rebounds" AS VARCHAR), '∅'),
    '|referee_crew_id=',
    COALESCE(
      '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("referee_crew_id")), '\', '\\'), '"', '\"') || '"',
      '∅'
    ),
    '|season_year=',
    CAST("season_year" AS VARCHAR),
    '|second_chance_points_scored=',
    COALESCE(CAST("second_chance_points_scored" AS VARCHAR), '∅'),
    '|starters_inactive=',
    COALESCE(CAST("starters_inactive" AS VARCHAR), '∅'),
    '|team_abbr=',
    '"' || REPLACE(REPLACE(NFC_NORMALIZE(TRIM("team_abbr")), '\', '\\'), '"', '\"') || '"',
    '|team_mid_range_attempts=',
    COALESCE(CAST("team_mid_range_attempts" AS VARCHAR), '∅'),
    '|team_mid_range_makes=',
    COALESCE(CAST("team_mid_range_makes" AS VARCHAR), '∅'),
    '|team_paint_attempts=',
    COALESCE(CAST("team_paint_attempts" AS VARCHAR), '∅'),
    '|team_paint_makes=',
    COALESCE(CAST("team_paint_makes" AS VARCHAR), '∅'),
    '|three_pt_attempts=',
    COALESCE(CAST("three_pt_attempts" AS VARCHAR), '∅'),
    '|three_pt_makes=',
    COALESCE(CAST("three_pt_makes" AS VARCHAR), '∅'),
    '|ts_pct=',
    COALESCE(CAST("ts_pct" AS VARCHAR), '∅'),
    '|turnovers=',
    COALESCE(CAST("turnovers" AS VARCHAR), '∅'),
    '|win_flag=',
    CASE WHEN "win_flag" THEN 't' WHEN NOT "win_flag" THEN 'f' END
  ) AS "row_text"
FROM "features_3";
