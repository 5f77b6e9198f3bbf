-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_team_defense_game_summary" (
  "game_id" VARCHAR,
  "game_date" DATE,
  "defending_team_abbr" VARCHAR,
  "opponent_team_abbr" VARCHAR,
  "season_year" BIGINT,
  "points_allowed" BIGINT,
  "opp_fg_attempts" BIGINT,
  "opp_fg_makes" BIGINT,
  "opp_three_pt_attempts" BIGINT,
  "opp_three_pt_makes" BIGINT,
  "opp_ft_attempts" BIGINT,
  "opp_ft_makes" BIGINT,
  "opp_rebounds" BIGINT,
  "opp_assists" BIGINT,
  "turnovers_forced" BIGINT,
  "fouls_committed" BIGINT,
  "opp_paint_attempts" BIGINT,
  "opp_paint_makes" BIGINT,
  "opp_mid_range_attempts" BIGINT,
  "opp_mid_range_makes" BIGINT,
  "opp_three_pt_zone_attempts" BIGINT,
  "opp_three_pt_zone_makes" BIGINT,
  "has_complete_shot_zones" BOOLEAN,
  "shot_zones_source" VARCHAR,
  "points_in_paint_allowed" BIGINT,
  "mid_range_points_allowed" BIGINT,
  "three_pt_points_allowed" BIGINT,
  "second_chance_points_allowed" BIGINT,
  "fast_break_points_allowed" BIGINT,
  "blocks_paint" BIGINT,
  "blocks_mid_range" BIGINT,
  "blocks_three_pt" BIGINT,
  "steals" BIGINT,
  "defensive_rebounds" BIGINT,
  "defensive_rating" DECIMAL(6, 2),
  "opponent_pace" DECIMAL(5, 1),
  "opponent_ts_pct" DECIMAL(5, 3),
  "home_game" BOOLEAN,
  "win_flag" BOOLEAN,
  "margin_of_victory" BIGINT,
  "overtime_periods" BIGINT,
  "players_inactive" BIGINT,
  "starters_inactive" BIGINT,
  "referee_crew_id" VARCHAR,
  "data_quality_tier" VARCHAR,
  "quality_score" DOUBLE,
  "quality_issues" VARCHAR[],
  "primary_source_used" VARCHAR,
  "processed_with_issues" BOOLEAN,
  "is_production_ready" BOOLEAN,
  "failure_category" VARCHAR,
  "failure_reason" VARCHAR,
  "failure_can_retry" BOOLEAN,
  "failure_expected" BIGINT,
  "failure_actual" BIGINT,
  "row_text" VARCHAR
);

-- check
WITH
  "keys" AS (
    SELECT
      "staged"."game_date",
      "staged"."defending_team_abbr",
      COUNT(*) AS "copies"
    FROM "staged_team_defense_game_summary" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."game_date", "staged"."defending_team_abbr"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_team_defense_game_summary" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'game_date=',
          COALESCE(CAST("game_date" AS VARCHAR), '∅'),
          ', defending_team_abbr=',
          COALESCE("defending_team_abbr", '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_analytics"."team_defense_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_analytics"."team_defense_game_summary" (
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
  "source_team_boxscore_last_updated",
  "source_team_boxscore_rows_found",
  "source_team_boxscore_completeness_pct",
  "source_team_boxscore_hash",
  "source_gamebook_players_last_updated",
  "source_gamebook_players_rows_found",
  "source_gamebook_players_completeness_pct",
  "source_gamebook_players_hash",
  "source_bdl_players_last_updated",
  "source_bdl_players_rows_found",
  "source_bdl_players_completeness_pct",
  "source_bdl_players_hash",
  "data_hash",
  "processed_at",
  "created_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_boxscore'
      ) AS "source_team_boxscore_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_boxscore'
      ) AS "source_team_boxscore_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_team_boxscore'
      ) AS "source_team_boxscore_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_gamebook_players'
      ) AS "source_gamebook_players_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_gamebook_players'
      ) AS "source_gamebook_players_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_gamebook_players'
      ) AS "source_gamebook_players_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_bdl_players'
      ) AS "source_bdl_players_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_bdl_players'
      ) AS "source_bdl_players_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bdl_players') AS "source_bdl_players_digest"
    FROM "digests_team_defense_game_summary"
    GROUP BY "as_of"
  )
