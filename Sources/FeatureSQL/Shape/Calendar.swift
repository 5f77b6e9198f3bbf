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
    let gamesName = names.take("calendar_games")
    let daysName = names.take("calendar_days")
    let rows = RowsShape(
      rows: calendar.rows, types: types, columns: used, days: .upToEnd)
    let shape = ExpressionShape(types: types, leaves: .row(of: calendar.rows.alias))
    let games = Select(
      [
        SelectColumn(.column(day), as: Column.day),
        SelectColumn(try shape.shape(calendar.season).asInteger, as: Column.season),
        SelectColumn(try shape.shape(calendar.scheduled).sql, as: "is_scheduled"),
        SelectColumn(try shape.shape(calendar.played).sql, as: "is_played"),
      ], from: .common(gamesName))
    let counted = SQLExpression.any([.column("is_scheduled"), .column("is_played")])
    let dayColumn = SQLExpression.column(Column.day)
    let season = SQLExpression.smallest(of: .column(Column.season))
    let opening = WindowCall(
      .aggregate(AggregateCall(.smallest, [dayColumn])), partitionBy: [season])
    let days = Select(
      [
        .column(Column.day),
        SelectColumn(season, as: Column.season),
        SelectColumn(.window(opening), as: Column.opening),
        SelectColumn(.countOfRows(where: .column("is_scheduled")), as: Column.scheduled),
        SelectColumn(.countOfRows(where: .column("is_played")), as: Column.played),
      ], from: .common(daysName), where: counted, groupBy: [dayColumn])
    return try rows.tables(named: gamesName, names: &names) + [
      CommonTable(daysName, games),
      CommonTable(name, note: "One row per day with a game; a season opens on its first.", days),
    ]
  }

  /// The stand-alone statement: the calendar's days from `$from` to `$to` in order.
  static func statement(of plan: Plan, in dialect: Dialect) throws(RenderError) -> Statement {
    let name = "calendar"
    var names = Names([name])
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
