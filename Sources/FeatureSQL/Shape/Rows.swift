import FeatureAlgebra
import FeaturePlan

/// `RowsPlan` → the common tables that read it: only the columns that are used, only the days that can
/// matter; source, filter, keep, in this order.
///
/// A reduction to one row per key runs before the days are cut, unless the key holds the day: a game
/// that moved to another day has one row, whatever slab asks.
struct RowsShape {
  let rows: RowsPlan
  let types: PlanTypes
  /// Names of the columns that are read.
  let columns: [String]
  let days: DayRange

  /// The last table is the rows, under `name`.
  func tables(named name: String, names: inout Names) throws(RenderError) -> [CommonTable] {
    switch rows.source {
    case .table(let table):
      return [CommonTable(name, try plain(table))]
    case .stack(let parts, let rule):
      return try stack(parts, rule, named: name, names: &names)
    }
  }

  /// The rows of one table without a reduction to one row per key: further columns and a reduction
  /// may be added to this very query.
  func simple() throws(RenderError) -> Select? {
    guard case .table(let table) = rows.source, rows.keep == nil else { return nil }
    return try plain(table)
  }

  private func plain(_ table: TableName) throws(RenderError) -> Select {
    let shape = ExpressionShape(types: types, leaves: .stored(of: rows.alias, types))
    let list = columns.map { name in
      SelectColumn(types.stored(ColumnReference(rows: rows.alias, name: name)), as: name)
    }
    return try Cut(
      filter: rows.filter, keep: rows.keep, day: dayExpression, shape: shape, days: days
    ).applied(to: Select(list, from: .table(table)))
  }

  private var dayExpression: Expression? {
    rows.day.map { .column(rows: rows.alias, name: $0) }
  }

  // MARK: Stacks

  private func stack(
    _ parts: [StackPart], _ rule: StackRule, named name: String, names: inout Names
  ) throws(RenderError) -> [CommonTable] {
    let shape = ExpressionShape(types: types, leaves: .row(of: rows.alias))
    let isReduced = rows.filter != nil || rows.keep != nil
    // Cutting days inside the parts must not hide rows from the reduction outside.
    let cutsInside = rows.keep.map { $0.per.contains { $0 == dayExpression } } ?? true
    var needed = columns
    func need(_ expressions: [Expression]) {
      for reference in expressions.flatMap(\.columnReferences)
      where !needed.contains(reference.name) { needed.append(reference.name) }
    }
    need([rows.filter].compactMap { $0 })
    need((rows.keep?.per ?? []) + (rows.keep?.order.map(\.value) ?? []))
    if let dayExpression, !cutsInside { need([dayExpression]) }
    var part: String?
    var chain: [SQLExpression] = []
    if case .firstPart(let by) = rule {
      var unique = Names(rows.columns.map(\.name))
      part = unique.take("part")
      let grain = (rows.day.map { [$0] } ?? []) + by.filter { $0 != rows.day }
      need(grain.map { .column(rows: rows.alias, name: $0) })
      chain = grain.map { .column($0) }
    }
    var branches: [Query] = []
    var tables: [CommonTable] = []
    for (index, source) in parts.enumerated() {
      let marker = part.map { SelectColumn(.integer(index + 1), as: $0) }
      let days = cutsInside ? days : .always
      if let pair = source.pair {
        let pairs = PairShape(stack: rows, part: source, pair: pair, types: types, days: days)
        let shaped = try pairs.shape(needed, marker, names: &names)
        tables += shaped.tables
        branches.append(Query(shaped.select))
      } else {
        branches.append(Query(try branch(source, needed, marker, days)))
      }
    }
    let union = Query(.unionAll(branches))
    if part == nil && !isReduced { return tables + [CommonTable(name, union)] }
    let partsName = names.take("\(name)_parts")
    tables.append(CommonTable(partsName, union))
    var last = partsName
    if let part {
      let rank = WindowCall(
        .rank, partitionBy: chain, orderBy: [OrderTerm(.column(part))])
      let first = Select(
        (isReduced ? needed : columns).map { .column($0) }, from: .common(last),
        qualify: .equal(.window(rank), .integer(1)))
      last = isReduced ? names.take("\(name)_preferred") : name
      tables.append(
        CommonTable(
          last, note: "Per \(rows.day.map { "\($0) and " } ?? "")key, the first part with a row.",
          first))
    }
    if isReduced {
      let select = try Cut(
        filter: rows.filter, keep: rows.keep, day: cutsInside ? nil : dayExpression,
        shape: shape, days: days
      ).applied(to: Select(columns.map { .column($0) }, from: .common(last)))
      tables.append(CommonTable(name, select))
    }
    return tables
  }

  /// One part with its columns mapped to the stack's, each brought to the stack's type.
  private func branch(
    _ part: StackPart, _ needed: [String], _ marker: SelectColumn?, _ days: DayRange
  ) throws(RenderError) -> Select {
    let shape = ExpressionShape(
      types: types, leaves: .stored(of: part.alias, table: part.alias, types))
    let list = try part.columns(of: rows, needed, marker, shape)
    let day = rows.day.flatMap { name in part.mapping.first { $0.name == name }?.value }
    return try Cut(filter: part.filter, keep: part.keep, day: day, shape: shape, days: days)
      .applied(to: Select(list, from: .table(part.table, alias: part.alias)))
  }
}

extension StackPart {
  /// The columns of the stack that are read, each brought to the stack's type.
  func columns(
    of stack: RowsPlan, _ needed: [String], _ marker: SelectColumn?, _ shape: ExpressionShape
  ) throws(RenderError) -> [SelectColumn] {
    var list = [marker].compactMap { $0 }
    for column in stack.columns where needed.contains(column.name) {
      guard let mapped = mapping.first(where: { $0.name == column.name }) else {
        throw RenderError(
          .brokenPlan, "part '\(alias)' does not map '\(column.name)'", in: stack.alias)
      }
      list.append(
        SelectColumn(try shape.store(mapped.value, as: column.type), as: column.name))
    }
    return list
  }
}

extension ExpressionShape {
  /// `"day" DESC, "game_id"`
  func terms(_ orders: [Order]) throws(RenderError) -> [OrderTerm] {
    var terms: [OrderTerm] = []
    for order in orders {
      terms.append(OrderTerm(try shape(order.value).sql, descending: order.descending))
    }
    return terms
  }
}
