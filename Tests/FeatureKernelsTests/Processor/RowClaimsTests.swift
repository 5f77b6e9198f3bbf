import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureKernels
@testable import FeatureSQL

/// What must hold of every written row, as the kernels and as the contract statements see it.
struct RowClaimsTests {
  private static let element = ValueRange(0, 1)
  private static let columns = [
    ColumnPlan(name: "whole", type: .integer, range: ValueRange(-2, 3)),
    ColumnPlan(name: "small", type: .integer32, isNullable: false, range: ValueRange(0, 4)),
    ColumnPlan(name: "price", type: .number(9, 2), range: ValueRange(-0.5, 1.25)),
    ColumnPlan(name: "share", type: .number(5, 3), isNullable: false),
    ColumnPlan(name: "real", type: .double, range: ValueRange(-0.1, 0.3)),
    ColumnPlan(name: "open", type: .double),
    ColumnPlan(name: "tier", type: .text, vocabulary: ["high", "low", "é"]),
    ColumnPlan(name: "name", type: .text, isNullable: false),
    ColumnPlan(name: "flag", type: .boolean, isNullable: false),
    ColumnPlan(name: "on_day", type: .day, isNullable: false),
    ColumnPlan(name: "tags", type: .textList, isNullable: false),
    ColumnPlan(
      name: "vector", type: .doubleList,
      elements: [
        ColumnPlan(name: "first", type: .double, isNullable: false, range: element),
        ColumnPlan(name: "second", type: .double),
      ]),
  ]

  @Test func `kernels and SQL find the same rows broken`() throws {
    let seed = seed(UInt64.random(in: 0...UInt64.max))
    var dice = Dice(seed: seed)
    let count = 4_000
    for column in RowClaimsTests.columns {
      let values = self.column(column, rows: count, &dice)
      let table = TablePlan(
        name: TableName("test", "rows"), columns: [column], key: [], day: nil, freshness: nil,
        rowHash: nil)
      var ours = [Bool](repeating: true, count: count)
      RowClaims(table, features: [column.name]).check([values], &ours)
      let engine = try Engine()
      try engine.register(
        Table([(column.name, values)]), [(column.name, column.type)], as: "target")
      let broken = try Printer.text(
        Contracts.anyBroken(Contracts.claims(of: column)), in: .duckDB)
      let theirs = try engine.connection.query(
        "SELECT COALESCE(\(broken), FALSE) FROM target ORDER BY place"
      ).rows().map { $0[0] != .boolean(true) }
      #expect(ours == theirs, "seed \(seed), \(column.name)")
      #expect(Set(ours).count == 2, "\(column.name) is never kept or never broken")
    }
  }

  @Test func `a number that no double is exactly is left to the stored rows`() {
    let column = ColumnPlan(name: "x", type: .integer, range: ValueRange(0, 9_007_199_254_740_992))
    let table = TablePlan(
      name: TableName("test", "rows"), columns: [column], key: [], day: nil, freshness: nil,
      rowHash: nil)
    var holds = [true, true, true]
    RowClaims(table, features: ["x"]).check(
      [.integers([9_007_199_254_740_992, 9_007_199_254_740_993, .max])], &holds)
    #expect(holds == [true, false, false])
  }

