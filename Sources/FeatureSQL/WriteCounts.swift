/// What a write did to the rows of its range, and whether the numbers hold together (domain 3.8).
///
/// Distinct keys staged = inserted + updated + unchanged = rows stored afterwards.
public struct WriteCounts: Hashable, Sendable {
  public let inserted: Int
  public let updated: Int
  public let unchanged: Int
  public let deleted: Int
  /// Staged rows left out because another of their key stayed.
  public let duplicates: Int

  public init(inserted: Int, updated: Int, unchanged: Int, deleted: Int, duplicates: Int) {
    self.inserted = inserted
    self.updated = updated
    self.unchanged = unchanged
    self.deleted = deleted
    self.duplicates = duplicates
  }

  /// Rows that are in the table after the write.
  public var stored: Int { inserted + updated + unchanged }

  /// The counts of a write by `deleteVanished` and `merge`.
  ///
  /// - Parameters:
  ///   - distinctKeys: `distinct_keys` of the check.
  ///   - storedBefore: `stored_rows` before the write.
  ///   - deleted: Rows that `deleteVanished` took away.
  ///   - merged: Rows that `merge` inserted or updated.
  ///   - storedAfter: `stored_rows` after the merge.
  /// - Throws: A sentence, where the numbers contradict one another; the transaction must roll back.
  public init(
    distinctKeys: Int, duplicates: Int, storedBefore: Int, deleted: Int, merged: Int,
    storedAfter: Int
  ) throws(RowCountMismatch) {
    let matched = storedBefore - deleted
    let inserted = distinctKeys - matched
    let updated = merged - inserted
    let counts = WriteCounts(
      inserted: inserted, updated: updated, unchanged: matched - updated, deleted: deleted,
      duplicates: duplicates)
    guard inserted >= 0, updated >= 0, counts.unchanged >= 0, storedAfter == distinctKeys else {
      throw RowCountMismatch(
        sentence: "\(distinctKeys) keys were staged and \(storedAfter) rows are stored: before the"
          + " write there were \(storedBefore), \(deleted) were deleted and \(merged) written.")
    }
    self = counts
  }

  /// The counts of a write by `replace`.
  public init(
    distinctKeys: Int, duplicates: Int, storedBefore: Int, inserted: Int, updated: Int,
    unchanged: Int, storedAfter: Int
  ) throws(RowCountMismatch) {
    let deleted = storedBefore - updated - unchanged
    guard deleted >= 0, inserted + updated + unchanged == distinctKeys, storedAfter == distinctKeys
    else {
      throw RowCountMismatch(
        sentence: "\(distinctKeys) keys were staged and \(storedAfter) rows are stored: \(inserted)"
          + " inserted, \(updated) updated, \(unchanged) unchanged.")
    }
    self.init(
      inserted: inserted, updated: updated, unchanged: unchanged, deleted: deleted,
      duplicates: duplicates)
  }
}

/// The row-count contract of a write is broken.
public struct RowCountMismatch: Error, Hashable, Sendable, CustomStringConvertible {
  public let sentence: String
  public init(sentence: String) { self.sentence = sentence }
  public var description: String { sentence }
}