SELECT
  "staged"."game_id",
  "staged"."game_date",
  "staged"."defending_team_abbr",
  "staged"."opponent_team_abbr",
  "staged"."season_year",
  "staged"."points_allowed",
  "staged"."opp_fg_attempts",
  "staged"."opp_fg_makes",
  "staged"."opp_three_pt_attempts",
  "staged"."opp_three_pt_makes",
  "staged"."opp_ft_attempts",
  "staged"."opp_ft_makes",
  "staged"."opp_rebounds",
  "staged"."opp_assists",
  "staged"."turnovers_forced",
  "staged"."fouls_committed",
  "staged"."opp_paint_attempts",
  "staged"."opp_paint_makes",
  "staged"."opp_mid_range_attempts",
  "staged"."opp_mid_range_makes",
  "staged"."opp_three_pt_zone_attempts",
  "staged"."opp_three_pt_zone_makes",
  "staged"."has_complete_shot_zones",
  "staged"."shot_zones_source",
  "staged"."points_in_paint_allowed",
  "staged"."mid_range_points_allowed",
  "staged"."three_pt_points_allowed",
  "staged"."second_chance_points_allowed",
  "staged"."fast_break_points_allowed",
  "staged"."blocks_paint",
  "staged"."blocks_mid_range",
  "staged"."blocks_three_pt",
  "staged"."steals",
  "staged"."defensive_rebounds",
  "staged"."defensive_rating",
  "staged"."opponent_pace",
  "staged"."opponent_ts_pct",
  "staged"."home_game",
  "staged"."win_flag",
  "staged"."margin_of_victory",
  "staged"."overtime_periods",
  "staged"."players_inactive",
  "staged"."starters_inactive",
  "staged"."referee_crew_id",
  "staged"."data_quality_tier",
  "staged"."quality_score",
  "staged"."quality_issues",
  "staged"."primary_source_used",
  "staged"."processed_with_issues",
  "staged"."is_production_ready",
  "tracking"."source_team_boxscore_last_updated",
  COALESCE("tracking"."source_team_boxscore_rows_found", 0) AS "source_team_boxscore_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_team_boxscore_rows_found", 0) AS DOUBLE) * 100.0e0 / 20.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_team_boxscore_completeness_pct",
  "tracking"."source_team_boxscore_digest" AS "source_team_boxscore_hash",
  "tracking"."source_gamebook_players_last_updated",
  COALESCE(
    "tracking"."source_gamebook_players_rows_found",
    0
  ) AS "source_gamebook_players_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE(
        "tracking"."source_gamebook_players_rows_found",
        0
      ) AS DOUBLE) * 100.0e0 / 80.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_gamebook_players_completeness_pct",
  "tracking"."source_gamebook_players_digest" AS "source_gamebook_players_hash",
  "tracking"."source_bdl_players_last_updated",
  COALESCE("tracking"."source_bdl_players_rows_found", 0) AS "source_bdl_players_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_bdl_players_rows_found", 0) AS DOUBLE) * 100.0e0 / 80.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_bdl_players_completeness_pct",
  "tracking"."source_bdl_players_digest" AS "source_bdl_players_hash",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  CAST($now AS TIMESTAMP) AS "processed_at",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_team_defense_game_summary" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_analytics"."team_defense_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_team_defense_game_summary" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."defending_team_abbr" = "target"."defending_team_abbr"
  );

-- merge
MERGE INTO "nba_analytics"."team_defense_game_summary" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_team_boxscore'
        ) AS "source_team_boxscore_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_team_boxscore'
        ) AS "source_team_boxscore_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_team_boxscore'
        ) AS "source_team_boxscore_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_gamebook_players'
        ) AS "source_gamebook_players_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_gamebook_players'
        ) AS "source_gamebook_players_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_gamebook_players'
        ) AS "source_gamebook_players_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_bdl_players'
        ) AS "source_bdl_players_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_bdl_players'
        ) AS "source_bdl_players_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_bdl_players') AS "source_bdl_players_digest"
      FROM "digests_team_defense_game_summary"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."game_id",
    "staged"."game_date",
    "staged"."defending_team_abbr",
    "staged"."opponent_team_abbr",
    "staged"."season_year",
    "staged"."points_allowed",
    "staged"."opp_fg_attempts",
    "staged"."opp_fg_makes",
    "staged"."opp_three_pt_attempts",
    "staged"."opp_three_pt_makes",
    "staged"."opp_ft_attempts",
    "staged"."opp_ft_makes",
    "staged"."opp_rebounds",
    "staged"."opp_assists",
    "staged"."turnovers_forced",
    "staged"."fouls_committed",
    "staged"."opp_paint_attempts",
    "staged"."opp_paint_makes",
    "staged"."opp_mid_range_attempts",
    "staged"."opp_mid_range_makes",
    "staged"."opp_three_pt_zone_attempts",
    "staged"."opp_three_pt_zone_makes",
    "staged"."has_complete_shot_zones",
    "staged"."shot_zones_source",
    "staged"."points_in_paint_allowed",
    "staged"."mid_range_points_allowed",
    "staged"."three_pt_points_allowed",
    "staged"."second_chance_points_allowed",
    "staged"."fast_break_points_allowed",
    "staged"."blocks_paint",
    "staged"."blocks_mid_range",
    "staged"."blocks_three_pt",
    "staged"."steals",
    "staged"."defensive_rebounds",
    "staged"."defensive_rating",
    "staged"."opponent_pace",
    "staged"."opponent_ts_pct",
    "staged"."home_game",
    "staged"."win_flag",
    "staged"."margin_of_victory",
    "staged"."overtime_periods",
    "staged"."players_inactive",
    "staged"."starters_inactive",
    "staged"."referee_crew_id",
    "staged"."data_quality_tier",
    "staged"."quality_score",
    "staged"."quality_issues",
    "staged"."primary_source_used",
    "staged"."processed_with_issues",
    "staged"."is_production_ready",
    "tracking"."source_team_boxscore_last_updated",
    COALESCE("tracking"."source_team_boxscore_rows_found", 0) AS "source_team_boxscore_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_team_boxscore_rows_found", 0) AS DOUBLE) * 100.0e0 / 20.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_team_boxscore_completeness_pct",
    "tracking"."source_team_boxscore_digest" AS "source_team_boxscore_hash",
    "tracking"."source_gamebook_players_last_updated",
    COALESCE(
      "tracking"."source_gamebook_players_rows_found",
      0
    ) AS "source_gamebook_players_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE(
          "tracking"."source_gamebook_players_rows_found",
          0
        ) AS DOUBLE) * 100.0e0 / 80.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_gamebook_players_completeness_pct",
    "tracking"."source_gamebook_players_digest" AS "source_gamebook_players_hash",
    "tracking"."source_bdl_players_last_updated",
    COALESCE("tracking"."source_bdl_players_rows_found", 0) AS "source_bdl_players_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_bdl_players_rows_found", 0) AS DOUBLE) * 100.0e0 / 80.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_bdl_players_completeness_pct",
    "tracking"."source_bdl_players_digest" AS "source_bdl_players_hash",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    CAST($now AS TIMESTAMP) AS "processed_at",
    CAST($now AS TIMESTAMP) AS "created_at"
  FROM "staged_team_defense_game_summary" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."defending_team_abbr" = "source"."defending_team_abbr"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."data_quality_tier" IS DISTINCT FROM "source"."data_quality_tier"
OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
OR "target"."quality_issues" IS DISTINCT FROM "source"."quality_issues"
OR "target"."primary_source_used" IS DISTINCT FROM "source"."primary_source_used"
OR "target"."processed_with_issues" IS DISTINCT FROM "source"."processed_with_issues"
OR "target"."is_production_ready" IS DISTINCT FROM "source"."is_production_ready"
OR "target"."source_team_boxscore_last_updated"
  IS DISTINCT FROM "source"."source_team_boxscore_last_updated"
OR "target"."source_team_boxscore_rows_found"
  IS DISTINCT FROM "source"."source_team_boxscore_rows_found"
OR "target"."source_team_boxscore_completeness_pct"
  IS DISTINCT FROM "source"."source_team_boxscore_completeness_pct"
OR "target"."source_team_boxscore_hash" IS DISTINCT FROM "source"."source_team_boxscore_hash"
OR "target"."source_gamebook_players_last_updated"
  IS DISTINCT FROM "source"."source_gamebook_players_last_updated"
OR "target"."source_gamebook_players_rows_found"
  IS DISTINCT FROM "source"."source_gamebook_players_rows_found"
OR "target"."source_gamebook_players_completeness_pct"
  IS DISTINCT FROM "source"."source_gamebook_players_completeness_pct"
OR "target"."source_gamebook_players_hash" IS DISTINCT FROM "source"."source_gamebook_players_hash"
OR "target"."source_bdl_players_last_updated"
  IS DISTINCT FROM "source"."source_bdl_players_last_updated"
OR "target"."source_bdl_players_rows_found"
  IS DISTINCT FROM "source"."source_bdl_players_rows_found"
OR "target"."source_bdl_players_completeness_pct"
  IS DISTINCT FROM "source"."source_bdl_players_completeness_pct"
