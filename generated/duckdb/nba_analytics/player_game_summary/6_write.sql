-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_player_game_summary" (
  "player_lookup" VARCHAR,
  "universal_player_id" VARCHAR,
  "player_full_name" VARCHAR,
  "game_id" VARCHAR,
  "game_date" DATE,
  "team_abbr" VARCHAR,
  "opponent_team_abbr" VARCHAR,
  "season_year" BIGINT,
  "points" BIGINT,
  "minutes_played" DECIMAL(5, 1),
  "assists" BIGINT,
  "offensive_rebounds" BIGINT,
  "defensive_rebounds" BIGINT,
  "steals" BIGINT,
  "blocks" BIGINT,
  "turnovers" BIGINT,
  "fg_attempts" BIGINT,
  "fg_makes" BIGINT,
  "three_pt_attempts" BIGINT,
  "three_pt_makes" BIGINT,
  "ft_attempts" BIGINT,
  "ft_makes" BIGINT,
  "plus_minus" BIGINT,
  "personal_fouls" BIGINT,
  "paint_attempts" BIGINT,
  "paint_makes" BIGINT,
  "mid_range_attempts" BIGINT,
  "mid_range_makes" BIGINT,
  "three_pt_zone_attempts" BIGINT,
  "three_pt_zone_makes" BIGINT,
  "paint_blocks" BIGINT,
  "mid_range_blocks" BIGINT,
  "three_pt_blocks" BIGINT,
  "and1_count" BIGINT,
  "assisted_fg_makes" BIGINT,
  "unassisted_fg_makes" BIGINT,
  "has_complete_shot_zones" BOOLEAN,
  "shot_zones_source" VARCHAR,
  "usage_rate" DECIMAL(5, 2),
  "ts_pct" DECIMAL(5, 3),
  "efg_pct" DECIMAL(5, 3),
  "starter_flag" BOOLEAN,
  "win_flag" BOOLEAN,
  "points_line" DECIMAL(4, 1),
  "over_under_result" VARCHAR,
  "margin" DECIMAL(6, 2),
  "opening_line" DECIMAL(4, 1),
  "line_movement" DECIMAL(4, 1),
  "points_line_source" VARCHAR,
  "opening_line_source" VARCHAR,
  "is_active" BOOLEAN,
  "player_status" VARCHAR,
  "data_quality_tier" VARCHAR,
  "quality_score" DOUBLE,
  "quality_issues" VARCHAR[],
  "primary_source_used" VARCHAR,
  "processed_with_issues" BOOLEAN,
  "is_production_ready" BOOLEAN,
  "shot_zones_estimated" BOOLEAN,
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
      "staged"."player_lookup",
      COUNT(*) AS "copies"
    FROM "staged_player_game_summary" AS "staged"
    WHERE "staged"."failure_category" IS NULL
    GROUP BY "staged"."game_date", "staged"."player_lookup"
  )
SELECT
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
  COUNT(*) AS "distinct_keys",
  CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
  (
    SELECT
      COUNT(*)
    FROM "staged_player_game_summary" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
  ) AS "failed_rows",
  MIN(
    CASE
      WHEN "copies" > 1
        THEN CONCAT(
          'game_date=',
          COALESCE(CAST("game_date" AS VARCHAR), '∅'),
          ', player_lookup=',
          COALESCE("player_lookup", '∅')
        )
    END
  ) AS "example"
FROM "keys";

-- stored_rows
SELECT
  COUNT(*) AS "stored_rows"
FROM "nba_analytics"."player_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_analytics"."player_game_summary" (
  "player_lookup",
  "universal_player_id",
  "player_full_name",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "season_year",
  "points",
  "minutes_played",
  "assists",
  "offensive_rebounds",
  "defensive_rebounds",
  "steals",
  "blocks",
  "turnovers",
  "fg_attempts",
  "fg_makes",
  "three_pt_attempts",
  "three_pt_makes",
  "ft_attempts",
  "ft_makes",
  "plus_minus",
  "personal_fouls",
  "paint_attempts",
  "paint_makes",
  "mid_range_attempts",
  "mid_range_makes",
  "three_pt_zone_attempts",
  "three_pt_zone_makes",
  "paint_blocks",
  "mid_range_blocks",
  "three_pt_blocks",
  "and1_count",
  "assisted_fg_makes",
  "unassisted_fg_makes",
  "has_complete_shot_zones",
  "shot_zones_source",
  "usage_rate",
  "ts_pct",
  "efg_pct",
  "starter_flag",
  "win_flag",
  "points_line",
  "over_under_result",
  "margin",
  "opening_line",
  "line_movement",
  "points_line_source",
  "opening_line_source",
  "is_active",
  "player_status",
  "source_nbac_last_updated",
  "source_nbac_rows_found",
  "source_nbac_completeness_pct",
  "source_nbac_hash",
  "source_bdl_last_updated",
  "source_bdl_rows_found",
  "source_bdl_completeness_pct",
  "source_bdl_hash",
  "source_bbd_last_updated",
  "source_bbd_rows_found",
  "source_bbd_completeness_pct",
  "source_bbd_hash",
  "source_nbac_pbp_last_updated",
  "source_nbac_pbp_rows_found",
  "source_nbac_pbp_completeness_pct",
  "source_nbac_pbp_hash",
  "source_odds_last_updated",
  "source_odds_rows_found",
  "source_odds_completeness_pct",
  "source_odds_hash",
  "source_bp_last_updated",
  "source_bp_rows_found",
  "source_bp_completeness_pct",
  "source_bp_hash",
  "data_quality_tier",
  "quality_score",
  "quality_issues",
  "primary_source_used",
  "processed_with_issues",
  "is_production_ready",
  "shot_zones_estimated",
  "data_hash",
  "created_at",
  "processed_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_nbac_pbp') AS "source_nbac_pbp_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_nbac_pbp'
      ) AS "source_nbac_pbp_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_nbac_pbp') AS "source_nbac_pbp_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_odds') AS "source_odds_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_odds') AS "source_odds_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_odds') AS "source_odds_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_bp') AS "source_bp_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_bp') AS "source_bp_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bp') AS "source_bp_digest"
    FROM "digests_player_game_summary"
    GROUP BY "as_of"
  )
