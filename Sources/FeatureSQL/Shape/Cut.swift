import FeatureAlgebra
import FeaturePlan

/// What is left of some rows: a filter, a reduction to one row per key and a range of days.
struct Cut {
  let filter: Expression?
  let keep: Keep?
  /// Nil where days are cut elsewhere.
  let day: Expression?
  let shape: ExpressionShape
  let days: DayRange

  func applied(to select: Select) throws(RenderError) -> Select {
    var select = select
    var early: [SQLExpression] = []
    var late: [SQLExpression] = []
    if let day {
      let conditions = days.conditions(try shape.shape(day).sql)
      if keep?.per.contains(day) ?? true { early = conditions } else { late = conditions }
    }
    if let filter { early.append(try shape.shape(filter).sql) }
    if let keep {
      let number = WindowCall(
        .rowNumber, partitionBy: try shape.shapes(keep.per).map(\.sql),
        orderBy: try shape.terms(keep.order))
      late.insert(.equal(.window(number), .integer(1)), at: 0)
    }
    if !early.isEmpty { select.filter = .every(early) }
    if !late.isEmpty { select.qualify = .every(late) }
    return select
  }
}
