import FeatureSpec
import FeatureTesting
import Testing

/// Several rows of a player on one day: one per quarter.
private struct Quarters: Table {
  static let name = TableName("raw", "quarters")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let quarter = Column("quarter", .integer).required
  let points = Column("points", .integer, .points)
  var identity: Identity { Identity(key: [player, day, quarter], day: day) }
}

private struct QuarterForm: Table {
  static let name = TableName("features", "quarter_form")
  let id = Column("id", .text).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .integer, .points)
  var identity: Identity { Identity(key: [id, day], day: day) }
}

private let quarters = Rows(Quarters(), as: "quarters")

private func spec<Out: Table>(
  _ out: Out, @DeclarationBuilder _ body: (Out) -> [Declaration]
) -> Pipeline {
  Pipeline("samples", calendar: calendar, rawTables: [Quarters(), TeamDays(), Games()]) {
    Processor(writing: out) { out in body(out) }
  }
}

/// A row of `Form` for each of the rows.
private func eachRow(
  _ rows: Rows<Quarters>, @DeclarationBuilder _ more: () -> [Declaration] = { [] }
) -> Pipeline {
  let line = Population(eachRowOf: rows)
  let more = more()
  return spec(Form()) { out in
    For(line, on: .played)
    Feature(out.player, line.player)
    Feature(out.day, asOfDay)
    Feature(out.points, line.points)
    more
  }
}

@Suite struct GrainRuleTests {
  @Test func `rows that a key does not tell apart share an output row`() {
    expectFindings(in: eachRow(quarters)) {
      """
      error[key-not-in-identity]: rows of 'quarters' are told apart by 'quarter', which no key column of 'features.form' holds
        --> FeatureCompilerTests/GrainRuleTests.swift
         |
         |     For(line, on: .played)
         |     ^^^
         = help: fill a column of the table's key with it, or read one row for each key: .keepingFirst(per:by:)
      """
    }
  }

  @Test func `one row per key, one value, or a rule for several is sound`() {
    for rows in [
      quarters.keepingFirst(per: { [$0.player, $0.day] }, by: { [.largest($0.quarter)] }),
      quarters.where { $0.quarter == 1 },
      quarters.where { $0.quarter.isOne(of: 4) && $0.points > 0 },
    ] {
      expectFindings(in: eachRow(rows)) { "" }
    }
    expectFindings(in: eachRow(quarters) { Writes(duplicatesAllowed: 3) }) { "" }
    #expect(
      rendered(eachRow(quarters.where { $0.quarter.isOne(of: 3, 4) }))
        .contains("told apart by 'quarter'"))
  }

  @Test func `a key may be made of the parts`() {
    let line = Population(eachRowOf: quarters)
    func made(_ id: Aggregate) -> Pipeline {
      spec(QuarterForm()) { out in
        For(line, on: .played)
        Feature(out.id, id)
        Feature(out.day, asOfDay)
        Feature(out.points, line.points)
      }
    }
    let player = line.player.converted(to: .text)
    expectFindings(in: made(concatenated(player, "_", line.quarter.converted(to: .text)))) { "" }
    #expect(rendered(made(player)).contains("told apart by 'quarter'"))
  }

  @Test func `a key is not computed over rows`() {
    expectFindings(
      in: spec(QuarterForm()) { out in
        let player = Population(entitiesOf: quarters, by: \.player)
        For(player, on: .scheduled)
        Reads(quarters, .before, matching: (\.player, player.player))
        Feature(
          out.id,
          concatenated(
            player.player.converted(to: .text), "_",
            count(quarters).over(.season).converted(to: .text)))
        Feature(out.day, asOfDay)
        Feature(out.points, sum(quarters.points), over: .season)
      }
    ) {
      """
      error[key-not-in-identity]: feature 'id' is part of the key, but is computed over rows: other rows, another key
        --> FeatureCompilerTests/GrainRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: take the key from the population or a lookup, and this column out of it
      """
    }
  }
}
