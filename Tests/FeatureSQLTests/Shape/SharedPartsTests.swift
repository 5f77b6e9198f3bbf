import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

/// Ann has a game of 30 points before the day, bob has none.
@Suite struct `What features say more than once` {
  private static let script =
    Sample.schedule(["2023-01-01", "2023-01-10"])
      + """
      INSERT INTO raw.context (player, game_date) VALUES ('ann', '2023-01-10'), ('bob', '2023-01-10');
      INSERT INTO raw.games (player, game_date, points) VALUES ('ann', '2023-01-02', 30);
      """

  private static let points = Expression.aggregate(
    Aggregation(
      .sum, rows: "games", argument: .column(rows: "games", name: "points"), window: .season))

  /// `start + 1 · points + 2 · points + 3 · points + …`: 4 terms, 300 for ann.
  private static func sum(
    from start: Literal, terms: Int64 = 4, by factor: (Int64) -> Literal = { .integer($0) }
  ) -> Expression {
    (1...terms).reduce(.literal(start)) { sum, times in
      .arithmetic(.plus, sum, .arithmetic(.times, points, .literal(factor(times))))
    }
  }

  private static func clamped(_ x: Expression) -> Expression {
    .clamped(x, low: .literal(.integer(0)), high: .literal(.integer(1000)))
  }

  private func statement(_ features: [(String, Expression)]) throws -> Statement {
    let processor = Sample.processor(
      histories: [Sample.games(by: Sample.player)],
      features: features.map { Sample.feature($0.0, .double, $0.1) })
    return try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(
      in: .duckDB)
  }

  private func staged(_ statement: Statement) throws -> [String] {
    try Season(Sample.tables + Self.script).rows(statement, from: "2023-01-10", to: "2023-01-10")
      .map { $0.replacing(" NULL NULL NULL NULL NULL", with: "") }.sorted()
  }

  private func count(_ text: String, in statement: Statement) -> Int {
    statement.sql.ranges(of: text).count
  }

  @Test func `is a column, written once and read by all`() throws {
    let total = Self.sum(from: .double(0.5))
    let statement = try statement([
      ("bounded", Self.clamped(total)), ("half", .ratio(total, .literal(.integer(2)))),
    ])
    #expect(statement.sql.contains("-- What the features of the next table say more than once."))
    #expect(count("* 4", in: statement) == 1)
    // Where it is made, where the clamp asks for NULL and bounds it, in the ratio.
    #expect(count(#""bounded.part""#, in: statement) == 4)
    #expect(try staged(statement) == ["300.5 150.25", "NULL NULL"])
  }

  @Test func `may hold parts that are shared themselves`() throws {
    let inner = Self.sum(from: .double(0.5))
    let outer = Expression.arithmetic(.plus, Self.clamped(inner), Self.sum(from: .double(1.5)))
    let statement = try statement([("x", Self.clamped(outer)), ("y", outer), ("z", inner)])
    #expect(count("0.5", in: statement) == 1)
    #expect(count("1.5", in: statement) == 1)
    #expect(try staged(statement) == ["602.0 602.0 300.5", "NULL NULL NULL"])
  }

  @Test func `stays where it is when it is short`() throws {
    let double = Expression.arithmetic(.times, Self.points, .literal(.double(2)))
    let statement = try statement([("x", Self.clamped(double)), ("y", double)])
    #expect(count(".part", in: statement) == 0)
    #expect(try staged(statement) == ["60.0 60.0", "NULL NULL"])
  }

  @Test func `stays behind its condition when it could fail for other rows`() throws {
    // Whole numbers: beyond 64 bits for ann, who has played and is not asked.
    let total = Self.sum(from: .integer(.max))
    let hasPlayed = Expression.not(.isNull(Self.points))
    let zero = Expression.literal(.integer(0))
    let guarded = Expression.choice(
      [Branch(when: hasPlayed, then: zero)], otherwise: Self.clamped(total))
    let statement = try statement([("x", guarded), ("y", guarded)])
    #expect(try staged(statement) == ["0.0 0.0", "NULL NULL"])
    // Doubles cannot fail: the same sum of doubles is shared from there.
    let safe = Expression.choice(
      [Branch(when: hasPlayed, then: zero)],
      otherwise: Self.clamped(Self.sum(from: .double(0.5), terms: 6, by: { .double(Double($0)) })))
    #expect(try count("* 6", in: self.statement([("x", safe), ("y", safe)])) == 1)
  }
}
