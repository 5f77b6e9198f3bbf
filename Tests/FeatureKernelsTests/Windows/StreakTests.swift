import FeatureAlgebra
import FeatureKernels
import Testing

struct StreakTests {
  private func streak(
    _ over: [Bool?], window: Window = .season, where filter: Expression? = nil
  ) throws -> Value {
    let run = PlayerRun(
      games: PlayerGames(
        days: over.indices.map { .december($0 + 1) }, columns: [("over", .booleans(over))]),
      types: [("over", .boolean)], days: [.december(20)])
    return try run.value(.integer, .over(window, .streak, .games("over"), where: filter))
  }

  @Test func `a streak runs from the newest row to the first that is false`() throws {
    #expect(try streak([true, false, true, true]) == 2)
    #expect(try streak([true, true, false]) == 0)
    #expect(try streak([true, true, true]) == 3)
  }

  @Test func `what is neither true nor false is passed over`() throws {
    #expect(try streak([false, true, nil, true, nil]) == 2)
    #expect(try streak([nil, nil]) == 0)
  }

  @Test func `a streak ends with its window`() throws {
    #expect(try streak([true, true, true, true], window: .last(3, .games)) == 3)
    #expect(try streak([false, true, true, true], window: .last(2, .games)) == 2)
  }

  @Test func `rows that fail the filter are not part of the streak`() throws {
    // Game 2 is false and left out: 4, 3 and 1 are true.
    let played = Expression.comparison(.notEqual, .games("game"), .whole(1))
    #expect(try streak([true, false, true, true], where: played) == 3)
  }
}