SELECT
  "staged"."player_lookup",
  "staged"."universal_player_id",
  "staged"."player_full_name",
  "staged"."game_id",
  "staged"."game_date",
  "staged"."team_abbr",
  "staged"."opponent_team_abbr",
  "staged"."season_year",
  "staged"."points",
  "staged"."minutes_played",
  "staged"."assists",
  "staged"."offensive_rebounds",
  "staged"."defensive_rebounds",
  "staged"."steals",
  "staged"."blocks",
  "staged"."turnovers",
  "staged"."fg_attempts",
  "staged"."fg_makes",
  "staged"."three_pt_attempts",
  "staged"."three_pt_makes",
  "staged"."ft_attempts",
  "staged"."ft_makes",
  "staged"."plus_minus",
  "staged"."personal_fouls",
  "staged"."paint_attempts",
  "staged"."paint_makes",
  "staged"."mid_range_attempts",
  "staged"."mid_range_makes",
  "staged"."three_pt_zone_attempts",
  "staged"."three_pt_zone_makes",
  "staged"."paint_blocks",
  "staged"."mid_range_blocks",
  "staged"."three_pt_blocks",
  "staged"."and1_count",
  "staged"."assisted_fg_makes",
  "staged"."unassisted_fg_makes",
  "staged"."has_complete_shot_zones",
  "staged"."shot_zones_source",
  "staged"."usage_rate",
  "staged"."ts_pct",
  "staged"."efg_pct",
  "staged"."starter_flag",
  "staged"."win_flag",
  "staged"."points_line",
  "staged"."over_under_result",
  "staged"."margin",
  "staged"."opening_line",
  "staged"."line_movement",
  "staged"."points_line_source",
  "staged"."opening_line_source",
  "staged"."is_active",
  "staged"."player_status",
  "tracking"."source_nbac_last_updated",
  COALESCE("tracking"."source_nbac_rows_found", 0) AS "source_nbac_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_nbac_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_nbac_completeness_pct",
  "tracking"."source_nbac_digest" AS "source_nbac_hash",
  "tracking"."source_bdl_last_updated",
  COALESCE("tracking"."source_bdl_rows_found", 0) AS "source_bdl_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_bdl_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_bdl_completeness_pct",
  "tracking"."source_bdl_digest" AS "source_bdl_hash",
  "tracking"."source_bbd_last_updated",
  COALESCE("tracking"."source_bbd_rows_found", 0) AS "source_bbd_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_bbd_rows_found", 0) AS DOUBLE) * 100.0e0 / 2000.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_bbd_completeness_pct",
  "tracking"."source_bbd_digest" AS "source_bbd_hash",
  "tracking"."source_nbac_pbp_last_updated",
  COALESCE("tracking"."source_nbac_pbp_rows_found", 0) AS "source_nbac_pbp_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_nbac_pbp_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_nbac_pbp_completeness_pct",
  "tracking"."source_nbac_pbp_digest" AS "source_nbac_pbp_hash",
  "tracking"."source_odds_last_updated",
  COALESCE("tracking"."source_odds_rows_found", 0) AS "source_odds_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_odds_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_odds_completeness_pct",
  "tracking"."source_odds_digest" AS "source_odds_hash",
  "tracking"."source_bp_last_updated",
  COALESCE("tracking"."source_bp_rows_found", 0) AS "source_bp_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_bp_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_bp_completeness_pct",
  "tracking"."source_bp_digest" AS "source_bp_hash",
  "staged"."data_quality_tier",
  "staged"."quality_score",
  "staged"."quality_issues",
  "staged"."primary_source_used",
  "staged"."processed_with_issues",
  "staged"."is_production_ready",
  "staged"."shot_zones_estimated",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "processed_at"
FROM "staged_player_game_summary" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_analytics"."player_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_player_game_summary" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."player_lookup" = "target"."player_lookup"
  );

-- merge
MERGE INTO "nba_analytics"."player_game_summary" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_rows_found",
        MAX("last_updated") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_digest",
        MAX("rows_found") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_rows_found",
        MAX("last_updated") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_digest",
        MAX("rows_found") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_rows_found",
        MAX("last_updated") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_nbac_pbp'
        ) AS "source_nbac_pbp_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_nbac_pbp'
        ) AS "source_nbac_pbp_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_nbac_pbp') AS "source_nbac_pbp_digest",
        MAX("rows_found") FILTER (WHERE "input" = 'source_odds') AS "source_odds_rows_found",
        MAX("last_updated") FILTER (WHERE "input" = 'source_odds') AS "source_odds_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_odds') AS "source_odds_digest",
        MAX("rows_found") FILTER (WHERE "input" = 'source_bp') AS "source_bp_rows_found",
        MAX("last_updated") FILTER (WHERE "input" = 'source_bp') AS "source_bp_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_bp') AS "source_bp_digest"
      FROM "digests_player_game_summary"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."player_lookup",
    "staged"."universal_player_id",
    "staged"."player_full_name",
    "staged"."game_id",
    "staged"."game_date",
    "staged"."team_abbr",
    "staged"."opponent_team_abbr",
    "staged"."season_year",
    "staged"."points",
    "staged"."minutes_played",
    "staged"."assists",
    "staged"."offensive_rebounds",
    "staged"."defensive_rebounds",
    "staged"."steals",
    "staged"."blocks",
    "staged"."turnovers",
    "staged"."fg_attempts",
    "staged"."fg_makes",
    "staged"."three_pt_attempts",
    "staged"."three_pt_makes",
    "staged"."ft_attempts",
    "staged"."ft_makes",
    "staged"."plus_minus",
    "staged"."personal_fouls",
    "staged"."paint_attempts",
    "staged"."paint_makes",
    "staged"."mid_range_attempts",
    "staged"."mid_range_makes",
    "staged"."three_pt_zone_attempts",
    "staged"."three_pt_zone_makes",
    "staged"."paint_blocks",
    "staged"."mid_range_blocks",
    "staged"."three_pt_blocks",
    "staged"."and1_count",
    "staged"."assisted_fg_makes",
    "staged"."unassisted_fg_makes",
    "staged"."has_complete_shot_zones",
    "staged"."shot_zones_source",
    "staged"."usage_rate",
    "staged"."ts_pct",
    "staged"."efg_pct",
    "staged"."starter_flag",
    "staged"."win_flag",
    "staged"."points_line",
    "staged"."over_under_result",
    "staged"."margin",
    "staged"."opening_line",
    "staged"."line_movement",
    "staged"."points_line_source",
    "staged"."opening_line_source",
    "staged"."is_active",
    "staged"."player_status",
    "tracking"."source_nbac_last_updated",
    COALESCE("tracking"."source_nbac_rows_found", 0) AS "source_nbac_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_nbac_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_nbac_completeness_pct",
    "tracking"."source_nbac_digest" AS "source_nbac_hash",
    "tracking"."source_bdl_last_updated",
    COALESCE("tracking"."source_bdl_rows_found", 0) AS "source_bdl_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_bdl_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_bdl_completeness_pct",
    "tracking"."source_bdl_digest" AS "source_bdl_hash",
    "tracking"."source_bbd_last_updated",
    COALESCE("tracking"."source_bbd_rows_found", 0) AS "source_bbd_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_bbd_rows_found", 0) AS DOUBLE) * 100.0e0 / 2000.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_bbd_completeness_pct",
    "tracking"."source_bbd_digest" AS "source_bbd_hash",
    "tracking"."source_nbac_pbp_last_updated",
    COALESCE("tracking"."source_nbac_pbp_rows_found", 0) AS "source_nbac_pbp_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_nbac_pbp_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_nbac_pbp_completeness_pct",
    "tracking"."source_nbac_pbp_digest" AS "source_nbac_pbp_hash",
    "tracking"."source_odds_last_updated",
    COALESCE("tracking"."source_odds_rows_found", 0) AS "source_odds_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_odds_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_odds_completeness_pct",
    "tracking"."source_odds_digest" AS "source_odds_hash",
    "tracking"."source_bp_last_updated",
    COALESCE("tracking"."source_bp_rows_found", 0) AS "source_bp_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_bp_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_bp_completeness_pct",
    "tracking"."source_bp_digest" AS "source_bp_hash",
    "staged"."data_quality_tier",
    "staged"."quality_score",
    "staged"."quality_issues",
    "staged"."primary_source_used",
    "staged"."processed_with_issues",
    "staged"."is_production_ready",
    "staged"."shot_zones_estimated",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "processed_at"
  FROM "staged_player_game_summary" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."source_nbac_last_updated" IS DISTINCT FROM "source"."source_nbac_last_updated"
