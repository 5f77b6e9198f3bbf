import FeatureAlgebra
import FeaturePlan

/// The table that holds, for each as-of day and entity, the rows that some window can see.
struct HistoryTable {
  let name: String
  let shape: ProcessorShape
  let day: String
  let keys: [Key]
  let reach: Reach
  let numbering: Numbering

  /// One term of the match: the column in the tables of the history, and the type it has.
  struct Key {
    let column: String
    let kind: Shaped.Kind
    let row: Expression
    let entity: Expression
  }

  var asOf: SQLExpression { .column(shape.helper.asOf) }
  var opening: SQLExpression { .column(shape.helper.seasonOpening) }

  /// True for the rows of a window; nil where the table holds no others.
  ///
  /// Bounds cut off the oldest rows, so the newest n inside the bounds are those inside the bounds
  /// among the newest n.
  func isInside(_ window: Window) -> SQLExpression? {
    var conditions: [SQLExpression] = []
    if case .rows(let count) = window.span, !reach.isExactly(rows: count),
      let isNewest = numbering.isAmongNewest(count, asOf: asOf)
    {
      conditions.append(isNewest)
    }
    conditions += reach.conditions(
      of: window, on: .column(day), asOf: asOf, opening: opening)
    return conditions.isEmpty ? nil : .every(conditions)
  }

  /// True for the row with this place among the newest: among the newest n, but not among n − 1.
  func isNth(_ position: Int) -> SQLExpression? {
    guard let last = numbering.untils[position - 1],
      let isNewest = numbering.isAmongNewest(position, asOf: asOf)
    else { return nil }
    return .all([.infix(.greater, asOf, .column(last)), isNewest])
  }

  /// Whether the condition reads the opening day.
  func asksOpening(_ window: Window) -> Bool {
    window.withinSeason && (reach.bounds.isEmpty || reach.bounds.contains { !$0.withinSeason })
  }

  /// Whether the condition reads the row's day.
  func asksDay(_ window: Window) -> Bool {
    !reach.conditions(of: window, on: .null, asOf: .null, opening: .null).isEmpty
  }
}

extension ProcessorShape {
  /// Rows of the history joined to the as-of days they are seen from.
  func addSeen(_ history: HistoryPlan) throws(RenderError) -> HistoryTable {
    let alias = history.rows.alias
    if let known = seenTable(of: alias) { return known }
    guard let day = history.rows.day else {
      throw RenderError(.brokenPlan, "the history's rows have no day", in: alias)
    }
    try addRows(history.rows, days: days(of: history))
    let keys = try historyKeys(history)
    let source = try addOrdered(history, keys)
    let table = HistoryTable(
      name: names.take("\(alias)_seen"), shape: self, day: day, keys: keys,
      reach: Reach(of: needs.windows(over: alias)), numbering: source.numbering)
    let base = try seenBase(history, table)
    let seen = try seenSelect(history, table, from: source, base: base)
    add(CommonTable(table.name, note: "What can be seen of \(alias) from each as-of day.", seen))
    remember(table, for: alias)
    return table
  }

  private func historyKeys(_ history: HistoryPlan) throws(RenderError) -> [HistoryTable.Key] {
    var columns = Names(history.rows.columns.map(\.name) + processor.slots.map(\.name))
    let types = ExpressionShape(types: types, leaves: .any)
    var keys: [HistoryTable.Key] = []
    for match in history.match {
      let column: String
      if case .column(_, let name) = match.row {
        column = name
      } else {
        column = columns.take("\(history.rows.alias)_key")
      }
      keys.append(
        HistoryTable.Key(
          column: column, kind: try types.kind(of: match.row), row: match.row,
          entity: match.entity))
    }
    return keys
  }

  /// Where as-of days come from: all of them, with every entity of the history, or those that the
  /// population asks about.
  private struct SeenBase {
    let name: String
    let asOf: String
    let opening: String
    /// The entity's side of the match; nil where every entity is wanted.
    let asked: [SQLExpression]?

    var leaves: Leaves {
      Leaves { leaf in
        switch leaf {
        case .asOfDay: .column(asOf, of: name)
        case .seasonOpening: .column(opening, of: name)
        default: nil
        }
      }
    }
  }

