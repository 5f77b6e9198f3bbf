/// What a slab's kernels computed: rows in the order of the population, or by day and then by the
/// entity's key where kernels found the entities themselves.
public struct KernelOutput: Sendable, Equatable {
  public let count: Int
  /// D of each row.
  public let asOf: Column
  /// The stored features, in the order of the output's columns, each of its column's type. Rows that
  /// fail hold what could be computed.
  public let features: Table
  /// What becomes of each row: `written`, `failed`, or the number of the failure rule that holds.
  public let outcomes: [Int32]
  /// Texts: why a row fails; NULL in rows that are written.
  public let reasons: Column
  /// Integers: the counts of a failure; NULL where the rule has none and in rows that are written.
  public let expected: Column
  public let actual: Column
  /// What could not be computed in rows that no rule fails, in order of rows: one for each row whose
  /// outcome is `failed`.
  public let errors: [EvaluationError]
  /// Every row that is written keeps every contract of the plan, and no two have one key. False also
  /// where only the stored rows can tell.
  public let keepsContracts: Bool

  /// The row is written.
  public static let written: Int32 = -1
  /// A value of the row could not be computed: category `CALCULATION_ERROR`.
  public static let failed: Int32 = -2
}