  @Test(arguments: [
    ([1, 2, 3], true), ([1, 2, 101], false), ([1, nil, 3], false), ([1, 7, 3], false),
    ([1, 2, 2], false), ([1, 2, 60], true), ([1, 2, 1_000], true), ([], true),
  ])
  func `a run says whether all that is written keeps the contracts`(
    values: [Int64?], keeps: Bool
  ) throws {
    var plan = SamplePlan(population: .rows(.sample("pop", [("x", .integer), ("y", .integer)])))
    plan.features = [("x", .integer, .pop("x")), ("y", .integer, .pop("y"))]
    plan.declared = [
      ColumnPlan(name: "x", type: .integer, isNullable: false, range: ValueRange(0, 100))
    ]
    plan.key = ["x"]
    plan.contracts = [
      ContractPlan(
        name: "not seven",
        holds: .not(.comparison(.equal, .feature("x"), .whole(7)))),
      // Of 60 it is NULL, which keeps it.
      ContractPlan(name: "y is below 100", holds: .comparison(.less, .feature("y"), .whole(100))),
    ]
    // What fails is not written, whatever it holds.
    plan.failures = [
      FailureRule(
        category: .insufficientData, when: .comparison(.equal, .feature("x"), .whole(1_000)),
        reason: .text("a thousand"), canRetry: false, expected: nil, actual: nil)
    ]
    let day = Day.december(1)
    let output = try plan.program().run(
      KernelInput(
        days: [AsOfDay(day, seasonOpening: nil)],
        population: PopulationTable(
          asOf: values.map { _ in day.ordinal },
          columns: [
            ColumnReference(rows: "pop", name: "x"): .integers(values),
            ColumnReference(rows: "pop", name: "y"): .integers(values.map { $0 == 60 ? nil : $0 }),
          ])))
    #expect(output.keepsContracts == keeps)
  }

  @Test func `a contract on an element of a stored vector is left to the stored rows`() throws {
    var plan = SamplePlan(population: .rows(.sample("pop", [("x", .integer), ("v", .doubleList)])))
    plan.features = [("x", .integer, .pop("x")), ("v", .doubleList, .pop("v"))]
    plan.declared = [
      ColumnPlan(
        name: "v", type: .doubleList, elements: [ColumnPlan(name: "first", type: .double)])
    ]
    plan.key = ["x"]
    let day = Day.december(1)
    func keeps(_ contracts: [ContractPlan]) throws -> Bool {
      plan.contracts = contracts
      return try plan.program().run(
        KernelInput(
          days: [AsOfDay(day, seasonOpening: nil)],
          population: PopulationTable(
            asOf: [day.ordinal],
            columns: [
              ColumnReference(rows: "pop", name: "x"): .integers([1]),
              ColumnReference(rows: "pop", name: "v"): .doubleLists([[0.5]]),
            ]))
      ).keepsContracts
    }
    #expect(try keeps([]))
    #expect(
      try !keeps([
        ContractPlan(
          name: "the first is small", holds: .comparison(.less, .feature("v.first"), .whole(9)))
      ]))
  }

  private func column(
    _ plan: ColumnPlan, rows: Int, _ dice: inout Dice
  ) -> FeatureKernels.Column {
    func many<Value>(_ value: (inout Dice) -> Value) -> [Value?] {
      (0..<rows).map { _ in dice.oneIn(7) ? nil : value(&dice) }
    }
    switch plan.type {
    case .integer, .integer32: return .integers(many { Int64($0.roll(9)) - 4 })
    case .decimal(_, let scale): return .decimals(many { Int64($0.roll(400)) - 150 }, scale: scale)
    case .double: return .doubles(many { double(&$0) })
    case .text: return .texts(many { $0.pick(["high", "low", "é", "e\u{301}", "High", ""]) })
    case .boolean: return .booleans(many { $0.oneIn(2) })
    case .day: return .days(many { Day(ordinal: Int32($0.roll(90))) })
    case .timestamp: return .timestamps(many { Int64($0.roll(90)) })
    case .textList: return .textLists(many { dice in [dice.pick(["a", "b"])] })
    case .doubleList:
      return .doubleLists(
        many { dice in
          (0..<(dice.oneIn(5) ? dice.roll(4) : 2)).map { _ in
            dice.oneIn(9) ? nil : double(&dice)
          }
        })
    }
  }

  private func double(_ dice: inout Dice) -> Double {
    dice.pick([
      0.3, -0.1, 0.1 + 0.2, 0, -0.0, 1, 1.0000001, 0.5, .nan, .infinity, -.infinity,
      .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ])
  }
}
