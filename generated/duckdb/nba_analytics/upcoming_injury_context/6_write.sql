-- stage
CREATE OR REPLACE TEMPORARY TABLE "staged_upcoming_injury_context" (
  "player_lookup" VARCHAR,
  "game_date" DATE,
  "team_abbr" VARCHAR,
  "injury_status" VARCHAR,
  "games_played_season" BIGINT,
  "points_avg_season" DECIMAL(5, 2),
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
    FROM "staged_upcoming_injury_context" AS "staged"
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
    FROM "staged_upcoming_injury_context" AS "staged"
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
FROM "nba_analytics"."upcoming_injury_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- insert
INSERT INTO "nba_analytics"."upcoming_injury_context" (
  "player_lookup",
  "game_date",
  "team_abbr",
  "injury_status",
  "games_played_season",
  "points_avg_season",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "created_at",
  "processed_at"
)
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest"
    FROM "digests_upcoming_injury_context"
    GROUP BY "as_of"
  )
SELECT
  "staged"."player_lookup",
  "staged"."game_date",
  "staged"."team_abbr",
  "staged"."injury_status",
  "staged"."games_played_season",
  "staged"."points_avg_season",
  "tracking"."source_injury_report_last_updated",
  COALESCE("tracking"."source_injury_report_rows_found", 0) AS "source_injury_report_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_injury_report_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_injury_report_completeness_pct",
  "tracking"."source_injury_report_digest" AS "source_injury_report_hash",
  "tracking"."source_player_game_last_updated",
  COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
  CAST(ROUND(
    LEAST(
      100.0e0,
      CAST(COALESCE("tracking"."source_player_game_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
    ),
    2
  ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
  "tracking"."source_player_game_digest" AS "source_player_game_hash",
  LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  CAST($now AS TIMESTAMP) AS "created_at",
  CAST($now AS TIMESTAMP) AS "processed_at"
FROM "staged_upcoming_injury_context" AS "staged"
LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
WHERE "staged"."failure_category" IS NULL;

-- delete_vanished
DELETE FROM "nba_analytics"."upcoming_injury_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
  AND NOT EXISTS (
    SELECT
      1
    FROM "staged_upcoming_injury_context" AS "staged"
    WHERE "staged"."failure_category" IS NULL
      AND "staged"."game_date" = "target"."game_date"
      AND "staged"."player_lookup" = "target"."player_lookup"
  );

-- merge
MERGE INTO "nba_analytics"."upcoming_injury_context" AS "target"
USING (
  WITH
    "tracking" AS (
      SELECT
        "as_of",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_injury_report'
        ) AS "source_injury_report_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_injury_report'
        ) AS "source_injury_report_last_updated",
        MAX("digest") FILTER (
          WHERE "input" = 'source_injury_report'
        ) AS "source_injury_report_digest",
        MAX("rows_found") FILTER (
          WHERE "input" = 'source_player_game'
        ) AS "source_player_game_rows_found",
        MAX("last_updated") FILTER (
          WHERE "input" = 'source_player_game'
        ) AS "source_player_game_last_updated",
        MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest"
      FROM "digests_upcoming_injury_context"
      GROUP BY "as_of"
    )
  SELECT
    "staged"."player_lookup",
    "staged"."game_date",
    "staged"."team_abbr",
    "staged"."injury_status",
    "staged"."games_played_season",
    "staged"."points_avg_season",
    "tracking"."source_injury_report_last_updated",
    COALESCE("tracking"."source_injury_report_rows_found", 0) AS "source_injury_report_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_injury_report_rows_found", 0) AS DOUBLE) * 100.0e0 / 10.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_injury_report_completeness_pct",
    "tracking"."source_injury_report_digest" AS "source_injury_report_hash",
    "tracking"."source_player_game_last_updated",
    COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
    CAST(ROUND(
      LEAST(
        100.0e0,
        CAST(COALESCE("tracking"."source_player_game_rows_found", 0) AS DOUBLE) * 100.0e0 / 200.0e0
      ),
      2
    ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
    "tracking"."source_player_game_digest" AS "source_player_game_hash",
    LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
    CAST($now AS TIMESTAMP) AS "created_at",
    CAST($now AS TIMESTAMP) AS "processed_at"
  FROM "staged_upcoming_injury_context" AS "staged"
  LEFT JOIN "tracking" ON "tracking"."as_of" = "staged"."game_date"
  WHERE "staged"."failure_category" IS NULL
) AS "source"
ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup"
WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
OR "target"."source_injury_report_last_updated"
  IS DISTINCT FROM "source"."source_injury_report_last_updated"
OR "target"."source_injury_report_rows_found"
  IS DISTINCT FROM "source"."source_injury_report_rows_found"
OR "target"."source_injury_report_completeness_pct"
  IS DISTINCT FROM "source"."source_injury_report_completeness_pct"
OR "target"."source_injury_report_hash" IS DISTINCT FROM "source"."source_injury_report_hash"
OR "target"."source_player_game_last_updated"
  IS DISTINCT FROM "source"."source_player_game_last_updated"
OR "target"."source_player_game_rows_found"
  IS DISTINCT FROM "source"."source_player_game_rows_found"
OR "target"."source_player_game_completeness_pct"
  IS DISTINCT FROM "source"."source_player_game_completeness_pct"
OR "target"."source_player_game_hash" IS DISTINCT FROM "source"."source_player_game_hash"
THEN UPDATE SET
  "team_abbr" = "source"."team_abbr",
  "injury_status" = "source"."injury_status",
  "games_played_season" = "source"."games_played_season",
  "points_avg_season" = "source"."points_avg_season",
  "source_injury_report_last_updated" = "source"."source_injury_report_last_updated",
  "source_injury_report_rows_found" = "source"."source_injury_report_rows_found",
  "source_injury_report_completeness_pct" = "source"."source_injury_report_completeness_pct",
  "source_injury_report_hash" = "source"."source_injury_report_hash",
  "source_player_game_last_updated" = "source"."source_player_game_last_updated",
  "source_player_game_rows_found" = "source"."source_player_game_rows_found",
  "source_player_game_completeness_pct" = "source"."source_player_game_completeness_pct",
  "source_player_game_hash" = "source"."source_player_game_hash",
  "data_hash" = "source"."data_hash",
  "processed_at" = "source"."processed_at"
WHEN NOT MATCHED
THEN INSERT (
  "player_lookup",
  "game_date",
  "team_abbr",
  "injury_status",
  "games_played_season",
  "points_avg_season",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "created_at",
  "processed_at"
)
VALUES (
  "source"."player_lookup",
  "source"."game_date",
  "source"."team_abbr",
  "source"."injury_status",
  "source"."games_played_season",
  "source"."points_avg_season",
  "source"."source_injury_report_last_updated",
  "source"."source_injury_report_rows_found",
  "source"."source_injury_report_completeness_pct",
  "source"."source_injury_report_hash",
  "source"."source_player_game_last_updated",
  "source"."source_player_game_rows_found",
  "source"."source_player_game_completeness_pct",
  "source"."source_player_game_hash",
  "source"."data_hash",
  "source"."created_at",
  "source"."processed_at"
);

-- replace_land
CREATE OR REPLACE TEMPORARY TABLE "landed_upcoming_injury_context" AS
WITH
  "tracking" AS (
    SELECT
      "as_of",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_last_updated",
      MAX("digest") FILTER (
        WHERE "input" = 'source_injury_report'
      ) AS "source_injury_report_digest",
      MAX("rows_found") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_rows_found",
      MAX("last_updated") FILTER (
        WHERE "input" = 'source_player_game'
      ) AS "source_player_game_last_updated",
      MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest"
    FROM "digests_upcoming_injury_context"
    GROUP BY "as_of"
  ),
  "source" AS (
    SELECT
      "staged"."player_lookup",
      "staged"."game_date",
      "staged"."team_abbr",
      "staged"."injury_status",
      "staged"."games_played_season",
      "staged"."points_avg_season",
      "tracking"."source_injury_report_last_updated",
      COALESCE(
        "tracking"."source_injury_report_rows_found",
        0
      ) AS "source_injury_report_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_injury_report_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 10.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_injury_report_completeness_pct",
      "tracking"."source_injury_report_digest" AS "source_injury_report_hash",
      "tracking"."source_player_game_last_updated",
      COALESCE("tracking"."source_player_game_rows_found", 0) AS "source_player_game_rows_found",
      CAST(ROUND(
        LEAST(
          100.0e0,
          CAST(COALESCE(
            "tracking"."source_player_game_rows_found",
            0
          ) AS DOUBLE) * 100.0e0 / 200.0e0
        ),
        2
      ) AS DECIMAL(5, 2)) AS "source_player_game_completeness_pct",
      "tracking"."source_player_game_digest" AS "source_player_game_hash",
      LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
      CAST($now AS TIMESTAMP) AS "created_at",
      CAST($now AS TIMESTAMP) AS "processed_at"
    FROM "staged_upcoming_injury_context" AS "staged"
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
            OR "target"."source_injury_report_last_updated"
              IS DISTINCT FROM "source"."source_injury_report_last_updated"
            OR "target"."source_injury_report_rows_found"
              IS DISTINCT FROM "source"."source_injury_report_rows_found"
            OR "target"."source_injury_report_completeness_pct"
              IS DISTINCT FROM "source"."source_injury_report_completeness_pct"
            OR "target"."source_injury_report_hash"
              IS DISTINCT FROM "source"."source_injury_report_hash"
            OR "target"."source_player_game_last_updated"
              IS DISTINCT FROM "source"."source_player_game_last_updated"
            OR "target"."source_player_game_rows_found"
              IS DISTINCT FROM "source"."source_player_game_rows_found"
            OR "target"."source_player_game_completeness_pct"
              IS DISTINCT FROM "source"."source_player_game_completeness_pct"
            OR "target"."source_player_game_hash"
              IS DISTINCT FROM "source"."source_player_game_hash"
          THEN 'updated'
        ELSE 'unchanged'
      END AS "landing_change"
    FROM "source"
    LEFT JOIN "nba_analytics"."upcoming_injury_context" AS "target"
      ON "target"."game_date" BETWEEN $from AND $to
      AND "target"."game_date" = "source"."game_date"
      AND "target"."player_lookup" = "source"."player_lookup"
  )
SELECT
  "compared"."landing_change",
  "source"."player_lookup",
  "source"."game_date",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."team_abbr"
    ELSE "source"."team_abbr"
  END AS "team_abbr",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."injury_status"
    ELSE "source"."injury_status"
  END AS "injury_status",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."games_played_season"
    ELSE "source"."games_played_season"
  END AS "games_played_season",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_avg_season"
    ELSE "source"."points_avg_season"
  END AS "points_avg_season",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_injury_report_last_updated"
    ELSE "source"."source_injury_report_last_updated"
  END AS "source_injury_report_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_injury_report_rows_found"
    ELSE "source"."source_injury_report_rows_found"
  END AS "source_injury_report_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_injury_report_completeness_pct"
    ELSE "source"."source_injury_report_completeness_pct"
  END AS "source_injury_report_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_injury_report_hash"
    ELSE "source"."source_injury_report_hash"
  END AS "source_injury_report_hash",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_game_last_updated"
    ELSE "source"."source_player_game_last_updated"
  END AS "source_player_game_last_updated",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_game_rows_found"
    ELSE "source"."source_player_game_rows_found"
  END AS "source_player_game_rows_found",
  CASE
    WHEN "compared"."landing_change" = 'unchanged'
      THEN "target"."source_player_game_completeness_pct"
    ELSE "source"."source_player_game_completeness_pct"
  END AS "source_player_game_completeness_pct",
  CASE
    WHEN "compared"."landing_change" = 'unchanged' THEN "target"."source_player_game_hash"
    ELSE "source"."source_player_game_hash"
  END AS "source_player_game_hash",
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
LEFT JOIN "nba_analytics"."upcoming_injury_context" AS "target"
  ON "target"."game_date" BETWEEN $from AND $to
  AND "target"."game_date" = "source"."game_date"
  AND "target"."player_lookup" = "source"."player_lookup";

-- replace_tally
SELECT
  COUNT(*) FILTER (WHERE "landing_change" = 'inserted') AS "inserted",
  COUNT(*) FILTER (WHERE "landing_change" = 'updated') AS "updated",
  COUNT(*) FILTER (WHERE "landing_change" = 'unchanged') AS "unchanged"
FROM "landed_upcoming_injury_context";

-- replace_delete
DELETE FROM "nba_analytics"."upcoming_injury_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to;

-- replace_insert
INSERT INTO "nba_analytics"."upcoming_injury_context" (
  "player_lookup",
  "game_date",
  "team_abbr",
  "injury_status",
  "games_played_season",
  "points_avg_season",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "created_at",
  "processed_at"
)
SELECT
  "player_lookup",
  "game_date",
  "team_abbr",
  "injury_status",
  "games_played_season",
  "points_avg_season",
  "source_injury_report_last_updated",
  "source_injury_report_rows_found",
  "source_injury_report_completeness_pct",
  "source_injury_report_hash",
  "source_player_game_last_updated",
  "source_player_game_rows_found",
  "source_player_game_completeness_pct",
  "source_player_game_hash",
  "data_hash",
  "created_at",
  "processed_at"
FROM "landed_upcoming_injury_context";

-- replace_drop
DROP TABLE IF EXISTS "landed_upcoming_injury_context";

-- delete_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'upcoming_injury_context'
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
  'upcoming_injury_context' AS "processor_name",
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
FROM "staged_upcoming_injury_context" AS "staged"
WHERE "staged"."failure_category" <> 'EXCLUDED';

-- delete_day_failures
DELETE FROM "fastbreak"."failures" AS "target"
WHERE "target"."processor_name" = 'upcoming_injury_context'
  AND EXISTS (
    SELECT
      1
    FROM "failed_days_upcoming_injury_context" AS "failed"
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
  'upcoming_injury_context' AS "processor_name",
  CAST($run_id AS VARCHAR) AS "run_id",
  "failed"."as_of",
  'DATE_LEVEL' AS "entity_id",
  CAST($failure_category AS VARCHAR) AS "failure_category",
  LEFT("failed"."failure_reason", 1000) AS "failure_reason",
  CAST($can_retry AS BOOLEAN) AS "can_retry",
  'UNKNOWN' AS "failure_type",
  FALSE AS "raw_data_checked",
  CAST($now AS TIMESTAMP) AS "created_at"
FROM "failed_days_upcoming_injury_context" AS "failed";

-- delete_receipts
DELETE FROM "fastbreak"."receipts" AS "target"
WHERE "target"."processor" = 'upcoming_injury_context' AND "target"."as_of" BETWEEN $from AND $to;

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
    FROM "digests_upcoming_injury_context"
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
    FROM "nba_analytics"."upcoming_injury_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date"
  ),
  "failed" AS (
    SELECT
      "staged"."game_date" AS "as_of",
      COUNT(*) AS "failed_count"
    FROM "staged_upcoming_injury_context" AS "staged"
    WHERE "staged"."failure_category" <> 'EXCLUDED'
    GROUP BY "staged"."game_date"
  )
SELECT
  'upcoming_injury_context' AS "processor",
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
WHERE "target"."processor" = 'upcoming_injury_context' AND "target"."as_of" BETWEEN $from AND $to;

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
  'upcoming_injury_context' AS "processor",
  "as_of",
  "input",
  "rows_found",
  "last_updated",
  "digest"
FROM "digests_upcoming_injury_context"
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
WHERE "receipts"."processor" = 'upcoming_injury_context'
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
WHERE "receipt_inputs"."processor" = 'upcoming_injury_context'
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
FROM "nba_analytics"."upcoming_injury_context" AS "target"
WHERE "target"."game_date" BETWEEN $from AND $to
GROUP BY "target"."game_date"
ORDER BY "as_of";

-- processor_breaker_forget
DELETE FROM "fastbreak"."circuit_breakers" AS "target"
WHERE "target"."processor_name" = 'upcoming_injury_context'
  AND EXISTS (
    SELECT
      1
    FROM "breakers_upcoming_injury_context" AS "changed"
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
  'upcoming_injury_context' AS "processor_name",
  "changed"."scope",
  "changed"."failures",
  "changed"."successes",
  "changed"."open_until",
  CAST($run_id AS VARCHAR) AS "run_id",
  CAST($now AS TIMESTAMP) AS "updated_at"
FROM "breakers_upcoming_injury_context" AS "changed"
WHERE "changed"."failures" > 0;
