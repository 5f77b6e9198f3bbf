import FeatureAlgebra
import FeaturePlan

extension ProcessorShape {
  /// Expected and found games of every completeness window, in one pass over the expected days and one
  /// over those with a row.
  ///
  /// Excused days are taken out first; a window of n games is the newest n of what is left; a game is
  /// found only if it was expected, so found is never more than expected.
  func addCoverage(_ plan: CompletenessPlan) throws(RenderError) {
    guard let history = processor.histories.first(where: { $0.rows.alias == plan.actual }) else {
      throw RenderError(.brokenPlan, "completeness has no history '\(plan.actual)'")
    }
    let reach = Reach(of: plan.windows.map(\.window))
    let range = DayRange.before(reach, firstOpening: firstOpening)
    try addRows(plan.expected, days: range)
    try addRows(history.rows, days: days(of: history))
    if let excused = plan.excused { try addRows(excused, days: range) }

    var question = CoverageQuestion(self, besides: [plan.expected.day].compactMap { $0 })
    let expected = try question.side(plan.expected, plan.match, isExpected: true)
    let actual = try question.side(history.rows, history.match)
    let excused = try plan.excused.map { (rows) throws(RenderError) -> CoverageQuestion.Side in
      try question.side(rows, plan.excusedMatch)
    }
    let asked = question.asked
    add(
      CommonTable(
        asked, note: "Whose games are counted.",
        Select(
          distinct: true, question.columns, from: question.scope.population,
          joins: try question.scope.joins())))
    for side in [expected, actual] + (excused.map { [$0] } ?? []) {
      add(CommonTable(side.table, side.select))
    }

    let windows = plan.windows.map(\.window)
    let asOf = SQLExpression.column(helper.asOf, of: asked)
    let opening = SQLExpression.column(helper.seasonOpening, of: asked)
    let day = SQLExpression.column(expected.day, of: expected.table)
    let table = HistoryTable(
      name: names.take("coverage_days"), shape: self, day: expected.day, keys: [], reach: reach)
    var columns = question.columns.compactMap { column in
      column.name.map { SelectColumn.column($0, of: asked) }
    }
    let identity = columns.filter { $0.name != helper.seasonOpening }
    columns = identity
    if windows.contains(where: table.asksOpening) {
      columns.append(.column(helper.seasonOpening, of: asked))
    }
    columns.append(.column(expected.day, of: expected.table))
    let found = SQLExpression.isNotNull(.column(actual.day, of: actual.table))
    columns.append(SelectColumn(found, as: helper.isFound))
    if windows.contains(where: \.countsRows) {
      let number = WindowCall(
        .rowNumber, partitionBy: identity.map(\.value),
        orderBy: [OrderTerm(day, descending: true)])
      columns.append(SelectColumn(.window(number), as: helper.nth))
    }
    let bounds =
      [.infix(.less, day, asOf)] + reach.conditions(on: day, asOf: asOf, opening: opening)
    var joins = [
      Join(.inner, .common(expected.table), on: .every(expected.matches + bounds)),
      Join(
        .left, .common(actual.table),
        on: .every(actual.matches + [.equal(.column(actual.day, of: actual.table), day)])),
    ]
    var notExcused: SQLExpression?
    if let excused {
      let excusedDay = SQLExpression.column(excused.day, of: excused.table)
      joins.append(
        Join(
          .left, .common(excused.table), on: .every(excused.matches + [.equal(excusedDay, day)])))
      notExcused = .isNull(excusedDay)
    }
    add(
      CommonTable(
        table.name, note: "Expected games before each as-of day, newest first.",
        Select(columns, from: .common(asked), joins: joins, where: notExcused)))
    addCounts(plan, table, identity.compactMap(\.name), question.keys)
  }