OR "target"."source_bdl_players_hash" IS DISTINCT FROM "source"."source_bdl_players_hash"
THEN UPDATE SET
  "game_id" = "source"."game_id",
  "opponent_team_abbr" = "source"."opponent_team_abbr",
  "season_year" = "source"."season_year",
  "points_allowed" = "source"."points_allowed",
  "opp_fg_attempts" = "source"."opp_fg_attempts",
  "opp_fg_makes" = "source"."opp_fg_makes",
  "opp_three_pt_attempts" = "source"."opp_three_pt_attempts",
  "opp_three_pt_makes" = "source"."opp_three_pt_makes",
  "opp_ft_attempts" = "source"."opp_ft_attempts",
  "opp_ft_makes" = "source"."opp_ft_makes",
  "opp_rebounds" = "source"."opp_rebounds",
  "opp_assists" = "source"."opp_assists",
  "turnovers_forced" = "source"."turnovers_forced",
  "fouls_committed" = "source"."fouls_committed",
  "opp_paint_attempts" = "source"."opp_paint_attempts",
  "opp_paint_makes" = "source"."opp_paint_makes",
  "opp_mid_range_attempts" = "source"."opp_mid_range_attempts",
  "opp_mid_range_makes" = "source"."opp_mid_range_makes",
  "opp_three_pt_zone_attempts" = "source"."opp_three_pt_zone_attempts",
  "opp_three_pt_zone_makes" = "source"."opp_three_pt_zone_makes",
  "has_complete_shot_zones" = "source"."has_complete_shot_zones",
  "shot_zones_source" = "source"."shot_zones_source",
  "points_in_paint_allowed" = "source"."points_in_paint_allowed",
  "mid_range_points_allowed" = "source"."mid_range_points_allowed",
  "three_pt_points_allowed" = "source"."three_pt_points_allowed",
  "second_chance_points_allowed" = "source"."second_chance_points_allowed",
  "fast_break_points_allowed" = "source"."fast_break_points_allowed",
  "blocks_paint" = "source"."blocks_paint",
  "blocks_mid_range" = "source"."blocks_mid_range",
  "blocks_three_pt" = "source"."blocks_three_pt",
  "steals" = "source"."steals",
  "defensive_rebounds" = "source"."defensive_rebounds",
  "defensive_rating" = "source"."defensive_rating",
  "opponent_pace" = "source"."opponent_pace",
  "opponent_ts_pct" = "source"."opponent_ts_pct",
  "home_game" = "source"."home_game",
  "win_flag" = "source"."win_flag",
  "margin_of_victory" = "source"."margin_of_victory",
  "overtime_periods" = "source"."overtime_periods",
  "players_inactive" = "source"."players_inactive",
  "starters_inactive" = "source"."starters_inactive",
  "referee_crew_id" = "source"."referee_crew_id",
  "data_quality_tier" = "source"."data_quality_tier",
  "quality_score" = "source"."quality_score",
  "quality_issues" = "source"."quality_issues",
  "primary_source_used" = "source"."primary_source_used",
  "processed_with_issues" = "source"."processed_with_issues",
  "is_production_ready" = "source"."is_production_ready",
  "source_team_boxscore_last_updated" = "source"."source_team_boxscore_last_updated",
  "source_team_boxscore_rows_found" = "source"."source_team_boxscore_rows_found",
  "source_team_boxscore_completeness_pct" = "source"."source_team_boxscore_completeness_pct",
  "source_team_boxscore_hash" = "source"."source_team_boxscore_hash",
  "source_gamebook_players_last_updated" = "source"."source_gamebook_players_last_updated",
  "source_gamebook_players_rows_found" = "source"."source_gamebook_players_rows_found",
  "source_gamebook_players_completeness_pct" = "source"."source_gamebook_players_completeness_pct",
  "source_gamebook_players_hash" = "source"."source_gamebook_players_hash",
  "source_bdl_players_last_updated" = "source"."source_bdl_players_last_updated",
  "source_bdl_players_rows_found" = "source"."source_bdl_players_rows_found",
  "source_bdl_players_completeness_pct" = "source"."source_bdl_players_completeness_pct",
  "source_bdl_players_hash" = "source"."source_bdl_players_hash",
  "data_hash" = "source"."data_hash",
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
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
  "source_team_boxscore_last_updated",
  "source_team_boxscore_rows_found",
  "source_team_boxscore_completeness_pct",
  "source_team_boxscore_hash",
  "source_gamebook_players_last_updated",
  "source_gamebook_players_rows_found",
  "source_gamebook_players_completeness_pct",
  "source_gamebook_players_hash",
  "source_bdl_players_last_updated",
  "source_bdl_players_rows_found",
  "source_bdl_players_completeness_pct",
  "source_bdl_players_hash",
  "data_hash",
  "processed_at",
  "created_at"
)
VALUES (
  "source"."game_id",
  "source"."game_date",
  "source"."defending_team_abbr",
  "source"."opponent_team_abbr",
  "source"."season_year",
  "source"."points_allowed",
  "source"."opp_fg_attempts",
  "source"."opp_fg_makes",
  "source"."opp_three_pt_attempts",
  "source"."opp_three_pt_makes",
  "source"."opp_ft_attempts",
  "source"."opp_ft_makes",
  "source"."opp_rebounds",
  "source"."opp_assists",
  "source"."turnovers_forced",
  "source"."fouls_committed",
  "source"."opp_paint_attempts",
  "source"."opp_paint_makes",
  "source"."opp_mid_range_attempts",
  "source"."opp_mid_range_makes",
  "source"."opp_three_pt_zone_attempts",
  "source"."opp_three_pt_zone_makes",
  "source"."has_complete_shot_zones",
  "source"."shot_zones_source",
  "source"."points_in_paint_allowed",
  "source"."mid_range_points_allowed",
  "source"."three_pt_points_allowed",
  "source"."second_chance_points_allowed",
  "source"."fast_break_points_allowed",
  "source"."blocks_paint",
  "source"."blocks_mid_range",
  "source"."blocks_three_pt",
  "source"."steals",
  "source"."defensive_rebounds",
  "source"."defensive_rating",
  "source"."opponent_pace",
  "source"."opponent_ts_pct",
  "source"."home_game",
  "source"."win_flag",
  "source"."margin_of_victory",
  "source"."overtime_periods",
  "source"."players_inactive",
  "source"."starters_inactive",
  "source"."referee_crew_id",
  "source"."data_quality_tier",
  "source"."quality_score",
  "source"."quality_issues",
  "source"."primary_source_used",
  "source"."processed_with_issues",
  "source"."is_production_ready",
  "source"."source_team_boxscore_last_updated",
  "source"."source_team_boxscore_rows_found",
  "source"."source_team_boxscore_completeness_pct",
  "source"."source_team_boxscore_hash",
  "source"."source_gamebook_players_last_updated",
  "source"."source_gamebook_players_rows_found",
  "source"."source_gamebook_players_completeness_pct",
  "source"."source_gamebook_players_hash",
  "source"."source_bdl_players_last_updated",
  "source"."source_bdl_players_rows_found",
  "source"."source_bdl_players_completeness_pct",
  "source"."source_bdl_players_hash",
  "source"."data_hash",
  "source"."processed_at",
  "source"."created_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_team_defense_game_summary" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_team_boxscore'
      ) AS "source_team_boxscore_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_team_boxscore'
      ) AS "source_team_boxscore_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_team_boxscore'
      ) AS "source_team_boxscore_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_gamebook_players'
      ) AS "source_gamebook_players_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_gamebook_players'
      ) AS "source_gamebook_players_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_gamebook_players'
      ) AS "source_gamebook_players_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_bdl_players'
      ) AS "source_bdl_players_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_bdl_players'
      ) AS "source_bdl_players_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bdl_players') AS "source_bdl_players_digest"
    FROM "digests_team_defense_game_summary"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."game_id",
      "staged"."game_date",
      "staged"."defending_team_abbr",
      "staged"."opponent_team_abbr",
      "staged"."season_year",
      "staged"."points_allowed",
      "staged"."opp_fg_attempts",
      "staged"."opp_fg_makes",
      "staged"."opp_three_pt_attempts",
      "staged"."opp_three_pt_makes",
      "staged"."opp_ft_attempts",
      "staged"."opp_ft_makes",
      "staged"."opp_rebounds",
      "staged"."opp_assists",
      "staged"."turnovers_forced",
      "staged"."fouls_committed",
      "staged"."opp_paint_attempts",
      "staged"."opp_paint_makes",
      "staged"."opp_mid_range_attempts",
      "staged"."opp_mid_range_makes",
      "staged"."opp_three_pt_zone_attempts",
      "staged"."opp_three_pt_zone_makes",
      "staged"."has_complete_shot_zones",
      "staged"."shot_zones_source",
      "staged"."points_in_paint_allowed",
      "staged"."mid_range_points_allowed",
      "staged"."three_pt_points_allowed",
      "staged"."second_chance_points_allowed",
      "staged"."fast_break_points_allowed",
      "staged"."blocks_paint",
      "staged"."blocks_mid_range",
      "staged"."blocks_three_pt",
      "staged"."steals",
      "staged"."defensive_rebounds",
      "staged"."defensive_rating",
      "staged"."opponent_pace",
      "staged"."opponent_ts_pct",
      "staged"."home_game",
      "staged"."win_flag",
      "staged"."margin_of_victory",
      "staged"."overtime_periods",
      "staged"."players_inactive",
      "staged"."starters_inactive",
      "staged"."referee_crew_id",
      "staged"."data_quality_tier",
      "staged"."quality_score",
      "staged"."quality_issues",
      "staged"."primary_source_used",
      "staged"."processed_with_issues",
      "staged"."is_production_ready",
      "tracking"."source_team_boxscore_last_updated",
      COALESCE(
        "tracking"."source_team_boxscore_rows_found",
        0
      ) AS "source_team_boxscore_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_team_boxscore_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 20.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_team_boxscore_completeness_pct",
      "tracking"."source_team_boxscore_digest" AS "source_team_boxscore_hash",
      "tracking"."source_gamebook_players_last_updated",
      COALESCE(
        "tracking"."source_gamebook_players_rows_found",
        0
      ) AS "source_gamebook_players_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_gamebook_players_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 80.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_gamebook_players_completeness_pct",
      "tracking"."source_gamebook_players_digest" AS "source_gamebook_players_hash",
      "tracking"."source_bdl_players_last_updated",
      COALESCE("tracking"."source_bdl_players_rows_found", 0) AS "source_bdl_players_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_bdl_players_rows_found", 0) AS DOUBLE) * 100.0e0 / 80.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_bdl_players_completeness_pct",
      "tracking"."source_bdl_players_digest" AS "source_bdl_players_hash",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      CAST($now AS TIMESTAMP) AS "processed_at",
      CAST($now AS TIMESTAMP) AS "created_at"
    FROM "staged_team_defense_game_summary" AS "staged"
    LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."game_date",
      "source"."defending_team_abbr",
      CASE
        WHEN "target"."game_date" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."data_quality_tier" IS DISTINCT FROM "source"."data_quality_tier"
            OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
            OR "target"."quality_issues" IS DISTINCT FROM "source"."quality_issues"
            OR "target"."primary_source_used" IS DISTINCT FROM "source"."primary_source_used"
            OR "target"."processed_with_issues" IS DISTINCT FROM "source"."processed_with_issues"
            OR "target"."is_production_ready" IS DISTINCT FROM "source"."is_production_ready"
            OR "target"."source_team_boxscore_last_updated"
              IS DISTINCT FROM "source"."source_team_boxscore_last_updated"
            OR "target"."source_team_boxscore_rows_found"
              IS DISTINCT FROM "source"."source_team_boxscore_rows_found"
            OR "target"."source_team_boxscore_completeness_pct"
              IS DISTINCT FROM "source"."source_team_boxscore_completeness_pct"
            OR "target"."source_team_boxscore_hash"
              IS DISTINCT FROM "source"."source_team_boxscore_hash"
            OR "target"."source_gamebook_players_last_updated"
              IS DISTINCT FROM "source"."source_gamebook_players_last_updated"
            OR "target"."source_gamebook_players_rows_found"
              IS DISTINCT FROM "source"."source_gamebook_players_rows_found"
            OR "target"."source_gamebook_players_completeness_pct"
              IS DISTINCT FROM "source"."source_gamebook_players_completeness_pct"
            OR "target"."source_gamebook_players_hash"
              IS DISTINCT FROM "source"."source_gamebook_players_hash"
            OR "target"."source_bdl_players_last_updated"
              IS DISTINCT FROM "source"."source_bdl_players_last_updated"
            OR "target"."source_bdl_players_rows_found"
              IS DISTINCT FROM "source"."source_bdl_players_rows_found"
            OR "target"."source_bdl_players_completeness_pct"
              IS DISTINCT FROM "source"."source_bdl_players_completeness_pct"
            OR "target"."source_bdl_players_hash"
              IS DISTINCT FROM "source"."source_bdl_players_hash"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_analytics"."team_defense_game_summary" AS "target"
      ON "target"."game_date" BETWEEN $from AND $to
      AND "target"."game_date" = "source"."game_date"
      AND "target"."defending_team_abbr" = "source"."defending_team_abbr"
  )
