import FeatureAlgebra
import FeaturePlan

/// Why games of a failed entity are missing (domain 3.4): of the games it should have in the fourteen
/// days before D, those without a row, looked up in the rows that excuse one.
///
///     LEFT JOIN "diagnosis" ON "diagnosis"."as_of" = "staged"."cache_date" AND …
///
/// Only the failed rows of the stage are asked about.
struct Diagnosis {
  /// Up to the one with a row for each failed entity and day.
  let tables: [CommonTable]
  /// From the stage to that row.
  let join: Join
  private let name: String

  /// Domain 3.4 looks two weeks back, whatever the season.
  static let window = Window(.days(14), withinSeason: false)
  /// With fewer expected games there is no history to judge by.
  private static let leastGames = 5

  private enum Column {
    static let expected = "expected_games"
    static let gaps = "gaps"
    static let absences = "absences"
    static let missing = "missing_dates"
  }

  /// Nil where no rows excuse a missing game, so that there is nothing to look it up in, and where a
  /// staged row does not tell its entity.
  init?(of landing: Landing, in plan: Plan) throws(RenderError) {
    let processor = landing.processor
    guard let completeness = processor.completeness, completeness.excused != nil,
      let window = completeness.windows.first,
      let shape = ProcessorShape(
        failedIn: landing, in: plan, roots: [.coverage(.expected, window: window.name)])
    else { return nil }
    try shape.build()
    guard let games = try shape.addMissingGames(completeness) else { return nil }
    let summary = Diagnosis.addSummary(of: games, to: shape)
    let scope = EntityScope(shape)
    scope.require(summary)
    let population = shape.populationName
    var columns = [SelectColumn.column(shape.helper.asOf, of: population)]
    columns += shape.stagedColumns.map { .column($0.name, of: population) }
    columns += [Column.expected, Column.gaps, Column.absences].map { count in
      SelectColumn(.call(.coalesce, [.column(count, of: summary), .integer(0)]), as: count)
    }
    columns.append(.column(Column.missing, of: summary))
    name = shape.names.take("diagnosis")
    tables =
      shape.tables + [
        CommonTable(name, Select(columns, from: scope.population, joins: try scope.joins()))
      ]
    var same = [
      SQLExpression.equal(.column(shape.helper.asOf, of: name), .column(landing.day, of: "staged"))
    ]
    for column in shape.stagedColumns {
      same.append(
        .infix(.isSame, .column(column.name, of: name), .column(column.staged, of: "staged")))
    }
    join = Join(.left, .common(name), on: .every(same))
  }

  /// One row per as-of day and key: how many games were expected, how many have no row although nothing
  /// excuses it, how many are excused, and the days of both.
  private static func addSummary(
    of games: MissingGames, to shape: ProcessorShape
  ) -> String {
    let question = games.question
    let name = shape.names.take("missing_games")
    let asOf = SQLExpression.column(shape.helper.asOf, of: question.asked)
    let keys = question.keys.map { SQLExpression.column($0.column, of: question.asked) }
    let day = SQLExpression.column(games.day, of: games.table)
    let isMissing = SQLExpression.not(.column(games.isFound, of: games.table))
    let isExcused = SQLExpression.column(games.isExcused, of: games.table)
    let dates = AggregateCall(
      .listed, [.cast(day, .text)], orderBy: [OrderTerm(day)], filter: isMissing)
    let columns =
      [SelectColumn(asOf, as: shape.helper.asOf)]
      + question.keys.map { .column($0.column, of: question.asked) } + [
        SelectColumn(.countOfRows, as: Column.expected),
        SelectColumn(.countOfRows(where: .all([isMissing, .not(isExcused)])), as: Column.gaps),
        SelectColumn(.countOfRows(where: .all([isMissing, isExcused])), as: Column.absences),
        SelectColumn(.aggregate(dates), as: Column.missing),
      ]
    var conditions = zip(question.keys, keys).map { key, column in
      SQLExpression.infix(
        key.isNullSafe ? .isSame : .equal, .column(key.column, of: games.table), column)
    }
    conditions.append(.infix(.less, day, asOf))
    conditions += Reach(of: [window]).conditions(on: day, asOf: asOf, opening: .null)
    shape.add(
      CommonTable(
        name, note: "What became of the games of two weeks.",
        Select(
          columns, from: .common(question.asked),
          joins: [Join(.inner, .common(games.table), on: .every(conditions))],
          groupBy: [asOf] + keys)))
    shape.attach(
      Attachment(table: name, asOf: shape.helper.asOf, keys: question.keys, leaves: [:]))
    return name
  }

  /// What the failure row says.
  var columns: [SelectColumn] {
    func value(_ column: String) -> SQLExpression { .column(column, of: name) }
    func isZero(_ column: String) -> SQLExpression { .equal(value(column), .integer(0)) }
    let isShort = SQLExpression.infix(
      .less, value(Column.expected), .integer(Diagnosis.leastGames))
    let type = SQLExpression.choice(
      [
        When(.all([isZero(Column.gaps), isZero(Column.absences)]), then: .text("COMPLETE")),
        When(isShort, then: .text("INSUFFICIENT_HISTORY")),
        When(isZero(Column.absences), then: .text("DATA_GAP")),
        When(isZero(Column.gaps), then: .text("PLAYER_DNP")),
      ], otherwise: .text("MIXED"))
    return [
      SelectColumn(type, as: "failure_type"),
      SelectColumn(.all([.not(isZero(Column.gaps)), .not(isShort)]), as: "is_correctable"),
      SelectColumn(value(Column.missing), as: "missing_game_dates"),
      SelectColumn(.literal(.boolean(true)), as: "raw_data_checked"),
    ]
  }

  /// What a failure row says where the raw rows were not looked at.
  static let unknown = [
    SelectColumn(.text("UNKNOWN"), as: "failure_type"),
    SelectColumn(.literal(.boolean(false)), as: "raw_data_checked"),
  ]
}
