import FeatureAlgebra
import FeaturePlan

/// Family 6: what is stored beside the rows, in their transaction: a receipt per as-of day, and what
/// each input held for it. Receipts of days of the range that are no as-of days any more go.
///
///     INSERT INTO "fastbreak"."receipts" (…)
///     WITH "days" AS (SELECT DISTINCT "as_of" FROM "digests_player_form"), …
///     SELECT 'player_form' AS "processor", "days"."as_of", $plan_fingerprint AS "plan_fingerprint", …
struct Receipts {
  let landing: Landing
  private var name: SQLExpression { .literal(.text(landing.processor.name)) }

  func delete(_ table: TablePlan) -> Command {
    .delete(
      table.name, alias: "target",
      filter: own("target"))
  }

  /// Receipts of this processor in the range.
  private func own(_ alias: String) -> SQLExpression {
    .all([
      .infix(.equal, .column("processor", of: alias), name),
      .inRange(.column("as_of", of: alias)),
    ])
  }

  func insert() -> Command {
    let asOf = SQLExpression.column("as_of", of: "days")
    let failures = CommonTable(
      "failed",
      Select(
        [
          SelectColumn(.column(landing.day, of: "staged"), as: "as_of"),
          SelectColumn(.countOfRows, as: "failed_count"),
        ], from: .common(landing.stagedName, alias: "staged"),
        where: Landing.isFailure,
        groupBy: [.column(landing.day, of: "staged")]))
    let days = CommonTable(
      "days",
      Select(
        distinct: true, [.column("as_of")], from: .common(landing.digestsName),
        where: .inRange(.column("as_of"))))
    func onDay(_ table: String) -> Join {
      Join(
        .left, .common(table), on: .infix(.equal, .column("as_of", of: table), asOf))
    }
    func count(_ column: String, _ table: String) -> SelectColumn {
      SelectColumn(
        .call(.coalesce, [.column(column, of: table), .literal(.integer(0))]), as: column)
    }
    let query = Select(
      [
        SelectColumn(name, as: "processor"), SelectColumn(asOf, as: "as_of"),
        SelectColumn(.cast(.parameter("plan_fingerprint"), .text), as: "plan_fingerprint"),
        count("row_count", "stored"), count("failed_count", "failed"),
        .column("content_digest", of: "stored"), SelectColumn(Landing.now, as: "written_at"),
      ], from: .common("days"), joins: [onDay("stored"), onDay("failed")])
    let stored = CommonTable("stored", content())
    return .insert(
      SystemTables.receipts.name, columns: query.columns.compactMap(\.name),
      Query(with: [days, stored, failures], query))
  }

  func insertInputs() -> Command {
    let facts = ["as_of", "input", "rows_found", "last_updated", "digest"]
    let query = Select(
      [SelectColumn(name, as: "processor")] + facts.map { .column($0) },
      from: .common(landing.digestsName), where: .inRange(.column("as_of")))
    return .insert(
      SystemTables.receiptInputs.name, columns: query.columns.compactMap(\.name), Query(query))
  }

  /// Rows and digest of what is stored, per day of the range.
  func content() -> Select {
    let day = SQLExpression.column(landing.day, of: "target")
    let sums = RowsDigest.sums(of: landing.hashedTable, alias: "target").map(\.value)
    return Select(
      [
        SelectColumn(day, as: "as_of"), SelectColumn(sums[0], as: "row_count"),
        SelectColumn(
          RowsDigest.digest(rows: sums[0], total: sums[1], unmarked: sums[2]),
          as: "content_digest"),
      ], from: .table(landing.table.name, alias: "target"),
      where: landing.inRange("target"), groupBy: [day])
  }

  static let contentColumns = [
    ResultColumn("as_of", .day), ResultColumn("row_count", .integer),
    ResultColumn("content_digest", .text),
  ]

  /// The receipts of the range, for comparing with what is there now.
  func stored() -> Query {
    let columns = Receipts.storedColumns.map { SelectColumn.column($0.name, of: "receipts") }
    return Query(
      Select(
        columns, from: .table(SystemTables.receipts.name),
        where: own("receipts")),
      orderBy: [OrderTerm(.column("as_of", of: "receipts"))])
  }

  static let storedColumns = [
    ResultColumn("as_of", .day), ResultColumn("plan_fingerprint", .text),
    ResultColumn("row_count", .integer), ResultColumn("failed_count", .integer),
    ResultColumn("content_digest", .text), ResultColumn("written_at", .timestamp),
  ]

  func storedInputs() -> Query {
    let columns = SourceHashes.columns.map { SelectColumn.column($0.name, of: "receipt_inputs") }
    return Query(
      Select(
        columns, from: .table(SystemTables.receiptInputs.name),
        where: own("receipt_inputs")),
      orderBy: [
        OrderTerm(.column("input", of: "receipt_inputs")),
        OrderTerm(.column("as_of", of: "receipt_inputs")),
      ])
  }
}

extension Landing {
  /// The table as its content is digested: by the stored hash only where the write fills it.
  var hashedTable: TablePlan {
    TablePlan(
      name: table.name, columns: table.columns, key: table.key, day: table.day,
      freshness: table.freshness, rowHash: hashColumn)
  }
}
