import FeatureAlgebra
import FeaturePlan

/// A part of a stack whose rows are found for the rows of others.
///
///     "roster" AS (…), "games" AS (…),
///     "roster_days" AS (
///       SELECT "team", "roster_date", LEAD("roster_date", 1, DATE '9999-12-31') OVER (…) AS "until"
///       FROM "roster" GROUP BY "team", "roster_date"
///     )
///     SELECT … FROM "games" JOIN "roster_days" ON … JOIN "roster" ON …
///
/// All days of the slab at once. The newest day before each is found among the days, not the rows, and
/// each day of rows is seen from the days after it up to and with that of the next: no pair is built
/// to be thrown away.
struct PairShape {
  let stack: RowsPlan
  let part: StackPart
  let pair: PairPlan
  let types: PlanTypes
  /// Of the rows that ask.
  let days: DayRange

  func shape(
    _ needed: [String], _ marker: SelectColumn?, names: inout Names
  ) throws(RenderError) -> (tables: [CommonTable], select: Select) {
    guard let askingDay = pair.asking.day else {
      throw RenderError(.brokenPlan, "the rows have no day to be asked by", in: pair.asking.alias)
    }
    var read =
      part.mapping.filter { needed.contains($0.name) }.map(\.value)
      + pair.match.flatMap { [$0.row, $0.entity] }
    read += [
      .column(rows: part.alias, name: pair.day), .column(rows: pair.asking.alias, name: askingDay),
    ]
    let asking = RowsShape(
      rows: pair.asking, types: types, columns: columns(of: pair.asking.alias, in: read), days: days
    )
    let askingName = names.take(pair.asking.alias)
    var tables = try asking.tables(named: askingName, names: &names)
    let ownName = names.take(part.alias)
    tables.append(CommonTable(ownName, try own(columns(of: part.alias, in: read))))

    let shape = ExpressionShape(
      types: types,
      leaves: Leaves.row(of: part.alias, table: ownName)
        .or(.row(of: pair.asking.alias, table: askingName)))
    var select = Select(
      try part.columns(of: stack, needed, marker, shape), from: .common(askingName))
    let asked = SQLExpression.column(askingDay, of: askingName)
    let day = SQLExpression.column(pair.day, of: ownName)
    let matches = try matched(shape)
    switch pair.timing {
    case .sameDay:
      select.joins = [Join(.inner, .common(ownName), on: .every([.equal(day, asked)] + matches))]
    case .before(let age):
      let inside = isInside(day, asked, age)
      select.joins = [Join(.inner, .common(ownName), on: .every(inside + matches))]
    case .after(let days):
      let isAhead: [SQLExpression] = [
        .infix(.greater, day, asked),
        .infix(.lessOrEqual, day, .call(.dayPlus, [asked, .integer(days)])),
      ]
      select.joins = [Join(.inner, .common(ownName), on: .every(isAhead + matches))]
    case .newestDay(let age):
      let table = try spans(of: ownName, names: &names)
      tables.append(table.table)
      let found = SQLExpression.column(pair.day, of: table.table.name)
      let span = ExpressionShape(
        types: types,
        leaves: Leaves.row(of: part.alias, table: table.table.name)
          .or(.row(of: pair.asking.alias, table: askingName)))
      let until = SQLExpression.column(table.until, of: table.table.name)
      let isSeen = isInside(found, asked, age) + [.infix(.lessOrEqual, asked, until)]
      let keys = try pair.match.map { (match) throws(RenderError) in
        SQLExpression.equal(try shape.shape(match.row).sql, try span.shape(match.row).sql)
      }
      select.joins = [
        Join(.inner, .common(table.table.name), on: .every(isSeen + (try matched(span)))),
        Join(.inner, .common(ownName), on: .every([.equal(day, found)] + keys)),
      ]
    }
    return (tables, select)
  }

  /// The part's rows, filtered and reduced, of the days that some row can ask for.
  private func own(_ columns: [String]) throws(RenderError) -> Select {
    let range =
      switch pair.timing {
      case .sameDay: days
      case .newestDay(let age), .before(let age): days.before(maximumAge: age)
      case .after(let within): days.after(within: within)
      }
    return try Cut(
      filter: part.filter, keep: part.keep, day: .column(rows: part.alias, name: pair.day),
      shape: ExpressionShape(types: types, leaves: .stored(of: part.alias, types)), days: range
    ).applied(
      to: Select(
        columns.map { name in
          SelectColumn(types.stored(ColumnReference(rows: part.alias, name: name)), as: name)
        }, from: .table(part.table)))
  }

  /// The days of the rows per match key, each with the last day that sees it.
  private func spans(
    of rows: String, names: inout Names
  ) throws(RenderError) -> (table: CommonTable, until: String) {
    let keyColumns = columns(of: part.alias, in: pair.match.map(\.row))
    let keys = keyColumns.map { SQLExpression.column($0) }
    let day = SQLExpression.column(pair.day)
    let next = WindowCall(
      .lead(day, by: 1, otherwise: Numbering.never), partitionBy: keys, orderBy: [OrderTerm(day)])
    var taken = Names(keyColumns + [pair.day])
    let until = taken.take("until")
    let select = Select(
      (keyColumns + [pair.day]).map { .column($0) } + [SelectColumn(.window(next), as: until)],
      from: .common(rows), groupBy: keys + [day])
    let table = CommonTable(
      names.take("\(part.alias)_days"),
      note: "Each day of the rows is seen from the days after it up to that of the next.", select)
    return (table, until)
  }

  private func matched(_ shape: ExpressionShape) throws(RenderError) -> [SQLExpression] {
    try pair.match.map { (match) throws(RenderError) in
      shape.comparison(.equal, try shape.shape(match.row), try shape.shape(match.entity))
    }
  }

  private func isInside(
    _ day: SQLExpression, _ asked: SQLExpression, _ age: Int
  ) -> [SQLExpression] {
    [
      .infix(.less, day, asked),
      .infix(.greaterOrEqual, day, .call(.dayMinus, [asked, .integer(age)])),
    ]
  }

  /// The columns of one of the two sides, each once.
  private func columns(of alias: String, in expressions: [Expression]) -> [String] {
    var names: [String] = []
    for reference in expressions.flatMap(\.columnReferences)
    where reference.rows == alias && !names.contains(reference.name) {
      names.append(reference.name)
    }
    return names
  }
}
