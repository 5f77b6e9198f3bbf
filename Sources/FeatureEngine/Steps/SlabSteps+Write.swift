internal import DuckDB
internal import FeatureAlgebra
internal import FeaturePlan
internal import FeatureSQL

/// The write of a slab: rows, failures and receipts in one transaction, and what must hold before it
/// commits.
extension SlabSteps {
  /// Stores what is staged.
  func store(_ staged: StagedRows?, _ range: ClosedRange<Day>) throws(EngineError) -> RowOutcome {
    var counted = staged
    if staged == nil || work.plan.write.duplicateTolerance > 0 { counted = try countStaged(range) }
    guard let counted else { preconditionFailure("rows are counted by kernels or by the stage") }
    let rows: RowOutcome
    do {
      rows = try warehouse.transaction { () throws(EngineError) in try land(counted, range) }
    } catch {
      // Keys that repeat break the write in one place or another: they are what must be said.
      if error.code == .data, counted.duplicates == nil { _ = try countStaged(range) }
      throw error
    }
    work.report.failures.merge(counted.failures, uniquingKeysWith: +)
    return rows
  }

  private func land(
    _ staged: StagedRows, _ range: ClosedRange<Day>
  ) throws(EngineError) -> RowOutcome {
    let before = try storedRows(range)
    let counts: WriteCounts
    switch options.writer {
    case .merge: counts = try merge(staged, before, range)
    case .replace:
      guard let replacement = write.replace else {
        preconditionFailure("prepare() prints the replacement where it is asked for")
      }
      counts = try replace(staged, before, range, by: replacement)
    }
    try doing("record failures and receipts") { () throws(DuckDBError) in
      if stored.hasFailures(in: range) { try run(write.deleteFailures, range) }
      if staged.failed > 0 {
        try run(write.insertFailures, range)
        try recordAttempts(range)
      }
      if stored.hasReceipts(in: range) {
        try run(write.deleteReceiptInputs, range)
        try run(write.deleteReceipts, range)
      }
      try run(write.insertReceipts, range)
      try run(write.insertReceiptInputs, range)
    }
    return RowOutcome(counts, failed: staged.failed)
  }

  private func merge(
    _ staged: StagedRows, _ before: Int, _ range: ClosedRange<Day>
  ) throws(EngineError) -> WriteCounts {
    let duplicates = staged.duplicates ?? 0
    let (deleted, merged) = try doing("merge the rows") { () throws(DuckDBError) in
      guard before > 0 else { return (0, try run(write.insert, range)) }
      return (try run(write.deleteVanished, range), try run(write.merge, range))
    }
    func counts(_ after: Int) throws(RowCountMismatch) -> WriteCounts {
      try WriteCounts(
        distinctKeys: staged.written - duplicates, duplicates: duplicates, storedBefore: before,
        deleted: deleted, merged: merged, storedAfter: after)
    }
    // Where there was nothing, what is stored now is what was staged.
    if before == 0, staged.keepsContracts {
      return try agreeing { () throws(RowCountMismatch) in try counts(merged) }
    }
    return try assertStored(range, counts)
  }

  private func replace(
    _ staged: StagedRows, _ before: Int, _ range: ClosedRange<Day>,
    by replace: WriteStatements.Replacement
  ) throws(EngineError) -> WriteCounts {
    let duplicates = staged.duplicates ?? 0
    let tally = try doing("replace the rows") { () throws(DuckDBError) in
      try run(replace.land, range)
      let tally = try query(replace.tally, range).rows().first ?? []
      try run(replace.delete, range)
      try run(replace.insert, range)
      try run(replace.drop, range)
      return tally.map { Int($0.asInteger ?? 0) }
    }
    return try assertStored(range) { (after) throws(RowCountMismatch) in
      try WriteCounts(
        distinctKeys: staged.written - duplicates, duplicates: duplicates, storedBefore: before,
        inserted: tally[0], updated: tally[1], unchanged: tally[2], storedAfter: after)
    }
  }

