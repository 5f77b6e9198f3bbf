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
  static func commonTables(for processor: ProcessorPlan, in plan: Plan) throws(RenderError)
    -> [CommonTable]
  { [] }
}
enum StagedExpression {
  static func sql(_ expression: Expression, of processor: ProcessorPlan) throws(RenderError)
    -> SQLExpression
  { .null }
}
enum FeatureReference {
  static func sql(_ expression: Expression, of processor: ProcessorPlan, in alias: String) throws(RenderError) -> SQLExpression { .null }
}
