import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private func column(_ name: String) -> Expression { .column(rows: "quote", name: name) }

private let quotes = Sample.rows(
  "quote", "quotes",
  [("player", .text), ("game_date", .day), ("line", .number(4, 1)), ("at", .timestamp)],
  key: ["player", "game_date", "at"])

private func lookup(
  _ timing: LookupPlan.Timing, _ cardinality: LookupPlan.Cardinality,
  condition: Expression? = nil
) -> LookupPlan {
  LookupPlan(
    rows: quotes, timing: timing, match: [Match(row: column("player"), entity: Sample.player)],
    condition: condition, cardinality: cardinality)
}

private let newest = LookupPlan.Cardinality.first([
  Order(column("at"), descending: true), Order(column("game_date")), Order(column("player")),
])

private let newestDay = LookupPlan.Cardinality.first([
  Order(column("game_date"), descending: true), Order(column("at"), descending: true),
  Order(column("player")),
])

private func processor(_ lookup: LookupPlan) -> ProcessorPlan {
  Sample.processor(
    lookups: [lookup],
    features: [
      Sample.feature("who", .text, Sample.player),
      Sample.feature("line", .number(4, 1), column("line")),
    ])
}

private let script =
  Sample.tables + Sample.schedule(["2022-10-18", "2023-01-09", "2023-01-10"])
    + """
    CREATE TABLE raw.quotes (player VARCHAR, game_date DATE, line DECIMAL(4, 1), "at" TIMESTAMP);
    INSERT INTO raw.context (player, game_date, tip_off) VALUES
      ('ann', '2023-01-10', '2023-01-10 19:00'), ('bob', '2023-01-10', '2023-01-10 21:00'),
      ('cy', '2023-01-10', NULL), ('ann', '2023-01-09', '2023-01-09 19:00');
    """

private func staged(
  _ lookup: LookupPlan, _ quotes: String, from: String = "2023-01-10"
) throws -> [String] {
  let processor = processor(lookup)
  let statement = try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(
    in: .duckDB)
  return try Season(script + "INSERT INTO raw.quotes VALUES \(quotes);")
    .rows(statement, from: from, to: "2023-01-10")
    .map { $0.replacing(" NULL NULL NULL NULL NULL", with: "") }.sorted()
}

@Test func `the first of several rows is looked up, and no row is added`() throws {
  let rows = try staged(
    lookup(.sameDay, newest),
    """
    ('ann', '2023-01-10', 20.5, '2023-01-10 10:00'), ('ann', '2023-01-10', 21.5, '2023-01-10 11:00'),
    ('bob', '2023-01-09', 9.5, '2023-01-09 11:00')
    """)
  #expect(rows == ["ann 21.5", "bob NULL", "cy NULL"])
}

@Test func `a condition compares the row with the population`() throws {
  // The quote must lie before tip-off: ann's second is too late, bob's is in time, cy has no tip-off.
  let inTime = Expression.comparison(
    .less, column("at"), .column(rows: "context", name: "tip_off"))
  let rows = try staged(
    lookup(.sameDay, newest, condition: inTime),
    """
    ('ann', '2023-01-10', 20.5, '2023-01-10 10:00'), ('ann', '2023-01-10', 21.5, '2023-01-10 20:00'),
    ('bob', '2023-01-10', 9.5, '2023-01-10 20:00'), ('cy', '2023-01-10', 1.5, '2023-01-10 20:00')
    """)
  #expect(rows == ["ann 20.5", "bob 9.5", "cy NULL"])
}

@Test func `a condition may hold where the population's value is NULL`() throws {
  let tipOff = Expression.column(rows: "context", name: "tip_off")
  let inTime = Expression.any([
    .isNull(tipOff), .comparison(.less, column("at"), tipOff),
  ])
  let rows = try staged(
    lookup(.sameDay, newest, condition: inTime),
    """
    ('ann', '2023-01-10', 21.5, '2023-01-10 20:00'), ('cy', '2023-01-10', 1.5, '2023-01-10 20:00')
    """)
  #expect(rows == ["ann NULL", "bob NULL", "cy 1.5"])
}

@Test(arguments: [newestDay, newest])
func `the newest row before the day is found up to its age`(
  cardinality: LookupPlan.Cardinality
) throws {
  // Of three days: ann's newest before the 10th is of the 8th; bob's is too old; cy's is of the day.
  let rows = try staged(
    lookup(.before(maximumAge: 3), cardinality),
    """
    ('ann', '2023-01-07', 7.5, '2023-01-07 10:00'), ('ann', '2023-01-08', 8.5, '2023-01-08 10:00'),
    ('ann', '2023-01-08', 8.4, '2023-01-08 09:00'), ('bob', '2023-01-06', 6.5, '2023-01-06 10:00'),
    ('cy', '2023-01-10', 1.5, '2023-01-10 10:00'), ('ann', '2023-01-10', 9.5, '2023-01-10 10:00')
    """, from: "2023-01-09")
  #expect(rows == ["ann 8.5", "ann 8.5", "bob NULL", "cy NULL"])
}

