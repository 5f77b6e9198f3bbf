import FeatureAlgebra
import FeaturePlan

/// A small pipeline made by hand: a schedule, the games of players, and what a test adds.
enum Sample {
  static func rows(
    _ alias: String, _ table: String, _ columns: [(String, ColumnType)], key: [String],
    day: String? = "game_date", filter: Expression? = nil, keep: Keep? = nil
  ) -> RowsPlan {
    RowsPlan(
      alias: alias, source: .table(TableName("raw", table)), filter: filter, keep: keep, key: key,
      day: day, freshness: nil,
      columns: columns.map {
        ColumnPlan(name: $0.0, type: $0.1, isNullable: !key.contains($0.0))
      })
  }

  static let scheduleColumns: [(String, ColumnType)] = [
    ("game_id", .text), ("game_date", .day), ("season", .integer), ("home", .text),
    ("away", .text), ("status", .integer), ("processed_at", .timestamp),
  ]

  static let calendar = CalendarPlan(
    rows: rows("schedule", "schedule", scheduleColumns, key: ["game_id"]),
    season: .column(rows: "schedule", name: "season"),
    scheduled: .isIn(.column(rows: "schedule", name: "status"), [.integer(1), .integer(3)]),
    played: .comparison(
      .equal, .column(rows: "schedule", name: "status"), .literal(.integer(3))))

  static let gameColumns: [(String, ColumnType)] = [
    ("player", .text), ("game_date", .day), ("team", .text), ("points", .integer),
    ("minutes", .number(5, 1)), ("makes", .integer), ("attempts", .integer),
    ("active", .boolean),
  ]

  /// The games of players, newest first, matched with `entity`.
  static func games(
    _ alias: String = "games", filter: Expression? = nil, by entity: Expression
  ) -> HistoryPlan {
    let rows = rows(
      alias, "games", gameColumns, key: ["player", "game_date"], filter: filter)
    return HistoryPlan(
      rows: rows, match: [Match(row: .column(rows: alias, name: "player"), entity: entity)],
      order: [
        Order(.column(rows: alias, name: "game_date"), descending: true),
        Order(.column(rows: alias, name: "player")),
      ])
  }

  /// Players who have a row in `context` on D.
  static let context = rows(
    "context", "context",
    [
      ("player", .text), ("game_date", .day), ("team", .text), ("opponent", .text),
      ("tip_off", .timestamp),
    ], key: ["player", "game_date"])

  static let player = Expression.column(rows: "context", name: "player")

  static func points(_ alias: String = "games") -> Expression {
    .column(rows: alias, name: "points")
  }

  static func feature(_ name: String, _ type: ColumnType, _ expression: Expression)
    -> FeaturePlan
  {
    FeaturePlan(
      name: name, expression: expression, type: type, unit: nil, isStored: true, fingerprint: "")
  }

  static func processor(
    days: DaysPlan = DaysPlan(kind: .scheduled, bootstrap: 0),
    population: PopulationPlan = .rows(Sample.context), lookups: [LookupPlan] = [],
    summaries: [SummaryPlan] = [], histories: [HistoryPlan] = [],
    completeness: CompletenessPlan? = nil, failures: [FailureRule] = [],
    features: [FeaturePlan]
  ) -> ProcessorPlan {
    let columns = features.map { ColumnPlan(name: $0.name, type: $0.type) }
    let table = TablePlan(
      name: TableName("out", "sample"), columns: columns, key: [], day: nil, freshness: nil,
      rowHash: nil)
    return ProcessorPlan(
      name: "sample", table: table, days: days, population: population, lookups: lookups,
      summaries: summaries, histories: histories, completeness: completeness, features: features,
      output: columns.map { OutputColumn(column: $0, origin: .feature) }, failures: failures,
      contracts: [], dependencies: [], inputs: [],
      write: WritePlan(hashRule: .none, tieBreak: [], duplicateTolerance: 0),
      slots: slots(features.map(\.expression)), fingerprint: "")
  }

  /// Slots named by place: `s1`, `s2`.
  private static func slots(_ expressions: [Expression]) -> [SlotPlan] {
    var contents: [SlotPlan.Content] = []
    func add(_ content: SlotPlan.Content) {
      if !contents.contains(content) { contents.append(content) }
    }
    for expression in expressions {
      expression.walk { node in
        switch node {
        case .aggregate(let aggregation): add(.aggregation(aggregation))
        case .league(let league):
          for inner in league.value.aggregations + league.qualifying.aggregations {
            add(.aggregation(inner))
          }
          add(.league(league))
        default: break
        }
      }
    }
    return contents.enumerated().map {
      SlotPlan(name: "s\($0.offset + 1)", content: $0.element, type: .double)
    }
  }

  static func plan(_ processors: ProcessorPlan...) -> Plan {
    Plan(pipeline: "sample", calendar: calendar, tables: [], processors: processors)
  }

  // MARK: Rows

  static let tables = """
    CREATE TABLE raw.schedule (
      game_id VARCHAR, game_date DATE, season BIGINT, home VARCHAR, away VARCHAR, status BIGINT,
      processed_at TIMESTAMP);
    CREATE TABLE raw.games (
      player VARCHAR, game_date DATE, team VARCHAR, points BIGINT, minutes DECIMAL(5, 1),
      makes BIGINT, attempts BIGINT, active BOOLEAN);
    CREATE TABLE raw.context (
      player VARCHAR, game_date DATE, team VARCHAR, opponent VARCHAR, tip_off TIMESTAMP);
    """

  /// A finished game a day between BOS and LAL on the given days of one season.
  static func schedule(_ days: [String], season: Int = 2022, status: Int = 3) -> String {
    days.map {
      "INSERT INTO raw.schedule VALUES ('\($0)', '\($0)', \(season), 'BOS', 'LAL', \(status), NULL);"
    }
    .joined(separator: "\n")
  }
}
