public import FeatureAlgebra

/// The columns that staged rows have beside the features: what a failed entity says of itself, what the
/// row's hash is taken of, and what becomes of a row that is replaced. No column of a computed table may have
/// such a name.
public enum StageColumn: String, CaseIterable, Sendable {
  case failureCategory = "failure_category"
  case failureReason = "failure_reason"
  case failureCanRetry = "failure_can_retry"
  case failureExpected = "failure_expected"
  case failureActual = "failure_actual"
  case rowText = "row_text"
  case change = "landing_change"

  public var name: String { rawValue }

  public var type: ColumnType {
    switch self {
    case .failureCategory, .failureReason, .rowText, .change: .text
    case .failureCanRetry: .boolean
    case .failureExpected, .failureActual: .integer
    }
  }

  /// Empty where the row goes in.
  public static let failures: [StageColumn] = [
    .failureCategory, .failureReason, .failureCanRetry, .failureExpected, .failureActual,
  ]
}