OR "target"."source_nbac_rows_found" IS DISTINCT FROM "source"."source_nbac_rows_found"
OR "target"."source_nbac_completeness_pct" IS DISTINCT FROM "source"."source_nbac_completeness_pct"
OR "target"."source_nbac_hash" IS DISTINCT FROM "source"."source_nbac_hash"
OR "target"."source_bdl_last_updated" IS DISTINCT FROM "source"."source_bdl_last_updated"
OR "target"."source_bdl_rows_found" IS DISTINCT FROM "source"."source_bdl_rows_found"
OR "target"."source_bdl_completeness_pct" IS DISTINCT FROM "source"."source_bdl_completeness_pct"
OR "target"."source_bdl_hash" IS DISTINCT FROM "source"."source_bdl_hash"
OR "target"."source_bbd_last_updated" IS DISTINCT FROM "source"."source_bbd_last_updated"
OR "target"."source_bbd_rows_found" IS DISTINCT FROM "source"."source_bbd_rows_found"
OR "target"."source_bbd_completeness_pct" IS DISTINCT FROM "source"."source_bbd_completeness_pct"
OR "target"."source_bbd_hash" IS DISTINCT FROM "source"."source_bbd_hash"
OR "target"."source_nbac_pbp_last_updated" IS DISTINCT FROM "source"."source_nbac_pbp_last_updated"
OR "target"."source_nbac_pbp_rows_found" IS DISTINCT FROM "source"."source_nbac_pbp_rows_found"
OR "target"."source_nbac_pbp_completeness_pct"
  IS DISTINCT FROM "source"."source_nbac_pbp_completeness_pct"
