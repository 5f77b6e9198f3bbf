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
    for side in [expected, actual] + (excused.map { [$0] } ?? []) {
      add(CommonTable(side.table, side.select))
    }
    if let stays {
      addStays(stays, entities, question, current: expected)
    } else {
      add(CommonTable(question.entities, entities))
    }
    let table = addGames(
      plan, question, expected: expected, among: stays?.matches(expected), actual: actual,
      excused: excused)
    addCounts(plan, question, table)
  }

  /// The expected days of each entity, whether they were found, and how long they stay among the newest.
  private func addGames(
    _ plan: CompletenessPlan, _ question: CoverageQuestion, expected: CoverageQuestion.Side,
    among stays: [SQLExpression]?, actual: CoverageQuestion.Side, excused: CoverageQuestion.Side?
  ) -> HistoryTable {
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
    func met(_ side: CoverageQuestion.Side) -> Join {
      Join(
        .left, .common(side.table),
        on: .every(side.matches + [.equal(.column(side.day, of: side.table), day)]))
    }
    var joins = [
      Join(.inner, .common(expected.table), on: .every(stays ?? expected.matches)), met(actual),
    ]
    var notExcused: SQLExpression?
    if let excused {
      joins.append(met(excused))
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

/// What completeness depends on, per as-of day: each entity-level side of a match is one column.
struct CoverageQuestion {
  let shape: ProcessorShape
  let scope: EntityScope
  let asked: String
  let entities: String
  private(set) var columns: [SelectColumn]
  private(set) var keys: [Attachment.Key] = []
  private var taken: Names

  init(_ shape: ProcessorShape, besides columns: [String]) {
    self.shape = shape
    self.scope = EntityScope(shape)
    self.asked = shape.names.take("coverage_asked")
    self.entities = shape.names.take("coverage_entities")
    let helper = shape.helper
    self.columns = [SelectColumn(.column(helper.asOf, of: shape.populationName), as: helper.asOf)]
    if shape.usesOpening {
      self.columns.append(
        SelectColumn(
          .column(helper.seasonOpening, of: shape.populationName), as: helper.seasonOpening))
    }
    taken = Names(
      columns + [helper.asOf, helper.seasonOpening, helper.isFound])
  }

  /// The distinct days of some rows per key, and how they meet the question.
  struct Side {
    let table: String
    let day: String
    /// The match's columns, then the day.
    let select: Select
    let matches: [SQLExpression]
    /// The entity's side of each match, as columns of `entities`.
    let keys: [Shaped]
    /// The rows' side of each match, as columns of `table`.
    let rows: [Shaped]
  }

  mutating func side(
    _ rows: RowsPlan, _ match: [Match], isExpected: Bool = false, named name: String = "days"
  ) throws(RenderError) -> Side {
    guard let day = rows.day else {
      throw RenderError(.brokenPlan, "rows of completeness have no day", in: rows.alias)
    }
    let table = shape.names.take("\(rows.alias)_\(name)")
    let own = ExpressionShape(types: shape.types, leaves: .row(of: rows.alias))
    var selected: [SelectColumn] = []
    var matches: [SQLExpression] = []
    var (keys, rowKeys): ([Shaped], [Shaped]) = ([], [])
    for term in match {
      let row = try own.shape(term.row)
      var name = "key_\(selected.count + 1)"
      if case .column(_, let plain) = term.row { name = plain }
      selected.append(SelectColumn(row.sql, as: name))
      keys.append(try ask(term.entity, like: name, isExpected))
      rowKeys.append(Shaped(.column(name, of: table), row.kind))
      matches.append(own.comparison(.equal, rowKeys[rowKeys.count - 1], keys[keys.count - 1]))
    }
    selected.append(.column(day))
    // Excused and found days are met by a left join: one row per day and key keeps it from fanning out.
    let select = Select(distinct: true, selected, from: .common(rows.alias))
    return Side(
      table: table, day: day, select: select, matches: matches, keys: keys, rows: rowKeys)
  }

  mutating func ask(
    _ entity: Expression, like name: String, _ isExpected: Bool
  ) throws(RenderError) -> Shaped {
    // Nothing is expected under a NULL key, and nothing found is nothing counted.
    let isNullSafe = !isExpected && !shape.isKnown(entity)
    if let index = keys.firstIndex(where: { $0.entity == entity }) {
      let known = keys[index]
      keys[index] = .init(
        column: known.column, kind: known.kind, entity: entity,
        isNullSafe: known.isNullSafe || isNullSafe)
      return Shaped(.column(known.column, of: entities), known.kind)
    }
    let value = try scope.expressions.shape(entity)
    let column = taken.take(name)
    columns.append(SelectColumn(value.sql, as: column))
    keys.append(
      .init(column: column, kind: value.kind, entity: entity, isNullSafe: isNullSafe))
    return Shaped(.column(column, of: entities), value.kind)
  }
}
