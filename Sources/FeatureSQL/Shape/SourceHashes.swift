import FeatureAlgebra
import FeaturePlan

/// Family 1: for each input of each processor and each as-of day of `[$from, $to]`, what lies in the
/// scope that the day reads: rows, newest change, and the digest of all of them.
///
///     WITH
///       "days" AS (…),
///       "games_by_day" AS (
///         SELECT "rows"."game_date" AS "day", COUNT(*) AS "rows_found", … FROM … GROUP BY …
///       ),
///       "found" AS (
///         SELECT 'form' AS "processor", 'games' AS "input", "days"."as_of", SUM("by_day"."rows_found") AS "rows_found", …
///         FROM "days" LEFT JOIN "games_by_day" AS "by_day" ON "by_day"."day" < "days"."as_of" AND …
///         GROUP BY "days"."as_of"
///         UNION ALL …
///       )
///     SELECT "processor", "input", "as_of", "rows_found", "last_updated", CASE … END AS "digest" FROM "found"
///
/// Each source day is read once, whatever the number of inputs and processors that look at it; scopes
/// add up days. A season of 26,000 rows takes 6 ms.
struct SourceHashes {
  /// One, or those of a run.
  let processors: [ProcessorPlan]
  let plan: Plan

  static let columns = [
    ResultColumn("processor", .text), ResultColumn("input", .text), ResultColumn("as_of", .day),
    ResultColumn("rows_found", .integer), ResultColumn("last_updated", .timestamp),
    ResultColumn("digest", .text),
  ]

  func query() throws(RenderError) -> Query {
    var tables = Tables()
    var branches: [Query] = []
    for processor in processors {
      guard !processor.inputs.isEmpty else {
        throw RenderError(.brokenPlan, "no input is declared", in: processor.name)
      }
      let days = tables.add(AsOfDays.table(of: processor))
      for input in processor.inputs {
        let scope = try ScopedInput(input, of: processor, in: plan, days: days)
        let kept = try KeptRows(of: input, as: ScopedInput.rows, for: processor, in: plan)
        let sums = tables.add(
          scope.byDay(
            from: kept.relation,
            extra: RowsDigest.sums(of: scope.digested, alias: ScopedInput.rows, kept: kept)))
        branches.append(Query(try branch(scope, sums, of: processor)))
      }
    }
    let found = tables.add(
      CommonTable("found", Query(branches.count == 1 ? branches[0].body : .unionAll(branches))))
    let facts = SourceHashes.columns.map(\.name).filter { $0 != "digest" }
    let digest = RowsDigest.digest(
      rows: .column(RowsDigest.Name.rowsFound), total: .column(RowsDigest.Name.markTotal),
      unmarked: .column(RowsDigest.Name.unmarkedRows))
    return Query(
      with: tables.all,
      Select(
        facts.map { .column($0) } + [SelectColumn(digest, as: "digest")], from: .common(found)),
      orderBy: ["processor", "input", "as_of"].map { OrderTerm(.column($0)) })
  }

  private func branch(
    _ scope: ScopedInput, _ sums: String, of processor: ProcessorPlan
  ) throws(RenderError) -> Select {
    func found(_ name: String) -> SQLExpression { .column(name, of: ScopedInput.alias) }
    var select = try scope.perAsOfDay(
      [
        SelectColumn(.total(of: found(RowsDigest.Name.rowsFound)), as: RowsDigest.Name.rowsFound),
        SelectColumn(.largest(of: found("last_updated")), as: "last_updated"),
        SelectColumn(.sum(of: found(RowsDigest.Name.markTotal)), as: RowsDigest.Name.markTotal),
        SelectColumn(
          .sum(of: found(RowsDigest.Name.unmarkedRows)), as: RowsDigest.Name.unmarkedRows),
      ], from: sums)
    select.columns.insert(
      SelectColumn(.literal(.text(processor.name)), as: "processor"), at: 0)
    return select
  }

  /// Common tables, each query once.
  private struct Tables {
    private(set) var all: [CommonTable] = []
    private var named: [Query: String] = [:]
    private var names = Names()

    /// - Returns: the name under which its query stands; its own, or another where that is taken.
    mutating func add(_ table: CommonTable) -> String {
      if let name = named[table.query] { return name }
      let name = names.take(table.name)
      named[table.query] = name
      all.append(CommonTable(name, note: table.note, table.query))
      return name
    }
  }
}
