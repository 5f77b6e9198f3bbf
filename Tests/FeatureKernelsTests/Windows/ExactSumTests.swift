import FeatureAlgebra
import FeatureKernels
import Testing

/// Sums whose running totals do not fit 64 bits.
struct ExactSumTests {
  private func run(_ values: [Int64?]) -> PlayerRun {
    PlayerRun(
      games: PlayerGames(
        days: values.indices.map { .december($0 + 1) }, columns: [("x", .integers(values))]),
      types: [("x", .integer)], days: [.december(20)])
  }

  @Test func `totals beyond 64 bits still give windows that fit`() throws {
    let run = run([.max, .max, .max, 5, 7])
    #expect(try run.value(.integer, .over(.last(2, .games), .sum, .games("x"))) == 12)
    #expect(try run.value(.double, .over(.last(2, .games), .mean, .games("x"))) == 6.0)
  }

  @Test func `a sum beyond 64 bits is an error of its row`() throws {
    let output = try run([.max, 1]).run([
      ("value", .integer, .over(.season, .sum, .games("x")))
    ])
    #expect(output.outcomes == [KernelOutput.failed])
    #expect(output.errors.map(\.code) == [.overflow])
    #expect(output.reasons == .texts(["value: integer arithmetic left 64 bits"]))
  }

  @Test func `a mean of large numbers does not overflow`() throws {
    // (2^63 − 1) · 2 / 2
    #expect(
      try run([.max, .max]).value(.double, .over(.season, .mean, .games("x")))
        == .double(Double(Int64.max)))
  }

  @Test func `deviations of large numbers are exact`() throws {
    // 10^15 and 10^15 + 2: n·Σx² − (Σx)² = 4, n(n − 1) = 2
    let run = run([1_000_000_000_000_000, 1_000_000_000_000_002])
    #expect(
      try run.value(.double, .over(.season, .sampleDeviation, .games("x")))
        == .double(2.0.squareRoot()))
  }

  @Test func `a deviation beyond 128 bits is an error of its row`() throws {
    let output = try run([.min, .min, .min]).run([
      ("value", .double, .over(.season, .sampleDeviation, .games("x")))
    ])
    #expect(output.errors.map(\.code) == [.sumOverflow])
  }

  @Test func `an argument that fails spoils only windows that hold its row`() throws {
    // x + 1 overflows in the oldest row.
    let run = run([.max, 2, 3])
    let plusOne = Expression.arithmetic(.plus, .games("x"), .whole(1))
    #expect(try run.value(.integer, .over(.last(2, .games), .sum, plusOne)) == 7)
    let output = try run.run([("value", .integer, .over(.season, .sum, plusOne))])
    #expect(output.errors.map(\.code) == [.overflow])
    let passing = Expression.comparison(.less, .games("x"), .whole(10))
    #expect(try run.value(.integer, .over(.season, .sum, plusOne, where: passing)) == 7)
  }
}