  private func seenBase(
    _ history: HistoryPlan, _ table: HistoryTable
  ) throws(RenderError) -> SeenBase {
    let alias = history.rows.alias
    var wantsAll = needs.leagues[alias] != nil
    if asksEverybody, case .entities(alias, _, _) = processor.population { wantsAll = true }
    if wantsAll {
      return SeenBase(
        name: daysName, asOf: AsOfDays.Name.asOf, opening: AsOfDays.Name.seasonOpening, asked: nil)
    }
    let name = names.take("\(alias)_asked")
    let scope = EntityScope(self)
    var columns = [SelectColumn(.column(helper.asOf, of: populationName), as: helper.asOf)]
    if usesOpening {
      columns.append(
        SelectColumn(.column(helper.seasonOpening, of: populationName), as: helper.seasonOpening))
    }
    for key in table.keys {
      columns.append(SelectColumn(try scope.expressions.shape(key.entity).sql, as: key.column))
    }
    add(
      CommonTable(
        name,
        Select(
          distinct: true, columns, from: scope.population, joins: try scope.joins())))
    return SeenBase(
      name: name, asOf: helper.asOf, opening: helper.seasonOpening,
      asked: table.keys.map { .column($0.column, of: name) })
  }

  private func seenSelect(
    _ history: HistoryPlan, _ table: HistoryTable, from source: RowSource, base: SeenBase
  ) throws(RenderError) -> Select {
    let alias = history.rows.alias
    let aggregations = needs.aggregations[alias] ?? []
    let rows = ExpressionShape(types: types, leaves: source.leaves(of: alias, base.leaves))
    let asOf = SQLExpression.column(base.asOf, of: base.name)
    let opening = SQLExpression.column(base.opening, of: base.name)
    let day = SQLExpression.column(table.day, of: source.name)
    let windows = needs.windows(over: alias)

    var columns = [SelectColumn(asOf, as: helper.asOf)]
    let readsOpening = aggregations.contains { $0.rowLeaves.contains(.seasonOpening) }
    let populationAsks: Bool
    if case .entities(alias, _, _) = processor.population {
      populationAsks = usesOpening
    } else {
      populationAsks = false
    }
    if readsOpening || populationAsks || windows.contains(where: table.asksOpening) {
      columns.append(SelectColumn(opening, as: helper.seasonOpening))
    }
    var taken = Set(columns.compactMap(\.name))
    func show(_ value: SQLExpression, as name: String) {
      if taken.insert(name).inserted { columns.append(SelectColumn(value, as: name)) }
    }
    var keys: [SQLExpression] = []
    var conditions: [SQLExpression] = []
    for (index, key) in table.keys.enumerated() {
      let row = try rows.shape(key.row)
      show(row.sql, as: key.column)
      keys.append(row.sql)
      if let asked = base.asked {
        conditions.append(
          rows.comparison(.equal, row, Shaped(asked[index], try rows.kind(of: key.entity))))
      } else if types.isNullable(key.row) {
        conditions.append(.isNotNull(row.sql))
      }
    }
    if windows.contains(where: table.asksDay) { show(day, as: table.day) }
    for leaf in aggregations.flatMap(\.rowLeaves) {
      switch leaf {
      case .column(let reference):
        show(.column(reference.name, of: source.name), as: reference.name)
      case .previous(let x):
        if let name = source.previous[x] { show(.column(name, of: source.name), as: name) }
      default: break
      }
    }
    if needs.measured[alias] != nil {
      for case .column(_, let name) in history.order.map(\.value) {
        show(.column(name, of: source.name), as: name)
      }
    }
    for name in shownNumbers(table, windows, aggregations) {
      show(.column(name, of: source.name), as: name)
    }
    for aggregation in aggregations {
      guard let condition = try aggregation.countedUpTo(rows) else { continue }
      let order = try rows.terms(history.order).filter { !keys.contains($0.value) }
      let count = WindowCall(
        .aggregate(AggregateCall(.count, filter: condition)), partitionBy: [asOf] + keys,
        orderBy: order)
      columns.append(SelectColumn(.window(count), as: runningName(aggregation)))
    }
    conditions.append(.infix(.less, day, asOf))
    conditions += table.reach.conditions(on: day, asOf: asOf, opening: opening)
    conditions += table.reach.conditions(
      on: day, asOf: asOf, numbering: table.numbering, of: source.name)
    return Select(
      columns, from: .common(base.name),
      joins: [Join(.inner, .common(source.name), on: .every(conditions))])
  }

