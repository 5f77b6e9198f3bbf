import FeatureAlgebra
import FeaturePlan

/// The calendar as common tables: the days with games, their season and its opening.
struct CalendarShape {
  let calendar: CalendarPlan
  let types: PlanTypes

  /// Names of the columns of the calendar.
  enum Column {
    static let day = "day"
    static let season = "season"
    static let opening = "season_opening"
    static let scheduled = "scheduled_games"
    static let played = "played_games"
  }

  /// The game rows and the calendar, one row per day up to `$to` that has a scheduled or played game.
  ///
  /// A season opens on the first such day that belongs to it.
  func tables(named name: String, names: inout Names) throws(RenderError) -> [CommonTable] {
    guard let day = calendar.rows.day else {
      throw RenderError(.brokenPlan, "the calendar's rows have no day", in: calendar.rows.alias)
    }
    var used = [day]
    for expression in [calendar.season, calendar.scheduled, calendar.played] {
      for column in expression.columnReferences where !used.contains(column.name) {
        used.append(column.name)
      }
    }
    let alias = names.take(calendar.rows.alias)
    let rows = RowsShape(
      rows: calendar.rows, types: types, columns: used, days: .upToEnd)
    let shape = ExpressionShape(types: types, leaves: .row(of: calendar.rows.alias))
    let dayColumn = SQLExpression.column(day)
    let season = SQLExpression.aggregate(
      AggregateCall(.smallest, [try shape.shape(calendar.season).asInteger]))
    let scheduled = try shape.shape(calendar.scheduled).sql
    let played = try shape.shape(calendar.played).sql
    func games(_ filter: SQLExpression) -> SQLExpression {
      .aggregate(AggregateCall(.count, filter: filter))
    }
    let opening = WindowCall(
      .aggregate(AggregateCall(.smallest, [dayColumn])), partitionBy: [season])
    let counted: SQLExpression = scheduled == played ? scheduled : .any([scheduled, played])
    let select = Select(
      [
        SelectColumn(dayColumn, as: Column.day),
        SelectColumn(season, as: Column.season),
        SelectColumn(.window(opening), as: Column.opening),
        SelectColumn(games(scheduled), as: Column.scheduled),
        SelectColumn(games(played), as: Column.played),
      ], from: .common(alias), groupBy: [dayColumn],
      having: .infix(.greater, games(counted), .integer(0)))
    return try rows.tables(named: alias, names: &names) + [
      CommonTable(name, note: "One row per day with a game; a season opens on its first.", select)
    ]
  }

  /// The stand-alone statement: the calendar's days from `$from` to `$to` in order.
  static func statement(of plan: Plan, in dialect: Dialect) throws(RenderError) -> Statement {
    var names = Names([plan.calendar.rows.alias])
    let name = names.take("calendar")
    names = Names([name])
    let shape = CalendarShape(
      calendar: plan.calendar, types: PlanTypes(of: plan.calendar, in: plan))
    let columns = [
      ResultColumn(Column.day, .day), ResultColumn(Column.season, .integer),
      ResultColumn(Column.opening, .day), ResultColumn(Column.scheduled, .integer),
      ResultColumn(Column.played, .integer),
    ]
    let query = Query(
      with: try shape.tables(named: name, names: &names),
      Select(
        columns.map { .column($0.name) }, from: .common(name),
        where: .between(.column(Column.day), DayRange.from, DayRange.to)),
      orderBy: [OrderTerm(.column(Column.day))])
    return try Statement(
      .calendar, "calendar", query, returns: columns, in: dialect)
  }
}
