import FeatureCompiler
import FeaturePlan
import FeatureSpec
import Foundation
import Testing

/// A game of a team, whichever side of the schedule it stood on.
private struct Line: RowShape {
  let player = Column("player", .integer)
  let day = Column("game_date", .day)
  let scored = Column("scored", .integer, .points)
  var identity: Identity { Identity(key: [player], day: day) }
}

@Suite struct LoweringTests {
  private func plan(
    _ value: Aggregate, @DeclarationBuilder _ body: () -> [Declaration] = { [] }
  ) throws -> ProcessorPlan {
    try compile(
      form { out in
        body()
        Feature(out.points, value)
      }
    ).processors[0]
  }

  @Test func `a plan survives its JSON`() throws {
    let plan = try compile(Sample().pipeline)
    let data = try JSONEncoder().encode(plan)
    #expect(try JSONDecoder().decode(Plan.self, from: data) == plan)
  }

  @Test func `features come after those they read, else in the order of the body`() throws {
    let features = try Sample(isReversed: true).plan().features.map(\.name)
    #expect(
      features == ["points_season", "points_last_5", "points_trend", "cache_date", "player"]
        || features == ["points_last_5", "points_season", "points_trend", "cache_date", "player"])
  }

  @Test func `processors come after those whose tables they read`() throws {
    let reader = Processor(writing: Wide()) { out in
      let forms = Rows(Form(), as: "forms")
      For(players, on: .scheduled)
      Reads(games, .before)
      Reads(forms, .before, matching: (\.player, players.player))
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      Feature(out.recent, newest(forms.points), over: .season)
      Feature(out.season, sum(games.points), over: .season)
      Feature(out.trend, stored(out.recent) - stored(out.season))
    }
    let writer = Processor(writing: Form()) { out in
      frame(out)
      Feature(out.points, sum(games.points), over: .season)
    }
    let plan = try compile(pipeline(reader, writer))
    #expect(plan.processors.map(\.name) == ["form", "wide"])
    #expect(plan.upstreams(of: plan.processors[1]).map(\.name) == ["form"])
    #expect(plan.tables.map(\.name.table) == ["form", "wide", "cities", "games", "team_days"])
  }

  @Test func `lookups come after those that find them`() throws {
    let box = Rows(TeamDays(), as: "box").where { $0.status.isPresent }
    let own = Lookup(
      Rows(TeamDays(), as: "own"), .atMostOne, matching: (\.team, Population(eachRowOf: box).team))
    let other = Lookup(
      Rows(TeamDays(), as: "other"), .first([.largest(Rows(TeamDays(), as: "other").pace)]),
      matching: (\.team, own.opponent))
    let plan = try compile(
      pipeline(
        Processor(writing: Form()) { out in
          For(Population(eachRowOf: box), on: .played)
          Reads(other)
          Reads(own)
          Feature(out.player, Population(eachRowOf: box).status)
          Feature(out.day, asOfDay)
          Feature(out.points, when(other.pace > own.pace, 1))
          Writes(duplicatesAllowed: 30)
        })
    ).processors[0]
    #expect(plan.lookups.map(\.rows.alias) == ["own", "other"])
    // The order is total: key columns come last.
    #expect(
      plan.lookups[1].cardinality
        == .first([
          Order(.column(rows: "other", name: "pace"), descending: true),
          Order(.column(rows: "other", name: "team")),
          Order(.column(rows: "other", name: "game_date")),
        ]))
  }

  @Test func `a history of the population's rows is matched with itself, newest first`() throws {
    let history = try Sample().plan().histories[0]
    let player = Expression.column(rows: "games", name: "player")
    #expect(history.match == [Match(row: player, entity: player)])
    #expect(
      history.order == [
        Order(.column(rows: "games", name: "game_date"), descending: true), Order(player),
      ])
  }

  @Test func `a reduction to one row has a total order`() throws {
    let kept = games.keepingFirst(per: { [$0.player] }, by: { [.newest($0.processedAt)] })
    let rows = try compile(
      pipeline(
        Processor(writing: Form()) { out in
          For(Population(eachRowOf: kept), on: .played)
          Feature(out.player, Population(eachRowOf: kept).player)
          Feature(out.day, asOfDay)
          Feature(out.points, .missing(.number(5, 1)))
        })
    ).processors[0].population
    guard case .rows(let plan) = rows else { return #expect(Bool(false)) }
    #expect(
      plan.keep?.order == [
        Order(.column(rows: "games", name: "processed_at"), descending: true),
        Order(.column(rows: "games", name: "player")),
        Order(.column(rows: "games", name: "game_date")),
      ])
  }

  @Test func `columns of equal name map themselves, and the first part is taken by day and key`()
    throws
  {
    let lines = Rows(stacking: Line(), as: "lines", .firstPart) {
      Part(Rows(Games(), as: "own").where { $0.minutes > 0 }) { [Mapping(\.scored, $0.points)] }
    }
    let plan = try plan(sum(lines.scored)) {
      Reads(lines, .on, matching: (\.player, players.player))
    }
    guard case .stack(let parts, let rule) = plan.summaries[0].rows.source else {
      return #expect(Bool(false))
    }
    #expect(rule == .firstPart(by: ["game_date", "player"]))
    #expect(parts.map(\.table) == [Games.name])
    #expect(
      parts[0].mapping == [
        MappedColumn(name: "player", value: .column(rows: "own", name: "player")),
        MappedColumn(name: "game_date", value: .column(rows: "own", name: "game_date")),
        MappedColumn(name: "scored", value: .column(rows: "own", name: "points")),
      ])
  }

  @Test func `the first part may be taken at a wider grain than the key`() throws {
    let lines = Rows(stacking: Line(), as: "lines", firstPartPer: \.day) {
      Part(Rows(Games(), as: "own")) { [Mapping(\.scored, $0.points)] }
    }
    let plan = try plan(sum(lines.scored)) {
      Reads(lines, .on, matching: (\.player, players.player))
    }
    guard case .stack(_, let rule) = plan.summaries[0].rows.source else {
      return #expect(Bool(false))
    }
    #expect(rule == .firstPart(by: ["game_date"]))
  }

  @Test func `a score of thirty terms compiles`() throws {
    func points(_ count: Int) -> Aggregate { sum(games.points).over(.last(count, .games)) }
    let form =
      100 - when(points(1) > 9, 5) + when(points(2) >= 8, 3) - 0.5 * points(3) / points(4)
      + when(points(5) > 9 && points(6) < 3, 2, otherwise: -1) - points(7) * 2 - points(8)
      + when(points(9) > 9, 5) + when(points(10) >= 8, 3) - 0.5 * points(11) / points(12)
      + when(points(13) > 9 && points(14) < 3, 2, otherwise: -1) - points(15) * 2 - points(16)
      + when(points(17) > 9, 5) + when(points(18) >= 8, 3) - 0.5 * points(19) / points(20)
      + when(points(21) > 9 && points(22) < 3, 2, otherwise: -1) - points(23) * 2 - points(24)
      + when(points(25) > 9, 5) + when(points(26) >= 8, 3) - 0.5 * points(27) / points(28)
      + when(points(29) > 9 && points(30) < 3, 2, otherwise: -1) - points(31) * 2 - points(32)
      + when(points(33) > 9, 5) + when(points(34) >= 8, 3) - 0.5 * points(35) / points(36)
    #expect(try plan(form).slots.count == 36)
  }
}