  /// The columns of the numbering that windows and aggregates read.
  private func shownNumbers(
    _ table: HistoryTable, _ windows: [Window], _ aggregations: [Aggregation]
  ) -> [String] {
    var counts: [Int] = []
    for window in windows {
      if case .rows(let count) = window.span, !table.reach.isExactly(rows: count) {
        counts.append(count)
      }
    }
    for aggregation in aggregations where aggregation.filter == nil {
      if case .newest(let position) = aggregation.function, position > 1 {
        counts += [position - 1, position]
      }
    }
    return Set(counts).sorted().compactMap { table.numbering.untils[$0] }
      + [table.numbering.sequence].compactMap { $0 }
  }

  /// The column that counts, newest first, rows that pass a filter or break a streak.
  private func runningName(_ aggregation: Aggregation) -> String {
    slotName(.aggregation(aggregation)) + (aggregation.function == .streak ? "_breaks" : "_rank")
  }

  // MARK: Windows

  /// One row per as-of day and entity with every aggregate of the history, and its league averages.
  func addWindows(_ history: HistoryPlan) throws(RenderError) {
    let alias = history.rows.alias
    let measured = needs.measured[alias] ?? []
    let aggregations = (needs.aggregations[alias] ?? []).filter { aggregation in
      !measured.contains { $0.aggregation == aggregation }
    }
    if !measured.isEmpty { try addMeasured(measured, of: history, try addSeen(history)) }
    guard !aggregations.isEmpty else { return }
    let table = try addSeen(history)
    let rows = ExpressionShape(types: types, leaves: seenLeaves(alias, table))
    let keys = table.keys.map { SQLExpression.column($0.column) }
    let name = names.take("\(alias)_windows")
    var columns = [SelectColumn(table.asOf, as: helper.asOf)]
    columns += table.keys.map { .column($0.column) }
    var leaves: [Leaf: SQLExpression] = [:]
    for aggregation in aggregations {
      let slot = slotName(.aggregation(aggregation))
      let running = SQLExpression.column(runningName(aggregation))
      let shape = AggregateShape(
        rows: rows, isInside: table.isInside(aggregation.window ?? Window(.all)),
        sequence: table.numbering.sequence.map { .column($0) }, isNth: table.isNth,
        rank: running, breaks: running)
      columns.append(SelectColumn(try shape.shape(aggregation), as: slot))
      let value = SQLExpression.column(slot, of: name)
      leaves[.aggregate(aggregation)] =
        aggregation.function.isCount ? .coalesce(value, .integer(0)) : value
    }
    add(
      CommonTable(
        name, Select(columns, from: .common(table.name), groupBy: [table.asOf] + keys)))
    attach(
      Attachment(
        table: name, asOf: helper.asOf,
        keys: table.keys.map {
          .init(column: $0.column, kind: $0.kind, entity: $0.entity, isNullSafe: false)
        }, leaves: leaves))
    if let leagues = needs.leagues[alias] { try addLeague(leagues, alias, windows: name, keys) }
  }

  /// Leaves in the table of what is seen: the row's columns and the as-of day.
  func seenLeaves(_ alias: String, _ table: HistoryTable) -> Leaves {
    let previous = previousNames(of: alias)
    return Leaves { leaf in
      switch leaf {
      case .column(let reference): reference.rows == alias ? .column(reference.name) : nil
      case .previous(let x): previous[x].map { .column($0) }
      case .asOfDay: table.asOf
      case .seasonOpening: table.opening
      case .feature, .aggregate, .measured, .league, .coverage: nil
      }
    }
  }
}

extension Aggregation {
  /// What the argument and the filter read, each once; a `previous` counts as one.
  var rowLeaves: [Leaf] {
    [argument, filter].compactMap { $0 }.flatMap(\.outerLeaves)
  }

  /// The condition whose rows are counted from the newest on: those that break a streak, or those that
  /// pass the filter of `newest(n)`.
  fileprivate func countedUpTo(_ rows: ExpressionShape) throws(RenderError) -> SQLExpression? {
    var conditions: [SQLExpression] = []
    if let filter { conditions.append(try rows.shape(filter).sql) }
    if function == .streak, let argument {
      conditions.append(.not(try rows.shape(argument).sql))
      return .every(conditions)
    }
    return needsRank ? .every(conditions) : nil
  }
}

extension Expression {
  /// The leaves without those inside `previous`.
  var outerLeaves: [Leaf] {
    if case .previous(let x) = self { return [.previous(x)] }
    if operands.isEmpty { return leaves }
    return operands.flatMap(\.outerLeaves)
  }
}
