/// A run ended, and how. One line per run.
package struct RunFinished: Hashable, Sendable {
  /// How a run can end. There is no `running` here: that is a run without this line.
  package enum Ending: String, Hashable, Sendable, CaseIterable {
    case success
    /// Some days or entities failed; the rest is stored.
    case partial
    case failed
    /// Stopped by a signal; or killed, and a later run wrote this line for it.
    case interrupted
  }

  package let run: String
  package let ending: Ending
  /// Microseconds since 1970-01-01 UTC. Nobody knows it of a run that was killed: its start stands here.
  package let finishedAtMicroseconds: Int64
  /// The rows of all processors together.
  package let rows: RowCounts

  package init(run: String, ending: Ending, finishedAtMicroseconds: Int64, rows: RowCounts) {
    self.run = run
    self.ending = ending
    self.finishedAtMicroseconds = finishedAtMicroseconds
    self.rows = rows
  }
}

extension RunFinished: LedgerRow {
  static let table = Table.ends
  static let columns = ["run", "ending", "finished_at"] + RowCounts.columns

  var values: [Value] {
    [.text(run), .text(ending.rawValue), .integer(finishedAtMicroseconds)] + rows.values
  }

  init(row: borrowing Statement) throws(LedgerError) {
    guard let ending = Ending(rawValue: try row.text("ending")) else {
      throw row.unexpected("ending", "is no known ending")
    }
    self.init(
      run: try row.text("run"), ending: ending,
      finishedAtMicroseconds: try row.integer("finished_at"), rows: try RowCounts(row: row))
  }
}
