public import FeaturePlan

/// Everything that brings the rows of a slab into its table, in the order in which it runs (family 6).
///
/// The engine stages rows in the temporary relation that `staged` names, keeps the result of the
/// source-hash statement in the one that `digests` names, and then, in one transaction: `check`; `storedRows`;
/// `insert` where there are none, else `deleteVanished` and `merge`; the contracts, unless the kernels have
/// found that they hold; failures; receipts. `WriteCounts` turns the numbers into the row-count contract.
public struct WriteStatements: Hashable, Sendable {
  /// The relation that the engine fills: a table by `createStage`, or a view with the same columns.
  public let staged: String
  /// Columns of the stage in order; all may be NULL.
  public let stagedColumns: [ResultColumn]
  public let createStage: Statement
  /// The relation of the source hashes of `[$from, $to]`, which tracking columns and receipts read.
  public let digests: String
  /// One row: `staged_rows`, `distinct_keys`, `duplicates`, `failed_rows`, `example`.
  public let check: Statement
  /// One row: `stored_rows` of the range.
  public let storedRows: Statement
  /// For a range of which no row is stored.
  public let insert: Statement
  public let deleteVanished: Statement
  /// The count of changed rows it reports is inserted + updated.
  public let merge: Statement
  /// The way back: the same result by delete and insert; nil where it was not asked for.
  public let replace: Replacement?
  public let deleteFailures: Statement
  /// Only needed where `failed_rows` is not 0.
  public let insertFailures: Statement
  /// The relation of days that failed as a whole: `as_of`, `failure_reason`.
  public let failedDays: String
  public let deleteDayFailures: Statement
  public let insertDayFailures: Statement
  public let deleteReceipts: Statement
  public let insertReceipts: Statement
  public let deleteReceiptInputs: Statement
  public let insertReceiptInputs: Statement

  /// Runs in the place of `deleteVanished` and `merge`: `land`, `tally`, `delete`, `insert`, `drop`.
  public struct Replacement: Hashable, Sendable {
    public let land: Statement
    /// One row: `inserted`, `updated`, `unchanged`.
    public let tally: Statement
    public let delete: Statement
    public let insert: Statement
    public let drop: Statement

    public var all: [Statement] { [land, tally, delete, insert, drop] }
  }

  public var all: [Statement] {
    [createStage, check, storedRows, insert, deleteVanished, merge] + (replace?.all ?? []) + [
      deleteFailures, insertFailures, deleteDayFailures, insertDayFailures, deleteReceipts,
      insertReceipts, deleteReceiptInputs, insertReceiptInputs,
    ]
  }

  /// - Parameter withReplacement: printing what nobody runs takes time.
  public init(
    for processor: ProcessorPlan, in plan: Plan, dialect: Dialect, withReplacement: Bool = true
  ) throws(RenderError) {
    let landing = try Landing(processor)
    func statement(_ name: String, _ command: Command) throws(RenderError) -> Statement {
      try Statement(.write, name, command, in: dialect)
    }
    let check = StageCheck(landing: landing)
    let merge = MergeShape(landing: landing)
    let failures = FailureRows(landing: landing, plan: plan)
    let receipts = Receipts(landing: landing)
    self.staged = landing.stagedName
    self.digests = landing.digestsName
    self.stagedColumns = landing.stagedColumns.map { ResultColumn($0.name, $0.type) }
    self.createStage = try statement(
      "stage", .createTemporaryTable(landing.stagedName, landing.stagedColumns))
    self.check = try Statement(
      .write, "check", check.query(), returns: StageCheck.columns, in: dialect)
    self.storedRows = try Statement(
      .write, "stored_rows", check.stored(), returns: StageCheck.storedColumns, in: dialect)
    self.insert = try statement("insert", try merge.insert())
    self.deleteVanished = try statement("delete_vanished", merge.deleteVanished())
    self.merge = try statement("merge", try merge.merge())
    self.replace = withReplacement ? try Replacement(landing, in: dialect) : nil
    self.deleteFailures = try statement("delete_failures", failures.delete())
    self.insertFailures = try statement("insert_failures", try failures.insert())
    self.failedDays = landing.failedDaysName
    self.deleteDayFailures = try statement("delete_day_failures", failures.deleteDays())
    self.insertDayFailures = try statement("insert_day_failures", failures.insertDays())
    self.deleteReceipts = try statement("delete_receipts", receipts.delete(SystemTables.receipts))
    self.insertReceipts = try statement("insert_receipts", receipts.insert())
    self.deleteReceiptInputs = try statement(
      "delete_receipt_inputs", receipts.delete(SystemTables.receiptInputs))
    self.insertReceiptInputs = try statement("insert_receipt_inputs", receipts.insertInputs())
  }
}

extension WriteStatements.Replacement {
  init(_ landing: Landing, in dialect: Dialect) throws(RenderError) {
    let shape = ReplaceShape(landing: landing)
    func statement(_ name: String, _ command: Command) throws(RenderError) -> Statement {
      try Statement(.write, "replace_\(name)", command, in: dialect)
    }
    self.land = try statement("land", try shape.land())
    self.tally = try Statement(
      .write, "replace_tally", shape.tally(), returns: ReplaceShape.tallyColumns, in: dialect)
    self.delete = try statement("delete", shape.delete())
    self.insert = try statement("insert", shape.insert())
    self.drop = try statement("drop", shape.drop())
  }
}
