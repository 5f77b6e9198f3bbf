import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Testing

/// Whole programs against the oracle: random aggregates and expressions over them, on random as-of days.
struct WindowPropertyTests {
  @Test(arguments: [UInt64(21), 22, 23, 24])
  func `kernels and oracle agree on random aggregates`(number: UInt64) throws {
    let seed = seed(number)
    var dice = Dice(seed: seed)
    var cases = 0
    for round in 0..<60 {
      let sample = try Sample(rows: dice.pick([0, 1, 30, 60]), extremes: round % 3 != 0, &dice)
      let rules = sample.rules
      var plan = sample.plan
      for number in 0..<10 {
        let aggregation = RandomHistory.aggregation(
          RandomExpression(alias: "h", columns: RandomHistory.types, hasPrevious: true),
          depth: dice.roll(3), &dice)
        let type = try rules.type(of: aggregation)
        plan.features.append(("f\(number)", type, .aggregate(aggregation)))
      }
      let output = try plan.program().run(sample.input, workers: 1 + dice.roll(3))
      for feature in plan.features {
        try sample.expectAgreement(feature, output, "seed \(seed)")
        cases += output.count
      }
    }
    #expect(cases > 15_000)
  }

  /// A history, a population and days.
  struct Sample {
    let history: Table
    let asOf: [Int32]
    let players: [String?]
    let opening: Int32?

    init(rows: Int, extremes: Bool, _ dice: inout Dice) throws {
      history = try RandomHistory(random: RandomColumns(hasExtremes: extremes))
        .table(rows: rows, &dice)
      asOf = (0..<30).map { _ in RandomHistory.firstDay - 1 + Int32(dice.roll(33)) }
      players = (0..<30).map { _ in
        dice.oneIn(15) ? nil : dice.oneIn(15) ? "nobody" : dice.pick(RandomHistory.players)
      }
      opening = dice.oneIn(6) ? nil : RandomHistory.firstDay + Int32(dice.roll(12)) - 2
    }

    var rules: TypeRules {
      let types = Dictionary(
        RandomHistory.types.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
      return TypeRules(column: { types[$0.name] })
    }

    var plan: SamplePlan {
      let day = Expression.column(rows: "h", name: "day")
      return SamplePlan(
        population: .rows(.sample("pop", [("player", .text), ("day", .day)])),
        histories: [
          HistoryPlan(
            rows: .sample("h", RandomHistory.types),
            match: [Match(row: .column(rows: "h", name: "player"), entity: .pop("player"))],
            order: [Order(day, descending: true), Order(.column(rows: "h", name: "game"))])
        ])
    }

    var input: KernelInput {
      KernelInput(
        days: Set(asOf).map {
          AsOfDay(Day(ordinal: $0), seasonOpening: opening.map { Day(ordinal: $0) })
        },
        population: PopulationTable(
          asOf: asOf, columns: [ColumnReference(rows: "pop", name: "player"): .texts(players)]),
        histories: ["h": history])
    }

    /// Among rows of a day the smaller game is the newer: the order is ascending by game.
    var oracle: OracleHistory {
      OracleHistory(
        alias: "h", table: history, key: "player", day: "day", isNewer: { $0 < $1 }, types: rules)
    }

    func expectAgreement(
      _ feature: (name: String, type: ColumnType, value: Expression), _ output: KernelOutput,
      _ seed: String
    ) throws {
      let column = try #require(output.features[feature.name])
      let failed = Set(output.errors.map(\.row))
      for row in 0..<output.count {
        let entity = players[row].map { Value.text($0) } ?? .null
        var oracle = Oracle(column: { _, _ in entity }, types: rules)
        oracle.asOf = .day(asOf[row])
        oracle.opening = opening.map { .day($0) } ?? .null
        oracle.aggregate = { try self.oracle.aggregate($0, entity, asOf[row], opening) }
        oracle.measured = {
          try self.oracle.streak($0, against: $1, entity, asOf[row], opening)
        }
        do {
          let value = try oracle.store(try oracle.evaluate(feature.value), feature.type)
          let found = Value(column, row)
          // Of two zeros in a tie either may be the median.
          guard found.agrees(with: value) || found.double == 0 && value.double == 0 else {
            Issue.record(
              "\(seed), row \(row): \(feature.value.meaning) is \(value), not \(found)")
            return
          }
        } catch is OracleError {
          guard failed.contains(row), !column.isValid(row) else {
            Issue.record("\(seed), row \(row): \(feature.value.meaning) fails")
            return
          }
        }
      }
    }
  }
}