  /// The row counts must add up and every contract must hold over the rows that are stored now.
  ///
  /// - Parameter counts: the counts of the write, from the number of rows after it.
  /// - Throws: `data`; for a broken contract with its name and an example.
  private func assertStored(
    _ range: ClosedRange<Day>, _ counts: (Int) throws(RowCountMismatch) -> WriteCounts
  ) throws(EngineError) -> WriteCounts {
    let contracts = try contracts()
    let gate = try doing("check the contracts") { () throws(DuckDBError) in
      try query(contracts.gate, range).rows().first?.map { Int($0.asInteger ?? 0) } ?? []
    }
    let (broken, rows, keys) = (gate[0], gate[1], gate[2])
    let result = try agreeing { () throws(RowCountMismatch) in try counts(rows) }
    if broken > 0 || keys != rows { try refuseBrokenContract(contracts, range) }
    return result
  }

  /// Counts of a write that do not contradict one another.
  private func agreeing(
    _ counts: () throws(RowCountMismatch) -> WriteCounts
  ) throws(EngineError) -> WriteCounts {
    do {
      return try counts()
    } catch {
      throw EngineError(
        .data, error.sentence + " Nothing was kept",
        help: "another statement wrote to \(work.plan.table.name), or its stored keys repeat")
    }
  }

  private func refuseBrokenContract(
    _ contracts: ContractStatements, _ range: ClosedRange<Day>
  ) throws(EngineError) {
    let report = try rendering { () throws(RenderError) in try contracts.report() }
    let broken = try doing("name the broken contracts") { () throws(DuckDBError) in
      try query(report, range).rows()
    }
    guard let first = broken.first else { return }
    let rows = first[1].asInteger == 1 ? "1 row" : "\(first[1].asInteger ?? 0) rows"
    let more = broken.count > 1 ? " (and \(broken.count - 1) more contracts)" : ""
    throw EngineError(
      .data,
      "contract '\(first[0].asText ?? "")' of \(work.plan.table.name) is broken by \(rows), one is \(first[2].asText ?? "")\(more)",
      help: "mend the feature or the contract; nothing of these days was stored")
  }

  private func storedRows(_ range: ClosedRange<Day>) throws(EngineError) -> Int {
    try doing("count the stored rows") { () throws(DuckDBError) in
      Int(try query(write.storedRows, range).rows().first?[0].asInteger ?? 0)
    }
  }

  /// Counts in the database what is staged.
  ///
  /// - Throws: `data` where more rows share a key than the spec allows.
  private func countStaged(_ range: ClosedRange<Day>) throws(EngineError) -> StagedRows {
    let row = try doing("count the staged rows") { () throws(DuckDBError) in
      try query(write.check, range).rows().first ?? []
    }
    let duplicates = Int(row[2].asInteger ?? 0)
    let tolerance = work.plan.write.duplicateTolerance
    guard duplicates <= tolerance else {
      throw EngineError(
        .data,
        "\(duplicates) staged rows share a key with another, and \(tolerance) may; one is \(row[4].asText ?? "")",
        help: "a lookup or a stack gives several rows for one key: declare its cardinality")
    }
    let failed = Int(row[3].asInteger ?? 0)
    return StagedRows(
      written: Int(row[0].asInteger ?? 0), failures: failed > 0 ? try stagedFailures() : [:],
      duplicates: duplicates, keepsContracts: false)
  }

  /// Staged entities without a row, by category.
  private func stagedFailures() throws(EngineError) -> [String: Int] {
    try doing("count the failures") { () throws(DuckDBError) in
      var counts: [String: Int] = [:]
      let rows = try connection.query(
        "SELECT failure_category, COUNT(*) FROM \(identifier(write.staged))"
          + " WHERE failure_category IS NOT NULL GROUP BY failure_category"
      ).rows()
      for row in rows { counts[row[0].asText ?? ""] = Int(row[1].asInteger ?? 0) }
      counts[FailureCategory.excluded.rawValue] = nil
      return counts
    }
  }
}
