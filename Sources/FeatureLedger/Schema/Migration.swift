/// One numbered change of the journal's tables.
///
/// A migration that was released never changes: a later need is a later number. The file's
/// `user_version` is the number of the last one applied to it.
struct Migration: Sendable {
  let number: Int
  let sql: String

  /// Every migration, in order, from an empty file to what this fastbreak reads and writes.
  static let all: [Migration] = [.tables, .appendOnly, .processes]

  /// Marks an SQLite file as a fastbreak journal: `FBRK`, kept in `application_id`.
  static let applicationID: Int64 = 0x4642_524B
}
