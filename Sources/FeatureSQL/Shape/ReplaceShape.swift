import FeatureAlgebra
import FeaturePlan

/// Family 6, the way back: delete and insert in one transaction, with the same rows as `MergeShape`
/// leaves: unchanged rows as they were, changed rows with the time they were first inserted.
///
///     CREATE OR REPLACE TEMPORARY TABLE "landed_player_form" AS
///     WITH "source" AS (…), "compared" AS (SELECT key, CASE … END AS "landing_change" FROM …)
///     SELECT "compared"."landing_change", … FROM "source" JOIN "compared" ON … LEFT JOIN … AS "target" ON …
///
///     DELETE FROM … AS "target" WHERE …
///     INSERT INTO … SELECT … FROM "landed_player_form"
struct ReplaceShape {
  let landing: Landing
  /// The column that says what happens to a row: `inserted`, `updated` or `unchanged`.
  static let change = StageColumn.change.name

  /// The finished rows beside the stored ones, decided row by row.
  func land() throws(RenderError) -> Command {
    let source = try landing.source()
    let compared = CommonTable(
      "compared", note: "What becomes of each finished row.", comparison())
    let change = SQLExpression.column(ReplaceShape.change, of: compared.name)
    let isUnchanged = SQLExpression.infix(.equal, change, .literal(.text("unchanged")))
    var columns = [SelectColumn(change, as: ReplaceShape.change)]
    for output in landing.processor.output {
      columns.append(
        SelectColumn(value(of: output, isUnchanged: isUnchanged), as: output.column.name))
    }
    let select = Select(
      columns, from: .common("source"),
      joins: [
        Join(
          .inner, .common(compared.name), on: .all(landing.sameKey(compared.name, "source"))),
        stored,
      ])
    return .createTemporary(
      landing.landedName,
      Query(
        with: source.with
          + [CommonTable("source", Query(source.body, orderBy: source.orderBy)), compared], select))
  }

  private var stored: Join {
    Join(
      .left, .table(landing.table.name, alias: "target"),
      on: landing.match(target: "target", source: "source"))
  }

  private func comparison() -> Select {
    let isNew = SQLExpression.isNull(.column(landing.table.key[0], of: "target"))
    let change = SQLExpression.choice(
      [
        When(isNew, then: .literal(.text("inserted"))),
        When(
          landing.differs(target: "target", source: "source"),
          then: .literal(.text("updated"))),
      ], otherwise: .literal(.text("unchanged")))
    return Select(
      landing.table.key.map { .column($0, of: "source") }
        + [SelectColumn(change, as: ReplaceShape.change)],
      from: .common("source"), joins: [stored])
  }

  private func value(of output: OutputColumn, isUnchanged: SQLExpression) -> SQLExpression {
    let name = output.column.name
    let new = SQLExpression.column(name, of: "source")
    let old = SQLExpression.column(name, of: "target")
    if landing.table.key.contains(name) { return new }
    if output.origin == .createdAt { return .call(.coalesce, [old, new]) }
    return .choice([When(isUnchanged, then: old)], otherwise: new)
  }

  func delete() -> Command {
    .delete(landing.table.name, alias: "target", filter: landing.inRange("target"))
  }

  func insert() -> Command {
    let names = landing.table.columns.map(\.name)
    return .insert(
      landing.table.name, columns: names,
      Query(Select(names.map { .column($0) }, from: .common(landing.landedName))))
  }

  /// How many rows were inserted, updated and left as they were.
  func tally() -> Query {
    func rows(_ change: String) -> SelectColumn {
      SelectColumn(
        .countOfRows(
          where: .infix(.equal, .column(ReplaceShape.change), .literal(.text(change)))),
        as: change)
    }
    return Query(
      Select(
        ReplaceShape.tallyColumns.map { rows($0.name) }, from: .common(landing.landedName)))
  }

  static let tallyColumns = ["inserted", "updated", "unchanged"].map { ResultColumn($0, .integer) }

  func drop() -> Command { .dropTemporary(landing.landedName) }
}