SELECT
  "compared"."landing_change",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_id"
    ELSE "source"."game_id"
  END AS "game_id",
  "source"."game_date",
  "source"."defending_team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_team_abbr"
    ELSE "source"."opponent_team_abbr"
  END AS "opponent_team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."season_year"
    ELSE "source"."season_year"
  END AS "season_year",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_allowed"
    ELSE "source"."points_allowed"
  END AS "points_allowed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_fg_attempts"
    ELSE "source"."opp_fg_attempts"
  END AS "opp_fg_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_fg_makes"
    ELSE "source"."opp_fg_makes"
  END AS "opp_fg_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_three_pt_attempts"
    ELSE "source"."opp_three_pt_attempts"
  END AS "opp_three_pt_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_three_pt_makes"
    ELSE "source"."opp_three_pt_makes"
  END AS "opp_three_pt_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_ft_attempts"
    ELSE "source"."opp_ft_attempts"
  END AS "opp_ft_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_ft_makes"
    ELSE "source"."opp_ft_makes"
  END AS "opp_ft_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_rebounds"
    ELSE "source"."opp_rebounds"
  END AS "opp_rebounds",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_assists"
    ELSE "source"."opp_assists"
  END AS "opp_assists",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."turnovers_forced"
    ELSE "source"."turnovers_forced"
  END AS "turnovers_forced",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fouls_committed"
    ELSE "source"."fouls_committed"
  END AS "fouls_committed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_paint_attempts"
    ELSE "source"."opp_paint_attempts"
  END AS "opp_paint_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_paint_makes"
    ELSE "source"."opp_paint_makes"
  END AS "opp_paint_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_mid_range_attempts"
    ELSE "source"."opp_mid_range_attempts"
  END AS "opp_mid_range_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_mid_range_makes"
    ELSE "source"."opp_mid_range_makes"
  END AS "opp_mid_range_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_three_pt_zone_attempts"
    ELSE "source"."opp_three_pt_zone_attempts"
  END AS "opp_three_pt_zone_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opp_three_pt_zone_makes"
    ELSE "source"."opp_three_pt_zone_makes"
  END AS "opp_three_pt_zone_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."has_complete_shot_zones"
    ELSE "source"."has_complete_shot_zones"
  END AS "has_complete_shot_zones",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shot_zones_source"
    ELSE "source"."shot_zones_source"
  END AS "shot_zones_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_in_paint_allowed"
    ELSE "source"."points_in_paint_allowed"
  END AS "points_in_paint_allowed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_points_allowed"
    ELSE "source"."mid_range_points_allowed"
  END AS "mid_range_points_allowed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_points_allowed"
    ELSE "source"."three_pt_points_allowed"
  END AS "three_pt_points_allowed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."second_chance_points_allowed"
    ELSE "source"."second_chance_points_allowed"
  END AS "second_chance_points_allowed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fast_break_points_allowed"
    ELSE "source"."fast_break_points_allowed"
  END AS "fast_break_points_allowed",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."blocks_paint"
    ELSE "source"."blocks_paint"
  END AS "blocks_paint",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."blocks_mid_range"
    ELSE "source"."blocks_mid_range"
  END AS "blocks_mid_range",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."blocks_three_pt"
    ELSE "source"."blocks_three_pt"
  END AS "blocks_three_pt",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."steals"
    ELSE "source"."steals"
  END AS "steals",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."defensive_rebounds"
    ELSE "source"."defensive_rebounds"
  END AS "defensive_rebounds",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."defensive_rating"
    ELSE "source"."defensive_rating"
  END AS "defensive_rating",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_pace"
    ELSE "source"."opponent_pace"
  END AS "opponent_pace",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_ts_pct"
    ELSE "source"."opponent_ts_pct"
  END AS "opponent_ts_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."home_game"
    ELSE "source"."home_game"
  END AS "home_game",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."win_flag"
    ELSE "source"."win_flag"
  END AS "win_flag",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."margin_of_victory"
    ELSE "source"."margin_of_victory"
  END AS "margin_of_victory",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."overtime_periods"
    ELSE "source"."overtime_periods"
  END AS "overtime_periods",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."players_inactive"
    ELSE "source"."players_inactive"
  END AS "players_inactive",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."starters_inactive"
    ELSE "source"."starters_inactive"
  END AS "starters_inactive",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."referee_crew_id"
    ELSE "source"."referee_crew_id"
  END AS "referee_crew_id",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_quality_tier"
    ELSE "source"."data_quality_tier"
  END AS "data_quality_tier",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."quality_score"
    ELSE "source"."quality_score"
  END AS "quality_score",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."quality_issues"
    ELSE "source"."quality_issues"
  END AS "quality_issues",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."primary_source_used"
    ELSE "source"."primary_source_used"
  END AS "primary_source_used",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_with_issues"
    ELSE "source"."processed_with_issues"
  END AS "processed_with_issues",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."is_production_ready"
    ELSE "source"."is_production_ready"
  END AS "is_production_ready",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_boxscore_last_updated"
    ELSE "source"."source_team_boxscore_last_updated"
  END AS "source_team_boxscore_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_boxscore_rows_found"
    ELSE "source"."source_team_boxscore_rows_found"
  END AS "source_team_boxscore_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_team_boxscore_completeness_pct"
    ELSE "source"."source_team_boxscore_completeness_pct"
  END AS "source_team_boxscore_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_team_boxscore_hash"
    ELSE "source"."source_team_boxscore_hash"
  END AS "source_team_boxscore_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_gamebook_players_last_updated"
    ELSE "source"."source_gamebook_players_last_updated"
  END AS "source_gamebook_players_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_gamebook_players_rows_found"
    ELSE "source"."source_gamebook_players_rows_found"
  END AS "source_gamebook_players_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_gamebook_players_completeness_pct"
    ELSE "source"."source_gamebook_players_completeness_pct"
  END AS "source_gamebook_players_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_gamebook_players_hash"
    ELSE "source"."source_gamebook_players_hash"
  END AS "source_gamebook_players_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bdl_players_last_updated"
    ELSE "source"."source_bdl_players_last_updated"
  END AS "source_bdl_players_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bdl_players_rows_found"
    ELSE "source"."source_bdl_players_rows_found"
  END AS "source_bdl_players_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_bdl_players_completeness_pct"
    ELSE "source"."source_bdl_players_completeness_pct"
  END AS "source_bdl_players_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bdl_players_hash"
    ELSE "source"."source_bdl_players_hash"
  END AS "source_bdl_players_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_hash"
    ELSE "source"."data_hash"
  END AS "data_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at"
