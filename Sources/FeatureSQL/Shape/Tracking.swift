import FeatureAlgebra
import FeaturePlan

/// The source-tracking columns of a processor (domain 3.2): the digests table, which has a row per
/// input and as-of day, turned into one row per as-of day.
///
///     "tracking" AS (
///       SELECT
///         "as_of",
///         MAX("digest") FILTER (WHERE "input" = 'source_player_game') AS "source_player_game_digest",
///         …
///       FROM "digests_player_form" GROUP BY "as_of"
///     )
struct Tracking {
  static let table = "tracking"

  /// The inputs that a column asks for, in the order of the output.
  let inputs: [String]

  init(of processor: ProcessorPlan) {
    var inputs: [String] = []
    for output in processor.output {
      if case .source(let input, _) = output.origin, !inputs.contains(input) {
        inputs.append(input)
      }
    }
    self.inputs = inputs
  }

  var isEmpty: Bool { inputs.isEmpty }

  func commonTable(of digests: String) -> CommonTable {
    let asOf = SQLExpression.column("as_of")
    var columns = [SelectColumn(asOf, as: "as_of")]
    for input in inputs {
      for fact in ["rows_found", "last_updated", "digest"] {
        let isInput = SQLExpression.infix(.equal, .column("input"), .literal(.text(input)))
        columns.append(
          SelectColumn(
            .largest(of: .column(fact), where: isInput),
            as: "\(input)_\(fact)"))
      }
    }
    return CommonTable(
      Tracking.table, Select(columns, from: .common(digests), groupBy: [asOf]))
  }

  /// A measure of an input on the row's day. An input without rows has 0 rows, 0 percent, and neither
  /// time nor digest.
  static func value(of measure: SourceMeasure, input: String) -> SQLExpression {
    func fact(_ name: String) -> SQLExpression { .column("\(input)_\(name)", of: table) }
    let rows = SQLExpression.call(.coalesce, [fact("rows_found"), .literal(.integer(0))])
    switch measure {
    case .lastUpdated: return fact("last_updated")
    case .digest: return fact("digest")
    case .rowsFound: return rows
    case .completenessPercent(let expected):
      guard expected > 0 else { return percent(.literal(.integer(100))) }
      let share = SQLExpression.infix(
        .divided,
        .infix(.times, .cast(rows, .double), .literal(.double(100))),
        .literal(.double(Double(expected))))
      return percent(.call(.least, [.literal(.double(100)), share]))
    }
  }

  /// Two decimals, half away from zero (D-25).
  private static func percent(_ value: SQLExpression) -> SQLExpression {
    .cast(
      .call(.round, [value, .literal(.integer(2))]), .column(.decimal(precision: 5, scale: 2)))
  }
}
