import FeatureAlgebra
import FeaturePlan

/// Family 3: whether each input holds enough for each as-of day (domain 3.7).
///
///     WITH "days" AS (…), "games_by_day" AS (… COUNT(*), COUNT(DISTINCT …) … GROUP BY "day")
///     SELECT 'games' AS "input", "days"."as_of", SUM(…) AS "rows_found", SUM(…) AS "keys_found",
///       1000 AS "minimum_rows", SUM(…) >= 1000 AS "is_met", TRUE AS "is_critical"
///     FROM "days" LEFT JOIN "games_by_day" AS "by_day" ON … GROUP BY "days"."as_of"
///
/// Rows are those in the scope that the processor reads for the day, never a mere "has rows".
/// Distinct keys are counted within each source day and added up, which is exact where the key holds
/// the day; fewer keys than rows are duplicates upstream. A season takes 10 ms per input.
struct Dependencies {
  let processor: ProcessorPlan
  let plan: Plan

  static let columns = [
    ResultColumn("input", .text), ResultColumn("as_of", .day),
    ResultColumn("rows_found", .integer), ResultColumn("keys_found", .integer),
    ResultColumn("minimum_rows", .integer), ResultColumn("is_met", .boolean),
    ResultColumn("is_critical", .boolean),
  ]

  /// nil where nothing is asked for.
  func query() throws(RenderError) -> Query? {
    var tables = [AsOfDays.table(of: processor)]
    var branches: [Query] = []
    for dependency in processor.dependencies {
      var scopes: [ScopedInput] = []
      for name in dependency.inputs {
        guard let input = processor.inputs.first(where: { $0.name == name }) else {
          throw RenderError(
            .brokenPlan, "the dependency '\(name)' is not an input", in: processor.name)
        }
        let scope = try ScopedInput(input, of: processor, in: plan)
        let counted = scope.byDay(extra: counts(scope.table))
        if !tables.contains(where: { $0.name == counted.name }) { tables.append(counted) }
        scopes.append(scope)
      }
      branches.append(Query(try branch(dependency, scopes)))
    }
    guard !branches.isEmpty else { return nil }
    return Query(
      with: tables, branches.count == 1 ? branches[0].body : .unionAll(branches),
      orderBy: [OrderTerm(.column("input")), OrderTerm(.column("as_of"))])
  }

  private func counts(_ table: TablePlan) -> [SelectColumn] {
    var columns = [SelectColumn(.countOfRows, as: "rows_found")]
    let keys = table.key.filter { $0 != table.day }
    let key: SQLExpression =
      switch keys.count {
      case 0: .literal(.integer(1))
      case 1: .column(keys[0], of: "rows")
      default: .call(.engineHash, keys.map { .column($0, of: "rows") })
      }
    columns.append(
      SelectColumn(
        .aggregate(AggregateCall(.count, [key], isDistinct: true)), as: "keys_found"))
    return columns
  }

  private func branch(
    _ dependency: DependencyPlan, _ scopes: [ScopedInput]
  ) throws(RenderError) -> Select {
    guard scopes.count == 1 else { return try total(dependency, scopes) }
    return try scopes[0].perAsOfDay([scopes[0].label], verdict(dependency))
  }

  /// Several inputs that stand in for one another: their rows are added up.
  private func total(
    _ dependency: DependencyPlan, _ scopes: [ScopedInput]
  ) throws(RenderError) -> Select {
    let parts = try scopes.map { (scope) throws(RenderError) in
      Query(
        try scope.perAsOfDay(
          [scope.label],
          [
            SelectColumn(
              .total(of: .column("rows_found", of: ScopedInput.alias)), as: "rows_found"),
            SelectColumn(
              .total(of: .column("keys_found", of: ScopedInput.alias)), as: "keys_found"),
          ]))
    }
    let asOf = SQLExpression.column(AsOfDays.Name.asOf, of: ScopedInput.alias)
    return Select(
      [
        SelectColumn(.literal(.text(dependency.name)), as: "input"),
        SelectColumn(asOf, as: AsOfDays.Name.asOf),
      ] + verdict(dependency),
      from: .query(Query(.unionAll(parts)), alias: ScopedInput.alias), groupBy: [asOf])
  }

  private func verdict(_ dependency: DependencyPlan) -> [SelectColumn] {
    let rows = SQLExpression.total(of: .column("rows_found", of: ScopedInput.alias))
    let minimum = SQLExpression.literal(.integer(Int64(dependency.minimumRows)))
    return [
      SelectColumn(rows, as: "rows_found"),
      SelectColumn(.total(of: .column("keys_found", of: ScopedInput.alias)), as: "keys_found"),
      SelectColumn(minimum, as: "minimum_rows"),
      SelectColumn(.infix(.greaterOrEqual, rows, minimum), as: "is_met"),
      SelectColumn(.literal(.boolean(dependency.isCritical)), as: "is_critical"),
    ]
  }
}