OR "target"."source_nbac_pbp_hash" IS DISTINCT FROM "source"."source_nbac_pbp_hash"
OR "target"."source_odds_last_updated" IS DISTINCT FROM "source"."source_odds_last_updated"
OR "target"."source_odds_rows_found" IS DISTINCT FROM "source"."source_odds_rows_found"
OR "target"."source_odds_completeness_pct" IS DISTINCT FROM "source"."source_odds_completeness_pct"
OR "target"."source_odds_hash" IS DISTINCT FROM "source"."source_odds_hash"
OR "target"."source_bp_last_updated" IS DISTINCT FROM "source"."source_bp_last_updated"
OR "target"."source_bp_rows_found" IS DISTINCT FROM "source"."source_bp_rows_found"
OR "target"."source_bp_completeness_pct" IS DISTINCT FROM "source"."source_bp_completeness_pct"
OR "target"."source_bp_hash" IS DISTINCT FROM "source"."source_bp_hash"
OR "target"."data_quality_tier" IS DISTINCT FROM "source"."data_quality_tier"
OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
OR "target"."quality_issues" IS DISTINCT FROM "source"."quality_issues"
OR "target"."primary_source_used" IS DISTINCT FROM "source"."primary_source_used"
OR "target"."processed_with_issues" IS DISTINCT FROM "source"."processed_with_issues"
OR "target"."is_production_ready" IS DISTINCT FROM "source"."is_production_ready"
OR "target"."shot_zones_estimated" IS DISTINCT FROM "source"."shot_zones_estimated"
THEN UPDATE SET
  "universal_player_id" = "source"."universal_player_id",
  "player_full_name" = "source"."player_full_name",
  "game_id" = "source"."game_id",
  "team_abbr" = "source"."team_abbr",
  "opponent_team_abbr" = "source"."opponent_team_abbr",
  "season_year" = "source"."season_year",
  "points" = "source"."points",
  "minutes_played" = "source"."minutes_played",
  "assists" = "source"."assists",
  "offensive_rebounds" = "source"."offensive_rebounds",
  "defensive_rebounds" = "source"."defensive_rebounds",
  "steals" = "source"."steals",
  "blocks" = "source"."blocks",
  "turnovers" = "source"."turnovers",
  "fg_attempts" = "source"."fg_attempts",
  "fg_makes" = "source"."fg_makes",
  "three_pt_attempts" = "source"."three_pt_attempts",
  "three_pt_makes" = "source"."three_pt_makes",
  "ft_attempts" = "source"."ft_attempts",
  "ft_makes" = "source"."ft_makes",
  "plus_minus" = "source"."plus_minus",
  "personal_fouls" = "source"."personal_fouls",
  "paint_attempts" = "source"."paint_attempts",
  "paint_makes" = "source"."paint_makes",
  "mid_range_attempts" = "source"."mid_range_attempts",
  "mid_range_makes" = "source"."mid_range_makes",
  "three_pt_zone_attempts" = "source"."three_pt_zone_attempts",
  "three_pt_zone_makes" = "source"."three_pt_zone_makes",
  "paint_blocks" = "source"."paint_blocks",
  "mid_range_blocks" = "source"."mid_range_blocks",
  "three_pt_blocks" = "source"."three_pt_blocks",
  "and1_count" = "source"."and1_count",
  "assisted_fg_makes" = "source"."assisted_fg_makes",
  "unassisted_fg_makes" = "source"."unassisted_fg_makes",
  "has_complete_shot_zones" = "source"."has_complete_shot_zones",
  "shot_zones_source" = "source"."shot_zones_source",
  "usage_rate" = "source"."usage_rate",
  "ts_pct" = "source"."ts_pct",
  "efg_pct" = "source"."efg_pct",
  "starter_flag" = "source"."starter_flag",
  "win_flag" = "source"."win_flag",
  "points_line" = "source"."points_line",
  "over_under_result" = "source"."over_under_result",
  "margin" = "source"."margin",
  "opening_line" = "source"."opening_line",
  "line_movement" = "source"."line_movement",
  "points_line_source" = "source"."points_line_source",
  "opening_line_source" = "source"."opening_line_source",
  "is_active" = "source"."is_active",
  "player_status" = "source"."player_status",
  "source_nbac_last_updated" = "source"."source_nbac_last_updated",
  "source_nbac_rows_found" = "source"."source_nbac_rows_found",
  "source_nbac_completeness_pct" = "source"."source_nbac_completeness_pct",
  "source_nbac_hash" = "source"."source_nbac_hash",
  "source_bdl_last_updated" = "source"."source_bdl_last_updated",
  "source_bdl_rows_found" = "source"."source_bdl_rows_found",
  "source_bdl_completeness_pct" = "source"."source_bdl_completeness_pct",
  "source_bdl_hash" = "source"."source_bdl_hash",
  "source_bbd_last_updated" = "source"."source_bbd_last_updated",
  "source_bbd_rows_found" = "source"."source_bbd_rows_found",
  "source_bbd_completeness_pct" = "source"."source_bbd_completeness_pct",
  "source_bbd_hash" = "source"."source_bbd_hash",
  "source_nbac_pbp_last_updated" = "source"."source_nbac_pbp_last_updated",
  "source_nbac_pbp_rows_found" = "source"."source_nbac_pbp_rows_found",
  "source_nbac_pbp_completeness_pct" = "source"."source_nbac_pbp_completeness_pct",
  "source_nbac_pbp_hash" = "source"."source_nbac_pbp_hash",
  "source_odds_last_updated" = "source"."source_odds_last_updated",
  "source_odds_rows_found" = "source"."source_odds_rows_found",
  "source_odds_completeness_pct" = "source"."source_odds_completeness_pct",
  "source_odds_hash" = "source"."source_odds_hash",
  "source_bp_last_updated" = "source"."source_bp_last_updated",
  "source_bp_rows_found" = "source"."source_bp_rows_found",
  "source_bp_completeness_pct" = "source"."source_bp_completeness_pct",
  "source_bp_hash" = "source"."source_bp_hash",
  "data_quality_tier" = "source"."data_quality_tier",
  "quality_score" = "source"."quality_score",
  "quality_issues" = "source"."quality_issues",
  "primary_source_used" = "source"."primary_source_used",
  "processed_with_issues" = "source"."processed_with_issues",
  "is_production_ready" = "source"."is_production_ready",
  "shot_zones_estimated" = "source"."shot_zones_estimated",
  "data_hash" = "source"."data_hash",
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
  "player_lookup",
  "universal_player_id",
  "player_full_name",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "season_year",
  "points",
  "minutes_played",
  "assists",
  "offensive_rebounds",
  "defensive_rebounds",
  "steals",
  "blocks",
  "turnovers",
  "fg_attempts",
  "fg_makes",
  "three_pt_attempts",
  "three_pt_makes",
  "ft_attempts",
  "ft_makes",
  "plus_minus",
  "personal_fouls",
  "paint_attempts",
  "paint_makes",
  "mid_range_attempts",
  "mid_range_makes",
  "three_pt_zone_attempts",
  "three_pt_zone_makes",
  "paint_blocks",
  "mid_range_blocks",
  "three_pt_blocks",
  "and1_count",
  "assisted_fg_makes",
  "unassisted_fg_makes",
  "has_complete_shot_zones",
  "shot_zones_source",
  "usage_rate",
  "ts_pct",
  "efg_pct",
  "starter_flag",
  "win_flag",
  "points_line",
  "over_under_result",
  "margin",
  "opening_line",
  "line_movement",
  "points_line_source",
  "opening_line_source",
  "is_active",
  "player_status",
  "source_nbac_last_updated",
  "source_nbac_rows_found",
  "source_nbac_completeness_pct",
  "source_nbac_hash",
  "source_bdl_last_updated",
  "source_bdl_rows_found",
  "source_bdl_completeness_pct",
  "source_bdl_hash",
  "source_bbd_last_updated",
  "source_bbd_rows_found",
  "source_bbd_completeness_pct",
  "source_bbd_hash",
  "source_nbac_pbp_last_updated",
  "source_nbac_pbp_rows_found",
  "source_nbac_pbp_completeness_pct",
  "source_nbac_pbp_hash",
  "source_odds_last_updated",
  "source_odds_rows_found",
  "source_odds_completeness_pct",
  "source_odds_hash",
  "source_bp_last_updated",
  "source_bp_rows_found",
  "source_bp_completeness_pct",
  "source_bp_hash",
  "data_quality_tier",
  "quality_score",
  "quality_issues",
  "primary_source_used",
  "processed_with_issues",
  "is_production_ready",
  "shot_zones_estimated",
  "data_hash",
  "created_at",
  "processed_at"
)
VALUES (
  "source"."player_lookup",
  "source"."universal_player_id",
  "source"."player_full_name",
  "source"."game_id",
  "source"."game_date",
  "source"."team_abbr",
  "source"."opponent_team_abbr",
  "source"."season_year",
  "source"."points",
  "source"."minutes_played",
  "source"."assists",
  "source"."offensive_rebounds",
  "source"."defensive_rebounds",
  "source"."steals",
  "source"."blocks",
  "source"."turnovers",
  "source"."fg_attempts",
  "source"."fg_makes",
  "source"."three_pt_attempts",
  "source"."three_pt_makes",
  "source"."ft_attempts",
  "source"."ft_makes",
  "source"."plus_minus",
  "source"."personal_fouls",
  "source"."paint_attempts",
  "source"."paint_makes",
  "source"."mid_range_attempts",
  "source"."mid_range_makes",
  "source"."three_pt_zone_attempts",
  "source"."three_pt_zone_makes",
  "source"."paint_blocks",
  "source"."mid_range_blocks",
  "source"."three_pt_blocks",
  "source"."and1_count",
  "source"."assisted_fg_makes",
  "source"."unassisted_fg_makes",
  "source"."has_complete_shot_zones",
  "source"."shot_zones_source",
  "source"."usage_rate",
  "source"."ts_pct",
  "source"."efg_pct",
  "source"."starter_flag",
  "source"."win_flag",
  "source"."points_line",
  "source"."over_under_result",
  "source"."margin",
  "source"."opening_line",
  "source"."line_movement",
  "source"."points_line_source",
  "source"."opening_line_source",
  "source"."is_active",
  "source"."player_status",
  "source"."source_nbac_last_updated",
  "source"."source_nbac_rows_found",
  "source"."source_nbac_completeness_pct",
  "source"."source_nbac_hash",
  "source"."source_bdl_last_updated",
  "source"."source_bdl_rows_found",
  "source"."source_bdl_completeness_pct",
  "source"."source_bdl_hash",
  "source"."source_bbd_last_updated",
  "source"."source_bbd_rows_found",
  "source"."source_bbd_completeness_pct",
  "source"."source_bbd_hash",
  "source"."source_nbac_pbp_last_updated",
  "source"."source_nbac_pbp_rows_found",
  "source"."source_nbac_pbp_completeness_pct",
  "source"."source_nbac_pbp_hash",
  "source"."source_odds_last_updated",
  "source"."source_odds_rows_found",
  "source"."source_odds_completeness_pct",
  "source"."source_odds_hash",
  "source"."source_bp_last_updated",
  "source"."source_bp_rows_found",
  "source"."source_bp_completeness_pct",
  "source"."source_bp_hash",
  "source"."data_quality_tier",
  "source"."quality_score",
  "source"."quality_issues",
  "source"."primary_source_used",
  "source"."processed_with_issues",
  "source"."is_production_ready",
  "source"."shot_zones_estimated",
  "source"."data_hash",
  "source"."created_at",
  "source"."processed_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_player_game_summary" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_nbac') AS "source_nbac_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bdl') AS "source_bdl_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bbd') AS "source_bbd_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_nbac_pbp') AS "source_nbac_pbp_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_nbac_pbp'
      ) AS "source_nbac_pbp_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_nbac_pbp') AS "source_nbac_pbp_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_odds') AS "source_odds_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_odds') AS "source_odds_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_odds') AS "source_odds_digest",
      MAX("rows_found") FILTER (WHERE "input" = 'source_bp') AS "source_bp_rows_found",
      MAX("last_updated") FILTER (WHERE "input" = 'source_bp') AS "source_bp_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_bp') AS "source_bp_digest"
    FROM "digests_player_game_summary"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."player_lookup",
      "staged"."universal_player_id",
      "staged"."player_full_name",
      "staged"."game_id",
      "staged"."game_date",
      "staged"."team_abbr",
      "staged"."opponent_team_abbr",
      "staged"."season_year",
      "staged"."points",
      "staged"."minutes_played",
      "staged"."assists",
      "staged"."offensive_rebounds",
      "staged"."defensive_rebounds",
      "staged"."steals",
      "staged"."blocks",
      "staged"."turnovers",
      "staged"."fg_attempts",
      "staged"."fg_makes",
      "staged"."three_pt_attempts",
      "staged"."three_pt_makes",
      "staged"."ft_attempts",
      "staged"."ft_makes",
      "staged"."plus_minus",
      "staged"."personal_fouls",
      "staged"."paint_attempts",
      "staged"."paint_makes",
      "staged"."mid_range_attempts",
      "staged"."mid_range_makes",
      "staged"."three_pt_zone_attempts",
      "staged"."three_pt_zone_makes",
      "staged"."paint_blocks",
      "staged"."mid_range_blocks",
      "staged"."three_pt_blocks",
      "staged"."and1_count",
      "staged"."assisted_fg_makes",
      "staged"."unassisted_fg_makes",
      "staged"."has_complete_shot_zones",
      "staged"."shot_zones_source",
      "staged"."usage_rate",
      "staged"."ts_pct",
      "staged"."efg_pct",
      "staged"."starter_flag",
      "staged"."win_flag",
      "staged"."points_line",
      "staged"."over_under_result",
      "staged"."margin",
      "staged"."opening_line",
      "staged"."line_movement",
      "staged"."points_line_source",
      "staged"."opening_line_source",
      "staged"."is_active",
      "staged"."player_status",
      "tracking"."source_nbac_last_updated",
      COALESCE("tracking"."source_nbac_rows_found", 0) AS "source_nbac_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_nbac_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_nbac_completeness_pct",
      "tracking"."source_nbac_digest" AS "source_nbac_hash",
      "tracking"."source_bdl_last_updated",
      COALESCE("tracking"."source_bdl_rows_found", 0) AS "source_bdl_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_bdl_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_bdl_completeness_pct",
      "tracking"."source_bdl_digest" AS "source_bdl_hash",
      "tracking"."source_bbd_last_updated",
      COALESCE("tracking"."source_bbd_rows_found", 0) AS "source_bbd_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_bbd_rows_found", 0) AS DOUBLE) * 100.0e0 / 2000.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_bbd_completeness_pct",
      "tracking"."source_bbd_digest" AS "source_bbd_hash",
      "tracking"."source_nbac_pbp_last_updated",
      COALESCE("tracking"."source_nbac_pbp_rows_found", 0) AS "source_nbac_pbp_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_nbac_pbp_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_nbac_pbp_completeness_pct",
      "tracking"."source_nbac_pbp_digest" AS "source_nbac_pbp_hash",
      "tracking"."source_odds_last_updated",
      COALESCE("tracking"."source_odds_rows_found", 0) AS "source_odds_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_odds_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_odds_completeness_pct",
      "tracking"."source_odds_digest" AS "source_odds_hash",
      "tracking"."source_bp_last_updated",
      COALESCE("tracking"."source_bp_rows_found", 0) AS "source_bp_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE("tracking"."source_bp_rows_found", 0) AS DOUBLE) * 100.0e0 / 100.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_bp_completeness_pct",
      "tracking"."source_bp_digest" AS "source_bp_hash",
      "staged"."data_quality_tier",
      "staged"."quality_score",
      "staged"."quality_issues",
      "staged"."primary_source_used",
      "staged"."processed_with_issues",
      "staged"."is_production_ready",
      "staged"."shot_zones_estimated",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "processed_at"
    FROM "staged_player_game_summary" AS "staged"
    LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
    WHERE "staged"."failure_category" IS NULL
  ),
  -- What becomes of each finished row.
  "compared" AS (
    SELECT
      "source"."game_date",
      "source"."player_lookup",
      CASE
        WHEN "target"."game_date" IS NULL THEN 'inserted'
        WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
            OR "target"."source_nbac_last_updated"
              IS DISTINCT FROM "source"."source_nbac_last_updated"
            OR "target"."source_nbac_rows_found" IS DISTINCT FROM "source"."source_nbac_rows_found"
            OR "target"."source_nbac_completeness_pct"
              IS DISTINCT FROM "source"."source_nbac_completeness_pct"
            OR "target"."source_nbac_hash" IS DISTINCT FROM "source"."source_nbac_hash"
            OR "target"."source_bdl_last_updated"
              IS DISTINCT FROM "source"."source_bdl_last_updated"
            OR "target"."source_bdl_rows_found" IS DISTINCT FROM "source"."source_bdl_rows_found"
            OR "target"."source_bdl_completeness_pct"
              IS DISTINCT FROM "source"."source_bdl_completeness_pct"
            OR "target"."source_bdl_hash" IS DISTINCT FROM "source"."source_bdl_hash"
            OR "target"."source_bbd_last_updated"
              IS DISTINCT FROM "source"."source_bbd_last_updated"
            OR "target"."source_bbd_rows_found" IS DISTINCT FROM "source"."source_bbd_rows_found"
            OR "target"."source_bbd_completeness_pct"
              IS DISTINCT FROM "source"."source_bbd_completeness_pct"
            OR "target"."source_bbd_hash" IS DISTINCT FROM "source"."source_bbd_hash"
            OR "target"."source_nbac_pbp_last_updated"
              IS DISTINCT FROM "source"."source_nbac_pbp_last_updated"
            OR "target"."source_nbac_pbp_rows_found"
              IS DISTINCT FROM "source"."source_nbac_pbp_rows_found"
            OR "target"."source_nbac_pbp_completeness_pct"
              IS DISTINCT FROM "source"."source_nbac_pbp_completeness_pct"
            OR "target"."source_nbac_pbp_hash" IS DISTINCT FROM "source"."source_nbac_pbp_hash"
            OR "target"."source_odds_last_updated"
              IS DISTINCT FROM "source"."source_odds_last_updated"
            OR "target"."source_odds_rows_found" IS DISTINCT FROM "source"."source_odds_rows_found"
            OR "target"."source_odds_completeness_pct"
              IS DISTINCT FROM "source"."source_odds_completeness_pct"
            OR "target"."source_odds_hash" IS DISTINCT FROM "source"."source_odds_hash"
            OR "target"."source_bp_last_updated" IS DISTINCT FROM "source"."source_bp_last_updated"
            OR "target"."source_bp_rows_found" IS DISTINCT FROM "source"."source_bp_rows_found"
            OR "target"."source_bp_completeness_pct"
              IS DISTINCT FROM "source"."source_bp_completeness_pct"
            OR "target"."source_bp_hash" IS DISTINCT FROM "source"."source_bp_hash"
            OR "target"."data_quality_tier" IS DISTINCT FROM "source"."data_quality_tier"
            OR "target"."quality_score" IS DISTINCT FROM "source"."quality_score"
            OR "target"."quality_issues" IS DISTINCT FROM "source"."quality_issues"
            OR "target"."primary_source_used" IS DISTINCT FROM "source"."primary_source_used"
            OR "target"."processed_with_issues" IS DISTINCT FROM "source"."processed_with_issues"
            OR "target"."is_production_ready" IS DISTINCT FROM "source"."is_production_ready"
            OR "target"."shot_zones_estimated" IS DISTINCT FROM "source"."shot_zones_estimated"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_analytics"."player_game_summary" AS "target"
      ON "target"."game_date" BETWEEN $from AND $to
      AND "target"."game_date" = "source"."game_date"
      AND "target"."player_lookup" = "source"."player_lookup"
  )
