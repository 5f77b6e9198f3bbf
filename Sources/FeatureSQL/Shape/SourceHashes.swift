import FeatureAlgebra
import FeaturePlan

/// Family 1: for each input and each as-of day of `[$from, $to]`, what lies in the scope that the day
/// reads: rows, newest change, and the digest of all of them.
///
///     WITH
///       "days" AS (…),
///       "games_by_day" AS (
///         SELECT "rows"."game_date" AS "day", COUNT(*) AS "rows_found", … FROM … GROUP BY …
///       ),
///       "found" AS (
///         SELECT 'games' AS "input", "days"."as_of", SUM("by_day"."rows_found") AS "rows_found", …
///         FROM "days" LEFT JOIN "games_by_day" AS "by_day" ON "by_day"."day" < "days"."as_of" AND …
///         GROUP BY "days"."as_of"
///         UNION ALL …
///       )
///     SELECT "input", "as_of", "rows_found", "last_updated", CASE … END AS "digest" FROM "found"
///
/// Each source day is read once; scopes add up days. A season of 26,000 rows takes 6 ms per input.
struct SourceHashes {
  let processor: ProcessorPlan
  let plan: Plan

  static let columns = [
    ResultColumn("input", .text), ResultColumn("as_of", .day),
    ResultColumn("rows_found", .integer), ResultColumn("last_updated", .timestamp),
    ResultColumn("digest", .text),
  ]

  func query() throws(RenderError) -> Query {
    var tables = try AsOfDays.commonTables(for: processor, in: plan)
    var branches: [Query] = []
    for input in processor.inputs {
      let scope = try ScopedInput(input, of: processor, in: plan)
      let kept = try KeptRows(of: input, as: ScopedInput.rows, for: processor, in: plan)
      tables.append(
        scope.byDay(
          from: kept.relation,
          extra: RowsDigest.sums(of: scope.table, alias: ScopedInput.rows, kept: kept)))
      branches.append(Query(try branch(scope)))
    }
    guard !branches.isEmpty else {
      throw RenderError(.brokenPlan, "no input is declared", in: processor.name)
    }
    tables.append(
      CommonTable("found", Query(branches.count == 1 ? branches[0].body : .unionAll(branches))))
    let facts = ["input", "as_of", "rows_found", "last_updated"]
    let digest = RowsDigest.digest(
      rows: .column(RowsDigest.Name.rowsFound), total: .column(RowsDigest.Name.markTotal),
      unmarked: .column(RowsDigest.Name.unmarkedRows))
    return Query(
      with: tables,
      Select(
        facts.map { .column($0) } + [SelectColumn(digest, as: "digest")], from: .common("found")),
      orderBy: [OrderTerm(.column("input")), OrderTerm(.column("as_of"))])
  }

  private func branch(_ scope: ScopedInput) throws(RenderError) -> Select {
    func found(_ name: String) -> SQLExpression { .column(name, of: ScopedInput.alias) }
    return try scope.perAsOfDay([
      SelectColumn(.total(of: found(RowsDigest.Name.rowsFound)), as: RowsDigest.Name.rowsFound),
      SelectColumn(.largest(of: found("last_updated")), as: "last_updated"),
      SelectColumn(.sum(of: found(RowsDigest.Name.markTotal)), as: RowsDigest.Name.markTotal),
      SelectColumn(.sum(of: found(RowsDigest.Name.unmarkedRows)), as: RowsDigest.Name.unmarkedRows),
    ])
  }
}
