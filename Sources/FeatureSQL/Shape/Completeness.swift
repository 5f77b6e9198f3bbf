import FeatureAlgebra
import FeaturePlan

/// Expected and found games per entity, as-of day and window: the same tables as in the features
/// statement, shown on their own.
enum CompletenessShape {
  /// nil for a processor without completeness.
  static func statement(
    of processor: ProcessorPlan, in plan: Plan, dialect: Dialect
  ) throws(RenderError) -> Statement? {
    guard let completeness = processor.completeness else { return nil }
    let counts = completeness.windows.flatMap { window in
      [CoverageMeasure.expected, .actual].map { ($0, window.name) }
    }
    let shape = ProcessorShape(
      processor, in: plan, roots: counts.map { .coverage($0.0, window: $0.1) })
    try shape.build()
    let scope = EntityScope(shape)
    let asOf = try scope.expressions.shape(.asOfDay).sql
    var columns = [SelectColumn(asOf, as: shape.helper.asOf)]
    var result = [ResultColumn(shape.helper.asOf, .day)]
    var order = [OrderTerm(asOf)]
    var names = Names(result.map(\.name))
    for (reference, type) in processor.identity {
      let value = try scope.expressions.shape(.column(rows: reference.rows, name: reference.name))
      let name = names.take(reference.name)
      columns.append(SelectColumn(value.sql, as: name))
      result.append(ResultColumn(name, type))
      order.append(OrderTerm(value.sql))
    }
    for (measure, window) in counts {
      let value = try scope.expressions.shape(.coverage(measure, window: window))
      let name = names.take("\(window)_\(measure.rawValue)")
      columns.append(SelectColumn(value.sql, as: name))
      result.append(ResultColumn(name, .integer))
    }
    let query = Query(
      with: shape.tables,
      Select(columns, from: scope.population, joins: try scope.joins()), orderBy: order)
    return try Statement(
      .completeness, "completeness", query, returns: result, in: dialect)
  }
}

extension ProcessorPlan {
  /// The columns that tell rows of a day's population apart, and their types.
  var identity: [(ColumnReference, ColumnType)] {
    let rows: RowsPlan?
    let names: [String]
    switch population {
    case .rows(let own):
      rows = own
      names = own.key.filter { $0 != own.day }
    case .entities(let alias, let by, _):
      rows = histories.first { $0.rows.alias == alias }?.rows
      names = by
    }
    guard let rows else { return [] }
    return names.compactMap { name in
      rows.columns.first { $0.name == name }.map {
        (ColumnReference(rows: rows.alias, name: name), $0.type)
      }
    }
  }
}
