import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

/// Small plans for tests: a population, histories and features, everything else empty.
struct SamplePlan {
  var population: PopulationPlan
  var lookups: [LookupPlan] = []
  var summaries: [SummaryPlan] = []
  var histories: [HistoryPlan] = []
  var completeness: CompletenessPlan?
  var features: [(name: String, type: ColumnType, value: Expression)] = []
  var failures: [FailureRule] = []
  var slots: [SlotPlan] = []
  /// Features that no column holds.
  var intermediates: Set<String> = []
  var contracts: [ContractPlan] = []
  var key: [String] = []
  /// What is declared of columns beyond their types.
  var declared: [ColumnPlan] = []

  var plan: ProcessorPlan {
    let columns = features.filter { !intermediates.contains($0.name) }
      .map { feature in
        declared.first { $0.name == feature.name }
          ?? ColumnPlan(name: feature.name, type: feature.type)
      }
    let table = TablePlan(
      name: TableName("test", "sample"), columns: columns, key: key, day: nil, freshness: nil,
      rowHash: nil)
    return ProcessorPlan(
      name: "sample", table: table, days: DaysPlan(kind: .scheduled, bootstrap: 0),
      population: population, lookups: lookups, summaries: summaries, histories: histories,
      completeness: completeness,
      features: features.map {
        FeaturePlan(
          name: $0.name, expression: $0.value, type: $0.type, unit: nil,
          isStored: !intermediates.contains($0.name), fingerprint: "")
      },
      output: columns.map { OutputColumn(column: $0, origin: .feature) }, failures: failures,
      contracts: contracts, dependencies: [], inputs: [],
      write: WritePlan(hashRule: .none, tieBreak: [], duplicateTolerance: 0), slots: slots,
      fingerprint: "")
  }

  func program() throws(KernelError) -> KernelProgram { try KernelProgram(plan) }
}

extension RowsPlan {
  /// Rows of a table of the same name as the alias.
  static func sample(
    _ alias: String, day: String? = "day", _ columns: [(name: String, type: ColumnType)]
  ) -> RowsPlan {
    RowsPlan(
      alias: alias, source: .table(TableName("test", alias)), key: [], day: day, freshness: nil,
      columns: columns.map { ColumnPlan(name: $0.name, type: $0.type) })
  }
}

extension HistoryPlan {
  /// Games of a player: columns `player`, `day`, `game` and more, matched with `pop.player` or with
  /// themselves, newest day first and then by game.
  static func games(
    _ columns: [(name: String, type: ColumnType)], matchedWith entity: Expression
  ) -> HistoryPlan {
    HistoryPlan(
      rows: .sample(
        "games", [("player", .text), ("day", .day), ("game", .integer)] + columns),
      match: [Match(row: .games("player"), entity: entity)],
      order: [Order(.games("day"), descending: true), Order(.games("game"))])
  }
}

extension Expression {
  static func games(_ name: String) -> Expression { .column(rows: "games", name: name) }

  static func pop(_ name: String) -> Expression { .column(rows: "pop", name: name) }

  static func whole(_ value: Int64) -> Expression { .literal(.integer(value)) }

  static func real(_ value: Double) -> Expression { .literal(.double(value)) }

  static func text(_ value: String) -> Expression { .literal(.text(value)) }

  /// An aggregate over the games.
  static func over(
    _ window: Window, _ function: AggregateFunction, _ argument: Expression? = nil,
    where filter: Expression? = nil
  ) -> Expression {
    .aggregate(
      Aggregation(function, rows: "games", argument: argument, filter: filter, window: window))
  }
}

extension Day {
  /// A day of the tests' month: December 2022.
  static func december(_ day: Int) -> Day {
    Day(ordinal: 19_326 + Int32(day))
  }
}

/// Rows of one player's games, for tests that look at windows of one entity.
struct PlayerGames {
  var player = "a"
  var days: [Day]
  var columns: [(name: String, column: Column)] = []

  var table: Table {
    get throws {
      try Table(
        [
          ("player", .texts(days.map { _ in player })), ("day", .days(days)),
          ("game", .integers(days.indices.map { Int64($0) })),
        ] + columns, count: days.count)
    }
  }
}

/// Runs features over one player's games on some days.
struct PlayerRun {
  var games: PlayerGames
  var types: [(name: String, type: ColumnType)] = []
  var days: [Day]
  /// The season's opening; nil where the calendar does not know it.
  var opening: Day? = .december(1)

  func values(_ type: ColumnType, _ expression: Expression) throws -> [Value] {
    let output = try run([("value", type, expression)])
    let column = try #require(output.features["value"])
    return (0..<column.count).map { Value(column, $0) }
  }

  func value(_ type: ColumnType, _ expression: Expression) throws -> Value {
    try values(type, expression)[0]
  }

  func run(
    _ features: [(name: String, type: ColumnType, value: Expression)]
  ) throws -> KernelOutput {
    var plan = SamplePlan(
      population: .rows(.sample("pop", [("player", .text), ("day", .day)])),
      histories: [.games(types, matchedWith: .pop("player"))])
    plan.features = features
    let population = PopulationTable(
      asOf: days.map(\.ordinal),
      columns: [
        ColumnReference(rows: "pop", name: "player"): .texts(days.map { _ in games.player })
      ])
    return try plan.program().run(
      KernelInput(
        days: Set(days).map { AsOfDay($0, seasonOpening: opening) }, population: population,
        histories: ["games": try games.table]))
  }
}