SELECT
  "compared"."landing_change",
  "source"."player_lookup",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."universal_player_id"
    ELSE "source"."universal_player_id"
  END AS "universal_player_id",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."player_full_name"
    ELSE "source"."player_full_name"
  END AS "player_full_name",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."game_id"
    ELSE "source"."game_id"
  END AS "game_id",
  "source"."game_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_abbr"
    ELSE "source"."team_abbr"
  END AS "team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opponent_team_abbr"
    ELSE "source"."opponent_team_abbr"
  END AS "opponent_team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."season_year"
    ELSE "source"."season_year"
  END AS "season_year",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points"
    ELSE "source"."points"
  END AS "points",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."minutes_played"
    ELSE "source"."minutes_played"
  END AS "minutes_played",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."assists"
    ELSE "source"."assists"
  END AS "assists",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."offensive_rebounds"
    ELSE "source"."offensive_rebounds"
  END AS "offensive_rebounds",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."defensive_rebounds"
    ELSE "source"."defensive_rebounds"
  END AS "defensive_rebounds",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."steals"
    ELSE "source"."steals"
  END AS "steals",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."blocks"
    ELSE "source"."blocks"
  END AS "blocks",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."turnovers"
    ELSE "source"."turnovers"
  END AS "turnovers",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fg_attempts"
    ELSE "source"."fg_attempts"
  END AS "fg_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."fg_makes"
    ELSE "source"."fg_makes"
  END AS "fg_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_attempts"
    ELSE "source"."three_pt_attempts"
  END AS "three_pt_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_makes"
    ELSE "source"."three_pt_makes"
  END AS "three_pt_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."ft_attempts"
    ELSE "source"."ft_attempts"
  END AS "ft_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."ft_makes"
    ELSE "source"."ft_makes"
  END AS "ft_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."plus_minus"
    ELSE "source"."plus_minus"
  END AS "plus_minus",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."personal_fouls"
    ELSE "source"."personal_fouls"
  END AS "personal_fouls",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_attempts"
    ELSE "source"."paint_attempts"
  END AS "paint_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_makes"
    ELSE "source"."paint_makes"
  END AS "paint_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_attempts"
    ELSE "source"."mid_range_attempts"
  END AS "mid_range_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_makes"
    ELSE "source"."mid_range_makes"
  END AS "mid_range_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_zone_attempts"
    ELSE "source"."three_pt_zone_attempts"
  END AS "three_pt_zone_attempts",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_zone_makes"
    ELSE "source"."three_pt_zone_makes"
  END AS "three_pt_zone_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."paint_blocks"
    ELSE "source"."paint_blocks"
  END AS "paint_blocks",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."mid_range_blocks"
    ELSE "source"."mid_range_blocks"
  END AS "mid_range_blocks",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."three_pt_blocks"
    ELSE "source"."three_pt_blocks"
  END AS "three_pt_blocks",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."and1_count"
    ELSE "source"."and1_count"
  END AS "and1_count",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."assisted_fg_makes"
    ELSE "source"."assisted_fg_makes"
  END AS "assisted_fg_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."unassisted_fg_makes"
    ELSE "source"."unassisted_fg_makes"
  END AS "unassisted_fg_makes",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."has_complete_shot_zones"
    ELSE "source"."has_complete_shot_zones"
  END AS "has_complete_shot_zones",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shot_zones_source"
    ELSE "source"."shot_zones_source"
  END AS "shot_zones_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."usage_rate"
    ELSE "source"."usage_rate"
  END AS "usage_rate",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."ts_pct"
    ELSE "source"."ts_pct"
  END AS "ts_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."efg_pct"
    ELSE "source"."efg_pct"
  END AS "efg_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."starter_flag"
    ELSE "source"."starter_flag"
  END AS "starter_flag",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."win_flag"
    ELSE "source"."win_flag"
  END AS "win_flag",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_line"
    ELSE "source"."points_line"
  END AS "points_line",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."over_under_result"
    ELSE "source"."over_under_result"
  END AS "over_under_result",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."margin"
    ELSE "source"."margin"
  END AS "margin",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opening_line"
    ELSE "source"."opening_line"
  END AS "opening_line",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."line_movement"
    ELSE "source"."line_movement"
  END AS "line_movement",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_line_source"
    ELSE "source"."points_line_source"
  END AS "points_line_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."opening_line_source"
    ELSE "source"."opening_line_source"
  END AS "opening_line_source",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."is_active"
    ELSE "source"."is_active"
  END AS "is_active",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."player_status"
    ELSE "source"."player_status"
  END AS "player_status",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_last_updated"
    ELSE "source"."source_nbac_last_updated"
  END AS "source_nbac_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_rows_found"
    ELSE "source"."source_nbac_rows_found"
  END AS "source_nbac_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_completeness_pct"
    ELSE "source"."source_nbac_completeness_pct"
  END AS "source_nbac_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_hash"
    ELSE "source"."source_nbac_hash"
  END AS "source_nbac_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bdl_last_updated"
    ELSE "source"."source_bdl_last_updated"
  END AS "source_bdl_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bdl_rows_found"
    ELSE "source"."source_bdl_rows_found"
  END AS "source_bdl_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bdl_completeness_pct"
    ELSE "source"."source_bdl_completeness_pct"
  END AS "source_bdl_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bdl_hash"
    ELSE "source"."source_bdl_hash"
  END AS "source_bdl_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bbd_last_updated"
    ELSE "source"."source_bbd_last_updated"
  END AS "source_bbd_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bbd_rows_found"
    ELSE "source"."source_bbd_rows_found"
  END AS "source_bbd_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bbd_completeness_pct"
    ELSE "source"."source_bbd_completeness_pct"
  END AS "source_bbd_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bbd_hash"
    ELSE "source"."source_bbd_hash"
  END AS "source_bbd_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_pbp_last_updated"
    ELSE "source"."source_nbac_pbp_last_updated"
  END AS "source_nbac_pbp_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_pbp_rows_found"
    ELSE "source"."source_nbac_pbp_rows_found"
  END AS "source_nbac_pbp_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_pbp_completeness_pct"
    ELSE "source"."source_nbac_pbp_completeness_pct"
  END AS "source_nbac_pbp_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_nbac_pbp_hash"
    ELSE "source"."source_nbac_pbp_hash"
  END AS "source_nbac_pbp_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_odds_last_updated"
    ELSE "source"."source_odds_last_updated"
  END AS "source_odds_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_odds_rows_found"
    ELSE "source"."source_odds_rows_found"
  END AS "source_odds_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_odds_completeness_pct"
    ELSE "source"."source_odds_completeness_pct"
  END AS "source_odds_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_odds_hash"
    ELSE "source"."source_odds_hash"
  END AS "source_odds_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bp_last_updated"
    ELSE "source"."source_bp_last_updated"
  END AS "source_bp_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bp_rows_found"
    ELSE "source"."source_bp_rows_found"
  END AS "source_bp_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bp_completeness_pct"
    ELSE "source"."source_bp_completeness_pct"
  END AS "source_bp_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_bp_hash"
    ELSE "source"."source_bp_hash"
  END AS "source_bp_hash",
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
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."shot_zones_estimated"
    ELSE "source"."shot_zones_estimated"
  END AS "shot_zones_estimated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."data_hash"
    ELSE "source"."data_hash"
  END AS "data_hash",
  COALESCE("target"."created_at", "source"."created_at") AS "created_at",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."processed_at"
    ELSE "source"."processed_at"
  END AS "processed_at"