@Test func `rows without a day are looked up by key alone`() throws {
  let rows = try staged(
    lookup(.timeless, newest), "('ann', '2020-01-01', 20.5, '2020-01-01')", from: "2023-01-09")
  #expect(rows == ["ann 20.5", "ann 20.5", "bob NULL", "cy NULL"])
}

@Test func `a lookup that fans out is a failure, not two rows`() throws {
  let rows = try staged(
    lookup(.sameDay, .atMostOne),
    """
    ('ann', '2023-01-10', 20.5, '2023-01-10 10:00'), ('ann', '2023-01-10', 21.5, '2023-01-10 11:00'),
    ('bob', '2023-01-10', 9.5, '2023-01-10 11:00')
    """)
  #expect(
    rows == [
      "ann 20.5 PROCESSING_ERROR 2 rows of quote found, one at most may be false NULL NULL",
      "bob 9.5", "cy NULL",
    ])
}

@Test func `a lookup that must find its row fails without one`() throws {
  let rows = try staged(
    lookup(.sameDay, .one),
    "('ann', '2023-01-10', 20.5, '2023-01-10 10:00'), ('bob', '2023-01-10', 9.5, NULL)")
  #expect(
    rows == [
      "ann 20.5", "bob 9.5", "cy NULL PROCESSING_ERROR no row of quote found false NULL NULL",
    ])
}

@Test func `the extract counts what a lookup found`() throws {
  let processor = processor(lookup(.sameDay, .one))
  let extract = try ExtractShape(
    processor: processor, plan: Sample.plan(processor), dialect: .duckDB
  ).extract()
  let population = try #require(extract.population)
  #expect(population.position(of: .lookupMatches("quote")) == 4)
  let rows = try Season(
    script
      + """
      INSERT INTO raw.quotes VALUES
        ('ann', '2023-01-10', 20.5, '2023-01-10 10:00'), ('ann', '2023-01-10', 21.5, NULL),
        ('bob', '2023-01-10', 9.5, NULL);
      """
  ).rows(population.statement, from: "2023-01-10", to: "2023-01-10")
  #expect(
    rows == [
      "2023-01-10 2022-10-18 ann 20.5 2", "2023-01-10 2022-10-18 bob 9.5 1",
      "2023-01-10 2022-10-18 cy NULL NULL",
    ])
}

// MARK: Summaries

private func shots(_ function: AggregateFunction, _ name: String? = nil) -> Expression {
  .aggregate(
    Aggregation(
      function, rows: "shots", argument: name.map { .column(rows: "shots", name: $0) }))
}

@Test func `the day's own rows are aggregated for each row of the population`() throws {
  let rows = Sample.rows(
    "shots", "shots",
    [("shooter", .text), ("game_date", .day), ("made", .boolean), ("feet", .integer)], key: [])
  let made = Expression.aggregate(
    Aggregation(.count, rows: "shots", filter: .column(rows: "shots", name: "made")))
  let processor = Sample.processor(
    summaries: [
      SummaryPlan(
        rows: rows,
        match: [Match(row: .column(rows: "shots", name: "shooter"), entity: Sample.player)])
    ],
    features: [
      Sample.feature("who", .text, Sample.player),
      Sample.feature("attempts", .integer, shots(.count)),
      Sample.feature("makes", .integer, made),
      Sample.feature("feet", .integer, shots(.sum, "feet")),
    ])
  let statement = try FeaturesShape(processor: processor, plan: Sample.plan(processor)).statement(
    in: .duckDB)
  let staged = try Season(
    script
      + """
      CREATE TABLE raw.shots (shooter VARCHAR, game_date DATE, made BOOLEAN, feet BIGINT);
      INSERT INTO raw.shots VALUES
        ('ann', '2023-01-10', TRUE, 3), ('ann', '2023-01-10', FALSE, 23), ('bob', '2023-01-10', NULL, 5),
        ('ann', '2023-01-09', TRUE, 100);
      """
  ).rows(statement, from: "2023-01-10", to: "2023-01-10")
  #expect(
    staged.map { $0.replacing(" NULL NULL NULL NULL NULL", with: "") }.sorted()
      == ["ann 2 1 26", "bob 1 0 5", "cy 0 0 NULL"])
}
