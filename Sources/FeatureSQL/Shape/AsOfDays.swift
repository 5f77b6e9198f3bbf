import FeatureAlgebra
import FeaturePlan

/// STUB until the Calendar shape arrives.
enum AsOfDays {
  enum Name {
    static let table = "days"
    static let asOf = "as_of"
    static let seasonOpening = "season_opening"
  }
  static let asOf = SQLExpression.column(Name.asOf, of: Name.table)
  static let seasonOpening = SQLExpression.column(Name.seasonOpening, of: Name.table)
  static func commonTables(
    for processor: ProcessorPlan, in plan: Plan
  ) throws(RenderError) -> [CommonTable] {
    let day = SQLExpression.column(plan.calendar.rows.day ?? "", of: "schedule")
    let opening = Select(
      [SelectColumn(.smallest(of: day))], from: .table(plan.calendar.rows.tables[0]))
    return [
      CommonTable(
        "days",
        Select(
          distinct: true,
          [
            SelectColumn(day, as: "as_of"),
            SelectColumn(.subquery(Query(opening)), as: "season_opening"),
          ], from: .table(plan.calendar.rows.tables[0]), where: .inRange(day)))
    ]
  }
}

enum StagedExpression {
  static func sql(
    _ expression: Expression, of processor: ProcessorPlan
  ) throws(RenderError) -> SQLExpression {
    try FeatureReference.sql(expression, of: processor, in: "staged")
  }
}

enum FeatureReference {
  static func sql(
    _ expression: Expression, of processor: ProcessorPlan, in alias: String
  ) throws(RenderError) -> SQLExpression {
    if case .feature(let name) = expression { return .column(name, of: alias) }
    if case .comparison(.lessOrEqual, let a, let b) = expression {
      return .infix(
        .lessOrEqual, try sql(a, of: processor, in: alias), try sql(b, of: processor, in: alias))
    }
    if case .literal(let l) = expression { return .literal(l) }
    return .null
  }
}
