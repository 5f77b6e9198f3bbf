import FeatureAlgebra
import FeaturePlan
import Foundation
import Testing

@testable import FeatureSQL

/// The text of each statement around the write, for a table of three columns.
@Suite struct WriteSQLTests {
  let set: StatementSet

  init() throws {
    let processor = SmallPlan.narrow(contracts: [
      ContractPlan(
        name: "points are not 13",
        holds: .comparison(.notEqual, .feature("points_mean"), .literal(.integer(13))))
    ])
    self.set = try statements(for: processor, in: SmallPlan.plan(processor), dialect: .duckDB)
  }

  @Test func `every key is counted once, failed rows apart`() {
    #expect(
      set.write.check.sql == """
        WITH
          "keys" AS (
            SELECT
              "staged"."player",
              "staged"."cache_date",
              COUNT(*) AS "copies"
            FROM "staged_player_form" AS "staged"
            WHERE "staged"."failure_category" IS NULL
            GROUP BY "staged"."player", "staged"."cache_date"
          )
        SELECT
          CAST(COALESCE(SUM("copies"), 0) AS BIGINT) AS "staged_rows",
          COUNT(*) AS "distinct_keys",
          CAST(COALESCE(SUM("copies"), 0) AS BIGINT) - COUNT(*) AS "duplicates",
          (
            SELECT
              COUNT(*)
            FROM "staged_player_form" AS "staged"
            WHERE "staged"."failure_category" <> 'EXCLUDED'
          ) AS "failed_rows",
          MIN(
            CASE
              WHEN "copies" > 1
                THEN CONCAT(
                  'player=',
                  COALESCE("player", '∅'),
                  ', cache_date=',
                  COALESCE(CAST("cache_date" AS VARCHAR), '∅')
                )
            END
          ) AS "example"
        FROM "keys"

        """)
  }

  @Test func `rows without a staged row leave, within the range alone`() {
    #expect(
      set.write.deleteVanished.sql == """
        DELETE FROM "made"."player_form" AS "target"
        WHERE "target"."cache_date" BETWEEN $from AND $to
          AND NOT EXISTS (
            SELECT
              1
            FROM "staged_player_form" AS "staged"
            WHERE "staged"."failure_category" IS NULL
              AND "staged"."player" = "target"."player"
              AND "staged"."cache_date" = "target"."cache_date"
          )

        """)
  }

  @Test func `one MERGE, the days of the range first`() {
    #expect(
      set.write.merge.sql == #"""
        MERGE INTO "made"."player_form" AS "target"
        USING (
          SELECT
            "staged"."player",
            "staged"."cache_date",
            "staged"."points_mean",
            LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
            CAST($now AS TIMESTAMP) AS "created_at",
            CAST($now AS TIMESTAMP) AS "processed_at"
          FROM "staged_player_form" AS "staged"
          WHERE "staged"."failure_category" IS NULL
        ) AS "source"
        ON "target"."cache_date" BETWEEN $from AND $to
          AND "target"."player" = "source"."player"
          AND "target"."cache_date" = "source"."cache_date"
        WHEN MATCHED AND "target"."data_hash" IS DISTINCT FROM "source"."data_hash"
        THEN UPDATE SET
          "points_mean" = "source"."points_mean",
          "data_hash" = "source"."data_hash",
          "processed_at" = "source"."processed_at"
        WHEN NOT MATCHED
        THEN INSERT ("player", "cache_date", "points_mean", "data_hash", "created_at", "processed_at")
        VALUES (
          "source"."player",
          "source"."cache_date",
          "source"."points_mean",
          "source"."data_hash",
          "source"."created_at",
          "source"."processed_at"
        )

        """#)
  }

  @Test func `where nothing is stored the same rows are inserted`() throws {
    let merge = set.write.merge.sql
    let start = try #require(merge.range(of: "USING (\n"))
    let end = try #require(merge.range(of: "\n) AS \"source\""))
    let source = merge[start.upperBound..<end.lowerBound].split(separator: "\n")
      .map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(
      set.write.insert.sql == """
        INSERT INTO "made"."player_form" (
          "player",
          "cache_date",
          "points_mean",
          "data_hash",
          "created_at",
          "processed_at"
        )
        \(source)

        """)
  }

  @Test func `replacement decides row by row what is new`() {
    #expect(
      set.write.replace?.land.sql == #"""
        CREATE OR REPLACE TEMPORARY TABLE "landed_player_form" AS
        WITH
          "source" AS (
            SELECT
              "staged"."player",
              "staged"."cache_date",
              "staged"."points_mean",
              LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
              CAST($now AS TIMESTAMP) AS "created_at",
              CAST($now AS TIMESTAMP) AS "processed_at"
            FROM "staged_player_form" AS "staged"
            WHERE "staged"."failure_category" IS NULL
          ),
          -- What becomes of each finished row.
          "compared" AS (
            SELECT
              "source"."player",
              "source"."cache_date",
              CASE
                WHEN "target"."player" IS NULL THEN 'inserted'
                WHEN "target"."data_hash" IS DISTINCT FROM "source"."data_hash" THEN 'updated'
                ELSE 'unchanged'
              END AS "landing_change"
            FROM "source"
            LEFT JOIN "made"."player_form" AS "target"
              ON "target"."cache_date" BETWEEN $from AND $to
              AND "target"."player" = "source"."player"
              AND "target"."cache_date" = "source"."cache_date"
          )
        SELECT
          "compared"."landing_change",
          "source"."player",
          "source"."cache_date",
          CASE
            WHEN "compared"."landing_change" = 'unchanged' THEN "target"."points_mean"
            ELSE "source"."points_mean"
          END AS "points_mean",
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
          ON "compared"."player" = "source"."player" AND "compared"."cache_date" = "source"."cache_date"
        LEFT JOIN "made"."player_form" AS "target"
          ON "target"."cache_date" BETWEEN $from AND $to
          AND "target"."player" = "source"."player"
          AND "target"."cache_date" = "source"."cache_date"

        """#)
  }

  @Test func `receipts are taken of what is stored`() {
    #expect(
      set.write.insertReceipts.sql == """
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
            FROM "digests_player_form"
            WHERE "as_of" BETWEEN $from AND $to
          ),
          "stored" AS (
            SELECT
              "target"."cache_date" AS "as_of",
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
            FROM "made"."player_form" AS "target"
            WHERE "target"."cache_date" BETWEEN $from AND $to
            GROUP BY "target"."cache_date"
          ),
          "failed" AS (
            SELECT
              "staged"."cache_date" AS "as_of",
              COUNT(*) AS "failed_count"
            FROM "staged_player_form" AS "staged"
            WHERE "staged"."failure_category" <> 'EXCLUDED'
            GROUP BY "staged"."cache_date"
          )
        SELECT
          'player_form' AS "processor",
          "days"."as_of",
          CAST($plan_fingerprint AS VARCHAR) AS "plan_fingerprint",
          COALESCE("stored"."row_count", 0) AS "row_count",
          COALESCE("failed"."failed_count", 0) AS "failed_count",
          "stored"."content_digest",
          CAST($now AS TIMESTAMP) AS "written_at"
        FROM "days"
        LEFT JOIN "stored" ON "stored"."as_of" = "days"."as_of"
        LEFT JOIN "failed" ON "failed"."as_of" = "days"."as_of"

        """)
  }

  @Test func `failures are taken from the stage`() {
    #expect(
      set.write.insertFailures.sql == """
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
          'player_form' AS "processor_name",
          CAST($run_id AS VARCHAR) AS "run_id",
          "staged"."cache_date" AS "as_of",
          COALESCE("staged"."player", '∅') AS "entity_id",
          "staged"."failure_category",
          LEFT(COALESCE("staged"."failure_reason", "staged"."failure_category"), 1000) AS "failure_reason",
          COALESCE("staged"."failure_can_retry", FALSE) AS "can_retry",
          "staged"."failure_expected" AS "expected_game_count",
          "staged"."failure_actual" AS "actual_game_count",
          'UNKNOWN' AS "failure_type",
          FALSE AS "raw_data_checked",
          CAST($now AS TIMESTAMP) AS "created_at"
        FROM "staged_player_form" AS "staged"
        WHERE "staged"."failure_category" <> 'EXCLUDED'

        """)
  }

  @Test func `the gate counts rows and keys`() {
    #expect(
      set.contractGate.sql == """
        SELECT
          (
            SELECT
              COUNT(*)
            FROM "made"."player_form" AS "target"
            WHERE "target"."cache_date" BETWEEN $from AND $to
              AND (
                "target"."player" IS NULL
                OR "target"."cache_date" IS NULL
                OR "target"."points_mean" < 0
                OR "target"."points_mean" > 100
                OR "target"."created_at" IS NULL
                OR "target"."processed_at" IS NULL
                OR NOT "target"."points_mean" <> 13
              )
          ) AS "broken_rows",
          (
            SELECT
              COUNT(*)
            FROM "made"."player_form" AS "target"
            WHERE "target"."cache_date" BETWEEN $from AND $to
          ) AS "stored_rows",
          (
            SELECT COUNT(*)
            FROM (
              SELECT DISTINCT
                "target"."player",
                "target"."cache_date"
              FROM "made"."player_form" AS "target"
              WHERE "target"."cache_date" BETWEEN $from AND $to
            ) AS "keys"
          ) AS "distinct_keys"

        """)
  }

  @Test func `the report names what is broken`() {
    #expect(
      set.contracts.sql == """
        WITH
          -- Rows that break a contract, with all that they break.
          "broken" AS (
            SELECT
              CONCAT(
                'player=',
                COALESCE("target"."player", '∅'),
                ', cache_date=',
                COALESCE(CAST("target"."cache_date" AS VARCHAR), '∅')
              ) AS "example",
              [
                CASE WHEN "target"."player" IS NULL THEN 'player is present' END,
                CASE WHEN "target"."cache_date" IS NULL THEN 'cache_date is present' END,
                CASE
                  WHEN "target"."points_mean" < 0 OR "target"."points_mean" > 100
                    THEN 'points_mean is within 0...100'
                END,
                CASE WHEN "target"."created_at" IS NULL THEN 'created_at is present' END,
                CASE WHEN "target"."processed_at" IS NULL THEN 'processed_at is present' END,
                CASE WHEN NOT "target"."points_mean" <> 13 THEN 'points are not 13' END
              ] AS "contracts"
            FROM "made"."player_form" AS "target"
            WHERE "target"."cache_date" BETWEEN $from AND $to
              AND (
                "target"."player" IS NULL
                OR "target"."cache_date" IS NULL
                OR "target"."points_mean" < 0
                OR "target"."points_mean" > 100
                OR "target"."created_at" IS NULL
                OR "target"."processed_at" IS NULL
                OR NOT "target"."points_mean" <> 13
              )
          ),
          -- Keys that stand in more than one row.
          "doubled" AS (
            SELECT
              CONCAT(
                'player=',
                COALESCE("target"."player", '∅'),
                ', cache_date=',
                COALESCE(CAST("target"."cache_date" AS VARCHAR), '∅')
              ) AS "example",
              COUNT(*) AS "copies"
            FROM "made"."player_form" AS "target"
            WHERE "target"."cache_date" BETWEEN $from AND $to
            GROUP BY "target"."player", "target"."cache_date"
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
          'player, cache_date is unique' AS "contract",
          CAST(COALESCE(SUM("copies" - 1), 0) AS BIGINT) AS "violations",
          MIN("example") AS "example"
        FROM "doubled"
        HAVING COUNT(*) > 0
        ORDER BY "contract"

        """)
  }

  @Test func `a table without hashes compares its business columns`() throws {
    let processor = SmallPlan.narrow(hashRule: .none)
    let write = try WriteStatements(
      for: processor, in: SmallPlan.plan(processor), dialect: .duckDB)
    #expect(
      write.merge.sql == """
        MERGE INTO "made"."player_form" AS "target"
        USING (
          SELECT
            "staged"."player",
            "staged"."cache_date",
            "staged"."points_mean",
            CAST($now AS TIMESTAMP) AS "created_at",
            CAST($now AS TIMESTAMP) AS "processed_at"
          FROM "staged_player_form" AS "staged"
          WHERE "staged"."failure_category" IS NULL
        ) AS "source"
        ON "target"."cache_date" BETWEEN $from AND $to
          AND "target"."player" = "source"."player"
          AND "target"."cache_date" = "source"."cache_date"
        WHEN MATCHED AND "target"."points_mean" IS DISTINCT FROM "source"."points_mean"
        THEN UPDATE SET
          "points_mean" = "source"."points_mean",
          "processed_at" = "source"."processed_at"
        WHEN NOT MATCHED
        THEN INSERT ("player", "cache_date", "points_mean", "created_at", "processed_at")
        VALUES (
          "source"."player",
          "source"."cache_date",
          "source"."points_mean",
          "source"."created_at",
          "source"."processed_at"
        )

        """)
  }

  @Test func `staged duplicates are numbered in a total order where the spec tolerates them`()
    throws
  {
    let tolerant = SmallPlan.processor(
      features: Array(SmallPlan.features.prefix(3)), tolerance: 1)
    let merge = try statements(for: tolerant, in: SmallPlan.plan(tolerant), dialect: .duckDB)
      .write.merge.sql
    #expect(
      merge.contains(
        """
          QUALIFY ROW_NUMBER() OVER (
            PARTITION BY "staged"."player", "staged"."cache_date"
            ORDER BY "staged"."points_mean"
          ) = 1
        """))
    #expect(!set.write.merge.sql.contains("ROW_NUMBER"))
  }

  @Test func `no date is spliced: days come as parameters alone`() {
    for statement in set.all where statement.sql.contains("BETWEEN") {
      #expect(!statement.sql.contains("DATE '"), "\(statement.name)")
      #expect(Set(statement.parameters).isSuperset(of: ["from", "to"]), "\(statement.name)")
    }
  }
}
