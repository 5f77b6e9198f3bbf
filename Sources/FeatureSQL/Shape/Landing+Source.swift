import FeatureAlgebra
import FeaturePlan

extension Landing {
  /// The finished rows: what is staged and has not failed, with source tracking, row hash and times.
  ///
  ///     SELECT "staged"."player_lookup", …, LEFT(SHA256("staged"."row_text"), 16) AS "data_hash",
  ///       CAST($now AS TIMESTAMP) AS "processed_at"
  ///     FROM "staged_player_form" AS "staged"
  ///     WHERE "staged"."failure_category" IS NULL
  ///
  /// Where the spec tolerates duplicates, one staged row per key stays. Elsewhere the check of the stage
  /// has refused them, and the pass and the sort are saved.
  func source() throws(RenderError) -> Query {
    let tracking = Tracking(of: processor)
    var columns: [SelectColumn] = []
    for output in processor.output {
      columns.append(SelectColumn(value(of: output), as: output.column.name))
    }
    var select = Select(
      columns, from: .common(stagedName, alias: "staged"), where: Landing.hasNotFailed)
    if !tracking.isEmpty {
      let asOf = SQLExpression.column("as_of", of: Tracking.table)
      select.joins = [
        Join(
          .left, .common(Tracking.table),
          on: .infix(.equal, asOf, .column(day, of: "staged")))
      ]
    }
    if processor.write.duplicateTolerance > 0 {
      let number = WindowCall(
        .rowNumber, partitionBy: table.key.map { .column($0, of: "staged") },
        orderBy: try dedupeOrder())
      select.qualify = .infix(.equal, .window(number), .literal(.integer(1)))
    }
    return Query(with: tracking.isEmpty ? [] : [tracking.commonTable(of: digestsName)], select)
  }

  /// Where a column of the finished row comes from.
  func value(of output: OutputColumn) -> SQLExpression {
    switch output.origin {
    case .feature: return .column(output.column.name, of: "staged")
    case .source(let input, let measure): return Tracking.value(of: measure, input: input)
    case .createdAt, .writtenAt: return Landing.now
    case .rowHash:
      if !processor.hasRowText { return .literal(.null(.text)) }
      return RowHash.hash(of: .staged(.rowText))
    }
  }

  /// `CAST($now AS TIMESTAMP)`
  static let now = SQLExpression.cast(.parameter("now"), .column(.timestamp))

  /// Which staged row of a key stays: the freshest, then by the declared tie-break, then by all other
  /// columns, so that no tie is left open.
  private func dedupeOrder() throws(RenderError) -> [OrderTerm] {
    var order: [OrderTerm] = []
    let features = processor.output.filter { $0.origin == .feature }.map(\.column.name)
    if let freshness = table.freshness, features.contains(freshness) {
      order.append(OrderTerm(.column(freshness, of: "staged"), descending: true))
    }
    for term in processor.write.tieBreak {
      order.append(
        OrderTerm(try StagedExpression.sql(term.value, of: processor), descending: term.descending))
    }
    let named = Set(table.key + (table.freshness.map { [$0] } ?? []))
    return order
      + features.filter { !named.contains($0) }.map { OrderTerm(.column($0, of: "staged")) }
  }
}
