package import FeaturePlan

/// What one business column of a processor holds over a range of days; the elements of a vector stand
/// for it.
package struct ColumnCoverage: Hashable, Sendable {
  /// `points`, `features.fatigue_score`
  package let column: String
  package let rows: Int
  /// Rows in which it is not NULL.
  package let filled: Int
  /// Days with two rows or more.
  package let days: Int
  /// Of these, days on which every row has one and the same value.
  package let alikeDays: Int
  /// Of numbers, as text; nil where there is none.
  package let lowest: String?
  package let highest: String?
  /// Why it is no surprise that rows are alike; nil where the value rests on rows.
  package let ground: FeatureGround?

  /// Rows that rest on rows and are alike all the same.
  package var isSuspect: Bool { alikeDays > 0 && ground == nil }
}
