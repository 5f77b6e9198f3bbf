import DuckDB
import FeatureAlgebra
import FeaturePlan

@testable import FeatureKernels
@testable import FeatureSQL

/// A small made-up warehouse and a random processor over it.
struct RandomSeason {
  let history: Table
  let population: Table
  let expected: Table
  let excused: Table
  /// The population is found in the history, not given.
  let hasGrid: Bool

  static let from = RandomHistory.firstDay + 3
  static let to = RandomHistory.firstDay + 27
  private static let populationTypes: [(name: String, type: ColumnType)] = [
    ("id", .integer), ("player", .text), ("day", .day), ("line", .number(4, 1)), ("home", .boolean),
  ]
  private static let gameTypes: [(name: String, type: ColumnType)] = [
    ("team", .text), ("day", .day),
  ]
  private static let absenceTypes: [(name: String, type: ColumnType)] = [
    ("player", .text), ("day", .day),
  ]
  private static let calendarTypes: [(name: String, type: ColumnType)] = [
    ("day", .day), ("season", .integer),
  ]

  init(hasGrid: Bool, _ dice: inout Dice) throws {
    self.hasGrid = hasGrid
    history = try RandomHistory(random: RandomColumns(hasExtremes: false)).table(rows: 120, &dice)
    func player(_ dice: inout Dice) -> String? {
      dice.oneIn(20) ? nil : dice.pick(RandomHistory.players)
    }
    func day(_ dice: inout Dice) -> Day? { Day(ordinal: RandomSeason.from + Int32(dice.roll(25))) }
    let count = 60
    population = try Table([
      ("id", .integers((0..<count).map { Int64($0) })),
      ("player", .texts((0..<count).map { _ in player(&dice) })),
      ("day", .days((0..<count).map { _ in day(&dice) })),
      (
        "line",
        .decimals((0..<count).map { _ in dice.oneIn(5) ? nil : Int64(dice.roll(300)) }, scale: 1)
      ),
      ("home", .booleans((0..<count).map { _ in dice.oneIn(2) })),
    ])
    expected = try Table([
      ("team", .texts((0..<60).map { _ in dice.pick(Array(RandomColumns.words.prefix(4))) })),
      (
        "day",
        .days((0..<60).map { _ in Day(ordinal: RandomHistory.firstDay + Int32(dice.roll(30))) })
      ),
    ])
    excused = try Table([
      ("player", .texts((0..<40).map { _ in player(&dice) })),
      (
        "day",
        .days((0..<40).map { _ in Day(ordinal: RandomHistory.firstDay + Int32(dice.roll(30))) })
      ),
    ])
  }

  /// Every day has a game; a season opens on the first day and another ten days later.
  static let calendar = CalendarPlan(
    rows: .sample("calendar", calendarTypes), season: .column(rows: "calendar", name: "season"),
    scheduled: .literal(.boolean(true)), played: .literal(.boolean(true)))

  func load(into engine: Engine) throws {
    let days = (0..<31).map { RandomHistory.firstDay + Int32($0) }
    let calendar = try Table([
      ("day", .days(days.map { Day(ordinal: $0) })),
      ("season", .integers(days.map { $0 < RandomHistory.firstDay + 10 ? 1 : 2 })),
    ])
    try engine.connection.execute("CREATE SCHEMA test")
    for (name, table, types) in [
      ("h", history, RandomHistory.types), ("pop", population, RandomSeason.populationTypes),
      ("games", expected, RandomSeason.gameTypes), ("absences", excused, RandomSeason.absenceTypes),
      ("calendar", calendar, RandomSeason.calendarTypes),
    ] {
      try engine.register(table, types, as: "loaded")
      try engine.connection.execute("CREATE TABLE test.\"\(name)\" AS SELECT * FROM loaded")
    }
  }

