/// Why the journal could not be opened, written or read.
///
/// The caller decides what follows: a run whose journal cannot be written may stop, or go on with
/// `Ledger.inMemory()` and say so. Stored rows never depend on the journal.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of thing went wrong. More may be added: a `switch` needs a `default`.
  package struct Code: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
      self.rawValue = rawValue
    }

    /// Another process kept the journal locked for longer than the busy timeout.
    package static let busy = Code(rawValue: "busy")
    /// The file, its folder or the way it was opened allows no writing.
    package static let readOnly = Code(rawValue: "read-only")
    /// No room is left for the journal; nothing of the batch was kept.
    package static let diskFull = Code(rawValue: "disk-full")
    /// The file is damaged, is no SQLite file, or holds a value the journal never writes.
    package static let corrupt = Code(rawValue: "corrupt")
    /// The file is a sound SQLite file of another program.
    package static let notAJournal = Code(rawValue: "not-a-journal")
    /// The journal was made by a newer fastbreak.
    package static let newerSchema = Code(rawValue: "newer-schema")
    /// The journal was made by an older fastbreak and was opened for reading only.
    package static let olderSchema = Code(rawValue: "older-schema")
    /// No journal is there to read, or the run asked for is not in it.
    package static let absent = Code(rawValue: "absent")
    /// The operating system failed to open, read or write the file.
    package static let io = Code(rawValue: "io")
    /// A line was refused: the ledger only appends, and only sound values.
    package static let constraint = Code(rawValue: "constraint")
    /// Anything else SQLite reports.
    package static let other = Code(rawValue: "other")
  }

  package let code: Code
  /// One sentence: what is wrong, with which file, and how to mend it.
  package let message: String
  /// SQLite's own words, where SQLite is the one who refused.
  package let words: String?
  /// The statement that failed, where there was one.
  package let sql: String?

  init(_ code: Code, _ message: String, words: String? = nil, sql: String? = nil) {
    self.code = code
    self.message = message
    self.words = words
    self.sql = sql
  }

  package var description: String {
    guard let words else { return message }
    return "\(message) (SQLite: \(words))"
  }
}
