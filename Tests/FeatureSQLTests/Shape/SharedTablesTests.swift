import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

/// Common tables that say the same more than once.
@Suite struct SharedTablesTests {
  private static let games = TableName("raw", "games")

  /// `SELECT "<alias>"."<column>", … FROM raw.games AS "<alias>" WHERE points > above`
  private func games(
    _ columns: [String], as alias: String, above points: Int64 = 10
  ) -> Select {
    Select(
      columns.map { .column($0, of: alias) }, from: .table(Self.games, alias: alias),
      where: .infix(.greater, .column("points", of: alias), .literal(.integer(points))))
  }

  /// The rows of both tables side by side by player.
  private func pair(
    _ first: Query, _ second: Query, left: [String], right: [String]
  ) -> Query {
    Query(
      with: [CommonTable("first", first), CommonTable("second", second)],
      Select(
        left.map { SelectColumn(.column($0, of: "first"), as: "first_\($0)") }
          + right.map { SelectColumn(.column($0, of: "second"), as: "second_\($0)") },
        from: .common("first"),
        joins: [
          Join(
            .inner, .common("second"),
            on: .infix(.equal, .column("player", of: "first"), .column("player", of: "second")))
        ]),
      orderBy: (left.map { "first_\($0)" } + right.map { "second_\($0)" }).map {
        OrderTerm(.column($0))
      })
  }

  private func rows(_ query: Query) throws -> [[SQLValue]] {
    let connection = try Database().connect()
    try connection.execute("CREATE SCHEMA raw")
    try connection.execute(
      """
      CREATE TABLE raw.games AS
      FROM (VALUES ('ann', 1, 30, 'x'), ('ann', 2, 20, 'x'), ('bob', 1, 5, 'y'), ('cid', 3, 12, 'y'))
        AS games(player, day, points, team)
      """)
    return try connection.query(Printer.text(query, in: .duckDB).sql).rows()
  }

  /// The tables that are left, and that the query gives what it gave.
  private func left(_ query: Query) throws -> [String] {
    let shared = query.sharingCommonTables()
    let before = try rows(query)
    #expect(!before.isEmpty)
    #expect(try rows(shared) == before)
    return shared.with.map(\.name)
  }

  @Test func `a table that differs in the names of its relations alone is read twice`() throws {
    let query = pair(
      Query(games(["player", "points"], as: "g")), Query(games(["player", "points"], as: "h")),
      left: ["points"], right: ["points"])
    #expect(try left(query) == ["first"])
    let shared = query.sharingCommonTables()
    expectText(
      try Printer.text(shared, in: .duckDB).sql,
      """
      WITH
        "first" AS (
          SELECT
            "g"."player",
            "g"."points"
          FROM "raw"."games" AS "g"
          WHERE "g"."points" > 10
        )
      SELECT
        "first"."points" AS "first_points",
        "second"."points" AS "second_points"
      FROM "first"
      JOIN "first" AS "second" ON "first"."player" = "second"."player"
      ORDER BY "first_points", "second_points"

      """)
  }

