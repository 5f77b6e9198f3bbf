extension Ledger {
  /// Records lines, all or none, in one transaction.
  ///
  /// Within one table the order given is the order kept; between tables it has no meaning, so a run
  /// and its end may come in one batch in any order.
  ///
  /// - Throws: `constraint` when a line names a run that never started, repeats a line that can only
  ///   be once, or holds a value out of range; `readOnly`, `busy`, `diskFull`, `io`. Nothing of the
  ///   batch is kept then.
  package func append(_ lines: [LedgerLine]) throws(LedgerError) {
    guard !lines.isEmpty else { return }
    let batches = Dictionary(grouping: lines.map(\.row)) { type(of: $0).table }
    try use { connection throws(LedgerError) in
      try connection.writing { () throws(LedgerError) in
        for table in Table.allCases {
          guard let batch = batches[table], let first = batch.first else { continue }
          let insertion = try Statement(type(of: first).insertion, on: connection)
          for row in batch { try insertion.run(row.values) }
        }
      }
    }
  }

  /// Records one line.
  package func append(_ line: LedgerLine) throws(LedgerError) {
    try append([line])
  }
}
