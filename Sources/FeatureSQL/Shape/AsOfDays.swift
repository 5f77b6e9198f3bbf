import FeatureAlgebra
import FeaturePlan

/// The as-of days of a processor between `$from` and `$to` as a common table: scheduled or played days
/// of the calendar, without those that bootstrap skips.
enum AsOfDays {
  enum Name {
    static let table = "days"
    static let asOf = "as_of"
    static let seasonOpening = "season_opening"
  }
  static let asOf = SQLExpression.column(Name.asOf, of: Name.table)
  static let seasonOpening = SQLExpression.column(Name.seasonOpening, of: Name.table)

  /// The tables up to `days`, for statements that name no rows of the processor.
  static func commonTables(
    for processor: ProcessorPlan, in plan: Plan
  ) throws(RenderError) -> [CommonTable] {
    var names = Names([Name.table])
    return try tables(of: processor, in: plan, named: Name.table, names: &names)
  }

  /// The tables up to `days`, under a name of choice.
  ///
  /// `WHERE "played_games" > 0 AND "day" >= "season_opening" + 14`
  static func tables(
    of processor: ProcessorPlan, in plan: Plan, named name: String, names: inout Names
  ) throws(RenderError) -> [CommonTable] {
    let shape = CalendarShape(
      calendar: plan.calendar, types: PlanTypes(of: plan.calendar, in: plan))
    let calendar = names.take("calendar")
    typealias Column = CalendarShape.Column
    let day = SQLExpression.column(Column.day)
    let games = processor.days.kind == .played ? Column.played : Column.scheduled
    var conditions: [SQLExpression] = [
      .between(day, DayRange.from, DayRange.to),
      .infix(.greater, .column(games), .integer(0)),
    ]
    if processor.days.bootstrap > 0 {
      let first = SQLExpression.call(
        .dayPlus, [.column(Column.opening), .integer(processor.days.bootstrap)])
      conditions.append(.infix(.greaterOrEqual, day, first))
    }
    let select = Select(
      [
        SelectColumn(day, as: Name.asOf),
        SelectColumn(.column(Column.opening), as: Name.seasonOpening),
      ], from: .common(calendar), where: .all(conditions))
    return try shape.tables(named: calendar, names: &names) + [CommonTable(name, select)]
  }
}

/// Expressions over rows that hold every stored feature as a column: staged rows and stored ones.
enum StagedExpression {
  /// - Parameter alias: The rows' alias; nil where the columns stand alone.
  static func sql(
    _ expression: Expression, of processor: ProcessorPlan, in alias: String? = nil
  ) throws(RenderError) -> SQLExpression {
    let columns = processor.table.columns.flatMap(\.readable)
    let leaves = Leaves { leaf in
      guard case .feature(let name) = leaf else { return nil }
      return columns.first { $0.name == name }?.stored(of: alias) ?? .column(name, of: alias)
    }
    let types = PlanTypes(features: processor.features)
    return try ExpressionShape(types: types, leaves: leaves).shape(expression).sql
  }
}