FROM "source"
JOIN "compared"
  ON "compared"."game_date" = "source"."game_date"
  AND "compared"."player_lookup" = "source"."player_lookup"
LEFT JOIN "nba_analytics"."player_game_summary" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_player_game_summary";

-- replace_delete
DELETE FROM "nba_analytics"."player_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_analytics"."player_game_summary" (
  "player_lookup",
  "universal_player_id",
  "player_full_name",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "season_year",
  "points",
  "minutes_played",
  "assists",
  "offensive_rebounds",
  "defensive_rebounds",
  "steals",
  "blocks",
  "turnovers",
  "fg_attempts",
  "fg_makes",
  "three_pt_attempts",
  "three_pt_makes",
  "ft_attempts",
  "ft_makes",
  "plus_minus",
  "personal_fouls",
  "paint_attempts",
  "paint_makes",
  "mid_range_attempts",
  "mid_range_makes",
  "three_pt_zone_attempts",
  "three_pt_zone_makes",
  "paint_blocks",
  "mid_range_blocks",
  "three_pt_blocks",
  "and1_count",
  "assisted_fg_makes",
  "unassisted_fg_makes",
  "has_complete_shot_zones",
  "shot_zones_source",
  "usage_rate",
  "ts_pct",
  "efg_pct",
  "starter_flag",
  "win_flag",
  "points_line",
  "over_under_result",
  "margin",
  "opening_line",
  "line_movement",
  "points_line_source",
  "opening_line_source",
  "is_active",
  "player_status",
  "source_nbac_last_updated",
  "source_nbac_rows_found",
  "source_nbac_completeness_pct",
  "source_nbac_hash",
  "source_bdl_last_updated",
  "source_bdl_rows_found",
  "source_bdl_completeness_pct",
  "source_bdl_hash",
  "source_bbd_last_updated",
  "source_bbd_rows_found",
  "source_bbd_completeness_pct",
  "source_bbd_hash",
  "source_nbac_pbp_last_updated",
  "source_nbac_pbp_rows_found",
  "source_nbac_pbp_completeness_pct",
  "source_nbac_pbp_hash",
  "source_odds_last_updated",
  "source_odds_rows_found",
  "source_odds_completeness_pct",
  "source_odds_hash",
  "source_bp_last_updated",
  "source_bp_rows_found",
  "source_bp_completeness_pct",
  "source_bp_hash",
  "data_quality_tier",
  "quality_score",
  "quality_issues",
  "primary_source_used",
  "processed_with_issues",
  "is_production_ready",
  "shot_zones_estimated",
  "data_hash",
  "created_at",
  "processed_at"
)
SELECT
  "player_lookup",
  "universal_player_id",
  "player_full_name",
  "game_id",
  "game_date",
  "team_abbr",
  "opponent_team_abbr",
  "season_year",
  "points",
  "minutes_played",
  "assists",
  "offensive_rebounds",
  "defensive_rebounds",
  "steals",
  "blocks",
  "turnovers",
  "fg_attempts",
  "fg_makes",
  "three_pt_attempts",
  "three_pt_makes",
  "ft_attempts",
  "ft_makes",
  "plus_minus",
  "personal_fouls",
  "paint_attempts",
  "paint_makes",
  "mid_range_attempts",
  "mid_range_makes",
  "three_pt_zone_attempts",
  "three_pt_zone_makes",
  "paint_blocks",
  "mid_range_blocks",
  "three_pt_blocks",
  "and1_count",
  "assisted_fg_makes",
  "unassisted_fg_makes",
  "has_complete_shot_zones",
  "shot_zones_source",
  "usage_rate",
  "ts_pct",
  "efg_pct",
  "starter_flag",
  "win_flag",
  "points_line",
  "over_under_result",
  "margin",
  "opening_line",
  "line_movement",
  "points_line_source",
  "opening_line_source",
  "is_active",
  "player_status",
  "source_nbac_last_updated",
  "source_nbac_rows_found",
  "source_nbac_completeness_pct",
  "source_nbac_hash",
  "source_bdl_last_updated",
  "source_bdl_rows_found",
  "source_bdl_completeness_pct",
  "source_bdl_hash",
  "source_bbd_last_updated",
  "source_bbd_rows_found",
  "source_bbd_completeness_pct",
  "source_bbd_hash",
  "source_nbac_pbp_last_updated",
  "source_nbac_pbp_rows_found",
  "source_nbac_pbp_completeness_pct",
  "source_nbac_pbp_hash",
  "source_odds_last_updated",
  "source_odds_rows_found",
  "source_odds_completeness_pct",
  "source_odds_hash",
  "source_bp_last_updated",
  "source_bp_rows_found",
  "source_bp_completeness_pct",
  "source_bp_hash",
  "data_quality_tier",
  "quality_score",
  "quality_issues",
  "primary_source_used",
  "processed_with_issues",
  "is_production_ready",
  "shot_zones_estimated",
  "data_hash",
  "created_at",
  "processed_at"
