import FeatureAlgebra
import FeaturePlan

/// Family 7: what every stored row of `[$from, $to]` must keep, asserted before commit. `RowClaims` and the
/// contracts of `KernelProgram` are the same claims about rows that kernels compute.
///
/// Two statements. The gate counts, in one pass and in 5 ms for 60,000 rows of 17 columns:
///
///     SELECT
///       (SELECT COUNT(*) FROM … WHERE … AND ("points" < 0 OR …)) AS "broken_rows",
///       (SELECT COUNT(*) FROM …) AS "stored_rows",
///       (SELECT COUNT(*) FROM (SELECT DISTINCT …)) AS "distinct_keys"
///
/// The report, for when the gate is not 0, has a row per broken contract: name, rows, an example key.
struct Contracts {
  let landing: Landing

  /// A claim and the rows against it.
  struct Claim: Hashable {
    let name: String
    /// True for rows that break it; NULL and false do not.
    let isBroken: SQLExpression
  }

  static let gateColumns = [
    ResultColumn("broken_rows", .integer), ResultColumn("stored_rows", .integer),
    ResultColumn("distinct_keys", .integer),
  ]
  static let columns = [
    ResultColumn("contract", .text), ResultColumn("violations", .integer),
    ResultColumn("example", .text),
  ]

  /// The name of the contract on the key.
  var uniqueName: String { landing.table.key.joined(separator: ", ") + " is unique" }

  /// Every claim about one row: presence, range and vocabulary of each column, finite doubles, and the
  /// contracts of the spec.
  func claims() throws(RenderError) -> [Claim] {
    var claims = landing.table.columns.flatMap(Contracts.claims)
    for contract in landing.processor.contracts {
      let holds = try StagedExpression.sql(
        contract.holds, of: landing.processor, in: "target")
      claims.append(Claim(name: contract.name, isBroken: .not(holds)))
    }
    return claims
  }

  static func claims(of column: ColumnPlan) -> [Claim] {
    let value = SQLExpression.column(column.name, of: "target")
    var claims = claims(of: column, value)
    guard let elements = column.elements else { return claims }
    claims.append(
      Claim(
        name: "\(column.name) has \(elements.count) elements",
        isBroken: .infix(.notEqual, .call(.length, [value]), .integer(elements.count))))
    for (index, element) in elements.enumerated() {
      let found = Contracts.claims(of: element, .call(.element, [value, .integer(index + 1)]))
      claims += found.map { claim in
        let isBroken: SQLExpression =
          column.isNullable ? .every([.isNotNull(value), claim.isBroken]) : claim.isBroken
        return Claim(name: "\(column.name).\(claim.name)", isBroken: isBroken)
      }
    }
    return claims
  }

  private static func claims(of column: ColumnPlan, _ value: SQLExpression) -> [Claim] {
    var claims: [Claim] = []
    if !column.isNullable {
      claims.append(Claim(name: "\(column.name) is present", isBroken: .isNull(value)))
    }
    if column.type == .double {
      claims.append(
        Claim(name: "\(column.name) is finite", isBroken: .not(.call(.isFinite, [value]))))
    }
    if let range = column.range, column.type.isNumeric {
      let (low, high) = (bound(range.lowest, column.type), bound(range.highest, column.type))
      claims.append(
        Claim(
          name: "\(column.name) is within \(text(range.lowest))...\(text(range.highest))",
          isBroken: .any([.infix(.less, value, low), .infix(.greater, value, high)])))
    }
    if let words = column.vocabulary, !words.isEmpty, column.type == .text {
      claims.append(
        Claim(
          name: "\(column.name) is one of the declared words",
          isBroken: .not(.isIn(value, words.map { .literal(.text($0)) }))))
    }
    return claims
  }

  /// Whole bounds of exact columns stay integers: compared without a cast, and against the column's
  /// statistics.
  private static func bound(_ value: Double, _ type: ColumnType) -> SQLExpression {
    if type.isExact, let whole = Int64(exactly: value) { return .literal(.integer(whole)) }
    return .literal(.double(value))
  }

  /// `0`, `0.5`
  private static func text(_ value: Double) -> String {
    Int64(exactly: value).map(String.init) ?? value.description
  }

  /// Counted apart, so that the first is a filter that the engine can stop early in.
  func gate() throws(RenderError) -> Query {
    let broken = Select(
      [SelectColumn(.countOfRows)], from: target,
      where: .all([landing.inRange("target"), Contracts.anyBroken(try claims())]))
    let rows = Select([SelectColumn(.countOfRows)], from: target, where: landing.inRange("target"))
    let keys = Select(
      distinct: true, landing.table.key.map { .column($0, of: "target") }, from: target,
      where: landing.inRange("target"))
    let distinct = Select([SelectColumn(.countOfRows)], from: .query(Query(keys), alias: "keys"))
    return Query(
      Select([
        SelectColumn(.subquery(Query(broken)), as: "broken_rows"),
        SelectColumn(.subquery(Query(rows)), as: "stored_rows"),
        SelectColumn(.subquery(Query(distinct)), as: "distinct_keys"),
      ]))
  }

  /// `a OR b OR …`, without brackets around those that are an `OR` themselves.
  static func anyBroken(_ claims: [Claim]) -> SQLExpression {
    .any(
      claims.flatMap { claim in
        if case .any(let parts) = claim.isBroken { return parts }
        return [claim.isBroken]
      })
  }

  private var target: Relation { .table(landing.table.name, alias: "target") }
}
