import FeatureAlgebra
import FeatureKernels
import Testing

/// Each aggregate over the games of the 1st to the 6th, as of the 10th.
struct AggregateTests {
  /// Oldest first: points 10, NULL, 13, 10, 8, 13; minutes 30.5, 20.0, NULL, 25.3, 31.0, 28.2.
  private let run = PlayerRun(
    games: PlayerGames(
      days: (1...6).map { .december($0) },
      columns: [
        ("points", .integers([10, nil, 13, 10, 8, 13])),
        ("minutes", .decimals([305, 200, nil, 253, 310, 282], scale: 1)),
        ("rate", .doubles([0.5, 0.25, nil, 1.5, 0.75, 2])),
        ("win", .booleans([true, false, nil, true, nil, true])),
        ("team", .texts(["x", "x", nil, "y", "x", "y"])),
      ]),
    types: [
      ("points", .integer), ("minutes", .number(4, 1)), ("rate", .double), ("win", .boolean),
      ("team", .text),
    ], days: [.december(10)])

  private func value(
    _ type: ColumnType, _ function: AggregateFunction, _ argument: Expression? = nil,
    where filter: Expression? = nil, over window: Window = .season
  ) throws -> Value {
    try run.value(type, .over(window, function, argument, where: filter))
  }

  @Test func `count counts rows, or values that are there`() throws {
    #expect(try value(.integer, .count) == 6)
    #expect(try value(.integer, .count, .games("points")) == 5)
  }

