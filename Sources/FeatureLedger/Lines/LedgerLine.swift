/// One thing that happened, as the journal takes it.
package enum LedgerLine: Hashable, Sendable {
  case started(RunStarted)
  case processor(ProcessorOutcome)
  case step(StepRecord)
  case failure(FailureRecord)
  case note(NoteRecord)
  case finished(RunFinished)

  var row: any LedgerRow {
    switch self {
    case .started(let row): row
    case .processor(let row): row
    case .step(let row): row
    case .failure(let row): row
    case .note(let row): row
    case .finished(let row): row
    }
  }
}

/// The journal's tables, in the order a batch fills them: a run, what belongs to it, its end.
enum Table: String, CaseIterable {
  case runs
  case processors = "run_processors"
  case steps
  case failures
  case notes
  case ends = "run_ends"
}

/// A value that is one row of one table.
protocol LedgerRow: Sendable {
  static var table: Table { get }
  /// The columns, in the order of `values`; `id` is SQLite's to give.
  static var columns: [String] { get }
  var values: [Value] { get }
  /// Reads the row a statement stands on.
  init(row: borrowing Statement) throws(LedgerError)
}

extension LedgerRow {
  /// `INSERT INTO "notes" ("run", "kind", "text") VALUES ($run, $kind, $text)`
  static var insertion: String {
    let parameters = columns.map { "$\($0)" }.joined(separator: ", ")
    return "INSERT INTO \"\(table.rawValue)\" (\(columnList)) VALUES (\(parameters))"
  }

  /// `SELECT "run", "kind", "text" FROM "notes"`
  static var selection: String {
    "SELECT \(columnList) FROM \"\(table.rawValue)\""
  }

  private static var columnList: String {
    columns.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
