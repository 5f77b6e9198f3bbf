import FeatureAlgebra
import FeaturePlan

/// A plan small enough to read: one processor over games and a schedule, with every type of column,
/// every kind of scope and source tracking.
enum SmallPlan {
  static let games = TablePlan(
    name: TableName("raw", "games"),
    columns: [
      ColumnPlan(name: "player", type: .text, isNullable: false),
      ColumnPlan(name: "game_date", type: .day, isNullable: false),
      ColumnPlan(name: "points", type: .integer),
      ColumnPlan(name: "minutes", type: .number(5, 1)),
      ColumnPlan(name: "data_hash", type: .text, role: .metadata),
      ColumnPlan(name: "processed_at", type: .timestamp, role: .metadata),
    ], key: ["player", "game_date"], day: "game_date", freshness: "processed_at",
    rowHash: "data_hash")

  static let schedule = TablePlan(
    name: TableName("raw", "schedule"),
    columns: [
      ColumnPlan(name: "game_id", type: .text, isNullable: false),
      ColumnPlan(name: "game_date", type: .day, isNullable: false),
      ColumnPlan(name: "season", type: .integer, isNullable: false),
      ColumnPlan(name: "home_team", type: .text, isNullable: false),
      ColumnPlan(name: "loaded_at", type: .timestamp, role: .metadata),
    ], key: ["game_id"], day: "game_date", freshness: "loaded_at", rowHash: nil)

  static let travel = TablePlan(
    name: TableName("raw", "travel"),
    columns: [
      ColumnPlan(name: "team", type: .text, isNullable: false),
      ColumnPlan(name: "miles", type: .double),
    ], key: ["team"], day: nil, freshness: nil, rowHash: nil)

  static let calendar = CalendarPlan(
    rows: RowsPlan(
      alias: "calendar", source: .table(schedule.name), key: ["game_id"], day: "game_date",
      freshness: "loaded_at", columns: schedule.columns),
    season: .column(rows: "calendar", name: "season"), scheduled: .literal(.boolean(true)),
    played: .literal(.boolean(true)))

  static let features: [ColumnPlan] = [
    ColumnPlan(name: "player", type: .text, isNullable: false),
    ColumnPlan(name: "cache_date", type: .day, isNullable: false),
    ColumnPlan(name: "points_mean", type: .number(5, 1), range: ValueRange(0, 100)),
    ColumnPlan(name: "rating", type: .double, range: ValueRange(-0.5, 2)),
    ColumnPlan(name: "games", type: .integer32, isNullable: false),
    ColumnPlan(name: "zone", type: .text, vocabulary: ["paint", "mid_range"]),
    ColumnPlan(name: "is_hot", type: .boolean),
    ColumnPlan(name: "last_game", type: .day),
    ColumnPlan(name: "seen_at", type: .timestamp),
    ColumnPlan(name: "missing", type: .textList),
    ColumnPlan(name: "vector", type: .doubleList),
    ColumnPlan(name: "quality", type: .number(5, 2), role: .metadata),
  ]

  static let metadata: [OutputColumn] = [
    OutputColumn(
      column: ColumnPlan(name: "source_games_last_updated", type: .timestamp, role: .metadata),
      origin: .source(input: "source_games", .lastUpdated)),
    OutputColumn(
      column: ColumnPlan(name: "source_games_rows_found", type: .integer, role: .metadata),
      origin: .source(input: "source_games", .rowsFound)),
    OutputColumn(
      column: ColumnPlan(
        name: "source_games_completeness_pct", type: .number(5, 2), role: .metadata),
      origin: .source(input: "source_games", .completenessPercent(expected: 8))),
    OutputColumn(
      column: ColumnPlan(name: "source_games_hash", type: .text, role: .metadata),
      origin: .source(input: "source_games", .digest)),
    OutputColumn(
      column: ColumnPlan(name: "data_hash", type: .text, role: .metadata), origin: .rowHash),
    OutputColumn(
      column: ColumnPlan(
        name: "created_at", type: .timestamp, isNullable: false, role: .metadata),
      origin: .createdAt),
    OutputColumn(
      column: ColumnPlan(
        name: "processed_at", type: .timestamp, isNullable: false, role: .metadata),
      origin: .writtenAt),
  ]

  static let history = HistoryPlan(
    rows: RowsPlan(
      alias: "games", source: .table(games.name), key: games.key, day: "game_date",
      freshness: "processed_at", columns: games.columns),
    match: [
      Match(
        row: .column(rows: "games", name: "player"), entity: .column(rows: "games", name: "player"))
    ],
    order: [
      Order(.column(rows: "games", name: "game_date"), descending: true),
      Order(.column(rows: "games", name: "player")),
    ])

  /// What the features compute does not matter here: the tests stage rows themselves.
  static func unknown(_ column: ColumnPlan) -> FeaturePlan {
    let expression: Expression =
      switch column.name {
      case "player": .column(rows: "games", name: "player")
      case "cache_date": .asOfDay
      default: .literal(.null(column.type))
      }
    return FeaturePlan(
      name: column.name, expression: expression, type: column.type, unit: nil, isStored: true,
      fingerprint: column.name)
  }

  static let inputs = [
    InputScope(
      name: "source_games", table: games.name, scope: .before(days: nil, withinSeason: true)),
    InputScope(
      name: "recent_games", table: games.name, scope: .before(days: 7, withinSeason: false)),
    InputScope(name: "schedule", table: schedule.name, scope: .sameDay),
    InputScope(name: "travel", table: travel.name, scope: .everything),
  ]

  /// Three columns, a hash and the times, over one input: short enough to pin its statements.
  static func narrow(
    hashRule: WritePlan.HashRule = .canonical, contracts: [ContractPlan] = []
  ) -> ProcessorPlan {
    processor(
      hashRule: hashRule, features: Array(features.prefix(3)), metadata: Array(metadata.suffix(3)),
      contracts: contracts, inputs: Array(inputs.prefix(1)))
  }

  static func processor(
    hashRule: WritePlan.HashRule = .canonical, features: [ColumnPlan] = features,
    metadata: [OutputColumn] = metadata, tolerance: Int = 0, tieBreak: [Order] = [],
    contracts: [ContractPlan] = [], dependencies: [DependencyPlan] = [],
    inputs: [InputScope] = inputs
  ) -> ProcessorPlan {
    let output =
      features.map { OutputColumn(column: $0, origin: .feature) }
      + metadata.filter { hashRule != .none || $0.origin != .rowHash }
    return ProcessorPlan(
      name: "player_form",
      table: TablePlan(
        name: TableName("made", "player_form"), columns: output.map(\.column),
        key: ["player", "cache_date"], day: "cache_date", freshness: "processed_at",
        rowHash: hashRule == .none ? nil : "data_hash"),
      days: DaysPlan(kind: .played, bootstrap: 0),
      population: .entities(alias: "games", by: ["player"], window: .season), lookups: [],
      summaries: [], histories: [history], completeness: nil,
      features: features.map(unknown), output: output,
      failures: [], contracts: contracts, dependencies: dependencies, inputs: inputs,
      write: WritePlan(hashRule: hashRule, tieBreak: tieBreak, duplicateTolerance: tolerance),
      slots: [], fingerprint: "0000000000000001")
  }

  static func plan(_ processor: ProcessorPlan = processor()) -> Plan {
    Plan(
      pipeline: "small", calendar: calendar, tables: [processor.table, games, schedule, travel],
      processors: [processor])
  }
}
