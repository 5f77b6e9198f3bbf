/// What a run did for one processor. One line per processor and run.
package struct ProcessorOutcome: Hashable, Sendable {
  package let run: String
  package let processor: String
  /// Fingerprint of the processor's plan in this run.
  package let fingerprint: String
  package let days: DayCounts
  package let rows: RowCounts

  package init(
    run: String, processor: String, fingerprint: String, days: DayCounts, rows: RowCounts
  ) {
    self.run = run
    self.processor = processor
    self.fingerprint = fingerprint
    self.days = days
    self.rows = rows
  }
}

extension ProcessorOutcome: LedgerRow {
  static let table = Table.processors
  static let columns = ["run", "processor", "fingerprint"] + DayCounts.columns + RowCounts.columns

  var values: [Value] {
    [.text(run), .text(processor), .text(fingerprint)] + days.values + rows.values
  }

  init(row: borrowing Statement) throws(LedgerError) {
    self.init(
      run: try row.text("run"), processor: try row.text("processor"),
      fingerprint: try row.text("fingerprint"), days: try DayCounts(row: row),
      rows: try RowCounts(row: row))
  }
}
