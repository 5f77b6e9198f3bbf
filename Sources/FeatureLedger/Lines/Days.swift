extension Statement {
  /// The range in `from_day` and `to_day`; `nil` when both are NULL.
  func optionalDays() throws(LedgerError) -> ClosedRange<String>? {
    guard let first = try optionalText("from_day"), let last = try optionalText("to_day") else {
      return nil
    }
    guard first <= last else { throw unexpected("to_day", "is before 'from_day'") }
    return first...last
  }

  func days() throws(LedgerError) -> ClosedRange<String> {
    guard let days = try optionalDays() else { throw unexpected("from_day", "is NULL") }
    return days
  }
}
