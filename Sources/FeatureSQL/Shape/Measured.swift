import FeatureAlgebra
import FeaturePlan

extension ProcessorShape {
  /// Streaks against a value of the entity: each distinct question of the population is put to the rows
  /// that its history shows.
  ///
  ///     "played_against" AS (SELECT DISTINCT "as_of", "player", "line" AS "against" FROM …),
  ///     "played_measured" AS (SELECT …, "points" AS "value" FROM "played_seen" WHERE …),
  ///     "played_runs" AS (
  ///       SELECT …, COUNT(*) FILTER (WHERE "value" < "against") OVER (…) AS "breaks" FROM …
  ///     ),
  ///     "played_streaks" AS (
  ///       SELECT …, COUNT(*) FILTER (WHERE "value" > "against" AND "breaks" = 0) AS "streak" FROM …
  ///     )
  func addMeasured(
    _ measured: [(aggregation: Aggregation, limit: Expression)], of history: HistoryPlan,
    _ table: HistoryTable
  ) throws(RenderError) {
    for (aggregation, limit) in measured { try add(aggregation, limit, history, table) }
  }

  private func add(
    _ aggregation: Aggregation, _ limit: Expression, _ history: HistoryPlan, _ table: HistoryTable
  ) throws(RenderError) {
    guard let argument = aggregation.argument else {
      throw RenderError(.brokenPlan, "a streak has nothing to look at", in: table.name)
    }
    let alias = history.rows.alias
    var taken = Names(history.rows.columns.map(\.name) + table.keys.map(\.column) + [helper.asOf])
    let (against, value) = (taken.take("against"), taken.take("value"))
    let (breaks, streak) = (taken.take("breaks"), taken.take("streak"))
    let keys = [helper.asOf] + table.keys.map(\.column)

    let askedName = names.take("\(alias)_against")
    let scope = EntityScope(self)
    var asked = [SelectColumn(.column(helper.asOf, of: populationName), as: helper.asOf)]
    for key in table.keys {
      asked.append(SelectColumn(try scope.expressions.shape(key.entity).sql, as: key.column))
    }
    asked.append(SelectColumn(try scope.expressions.shape(limit).asDouble, as: against))
    add(
      CommonTable(
        askedName,
        Select(distinct: true, asked, from: scope.population, joins: try scope.joins())))

    let rowsName = names.take("\(alias)_measured")
    let rows = ExpressionShape(types: types, leaves: seenLeaves(alias, table))
    var conditions = [table.isInside(aggregation.window ?? Window(.all))].compactMap { $0 }
    if let filter = aggregation.filter { conditions.append(try rows.shape(filter).sql) }
    let keyColumns = keys.map { SQLExpression.column($0) }
    let order = try rows.terms(history.order).filter { !keyColumns.contains($0.value) }
    var shown = keys.map { SelectColumn.column($0) }
    for case .column(let name, _) in order.map(\.value) { shown.append(.column(name)) }
    shown.append(SelectColumn(try rows.shape(argument).asDouble, as: value))
    add(
      CommonTable(
        rowsName,
        Select(
          shown, from: .common(table.name), where: conditions.isEmpty ? nil : .every(conditions))))

    let isAbove = aggregation.function == .streakAbove
    func compared(_ op: Infix, of first: String?, _ second: String?) -> SQLExpression {
      .infix(op, .column(value, of: first), .column(against, of: second))
    }
    let runsName = names.take("\(alias)_runs")
    let count = WindowCall(
      .aggregate(
        AggregateCall(
          .count, filter: compared(isAbove ? .less : .greater, of: rowsName, askedName))),
      partitionBy: (keys + [against]).map { .column($0, of: askedName) },
      orderBy: order.map { term in
        guard case .column(let name, _) = term.value else { return term }
        return OrderTerm(.column(name, of: rowsName), descending: term.descending)
      })
    add(
      CommonTable(
        runsName, note: "How many rows up to each, newest first, end the streak.",
        Select(
          (keys + [against]).map { .column($0, of: askedName) } + [
            .column(value, of: rowsName), SelectColumn(.window(count), as: breaks),
          ], from: .common(askedName),
          joins: [
            Join(
              .inner, .common(rowsName),
              on: .every(
                keys.map { .equal(.column($0, of: askedName), .column($0, of: rowsName)) }))
          ])))

    let name = names.take("\(alias)_streaks")
    let counted = SQLExpression.aggregate(
      AggregateCall(
        .count,
        filter: .every([
          compared(isAbove ? .greater : .less, of: nil, nil),
          .equal(.column(breaks), .integer(0)),
        ])))
    add(
      CommonTable(
        name,
        Select(
          (keys + [against]).map { .column($0) } + [SelectColumn(counted, as: streak)],
          from: .common(runsName), groupBy: (keys + [against]).map { .column($0) })))
    let matches = table.keys.map {
      Attachment.Key(column: $0.column, kind: $0.kind, entity: $0.entity, isNullSafe: false)
    }
    attach(
      Attachment(
        table: name, asOf: helper.asOf,
        keys: matches + [
          .init(
            column: against, kind: .double, entity: .cast(limit, .double), isNullSafe: false)
        ],
        leaves: [
          .measured(aggregation, against: limit): .coalesce(
            .column(streak, of: name), .integer(0))
        ]))
  }
}