  /// A processor with features that name the row, random aggregates, and expressions over them.
  func processor(_ dice: inout Dice) throws -> SamplePlan {
    let rows = RowsPlan.sample("h", RandomHistory.types)
    let entity: Expression = hasGrid ? .column(rows: "h", name: "player") : .pop("player")
    var plan = SamplePlan(
      population: hasGrid
        ? .entities(alias: "h", by: ["player"], window: RandomHistory.window(&dice))
        : .rows(.sample("pop", RandomSeason.populationTypes)))
    plan.histories = [
      HistoryPlan(
        rows: rows, match: [Match(row: .column(rows: "h", name: "player"), entity: entity)],
        order: order(&dice))
    ]
    let team = Expression.aggregate(
      Aggregation(
        .newest(1), rows: "h", argument: .column(rows: "h", name: "t1"),
        window: Window(.rows(3), withinSeason: false)))
    let isFollowing = dice.oneIn(2)
    let known = Expression.aggregate(
      Aggregation(
        .newest(1), rows: "h", argument: .column(rows: "h", name: "t1"),
        filter: .not(.isNull(.column(rows: "h", name: "t1"))), window: .season))
    plan.completeness = CompletenessPlan(
      actual: "h", expected: .sample("games", RandomSeason.gameTypes),
      match: [Match(row: .column(rows: "games", name: "team"), entity: isFollowing ? known : team)],
      following: isFollowing ? ["t1"] : nil,
      excused: .sample("absences", RandomSeason.absenceTypes),
      excusedMatch: [Match(row: .column(rows: "absences", name: "player"), entity: entity)],
      windows: (0..<2).map {
        CompletenessWindow(name: "w\($0)", window: RandomHistory.window(&dice))
      })
    plan.features = [
      ("player", .text, entity), ("as_of", .day, .asOfDay),
      ("id", .integer, hasGrid ? .whole(0) : .pop("id")),
      ("expected", .integer, .coverage(.expected, window: "w0")),
      ("actual", .integer, .coverage(.actual, window: "w0")),
      ("expected_1", .integer, .coverage(.expected, window: "w1")),
      ("actual_1", .integer, .coverage(.actual, window: "w1")),
    ]
    try addRandom(to: &plan, &dice)
    return plan
  }

  /// Newest first, often by a column with ties and NULLs before the key; features may or may not read
  /// either.
  private func order(_ dice: inout Dice) -> [Order] {
    let key = Order(.column(rows: "h", name: "game"), descending: dice.oneIn(2))
    let day = Order(.column(rows: "h", name: "day"), descending: true)
    guard dice.oneIn(2) else { return [day, key] }
    let column = dice.pick(RandomColumns.types)
    return [day, Order(.column(rows: "h", name: column.name), descending: dice.oneIn(2)), key]
  }

  private func addRandom(to plan: inout SamplePlan, _ dice: inout Dice) throws {
    let types = Dictionary(
      RandomHistory.types.map { (ColumnReference(rows: "h", name: $0.name), $0.type) }
        + RandomSeason.populationTypes.map {
          (ColumnReference(rows: "pop", name: $0.name), $0.type)
        },
      uniquingKeysWith: { first, _ in first })
    let rules = TypeRules(column: { types[$0] })
    // The columns of the order, too, may be ones that no feature reads.
    let isKeyRead = dice.oneIn(2)
    let rowLevel = RandomExpression(
      alias: "h", columns: RandomHistory.types.filter { isKeyRead || $0.name != "game" },
      hasPrevious: dice.oneIn(2))
    var leaves: [ColumnType: [Expression]] = [.day: [.asOfDay, .seasonOpening]]
    for number in 0..<8 {
      let aggregation = RandomHistory.aggregation(rowLevel, depth: dice.roll(3), &dice)
      let type = try rules.type(of: aggregation)
      plan.features.append(("a\(number)", type, .aggregate(aggregation)))
      leaves[type, default: []].append(.aggregate(aggregation))
    }
    let window = RandomHistory.window(&dice)
    let mean = Aggregation(
      .mean, rows: "h", argument: .column(rows: "h", name: "i1"), window: window)
    let count = Aggregation(.count, rows: "h", window: window)
    let league = Expression.league(
      LeagueAverage(
        rows: "h", value: .aggregate(mean),
        qualifying: .comparison(.greaterOrEqual, .aggregate(count), .whole(Int64(dice.roll(3)))),
        atLeast: dice.roll(4), fallback: 0.25))
    plan.features.append(("league", .double, league))
    leaves[.double, default: []].append(league)
    let entityLevel = RandomExpression(
      alias: "pop", columns: hasGrid ? [] : RandomSeason.populationTypes, leaves: leaves)
    for number in 0..<8 {
      let value = entityLevel.expression(dice.roll(4), &dice)
      guard let type = try? rules.type(of: value) else { continue }
      plan.features.append(("e\(number)", type, value))
    }
  }