  /// `COUNT(*) FILTER (WHERE "nth" <= 10 AND "is_found")` for every window.
  private func addCounts(
    _ plan: CompletenessPlan, _ table: HistoryTable, _ identity: [String],
    _ keys: [Attachment.Key]
  ) {
    let name = names.take("coverage")
    var columns = identity.map { SelectColumn.column($0) }
    var taken = Names(identity)
    var leaves: [Leaf: SQLExpression] = [:]
    for window in plan.windows {
      let inside = table.isInside(window.window)
      for measure in [CoverageMeasure.expected, .actual] {
        var conditions = [inside].compactMap { $0 }
        if measure == .actual { conditions.append(.column(helper.isFound)) }
        let count = AggregateCall(.count, filter: conditions.isEmpty ? nil : .every(conditions))
        let column = taken.take("\(window.name)_\(measure.rawValue)")
        columns.append(SelectColumn(.aggregate(count), as: column))
        leaves[.coverage(measure, window: window.name)] = .coalesce(
          .column(column, of: name), .integer(0))
      }
    }
    let newest = table.reach.rows.map {
      SQLExpression.infix(.lessOrEqual, table.nth, .integer($0))
    }
    add(
      CommonTable(
        name,
        Select(
          columns, from: .common(table.name), where: newest,
          groupBy: identity.map { .column($0) })))
    attach(Attachment(table: name, asOf: helper.asOf, keys: keys, leaves: leaves))
  }
}

/// What completeness depends on, per as-of day: each entity-level side of a match is one column.
private struct CoverageQuestion {
  let shape: ProcessorShape
  let scope: EntityScope
  let asked: String
  private(set) var columns: [SelectColumn]
  private(set) var keys: [Attachment.Key] = []
  private var taken: Names

  init(_ shape: ProcessorShape, besides columns: [String]) {
    self.shape = shape
    self.scope = EntityScope(shape)
    self.asked = shape.names.take("coverage_asked")
    let helper = shape.helper
    self.columns = [SelectColumn(.column(helper.asOf, of: shape.populationName), as: helper.asOf)]
    if shape.usesOpening {
      self.columns.append(
        SelectColumn(
          .column(helper.seasonOpening, of: shape.populationName), as: helper.seasonOpening))
    }
    taken = Names(
      columns + [helper.asOf, helper.seasonOpening, helper.isFound, helper.nth])
  }

  /// The distinct days of some rows per key, and how they meet the question.
  struct Side {
    let table: String
    let day: String
    let select: Select
    let matches: [SQLExpression]
  }

  mutating func side(
    _ rows: RowsPlan, _ match: [Match], isExpected: Bool = false
  ) throws(RenderError) -> Side {
    guard let day = rows.day else {
      throw RenderError(.brokenPlan, "rows of completeness have no day", in: rows.alias)
    }
    let table = shape.names.take("\(rows.alias)_days")
    let own = ExpressionShape(types: shape.types, leaves: .row(of: rows.alias))
    var selected: [SelectColumn] = []
    var matches: [SQLExpression] = []
    for term in match {
      let row = try own.shape(term.row)
      var name = "key_\(selected.count + 1)"
      if case .column(_, let plain) = term.row { name = plain }
      selected.append(SelectColumn(row.sql, as: name))
      matches.append(
        own.comparison(
          .equal, Shaped(.column(name, of: table), row.kind),
          try ask(term.entity, like: name, isExpected)))
    }
    selected.append(.column(day))
    // Excused and found days are met by a left join: one row per day and key keeps it from fanning out.
    let select = Select(distinct: true, selected, from: .common(rows.alias))
    return Side(table: table, day: day, select: select, matches: matches)
  }

  private mutating func ask(
    _ entity: Expression, like name: String, _ isExpected: Bool
  ) throws(RenderError) -> Shaped {
    // Nothing is expected under a NULL key, and nothing found is nothing counted.
    let isNullSafe = !isExpected && !shape.isKnown(entity)
    if let index = keys.firstIndex(where: { $0.entity == entity }) {
      let known = keys[index]
      keys[index] = .init(
        column: known.column, kind: known.kind, entity: entity,
        isNullSafe: known.isNullSafe || isNullSafe)
      return Shaped(.column(known.column, of: asked), known.kind)
    }
    let value = try scope.expressions.shape(entity)
    let column = taken.take(name)
    columns.append(SelectColumn(value.sql, as: column))
    keys.append(
      .init(column: column, kind: value.kind, entity: entity, isNullSafe: isNullSafe))
    return Shaped(.column(column, of: asked), value.kind)
  }
}