FROM "source"
JOIN "compared"
  ON "compared"."game_date" = "source"."game_date"
  AND "compared"."defending_team_abbr" = "source"."defending_team_abbr"
LEFT JOIN "nba_analytics"."team_defense_game_summary" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."defending_team_abbr" = "source"."defending_team_abbr";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_team_defense_game_summary";

-- replace_delete
DELETE FROM "nba_analytics"."team_defense_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_analytics"."team_defense_game_summary" (
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
  "source_team_boxscore_last_updated",
  "source_team_boxscore_rows_found",
  "source_team_boxscore_completeness_pct",
  "source_team_boxscore_hash",
  "source_gamebook_players_last_updated",
  "source_gamebook_players_rows_found",
  "source_gamebook_players_completeness_pct",
  "source_gamebook_players_hash",
  "source_bdl_players_last_updated",
  "source_bdl_players_rows_found",
  "source_bdl_players_completeness_pct",
  "source_bdl_players_hash",
  "data_hash",
  "processed_at",
  "created_at"
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
  "source_team_boxscore_last_updated",
  "source_team_boxscore_rows_found",
  "source_team_boxscore_completeness_pct",
  "source_team_boxscore_hash",
  "source_gamebook_players_last_updated",
  "source_gamebook_players_rows_found",
  "source_gamebook_players_completeness_pct",
  "source_gamebook_players_hash",
  "source_bdl_players_last_updated",
  "source_bdl_players_rows_found",
  "source_bdl_players_completeness_pct",
  "source_bdl_players_hash",
  "data_hash",
  "processed_at",
  "created_at"
FROM "landed_team_defense_game_summary";

-- replace_drop
DROP TABLE IF EXISTS "landed_team_defense_game_summary";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'team_defense_game_summary'
  AND "target"."as_of" BETWEEN $from AND $to;

-- insert_failures
INSERT INTO "fastbreak"."failures" (
  "processor_name",
  "run_id",
  "as_of",
  "entity_id",
  "failure_category",
  "failure_reason",
  "can_retry",
  "expected_game_count",
  "actual_game_count",
  "failure_type",
  "raw_data_checked",
  "created_at"
)
SELECT
  'team_defense_game_summary' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."game_date" AS "as_of",
  COALESCE("staged"."defending_team_abbr", '∅') AS "entity_id",
  "staged"."failure_category",
  LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
  COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
  "staged"."failure_expected" AS "expected_game_count",
  "staged"."failure_actual" AS "actual_game_count",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_team_defense_game_summary" AS "staged"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'team_defense_game_summary'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_team_defense_game_summary" AS "failed"
    WHERE "failed"."as_of" = "target"."as_of"
  );