FROM "landed_player_game_summary";

-- replace_drop
DROP TABLE IF EXISTS "landed_player_game_summary";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_game_summary' AND "target"."as_of" BETWEEN $from AND $to;

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
  'player_game_summary' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "staged"."game_date" AS "as_of",
  COALESCE("staged"."player_lookup", '∅') AS "entity_id",
  "staged"."failure_category",
  LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
  COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
  "staged"."failure_expected" AS "expected_game_count",
  "staged"."failure_actual" AS "actual_game_count",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "staged_player_game_summary" AS "staged"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'player_game_summary'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_player_game_summary" AS "failed"
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
  'player_game_summary' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_player_game_summary" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'player_game_summary' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_player_game_summary"
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
    FROM "nba_analytics"."player_game_summary" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_player_game_summary" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'player_game_summary' AS "processor",
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
WHERE "target"."processor" = 'player_game_summary' AND "target"."as_of" BETWEEN $from AND $to;

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
  'player_game_summary' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_player_game_summary"
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
WHERE "receipts"."processor" = 'player_game_summary' AND "receipts"."as_of" BETWEEN $from AND $to
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
WHERE "receipt_inputs"."processor" = 'player_game_summary'
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
FROM "nba_analytics"."player_game_summary" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
ORDER BY "as_of";

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'player_game_summary'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_player_game_summary" AS "changed"
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
  'player_game_summary' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_player_game_summary" AS "changed"
WHERE "changed"."failures" > 0;