  /// What the extract statements deliver, as the engine hands it to the kernels.
  func input(
    _ extract: Extract, _ processor: ProcessorPlan, _ engine: Engine
  ) throws -> KernelInput {
    let opening = RandomHistory.firstDay
    var input = KernelInput(
      days: (RandomSeason.from...RandomSeason.to).map { day in
        AsOfDay(
          Day(ordinal: day),
          seasonOpening: Day(ordinal: day < opening + 10 ? opening : opening + 10))
      })
    if let statement = extract.population {
      var population = PopulationTable(asOf: [])
      for (column, facts) in zip(try columns(statement, engine), statement.columns) {
        for reference in facts.references {
          switch reference {
          case .asOf: population.asOf = column.dayOrdinals ?? []
          case .column(let reference): population.columns[reference] = column
          case .slot(let name): population.summaries[name] = column
          case .seasonOpening, .matchKey, .day, .lookupMatches: break
          }
        }
      }
      input.population = population
    }
    for history in extract.histories {
      input.histories[history.alias] = try table(history.extract, "day", ["player"], engine)
    }
    input.expected = try extract.expected.map { try table($0, "day", ["team"], engine) }
    input.excused = try extract.excused.map { try table($0, "day", ["player"], engine) }
    return input
  }

  private func table(
    _ statement: ExtractStatement, _ day: String, _ keys: [String], _ engine: Engine
  ) throws -> Table {
    var named: [(name: String, column: FeatureKernels.Column)] = []
    for (column, facts) in zip(try columns(statement, engine), statement.columns) {
      for reference in facts.references {
        let name: String? =
          switch reference {
          case .column(let reference): reference.name
          case .day: day
          case .matchKey(let index): keys[index]
          case .asOf, .seasonOpening, .slot, .lookupMatches: nil
          }
        if let name, !named.contains(where: { $0.name == name }) { named.append((name, column)) }
      }
    }
    return try Table(named)
  }

  private func columns(
    _ statement: ExtractStatement, _ engine: Engine
  ) throws -> [FeatureKernels.Column] {
    let rows = try engine.rows(statement.statement)
    return statement.columns.enumerated().map { place, facts in
      FeatureKernels.Column(rows.map { Value($0[place]) }, facts.type)
    }
  }

  /// What names a row: player (by bytes), day, and the id where rows are given.
  static func key(_ output: KernelOutput, _ row: Int) -> [Int] {
    key(
      output.features["player"]?.text(row), output.asOf.dayOrdinals?[row] ?? 0,
      output.features["id"]?.integers?[row] ?? 0)
  }

  static func key(_ player: String?, _ day: Int32, _ id: Int64) -> [Int] {
    [Int(day), Int(id)] + (player.map { $0.utf8.map { Int($0) } } ?? [-1])
  }
}

extension FeatureKernels.Column {
  /// Values as a column of a type.
  init(_ values: [Value], _ type: ColumnType) {
    switch type {
    case .integer, .integer32: self = .integers(values.map(\.integer))
    case .decimal(_, let scale):
      self = .decimals(
        values.map { if case .decimal(let number, _) = $0 { number } else { nil } }, scale: scale)
    case .double: self = .doubles(values.map(\.double))
    case .boolean: self = .booleans(values.map(\.truth))
    case .day: self = .days(values.map { $0.day.map { Day(ordinal: $0) } })
    case .timestamp:
      self = .timestamps(values.map { if case .timestamp(let moment) = $0 { moment } else { nil } })
    case .text, .textList, .doubleList: self = .texts(values.map(\.text))
    }
  }
}
