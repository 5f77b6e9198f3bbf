import FeatureAlgebra
import FeaturePlan

/// The table of a history's rows with the columns that hold each `previous`.
struct RowSource {
  let name: String
  /// The column of each `previous`, by its argument.
  let previous: [Expression: String]

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
  /// The rows of a history; where an aggregate asks for the row before, one more table with
  /// `LAG(x) OVER (PARTITION BY entity ORDER BY oldest first)`, and one more per nesting.
  func addPrevious(
    _ history: HistoryPlan, _ keys: [HistoryTable.Key]
  ) throws(RenderError) -> RowSource {
    let alias = history.rows.alias
    let wanted = previousNames(of: alias)
    var source = RowSource(name: alias, previous: [:])
    var open = wanted.sorted { $0.value < $1.value }
    while !open.isEmpty {
      let ready = open.filter { item in
        item.key.outerLeaves.allSatisfy { leaf in
          if case .previous(let x) = leaf { source.previous[x] != nil } else { true }
        }
      }
      guard !ready.isEmpty else {
        throw RenderError(.brokenPlan, "'previous' goes in circles", in: alias)
      }
      open.removeAll { item in ready.contains { $0.key == item.key } }
      let rows = ExpressionShape(
        types: types, leaves: source.leaves(of: alias, Leaves { _ in nil }))
      let partition = try rows.shapes(keys.map(\.row)).map(\.sql)
      var order: [OrderTerm] = []
      for (term, plan) in zip(try rows.terms(history.order), history.order).reversed() {
        if partition.contains(term.value) { continue }
        let isNullable = types.isNullable(plan.value)
        order.insert(
          isNullable ? term.reversed : OrderTerm(term.value, descending: !term.descending), at: 0)
      }
      var columns = [SelectColumn(.everything(of: source.name))]
      for (argument, name) in ready {
        let lag = WindowCall(
          .lag(try rows.shape(argument).sql), partitionBy: partition, orderBy: order)
        columns.append(SelectColumn(.window(lag), as: name))
      }
      let next = names.take("\(alias)_previous")
      add(CommonTable(next, Select(columns, from: .common(source.name))))
      source = RowSource(
        name: next,
        previous: source.previous.merging(ready.map { ($0.key, $0.value) }) { first, _ in first })
    }
    return source
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
