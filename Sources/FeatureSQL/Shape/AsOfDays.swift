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

  /// - Parameter name: of choice.
  ///
  /// `WHERE "played_games" > 0 AND "day" >= "season_opening" + 14`
  static func table(of processor: ProcessorPlan, named name: String = Name.table) -> CommonTable {
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
      ], from: .table(CalendarShape.table), where: .all(conditions))
    return CommonTable(name, select)
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
