import FeatureAlgebra
import FeaturePlan

extension Contracts {
  /// One row per broken contract; none where all hold.
  ///
  ///     WITH "broken" AS (
  ///       SELECT CONCAT('player_lookup=', …) AS "example",
  ///         [CASE WHEN "points" < 0 THEN 'points is within 0...100' END, …] AS "contracts"
  ///       FROM … AS "target" WHERE … AND ("points" < 0 OR …)
  ///     ), "doubled" AS (…)
  ///     SELECT "named"."contract", COUNT(*) AS "violations", MIN("broken"."example") AS "example"
  ///     FROM "broken" CROSS JOIN UNNEST("broken"."contracts") AS "named"("contract") …
  func report() throws(RenderError) -> Query {
    let claims = try claims()
    let doubled = CommonTable(
      "doubled", note: "Keys that stand in more than one row.",
      Select(
        [
          SelectColumn(KeyText.expression(landing.table, of: "target"), as: "example"),
          SelectColumn(.countOfRows, as: "copies"),
        ], from: .table(landing.table.name, alias: "target"), where: landing.inRange("target"),
        groupBy: landing.table.key.map { .column($0, of: "target") },
        having: .infix(.greater, .countOfRows, .literal(.integer(1)))))
    let copies = SQLExpression.infix(.minus, .column("copies"), .literal(.integer(1)))
    let unique = Select(
      [
        SelectColumn(.literal(.text(uniqueName)), as: "contract"),
        SelectColumn(.total(of: copies), as: "violations"),
        SelectColumn(.smallest(of: .column("example")), as: "example"),
      ], from: .common("doubled"),
      having: .infix(.greater, .countOfRows, .literal(.integer(0))))
    let order = [OrderTerm(.column("contract"))]
    guard !claims.isEmpty else { return Query(with: [doubled], unique, orderBy: order) }
    return Query(
      with: [broken(claims), doubled], .unionAll([Query(counted), Query(unique)]), orderBy: order)
  }

  /// The rows that break anything, each with the names of all that it breaks.
  private func broken(_ claims: [Claim]) -> CommonTable {
    let names = claims.map { claim in
      SQLExpression.choice(
        [When(claim.isBroken, then: .literal(.text(claim.name)))], otherwise: nil)
    }
    return CommonTable(
      "broken", note: "Rows that break a contract, with all that they break.",
      Select(
        [
          SelectColumn(KeyText.expression(landing.table, of: "target"), as: "example"),
          SelectColumn(.call(.list, names), as: "contracts"),
        ], from: .table(landing.table.name, alias: "target"),
        where: .all([landing.inRange("target"), Contracts.anyBroken(claims)])))
  }

  private var counted: Select {
    let name = SQLExpression.column("contract", of: "named")
    return Select(
      [
        SelectColumn(name, as: "contract"), SelectColumn(.countOfRows, as: "violations"),
        SelectColumn(.smallest(of: .column("example", of: "broken")), as: "example"),
      ], from: .common("broken"),
      joins: [
        Join(
          .cross,
          .elements(of: .column("contracts", of: "broken"), alias: "named", column: "contract"))
      ], where: .isNotNull(name), groupBy: [name])
  }
}