  @Test func `columns of the same rows stand in one table`() throws {
    let query = pair(
      Query(games(["player", "points"], as: "g")), Query(games(["team", "player"], as: "h")),
      left: ["points"], right: ["team"])
    #expect(try left(query) == ["first"])
    #expect(
      query.sharingCommonTables().with[0].query.branches[0].columns.map(\.value) == [
        .column("player", of: "g"), .column("points", of: "g"), .column("team", of: "g"),
      ])
  }

  @Test func `unions are shared branch by branch`() throws {
    func union(_ columns: [String], _ alias: String) -> Query {
      Query(
        .unionAll([
          Query(games(columns, as: alias)), Query(games(columns, as: alias + "2", above: 25)),
        ]))
    }
    let query = pair(
      union(["player", "points"], "g"), union(["player", "team"], "h"), left: ["points"],
      right: ["team"])
    #expect(try left(query) == ["first"])
    let other = pair(
      union(["player", "points"], "g"), Query(games(["player", "team"], as: "h")),
      left: ["points"], right: ["team"])
    #expect(try left(other) == ["first", "second"])
  }

  @Test func `what reads a table that is left out is compared by what it reads then`() throws {
    var query = pair(
      Query(Select([.column("player"), .column("points")], from: .common("a"))),
      Query(Select([.column("player"), .column("team")], from: .common("b"))), left: ["points"],
      right: ["team"])
    query.with.insert(CommonTable("a", games(["player", "points"], as: "g")), at: 0)
    query.with.insert(CommonTable("b", games(["player", "team"], as: "h")), at: 1)
    #expect(try left(query) == ["a", "first"])
  }

  @Test func `other rows are other tables`() throws {
    let first = Query(games(["player", "points"], as: "g"))
    var distinct = games(["player", "points"], as: "h")
    distinct.isDistinct = true
    var grouped = games(["player"], as: "h")
    grouped.columns.append(
      SelectColumn(
        .aggregate(AggregateCall(.sum, [.column("points", of: "h")])), as: "points"))
    grouped.groupBy = [.column("player", of: "h")]
    for other in [games(["player", "points"], as: "h", above: 11), distinct, grouped] {
      let query = pair(first, Query(other), left: ["points"], right: ["points"])
      #expect(try left(query) == ["first", "second"])
    }
  }

  @Test func `groups are shared where they are the same groups`() throws {
    func grouped(_ function: SQLAggregate, _ name: String, _ alias: String) -> Query {
      var select = games(["player"], as: alias)
      select.columns.append(
        SelectColumn(
          .aggregate(AggregateCall(function, [.column("points", of: alias)])), as: name))
      select.groupBy = [.column("player", of: alias)]
      return Query(select)
    }
    #expect(
      try left(
        pair(
          grouped(.sum, "total", "g"), grouped(.largest, "best", "h"), left: ["total"],
          right: ["best"])) == ["first"])
    // One name for two things.
    #expect(
      try left(
        pair(
          grouped(.sum, "points", "g"), grouped(.largest, "points", "h"), left: ["points"],
          right: ["points"])) == ["first", "second"])
  }

  @Test func `a whole aggregate is not the rows it is made of`() throws {
    var total = games([], as: "h")
    total.columns = [
      SelectColumn(.aggregate(AggregateCall(.largest, [.column("player", of: "h")])), as: "player")
    ]
    let query = pair(
      Query(games(["player", "points"], as: "g")), Query(total), left: ["points"],
      right: ["player"])
    #expect(try left(query) == ["first", "second"])
  }

  @Test func `nothing is added to a table of which somebody reads whatever it has`() throws {
    // "all" is read by a star, so "second" must not put its column there; the same columns are shared.
    func query(_ columns: [String]) -> Query {
      var query = pair(
        Query(Select([SelectColumn(.everything())], from: .common("all"))),
        Query(games(columns, as: "h")), left: ["points"], right: ["player"])
      query.with.insert(CommonTable("all", games(["player", "points"], as: "g")), at: 0)
      return query
    }
    #expect(try left(query(["player", "team"])) == ["all", "first", "second"])
    #expect(try left(query(["player", "points"])) == ["all", "first"])
  }

  @Test func `nothing is added to a table whose columns stand without its name beside others`()
    throws
  {
    // Were "team" in "first", "team" alone would be of either.
    var query = pair(
      Query(games(["player", "points"], as: "g")), Query(games(["player", "team"], as: "h")),
      left: ["points"], right: ["team"])
    var select = query.branches[0]
    select.columns.append(SelectColumn(.column("team"), as: "whose"))
    query.body = .select(select)
    #expect(try left(query) == ["first", "second"])
  }

  @Test func `a table that was shared as it is does not grow afterwards`() throws {
    // "second" is read by a star and has the columns of "first"; "third" has the rows and another column.
    var query = pair(
      Query(games(["player", "points"], as: "g")), Query(games(["player", "points"], as: "h")),
      left: ["points"], right: ["points"])
    query.with.append(CommonTable("third", games(["player", "team"], as: "i")))
    query.with.append(
      CommonTable("starred", Select([SelectColumn(.everything())], from: .common("second"))))
    query.with.append(
      CommonTable("named", Select([.column("team")], from: .common("third"))))
    let shared = query.sharingCommonTables()
    #expect(shared.with.map(\.name) == ["first", "third", "starred", "named"])
    #expect(shared.with[0].query.branches[0].columns.count == 2)
    #expect(try rows(shared) == rows(query))
  }
}
