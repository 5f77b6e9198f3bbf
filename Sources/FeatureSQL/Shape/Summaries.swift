import FeatureAlgebra
import FeaturePlan

extension ProcessorShape {
  /// The rows of the day itself, aggregated per day and key: `GROUP BY "game_date", "shooter"`.
  func addSummary(_ summary: SummaryPlan) throws(RenderError) {
    let alias = summary.rows.alias
    let aggregations = needs.aggregations[alias] ?? []
    guard !aggregations.isEmpty else { return }
    guard let day = summary.rows.day else {
      throw RenderError(.brokenPlan, "the rows of a summary have no day", in: alias)
    }
    try addRows(summary.rows, days: .slab)
    let dayColumn = SQLExpression.column(day)
    let rows = ExpressionShape(
      types: types,
      leaves: Leaves.row(of: alias).or(Leaves { $0 == .asOfDay ? dayColumn : nil }))
    let name = names.take("\(alias)_summary")
    var taken = Names(summary.rows.columns.map(\.name) + processor.slots.map(\.name))
    var columns = [SelectColumn(dayColumn, as: day)]
    var groups = [dayColumn]
    var keys: [Attachment.Key] = []
    for match in summary.match {
      let row = try rows.shape(match.row)
      let column: String
      if case .column(_, let plain) = match.row {
        column = plain
      } else {
        column = taken.take("\(alias)_key")
      }
      columns.append(SelectColumn(row.sql, as: column))
      groups.append(row.sql)
      keys.append(
        .init(column: column, kind: row.kind, entity: match.entity, isNullSafe: false))
    }
    var leaves: [Leaf: SQLExpression] = [:]
    for aggregation in aggregations {
      let slot = slotName(.aggregation(aggregation))
      let value = try AggregateShape(rows: rows).shape(aggregation)
      columns.append(SelectColumn(value, as: slot))
      let column = SQLExpression.column(slot, of: name)
      leaves[.aggregate(aggregation)] =
        aggregation.function.isCount ? .coalesce(column, .integer(0)) : column
    }
    add(CommonTable(name, Select(columns, from: .common(alias), groupBy: groups)))
    attach(Attachment(table: name, asOf: day, keys: keys, leaves: leaves))
  }
}
