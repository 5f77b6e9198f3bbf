import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private func stump(_ cut: Float, _ below: Float, _ above: Float, missingIsBelow: Bool) -> Tree {
  let split = Tree.Split(feature: 0, cut: cut, below: 1, above: 2, missingIsBelow: missingIsBelow)
  guard let tree = Tree([.split(split), .leaf(below), .leaf(above)]) else {
    fatalError("a stump is a sound tree")
  }
  return tree
}

private func prediction(
  _ trees: [Tree], link: TreeModel.Link = .identity, base: Float = 0.1, of x: Expression
) throws -> Expression {
  let model = try #require(
    TreeModel(name: "form", features: ["x"], base: base, link: link, trees: trees))
  return .prediction(model, [Labelled("x", x)])
}

private let hits = Expression.aggregate(
  Aggregation(.count, rows: "games", window: .season))

private func processor(_ features: FeaturePlan...) -> ProcessorPlan {
  Sample.processor(
    histories: [Sample.games(by: Sample.player)],
    features: [Sample.feature("player", .text, Sample.player)] + features)
}

private func statement(_ processor: ProcessorPlan) throws -> Statement {
  try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(in: .duckDB)
}

private func rows(_ processor: ProcessorPlan) throws -> [String] {
  let script = """
    INSERT INTO raw.context (player, game_date) VALUES ('ann', '2023-01-10'), ('bob', '2023-01-10');
    INSERT INTO raw.games (player, game_date) VALUES ('ann', '2023-01-08'), ('ann', '2023-01-09');
    """
  let schedule = Sample.schedule(["2023-01-08", "2023-01-09", "2023-01-10"])
  return try Season(Sample.tables + schedule + script)
    .rows(statement(processor), from: "2023-01-10", to: "2023-01-10")
    .map { $0.replacing(" NULL NULL NULL NULL NULL", with: "") }.sorted()
}

@Test func `values and trees stand in tables of their own`() throws {
  let nested = try #require(
    Tree([
      .split(.init(feature: 0, cut: 12.45, below: 1, above: 2, missingIsBelow: false)), .leaf(0.1),
      .split(.init(feature: 0, cut: 20, below: 3, above: 4, missingIsBelow: true)), .leaf(2),
      .leaf(-3.5),
    ]))
  let score = try prediction([nested, stump(3, 1, 2, missingIsBelow: true)], of: hits)
  let sql = try statement(processor(Sample.feature("score", .number(5, 2), score))).sql
  let start = try #require(sql.firstRange(of: "  -- What model")).lowerBound
  let end = try #require(sql.firstRange(of: "  \"features\" AS")).lowerBound
  #expect(
    String(sql[start..<end]) == """
        -- What model form reads, as numbers of 32 bits.
        "score_values" AS (
          SELECT
            *,
            TRY_CAST(CAST("s1" AS DOUBLE) AS REAL) AS "score.x"
          FROM "inputs"
        ),
        -- Trees 1 to 2 of 2 of model form.
        "score_trees" AS (
          SELECT
            *,
            CAST(
              CASE
                WHEN "score.x" < 12.449999809265137e0 THEN 0.1e0
                ELSE CASE WHEN "score.x" >= 20.0e0 THEN -3.5e0 ELSE 2.0e0 END
              END AS REAL
            ) AS "score.tree_1",
            CAST(CASE WHEN "score.x" >= 3.0e0 THEN 2.0e0 ELSE 1.0e0 END AS REAL) AS "score.tree_2"
          FROM "score_values"
        ),

      """)
}

@Test func `a missing value goes the way its tree says`() throws {
  // 7 missing games, never: NULLIF(count, 0) is missing for bob.
  let x = Expression.ratio(.literal(.integer(4)), hits)
  let below = try prediction([stump(3, 10, 20, missingIsBelow: true)], base: 0, of: x)
  let above = try prediction([stump(3, 10, 20, missingIsBelow: false)], base: 0, of: x)
  let sample = processor(
    Sample.feature("below", .double, below), Sample.feature("above", .double, above))
  #expect(try rows(sample) == ["ann 10.0 10.0", "bob 10.0 20.0"])
}

@Test func `leaves are added in 32 bits, in the order of the trees, however many`() throws {
  let trees = (0..<250).map { stump(1.5, Float($0) / 7, 0.1, missingIsBelow: true) }
  let score = try prediction(trees, of: hits)
  var (ann, bob) = (Float(0.1), Float(0.1))
  for number in 0..<250 {
    ann += 0.1
    bob += Float(number) / 7
  }
  let sample = processor(Sample.feature("score", .double, score))
  #expect(try rows(sample) == ["ann \(Double(ann))", "bob \(Double(bob))"])
  #expect(try statement(sample).sql.contains(#""score.sum_200""#))
}

@Test func `a probability has nine decimals`() throws {
  // 1 / (1 + exp(-2)) = 0.88079707797…; 1 / (1 + exp(200)) = 1.4e-87.
  let score = try prediction(
    [stump(1, -200, 2, missingIsBelow: true)], link: .logistic, base: 0, of: hits)
  let sample = processor(Sample.feature("score", .double, score))
  #expect(try rows(sample) == ["ann 0.880797078", "bob 0.0"])
}

@Test func `a prediction from a prediction and a failure rule that asks`() throws {
  let inner = try prediction([stump(1, 5, 6, missingIsBelow: true)], base: 0, of: hits)
  let outer = try prediction([stump(6, 1, 2, missingIsBelow: true)], base: 0, of: inner)
  let both = Expression.arithmetic(.plus, outer, inner)
  let rule = FailureRule(
    category: .insufficientData,
    when: .comparison(.less, inner, .literal(.integer(6))),
    reason: .concatenated([.literal(.text("it is ")), .cast(.cast(outer, .integer), .text)]),
    canRetry: true, expected: nil, actual: nil)
  let sample = Sample.processor(
    histories: [Sample.games(by: Sample.player)], failures: [rule],
    features: [
      Sample.feature("player", .text, Sample.player), Sample.feature("score", .double, both),
    ])
  #expect(
    try rows(sample) == ["ann 8.0", "bob 6.0 INSUFFICIENT_DATA it is 1 true NULL NULL"])
}

@Test func `a number keeps its bits and the fewest digits`() {
  #expect(Double(shortest: 0.1) == 0.1)
  #expect(Double(shortest: 12.45) == 12.45)
  var generator = SystemRandomNumberGenerator()
  for _ in 0..<20_000 {
    let value = Float(bitPattern: generator.next())
    if value.isFinite { #expect(Float(Double(shortest: value)) == value) }
  }
}
