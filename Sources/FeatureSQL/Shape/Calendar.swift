import FeatureAlgebra
import FeaturePlan

/// The calendar: the days with games, their season and its opening.
///
/// It is the same for every statement of a run, so it is computed once for each connection and kept
/// there as the temporary table `calendar`, which the statements of the families read.
struct CalendarShape {
  private let calendar: CalendarPlan
  private let types: PlanTypes

  /// Qualified, so that no rows of that name can hide it.
  static let table = TableName("temp", "calendar")

  /// Names of the columns of the calendar.
  enum Column {
    static let day = "day"
    static let season = "season"
    static let opening = "season_opening"
    static let scheduled = "scheduled_games"
    static let played = "played_games"
  }

  init(of plan: Plan) {
    calendar = plan.calendar
    types = PlanTypes(of: plan.calendar, in: plan)
  }

  /// One row per day that has a scheduled or played game. A season opens on the first that belongs to
  /// it.
  private func query() throws(RenderError) -> Query {
    guard let day = calendar.rows.day else {
      throw RenderError(.brokenPlan, "the calendar's rows have no day", in: calendar.rows.alias)
    }
    var used = [day]
    for expression in [calendar.season, calendar.scheduled, calendar.played] {
      for column in expression.columnReferences where !used.contains(column.name) {
        used.append(column.name)
      }
    }
    var names = Names(["games", "days"])
    let rows = RowsShape(rows: calendar.rows, types: types, columns: used, days: .always)
    let shape = ExpressionShape(types: types, leaves: .row(of: calendar.rows.alias))
    let games = Select(
      [
        SelectColumn(.column(day), as: Column.day),
        SelectColumn(try shape.shape(calendar.season).asInteger, as: Column.season),
        SelectColumn(try shape.shape(calendar.scheduled).sql, as: "is_scheduled"),
        SelectColumn(try shape.shape(calendar.played).sql, as: "is_played"),
      ], from: .common("games"))
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
      ], from: .common("days"),
      where: .any([.column("is_scheduled"), .column("is_played")]), groupBy: [dayColumn])
    return Query(
      with: try rows.tables(named: "games", names: &names) + [CommonTable("days", games)], days)
  }

  /// Keeps the calendar for the statements that follow on the same connection.
  func keep(in dialect: Dialect) throws(RenderError) -> Statement {
    try Statement(
      .calendar, "calendar", .createTemporary(Self.table.table, try query()), in: dialect)
  }

  /// What was kept, in order of the days.
  static func read(in dialect: Dialect) throws(RenderError) -> Statement {
    let columns = [
      ResultColumn(Column.day, .day), ResultColumn(Column.season, .integer),
      ResultColumn(Column.opening, .day), ResultColumn(Column.scheduled, .integer),
      ResultColumn(Column.played, .integer),
    ]
    return try Statement(
      .calendar, "days_with_games",
      Query(
        Select(columns.map { .column($0.name) }, from: .table(Self.table)),
        orderBy: [OrderTerm(.column(Column.day))]), returns: columns, in: dialect)
  }
}
