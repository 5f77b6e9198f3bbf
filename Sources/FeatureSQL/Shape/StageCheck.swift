import FeatureAlgebra
import FeaturePlan

/// Family 6, before the write: how many rows and keys are staged. Duplicates of a key hide a join that
/// fanned out, so they are counted, and beyond the tolerance they fail the slab.
///
///     WITH "keys" AS (
///       SELECT "player_lookup", "cache_date", COUNT(*) AS "copies" FROM "staged_player_form" …
///     )
///     SELECT …, COUNT(*) AS "distinct_keys", … FROM "keys"
///
/// One row; 3 ms for 60,000 staged rows.
struct StageCheck {
  let landing: Landing

  static let columns = [
    ResultColumn("staged_rows", .integer), ResultColumn("distinct_keys", .integer),
    ResultColumn("duplicates", .integer), ResultColumn("failed_rows", .integer),
    ResultColumn("example", .text),
  ]

  func query() -> Query {
    let keys = landing.table.key.map { SQLExpression.column($0, of: "staged") }
    let counted = CommonTable(
      "keys",
      Select(
        zip(keys, landing.table.key).map { SelectColumn($0, as: $1) } + [
          SelectColumn(.countOfRows, as: "copies")
        ], from: .common(landing.stagedName, alias: "staged"), where: Landing.hasNotFailed,
        groupBy: keys))
    let failed = Select(
      [SelectColumn(.countOfRows)],
      from: .common(landing.stagedName, alias: "staged"),
      where: Landing.isFailure)
    let copies = SQLExpression.column("copies")
    let rows = SQLExpression.total(of: copies)
    let count = SQLExpression.countOfRows
    let isDouble = SQLExpression.infix(.greater, copies, .literal(.integer(1)))
    return Query(
      with: [counted],
      Select(
        [
          SelectColumn(rows, as: "staged_rows"), SelectColumn(count, as: "distinct_keys"),
          SelectColumn(.infix(.minus, rows, count), as: "duplicates"),
          SelectColumn(.subquery(Query(failed)), as: "failed_rows"),
          SelectColumn(
            .smallest(
              of: .choice(
                [When(isDouble, then: KeyText.expression(landing.table, of: nil))], otherwise: nil)),
            as: "example"),
        ], from: .common("keys")))
  }

  /// The stored rows of the range: asked before and after the write.
  func stored() -> Query {
    Query(
      Select(
        [SelectColumn(.countOfRows, as: "stored_rows")],
        from: .table(landing.table.name, alias: "target"), where: landing.inRange("target")))
  }

  static let storedColumns = [ResultColumn("stored_rows", .integer)]
}

/// A key as a person reads it: `player_lookup=lebronjames, cache_date=2023-04-09`.
enum KeyText {
  static func expression(_ table: TablePlan, of alias: String?) -> SQLExpression {
    var parts: [SQLExpression] = []
    for (index, key) in table.key.enumerated() {
      parts.append(.literal(.text((index > 0 ? ", " : "") + key + "=")))
      let value = SQLExpression.column(key, of: alias)
      let text = table[key]?.type == .text ? value : .cast(value, .text)
      parts.append(.call(.coalesce, [text, .literal(.text(RowText.missing))]))
    }
    return .call(.concatenated, parts)
  }

  /// The entity alone: the key without the day, several columns joined by `/`.
  static func entity(_ table: TablePlan, of alias: String?) -> SQLExpression {
    let names = table.key.filter { $0 != table.day }
    if names.isEmpty { return .literal(.text("DATE_LEVEL")) }
    var parts: [SQLExpression] = []
    for (index, name) in names.enumerated() {
      if index > 0 { parts.append(.literal(.text("/"))) }
      let value = SQLExpression.column(name, of: alias)
      let text = table[name]?.type == .text ? value : .cast(value, .text)
      parts.append(.call(.coalesce, [text, .literal(.text(RowText.missing))]))
    }
    return parts.count == 1 ? parts[0] : .call(.concatenated, parts)
  }
}
