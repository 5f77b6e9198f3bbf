import FeatureAlgebra
import FeaturePlan

/// The table of a history's rows with the columns that hold each `previous` and the numbering.
struct RowSource {
  let name: String
  /// The column of each `previous`, by its argument.
  let previous: [Expression: String]
  let numbering: Numbering

  /// The row's columns of this table, then `others`.
  func leaves(of alias: String, _ others: Leaves) -> Leaves {
    Leaves { leaf in
      switch leaf {
      case .column(let reference):
        reference.rows == alias ? .column(reference.name, of: name) : nil
      case .previous(let x): previous[x].map { .column($0, of: name) }
      default: nil
      }
    }
    .or(others)
  }
}

extension ProcessorShape {
  /// The rows of a history; where a window counts rows or an aggregate asks for the row before, one
  /// more table with `LEAD` and `LAG` over each entity's rows, and one more per nesting of `previous`.
  func addOrdered(
    _ history: HistoryPlan, _ keys: [HistoryTable.Key]
  ) throws(RenderError) -> RowSource {
    let alias = history.rows.alias
    var source = RowSource(name: alias, previous: [:], numbering: .none)
    let numbering = try numbering(of: history, keys)
    var extra = numbering.columns
    var open = previousNames(of: alias).sorted { $0.value < $1.value }
    while !open.isEmpty || !extra.isEmpty {
      let ready = open.filter { item in
        item.key.outerLeaves.allSatisfy { leaf in
          if case .previous(let x) = leaf { source.previous[x] != nil } else { true }
        }
      }
      guard !ready.isEmpty || !extra.isEmpty else {
        throw RenderError(.brokenPlan, "'previous' goes in circles", in: alias)
      }
      open.removeAll { item in ready.contains { $0.key == item.key } }
      let rows = ExpressionShape(
        types: types, leaves: source.leaves(of: alias, Leaves { _ in nil }))
      let partition = try rows.shapes(keys.map(\.row)).map(\.sql)
      let order = try oldestFirst(history.order, rows, besides: partition)
      var columns = [SelectColumn(.everything(of: source.name))] + extra
      extra = []
      for (argument, name) in ready {
        let lag = WindowCall(
          .lag(try rows.shape(argument).sql), partitionBy: partition, orderBy: order)
        columns.append(SelectColumn(.window(lag), as: name))
      }
      let next = names.take("\(alias)_ordered")
      let note =
        numbering.untils.isEmpty ? nil : "A row is among the newest n up to the day last_n_until."
      add(CommonTable(next, note: note, Select(columns, from: .common(source.name))))
      source = RowSource(
        name: next,
        previous: source.previous.merging(ready.map { ($0.key, $0.value) }) { first, _ in first },
        numbering: numbering)
    }
    return RowSource(name: source.name, previous: source.previous, numbering: numbering)
  }

  /// The order turned round, without what is the same for all rows of an entity.
  func oldestFirst(
    _ order: [Order], _ rows: ExpressionShape, besides keys: [SQLExpression]
  ) throws(RenderError) -> [OrderTerm] {
    var terms: [OrderTerm] = []
    for (term, plan) in zip(try rows.terms(order), order) where !keys.contains(term.value) {
      let isNullable = terms.count > 0 && types.isNullable(plan.value)
      terms.append(
        isNullable ? term.reversed : OrderTerm(term.value, descending: !term.descending))
    }
    return terms
  }

  private func numbering(
    of history: HistoryPlan, _ keys: [HistoryTable.Key]
  ) throws(RenderError) -> Numbering {
    let alias = history.rows.alias
    guard let day = history.rows.day else { return .none }
    let aggregations = needs.aggregations[alias] ?? []
    var counts: [Int] = []
    for window in needs.windows(over: alias) {
      if case .rows(let count) = window.span { counts.append(count) }
    }
    for aggregation in aggregations where aggregation.filter == nil {
      if case .newest(let position) = aggregation.function, position > 1 {
        counts += [position - 1, position]
      }
    }
    let rows = ExpressionShape(types: types, leaves: .row(of: alias, table: alias))
    let partition = try rows.shapes(keys.map(\.row)).map(\.sql)
    let order = try oldestFirst(history.order, rows, besides: partition)
    var columns = Names(
      history.rows.columns.map(\.name) + processor.slots.map(\.name) + [
        helper.asOf, helper.seasonOpening, helper.nth,
      ])
    return Numbering(
      counts: counts, day: day, of: alias, partitionBy: partition, order: order,
      number: aggregations.contains(where: \.needsSequence) ? helper.nth : nil, names: &columns)
  }

  /// A name for each `previous` in the aggregates of a history: `previous_game_date`.
  func previousNames(of alias: String) -> [Expression: String] {
    var columns = Names(types.columns.keys.map(\.name) + processor.slots.map(\.name))
    var found: [Expression: String] = [:]
    for argument in (needs.aggregations[alias] ?? []).flatMap(\.previousArguments)
    where found[argument] == nil {
      if case .column(_, let name) = argument {
        found[argument] = columns.take("previous_\(name)")
      } else {
        found[argument] = columns.take("previous_value")
      }
    }
    return found
  }
}

extension PlanTypes {
  /// Whether a row-level value can be NULL: all but columns declared otherwise.
  func isNullable(_ expression: Expression) -> Bool {
    guard case .column(let rows, let name) = expression else { return true }
    return columns[ColumnReference(rows: rows, name: name)]?.isNullable ?? true
  }
}
