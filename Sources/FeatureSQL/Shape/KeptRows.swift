import FeatureAlgebra
import FeaturePlan

/// Which rows of a table count where one per key is kept whatever its day. The digest of a day covers it:
/// when a game is moved, its row of the old day no longer counts, and so the old day is stale.
///
///     FROM (
///       SELECT *, ROW_NUMBER() OVER (PARTITION BY "nba_game_id" ORDER BY …) = 1 AS "is_kept"
///       FROM "raw"."schedule" AS "rows"
///     ) AS "rows"
struct KeptRows {
  /// Conditions on rows under `alias`, each once, by the name of its column.
  private let choices: [(name: String, condition: SQLExpression)]
  private let table: TableName
  private let alias: String

  /// None where the scope is every row: whatever decides is in the digest then.
  init(of input: InputScope, as alias: String, for reader: Reader) throws(RenderError) {
    let (processor, plan) = (reader.processor, reader.plan)
    table = input.table
    self.alias = alias
    let calendars = plan.calendar.rows.dayChoices
    var conditions: [SQLExpression] = []
    if input.scope.isOfDays {
      for choice in processor.dayChoices(of: input.table, calendar: plan.calendar) {
        let types = calendars.contains(choice) ? reader.calendarTypes : reader.types
        let condition = try KeptRows.condition(choice, alias, types)
        if !conditions.contains(condition) { conditions.append(condition) }
      }
    }
    var names = Names(plan[table: input.table]?.columns.map(\.name) ?? [])
    choices = conditions.map { (names.take("is_kept"), $0) }
  }

  /// A processor whose inputs are looked at one after the other. What it can read is worked out when it is first
  /// asked for, and once: a processor of many tables has thousands of columns.
  final class Reader {
    let processor: ProcessorPlan
    let plan: Plan
    private(set) lazy var types = PlanTypes(of: processor, in: plan)
    private(set) lazy var calendarTypes = PlanTypes(of: plan.calendar, in: plan)

    init(_ processor: ProcessorPlan, in plan: Plan) {
      self.processor = processor
      self.plan = plan
    }
  }

  /// The table, with a column for each choice.
  var relation: Relation {
    let stored = Relation.table(table, alias: alias)
    guard !choices.isEmpty else { return stored }
    let columns = choices.map { SelectColumn($0.condition, as: $0.name) }
    return .query(
      Query(Select([SelectColumn(.everything())] + columns, from: stored)), alias: alias)
  }

  /// The sum of the rows' marks, in which a row that is kept counts more than one that is not: by 1 for the
  /// first choice, by 2 for the second, by 4 for the third.
  func total(of mark: SQLExpression) -> SQLExpression {
    choices.enumerated().reduce(.sum(of: mark)) { total, choice in
      let kept = SQLExpression.aggregate(
        AggregateCall(.sum, [mark], filter: .column(choice.element.name, of: alias)))
      let sum = SQLExpression.call(.coalesce, [kept, .integer(0)])
      let weight = 1 << choice.offset
      return .infix(
        .plus, total, weight == 1 ? sum : .infix(.times, .integer(weight), sum))
    }
  }

  private static func condition(
    _ choice: DayChoice, _ alias: String, _ types: PlanTypes
  ) throws(RenderError) -> SQLExpression {
    let shape = ExpressionShape(
      types: types, leaves: .stored(of: choice.alias, table: alias, types))
    let filter = try choice.filter.map { (filter) throws(RenderError) in
      try shape.shape(filter).sql
    }
    let number = WindowCall(
      .rowNumber,
      partitionBy: try shape.shapes(choice.keep.per).map(\.sql) + (filter.map { [$0] } ?? []),
      orderBy: try shape.terms(choice.keep.order))
    return .every([filter, .equal(.window(number), .integer(1))].compactMap { $0 })
  }
}

extension InputScope.Scope {
  fileprivate var isOfDays: Bool {
    switch self {
    case .sameDay, .before, .beforeInSeason, .after: true
    case .matching, .everything: false
    }
  }
}
