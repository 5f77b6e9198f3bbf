import FeatureAlgebra
import FeaturePlan

/// Which days of some rows can matter to a statement, as conditions on the day.
struct DayRange {
  let conditions: (SQLExpression) -> [SQLExpression]
  /// Whether a condition asks when the first season of the slab opened.
  let asksOpening: Bool

  init(
    asksOpening: Bool = false, _ conditions: @escaping (SQLExpression) -> [SQLExpression]
  ) {
    self.conditions = conditions
    self.asksOpening = asksOpening
  }

  static let from = SQLExpression.parameter("from")
  static let to = SQLExpression.parameter("to")

  /// `day BETWEEN $from AND $to`
  static var slab: DayRange { DayRange { [.between($0, from, to)] } }

  /// `day <= $to`
  static var upToEnd: DayRange { DayRange { [.infix(.lessOrEqual, $0, to)] } }

  /// Every row: the rows have no day, or any day can matter.
  static var always: DayRange { DayRange { _ in [] } }

  /// Days before some as-of day of the slab that the reach allows.
  ///
  /// - Parameter firstOpening: the earliest season opening of the slab's as-of days.
  static func before(_ reach: Reach, firstOpening: SQLExpression) -> DayRange {
    DayRange(asksOpening: reach.bounds.contains { $0.days == nil }) { day in
      let lowest = reach.bounds.map { bound -> SQLExpression in
        if let days = bound.days {
          return .infix(.greaterOrEqual, day, .call(.dayMinus, [from, .integer(days)]))
        }
        return .infix(.greaterOrEqual, day, firstOpening)
      }
      let upper = SQLExpression.infix(.less, day, to)
      switch lowest.count {
      case 0: return [upper]
      case 1: return [lowest[0], upper]
      default: return [.any(lowest), upper]
      }
    }
  }
}

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
    return try cut(
      Select(list, from: .table(table)),
      Cut(
        filter: rows.filter, keep: rows.keep, day: dayExpression, shape: shape, days: days))
  }

  private var dayExpression: Expression? {
    rows.day.map { .column(rows: rows.alias, name: $0) }
  }

  /// What is left of some rows: a filter, a reduction and a range of days.
  private struct Cut {
    let filter: Expression?
    let keep: Keep?
    let day: Expression?
    let shape: ExpressionShape
    let days: DayRange
  }

  private func cut(_ select: Select, _ cut: Cut) throws(RenderError) -> Select {
    var select = select
    var early: [SQLExpression] = []
    var late: [SQLExpression] = []
    if let day = cut.day {
      let conditions = cut.days.conditions(try cut.shape.shape(day).sql)
      if cut.keep?.per.contains(day) ?? true { early = conditions } else { late = conditions }
    }
    if let filter = cut.filter { early.append(try cut.shape.shape(filter).sql) }
    if let keep = cut.keep {
      let number = WindowCall(
        .rowNumber, partitionBy: try cut.shape.shapes(keep.per).map(\.sql),
        orderBy: try cut.shape.terms(keep.order))
      late.insert(.equal(.window(number), .integer(1)), at: 0)
    }
    if !early.isEmpty { select.filter = .every(early) }
    if !late.isEmpty { select.qualify = .every(late) }
    return select
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
    for (index, source) in parts.enumerated() {
      let marker = part.map { SelectColumn(.integer(index + 1), as: $0) }
      branches.append(Query(try branch(source, needed, marker, cutsInside ? days : .always)))
    }
    let union = Query(.unionAll(branches))
    if part == nil && !isReduced { return [CommonTable(name, union)] }
    let partsName = names.take("\(name)_parts")
    var tables = [CommonTable(partsName, union)]
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
      let select = try cut(
        Select(columns.map { .column($0) }, from: .common(last)),
        Cut(
          filter: rows.filter, keep: rows.keep, day: cutsInside ? nil : dayExpression,
          shape: shape, days: days))
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
    var list = [marker].compactMap { $0 }
    for column in rows.columns where needed.contains(column.name) {
      guard let mapped = part.mapping.first(where: { $0.name == column.name }) else {
        throw RenderError(
          .brokenPlan, "part '\(part.alias)' does not map '\(column.name)'", in: rows.alias)
      }
      list.append(
        SelectColumn(try shape.store(mapped.value, as: column.type), as: column.name))
    }
    let day = rows.day.flatMap { name in part.mapping.first { $0.name == name }?.value }
    return try cut(
      Select(list, from: .table(part.table, alias: part.alias)),
      Cut(filter: part.filter, keep: part.keep, day: day, shape: shape, days: days))
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