  @Test func `distinct values are counted once`() throws {
    // 10, 13, 8
    #expect(try value(.integer, .countDistinct, .games("points")) == 3)
    #expect(try value(.integer, .countDistinct, .games("team")) == 2)
    // The newest two games: 8, 13.
    #expect(
      try value(.integer, .countDistinct, .games("points"), over: .last(2, .games)) == 2)
  }

  @Test func `a sum of integers is an integer`() throws {
    // 10 + 13 + 10 + 8 + 13
    #expect(try value(.integer, .sum, .games("points")) == 54)
  }

  @Test func `a sum of decimals is one division`() throws {
    // (305 + 200 + 253 + 310 + 282) / 10 = 1350 / 10
    #expect(try value(.double, .sum, .games("minutes")) == 135.0)
  }

  @Test func `a mean is one division by count and power`() throws {
    // 54 / 5, and 1350 / (5 · 10)
    #expect(try value(.double, .mean, .games("points")) == 10.8)
    #expect(try value(.double, .mean, .games("minutes")) == 27.0)
  }

  @Test func `a mean of rounded doubles adds whole numbers`() throws {
    // At one decimal half away from zero: 5, 3, 15, 8, 20 tenths = 51 / 50
    #expect(try value(.double, .mean, .rounded(.games("rate"), scale: 1)) == 1.02)
  }

  @Test func `the sample deviation divides by n less one`() throws {
    // n 5, Σx 54, Σx² 100 + 169 + 100 + 64 + 169 = 602: (3010 − 2916) / 20 = 4.7
    #expect(try value(.double, .sampleDeviation, .games("points")) == .double(4.7.squareRoot()))
  }

  @Test func `the population deviation divides by n`() throws {
    // 94 / 25 = 3.76
    #expect(
      try value(.double, .populationDeviation, .games("points")) == .double(3.76.squareRoot()))
  }

  @Test func `a deviation of decimals is scaled once`() throws {
    // The newest two: 310 and 282. n·Σx² − (Σx)² = 2·(96100 + 79524) − 592² = 784; 784 / 2 = 392
    #expect(
      try value(.double, .sampleDeviation, .games("minutes"), over: .last(2, .games))
        == .double(392.0.squareRoot() / 10))
  }

  @Test func `one value has no sample deviation and no spread`() throws {
    let newest = Window.last(1, .games)
    #expect(try value(.double, .sampleDeviation, .games("points"), over: newest) == nil)
    #expect(try value(.double, .populationDeviation, .games("points"), over: newest) == 0.0)
  }

  @Test func `smallest and largest keep the argument's type`() throws {
    #expect(try value(.integer, .smallest, .games("points")) == 8)
    #expect(try value(.integer, .largest, .games("points")) == 13)
    #expect(try value(.number(4, 1), .smallest, .games("minutes")) == .decimal(200, scale: 1))
    #expect(try value(.double, .largest, .games("rate")) == 2.0)
    #expect(try value(.text, .smallest, .games("team")) == "x")
    #expect(try value(.day, .largest, .games("day")) == .day(Day.december(6).ordinal))
    #expect(try value(.boolean, .smallest, .games("win")) == false)
  }

  @Test func `the median of an even number lies halfway`() throws {
    // 8, 10, 10, 13, 13 and, of the newest four, 8, 10, 13, 13
    #expect(try value(.double, .median, .games("points")) == 10.0)
    #expect(try value(.double, .median, .games("points"), over: .last(4, .games)) == 11.5)
  }

  @Test func `newest and oldest take a row's value as it is`() throws {
    #expect(try value(.integer, .newest(1), .games("points")) == 13)
    #expect(try value(.integer, .newest(5), .games("points")) == nil)
    #expect(try value(.integer, .newest(7), .games("points")) == nil)
    #expect(try value(.text, .newest(4), .games("team")) == nil)
    #expect(try value(.integer, .oldest, .games("points")) == 10)
  }

  @Test func `newest and oldest look only at rows that pass the filter`() throws {
    let atX = Expression.comparison(.equal, .games("team"), .text("x"))
    #expect(try value(.integer, .newest(1), .games("points"), where: atX) == 8)
    #expect(try value(.integer, .newest(2), .games("points"), where: atX) == nil)
    #expect(try value(.integer, .newest(3), .games("points"), where: atX) == 10)
    #expect(try value(.integer, .oldest, .games("points"), where: .not(atX)) == 10)
  }

  @Test func `a filter works inside the window`() throws {
    // The newest three games hold teams y, x, y: the filter does not reach back for a third.
    let atY = Expression.comparison(.equal, .games("team"), .text("y"))
    #expect(try value(.integer, .count, where: atY, over: .last(3, .games)) == 2)
    #expect(try value(.integer, .sum, .games("points"), where: atY, over: .last(3, .games)) == 23)
  }

  @Test func `any and every look at values that are there`() throws {
    #expect(try value(.boolean, .anyTrue, .games("win")) == true)
    #expect(try value(.boolean, .allTrue, .games("win")) == false)
    #expect(try value(.boolean, .allTrue, .games("win"), over: .last(2, .games)) == true)
    let unknown = Expression.isNull(.games("win"))
    #expect(try value(.boolean, .anyTrue, .games("win"), where: unknown) == nil)
  }

  @Test func `nothing left is NULL, and 0 for the counts`() throws {
    let none = Window.last(1, .days)
    #expect(try value(.integer, .count, over: none) == 0)
    #expect(try value(.integer, .countDistinct, .games("points"), over: none) == 0)
    #expect(try value(.integer, .streak, .games("win"), over: none) == 0)
    for function in [
      AggregateFunction.sum, .mean, .smallest, .largest, .median, .oldest, .newest(1),
    ] {
      #expect(try value(.double, function, .games("points"), over: none) == nil)
    }
  }

  @Test func `an exact sum of doubles has no program`() {
    #expect(throws: KernelError.self) { try value(.double, .sum, .games("rate")) }
  }

  @Test func `an argument is computed once per row, previous rows with it`() throws {
    // Days since the previous game: NULL in the first, then 1 each.
    let gap = Expression.days(from: .previous(.games("day")), to: .games("day"))
    #expect(try value(.integer, .sum, gap) == 5)
    #expect(try value(.integer, .count, gap) == 5)
  }
}