-- insert_day_failures
INSERT INTO "fastbreak"."failures" (
  "processor_name",
  "run_id",
  "as_of",
  "entity_id",
  "failure_category",
  "failure_reason",
  "can_retry",
  "failure_type",
  "raw_data_checked",
  "created_at"
)
SELECT
  'team_defense_game_summary' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_team_defense_game_summary" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'team_defense_game_summary' AND "target"."as_of" BETWEEN $from AND $to;

-- insert_receipts
INSERT INTO "fastbreak"."receipts" (
  "processor",
  "as_of",
  "plan_fingerprint",
  "row_count",
  "failed_count",
  "content_digest",
  "written_at"
)
WITH
  "days" AS (
    SELECT DISTINCT
      "as_of"
    FROM "digests_team_defense_game_summary"
    WHERE "as_of" BETWEEN $from AND $to
  ),
  "stored" AS (
    SELECT
      "target"."game_date" AS "as_of",
      COUNT(*) AS "row_count",
      CASE
        WHEN COUNT(*) > 0
            AND COUNT(*) - COUNT(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) = 0
          THEN LEFT(SHA256(CONCAT(
            CAST(COUNT(*) AS VARCHAR),
            ':',
            CAST(SUM(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) AS VARCHAR)
          )), 16)
      END AS "content_digest"
    FROM "nba_analytics"."team_defense_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_team_defense_game_summary" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'team_defense_game_summary' AS "processor",
  "days"."as_of",
  CAST($plan_fingerprint AS VARCHAR) AS "plan_fingerprint",
  COALESCE("stored"."row_count", 0) AS "row_count",
  COALESCE("failed"."failed_count", 0) AS "failed_count",
  "stored"."content_digest",
  CAST($now AS TIMESTAMP) AS "written_at"
FROM "days"
LEFT JOIN "stored" ON "stored"."as_of" = "days"."as_of"
LEFT JOIN "failed" ON "failed"."as_of" = "days"."as_of";

-- delete_receipt_inputs
DELETE FROM "fastbreak"."receipt_inputs" AS "target"
WHERE "target"."processor" = 'team_defense_game_summary' AND "target"."as_of" BETWEEN $from AND $to;

-- insert_receipt_inputs
INSERT INTO "fastbreak"."receipt_inputs" (
  "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
)
SELECT
  'team_defense_game_summary' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_team_defense_game_summary"
WHERE "as_of" BETWEEN $from AND $to;

-- stored_receipts
SELECT
  "receipts"."as_of",
  "receipts"."plan_fingerprint",
  "receipts"."row_count",
  "receipts"."failed_count",
  "receipts"."content_digest",
  "receipts"."written_at"
FROM "fastbreak"."receipts"
WHERE "receipts"."processor" = 'team_defense_game_summary'
  AND "receipts"."as_of" BETWEEN $from AND $to
ORDER BY "receipts"."as_of";

-- stored_receipt_inputs
SELECT
  "receipt_inputs"."processor",
  "receipt_inputs"."input",
  "receipt_inputs"."as_of",
  "receipt_inputs"."rows_found",
  "receipt_inputs"."last_updated",
  "receipt_inputs"."digest"
FROM "fastbreak"."receipt_inputs"
WHERE "receipt_inputs"."processor" = 'team_defense_game_summary'
  AND "receipt_inputs"."as_of" BETWEEN $from AND $to
ORDER BY "receipt_inputs"."input", "receipt_inputs"."as_of";

-- stored_content
SELECT
  "target"."game_date" AS "as_of",
  COUNT(*) AS "row_count",
  CASE
    WHEN COUNT(*) > 0 AND COUNT(*) - COUNT(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) = 0
      THEN LEFT(SHA256(CONCAT(
        CAST(COUNT(*) AS VARCHAR),
        ':',
        CAST(SUM(TRY_CAST('0x' || "target"."data_hash" AS UBIGINT)) AS VARCHAR)
      )), 16)
  END AS "content_digest"
FROM "nba_analytics"."team_defense_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
ORDER BY "as_of";

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'team_defense_game_summary'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_team_defense_game_summary" AS "changed"
    WHERE "changed"."scope" = "target"."scope"
  );

-- processor_breaker_remember
INSERT INTO "fastbreak"."circuit_breakers" (
  "processor_name",
  "scope",
  "failures",
  "successes",
  "open_until",
  "run_id",
  "updated_at"
)
SELECT
  'team_defense_game_summary' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_team_defense_game_summary" AS "changed"
WHERE "changed"."failures" > 0;
