-- contract_gate
SELECT
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."upcoming_injury_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR NOT "target"."injury_status" IN (
          'available',
          'probable',
          'questionable',
          'doubtful',
          'out'
        )
        OR "target"."games_played_season" IS NULL
        OR "target"."games_played_season" < 0
        OR "target"."games_played_season" > 120
        OR "target"."points_avg_season" < 0
        OR "target"."points_avg_season" > 120
        OR "target"."source_injury_report_completeness_pct" < 0
        OR "target"."source_injury_report_completeness_pct" > 100
        OR "target"."source_player_game_completeness_pct" < 0
        OR "target"."source_player_game_completeness_pct" > 100
      )
  ) AS "broken_rows",
  (
    SELECT
      COUNT(*)
    FROM "nba_analytics"."upcoming_injury_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
  ) AS "stored_rows",
  (
    SELECT COUNT(*)
    FROM (
      SELECT DISTINCT
        "target"."game_date",
        "target"."player_lookup"
      FROM "nba_analytics"."upcoming_injury_context" AS "target"
      WHERE "target"."game_date" BETWEEN $from AND $to
    ) AS "keys"
  ) AS "distinct_keys";

-- contracts
WITH
  -- Rows that break a contract, with all that they break.
  "broken" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      [
        CASE WHEN "target"."player_lookup" IS NULL THEN 'player_lookup is present' END,
        CASE WHEN "target"."game_date" IS NULL THEN 'game_date is present' END,
        CASE WHEN "target"."team_abbr" IS NULL THEN 'team_abbr is present' END,
        CASE
          WHEN NOT "target"."injury_status" IN (
                'available',
                'probable',
                'questionable',
                'doubtful',
                'out'
              )
            THEN 'injury_status is one of the declared words'
        END,
        CASE WHEN "target"."games_played_season" IS NULL THEN 'games_played_season is present' END,
        CASE
          WHEN "target"."games_played_season" < 0 OR "target"."games_played_season" > 120
            THEN 'games_played_season is within 0...120'
        END,
        CASE
          WHEN "target"."points_avg_season" < 0 OR "target"."points_avg_season" > 120
            THEN 'points_avg_season is within 0...120'
        END,
        CASE
          WHEN "target"."source_injury_report_completeness_pct" < 0
              OR "target"."source_injury_report_completeness_pct" > 100
            THEN 'source_injury_report_completeness_pct is within 0...100'
        END,
        CASE
          WHEN "target"."source_player_game_completeness_pct" < 0
              OR "target"."source_player_game_completeness_pct" > 100
            THEN 'source_player_game_completeness_pct is within 0...100'
        END
      ] AS "contracts"
    FROM "nba_analytics"."upcoming_injury_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
      AND (
        "target"."player_lookup" IS NULL
        OR "target"."game_date" IS NULL
        OR "target"."team_abbr" IS NULL
        OR NOT "target"."injury_status" IN (
          'available',
          'probable',
          'questionable',
          'doubtful',
          'out'
        )
        OR "target"."games_played_season" IS NULL
        OR "target"."games_played_season" < 0
        OR "target"."games_played_season" > 120
        OR "target"."points_avg_season" < 0
        OR "target"."points_avg_season" > 120
        OR "target"."source_injury_report_completeness_pct" < 0
        OR "target"."source_injury_report_completeness_pct" > 100
        OR "target"."source_player_game_completeness_pct" < 0
        OR "target"."source_player_game_completeness_pct" > 100
      )
  ),
  -- Keys that stand in more than one row.
  "doubled" AS (
    SELECT
      CONCAT(
        'game_date=',
        COALESCE(CAST("target"."game_date" AS VARCHAR), '∅'),
        ', player_lookup=',
        COALESCE("target"."player_lookup", '∅')
      ) AS "example",
      COUNT(*) AS "copies"
    FROM "nba_analytics"."upcoming_injury_context" AS "target"
    WHERE "target"."game_date" BETWEEN $from AND $to
    GROUP BY "target"."game_date", "target"."player_lookup"
    HAVING COUNT(*) > 1
  )
SELECT
  "named"."contract",
  COUNT(*) AS "violations",
  MIN("broken"."example") AS "example"
FROM "broken"
CROSS JOIN UNNEST("broken"."contracts") AS "named"("contract")
WHERE "named"."contract" IS NOT NULL
GROUP BY "named"."contract"
UNION ALL
SELECT
  'game_date, player_lookup is unique' AS "contract",
  CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
  MIN("example") AS "example"
FROM "doubled"
HAVING COUNT(*) > 0
ORDER BY "contract";
