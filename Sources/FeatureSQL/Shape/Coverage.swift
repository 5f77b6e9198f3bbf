import FeatureAlgebra
import FeaturePlan

extension ProcessorShape {
  /// Expected and found games of every completeness window, in one pass over the expected days and one
  /// over those with a row.
  ///
  /// Excused days are taken out first; a window of n games is the newest n of what is left; a game is
  /// found only if it was expected, so found is never more than expected.
  func addCoverage(_ plan: CompletenessPlan) throws(RenderError) {
    let reach = Reach(of: plan.windows.map(\.window))
    let tables = try addQuestion(plan, days: .before(reach, firstOpening: firstOpening))
    addCounts(plan, tables.question, addGames(plan, tables))
  }

  /// Whose games are counted, and the days on which they were expected, found and excused.
  ///
  /// - Parameter days: of the expected and the excused rows.
  func addQuestion(
    _ plan: CompletenessPlan, days range: DayRange
  ) throws(RenderError) -> CoverageTables {
    guard let history = processor.histories.first(where: { $0.rows.alias == plan.actual }) else {
      throw RenderError(.brokenPlan, "completeness has no history '\(plan.actual)'")
    }
    try addRows(plan.expected, days: range)
    try addRows(history.rows, days: days(of: history))
    if let excused = plan.excused { try addRows(excused, days: range) }

    var question = CoverageQuestion(self, besides: [plan.expected.day].compactMap { $0 })
    let expected = try question.side(plan.expected, plan.match, isExpected: true)
    let actual = try question.side(history.rows, history.match)
    let excused = try plan.excused.map { (rows) throws(RenderError) -> CoverageQuestion.Side in
      try question.side(rows, plan.excusedMatch)
    }
    let stays = try plan.following.map { (columns) throws(RenderError) -> CoverageStays in
      try CoverageStays(columns, of: history, as: plan.match, &question)
    }
    add(
      CommonTable(
        question.asked, note: "Whose games are counted.",
        Select(
          distinct: true, question.columns, from: question.scope.population,
          joins: try question.scope.joins())))
    let entities = Select(
      distinct: true, question.keys.map { .column($0.column) }, from: .common(question.asked))
    if stays == nil { add(CommonTable(question.entities, entities)) }
    for side in [expected, actual] + (excused.map { [$0] } ?? []) {
      add(CommonTable(side.table, side.select))
    }
    if let stays { addStays(stays, entities, question, current: expected) }
    return CoverageTables(
      question: question, expected: expected,
      isExpected: stays?.matches(expected) ?? expected.matches, actual: actual, excused: excused)
  }

  /// The expected days of each entity, whether they were found, and how long they stay among the newest.
  private func addGames(
    _ plan: CompletenessPlan, _ tables: CoverageTables
  ) -> HistoryTable {
    let (question, expected, actual) = (tables.question, tables.expected, tables.actual)
    let windows = plan.windows.map(\.window)
    let keys = question.keys.map { SQLExpression.column($0.column, of: question.entities) }
    let day = SQLExpression.column(expected.day, of: expected.table)
    var names = Names(
      question.keys.map(\.column) + [
        expected.day, helper.asOf, helper.seasonOpening, helper.isFound,
      ])
    let counts = windows.compactMap { window -> Int? in
      if case .rows(let count) = window.span { count } else { nil }
    }
    let numbering = Numbering(
      counts: counts, day: expected.day, of: expected.table, partitionBy: keys,
      order: [OrderTerm(day)], number: nil, names: &names)
    let found = SQLExpression.isNotNull(.column(actual.day, of: actual.table))
    let columns =
      question.keys.map { SelectColumn.column($0.column, of: question.entities) } + [
        .column(expected.day, of: expected.table), SelectColumn(found, as: helper.isFound),
      ] + numbering.columns
    var joins = [
      Join(.inner, .common(expected.table), on: .every(tables.isExpected)), tables.met(actual),
    ]
    var notExcused: SQLExpression?
    if let excused = tables.excused {
      joins.append(tables.met(excused))
      notExcused = .isNull(.column(excused.day, of: excused.table))
    }
    let name = self.names.take("coverage_games")
    add(
      CommonTable(
        name, note: "The games each should have, and those he has.",
        Select(columns, from: .common(question.entities), joins: joins, where: notExcused)))
    return HistoryTable(
      name: name, shape: self, day: expected.day, keys: [], reach: Reach(of: windows),
      numbering: numbering)
  }

  /// `COUNT(*) FILTER (WHERE "as_of" <= "last_10_until" AND "is_found")` for every window.
  private func addCounts(
    _ plan: CompletenessPlan, _ question: CoverageQuestion, _ table: HistoryTable
  ) {
    let name = names.take("coverage")
    let asOf = SQLExpression.column(helper.asOf, of: question.asked)
    let opening = SQLExpression.column(helper.seasonOpening, of: question.asked)
    let day = SQLExpression.column(table.day, of: table.name)
    let keys = question.keys.map { SQLExpression.column($0.column, of: question.asked) }
    var columns = [SelectColumn(asOf, as: helper.asOf)]
    columns += question.keys.map { .column($0.column, of: question.asked) }
    var taken = Names(columns.compactMap(\.name))
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
    let same = zip(question.keys, keys).map { key, column in
      SQLExpression.infix(
        key.isNullSafe ? .isSame : .equal, .column(key.column, of: table.name), column)
    }
    let conditions =
      same + [.infix(.less, day, asOf)]
      + table.reach.conditions(on: day, asOf: asOf, opening: opening)
      + table.reach.conditions(
        on: day, asOf: asOf, numbering: table.numbering, of: table.name)
    add(
      CommonTable(
        name,
        Select(
          columns, from: .common(question.asked),
          joins: [Join(.inner, .common(table.name), on: .every(conditions))],
          groupBy: [asOf] + keys)))
    attach(Attachment(table: name, asOf: helper.asOf, keys: question.keys, leaves: leaves))
  }
}
