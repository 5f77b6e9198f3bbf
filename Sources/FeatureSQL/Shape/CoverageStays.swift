import FeatureAlgebra
import FeaturePlan

/// On which side an entity was from when to when, by its own rows: a row of each stay per entity.
///
///     "games_stays" AS (
///       SELECT "player", "game_date", "team" AS "side_1",
///         LEAD("game_date", 1, DATE '9999-12-31') OVER (PARTITION BY "player" ORDER BY "game_date") AS "until"
///       FROM "games"
///     )
struct CoverageStays {
  /// The rows of the history with side and end.
  let table: String
  let select: Select
  private let own: CoverageQuestion.Side
  private let sides: [(name: String, kind: Shaped.Kind)]
  private let since: String
  private let until: String
  private let opening: SQLExpression
  private let entities: String
  private let types: PlanTypes

  init(
    _ columns: [String], of history: HistoryPlan, as match: [Match],
    _ question: inout CoverageQuestion
  ) throws(RenderError) {
    let shape = question.shape
    let alias = history.rows.alias
    let own = try question.side(history.rows, history.match, named: "stays")
    self.own = own
    opening = try question.ask(.seasonOpening, like: "season_opening", true).sql
    entities = question.entities
    table = own.table
    types = shape.types
    let rows = ExpressionShape(types: shape.types, leaves: .row(of: alias))
    var names = Names(
      own.select.columns.compactMap { $0.name ?? own.day } + question.columns.compactMap(\.name))
    var select = own.select
    select.isDistinct = false
    var sides: [(name: String, kind: Shaped.Kind)] = []
    var known: [SQLExpression] = []
    for (number, column) in columns.enumerated() {
      let expression = Expression.column(rows: alias, name: column)
      let value = try rows.shape(expression)
      let name = names.take("side_\(number + 1)")
      sides.append((name, value.kind))
      select.columns.append(SelectColumn(value.sql, as: name))
      if shape.types.isNullable(expression) { known.append(.isNotNull(value.sql)) }
    }
    let partition = try rows.shapes(history.match.map(\.row)).map(\.sql)
    let next = WindowCall(
      .lead(.column(own.day), by: 1, otherwise: Numbering.never), partitionBy: partition,
      orderBy: try shape.oldestFirst(history.order, rows, besides: partition))
    (since, until) = (names.take("since"), names.take("until"))
    select.columns.append(SelectColumn(.window(next), as: until))
    select.filter = known.isEmpty ? nil : .every(known)
    self.select = select
    self.sides = sides
  }

  /// The entities with each stay of the season, and as they are now up to their first.
  ///
  /// - Parameter distinct: The entities alone, in the table of that name.
  func everyStay(of distinct: String, keys: [String], current: CoverageQuestion.Side) -> Query {
    let entity = Relation.common(distinct, alias: entities)
    let day = SQLExpression.column(own.day, of: table)
    let isOfSeason = own.matches + [.infix(.greaterOrEqual, day, opening)]
    let kept = keys.map { SelectColumn.column($0, of: entities) }
    let stay = Select(
      kept + sides.map { .column($0.name, of: table) } + [
        SelectColumn(day, as: since), .column(until, of: table),
      ], from: entity, joins: [Join(.inner, .common(table), on: .every(isOfSeason))])
    let first = SQLExpression.coalesce(.smallest(of: day), Numbering.never)
    let before = Select(
      kept + zip(sides, current.keys).map { SelectColumn($1.sql, as: $0.name) } + [
        SelectColumn(.literal(.day(CoverageStays.ever)), as: since), SelectColumn(first, as: until),
      ], from: entity, joins: [Join(.left, .common(table), on: .every(isOfSeason))],
      groupBy: keys.map { .column($0, of: entities) })
    return Query(.unionAll([Query(stay), Query(before)]))
  }

  /// What a game of the expected rows meets: the side, from its first day to the day before the next.
  func matches(_ expected: CoverageQuestion.Side) -> [SQLExpression] {
    let rows = ExpressionShape(types: types, leaves: .any)
    let day = SQLExpression.column(expected.day, of: expected.table)
    return zip(expected.rows, sides).map { row, side in
      rows.comparison(.equal, row, Shaped(.column(side.name, of: entities), side.kind))
    } + [
      .infix(.greaterOrEqual, day, .column(since, of: entities)),
      .infix(.less, day, .column(until, of: entities)),
    ]
  }

  /// No game is before this day.
  private static let ever = Day(year: 1, month: 1, day: 1) ?? Day(ordinal: .min)
}

extension ProcessorShape {
  /// The rows of every stay, and the entities with each.
  func addStays(
    _ stays: CoverageStays, _ entities: Select, _ question: CoverageQuestion,
    current: CoverageQuestion.Side
  ) {
    let distinct = names.take("coverage_each")
    add(CommonTable(distinct, entities))
    add(
      CommonTable(
        stays.table, note: "Each row says where the entity is until the next.", stays.select))
    add(
      CommonTable(
        question.entities, note: "Whose games are expected of whom, from when to when.",
        stays.everyStay(
          of: distinct, keys: question.keys.map(\.column), current: current)))
  }
}
