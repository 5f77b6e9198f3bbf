extension Migration {
  /// 2: no line is ever changed, deleted or replaced, whoever writes.
  ///
  /// `INSERT OR REPLACE` deletes without asking a DELETE trigger, so a line that is already there is
  /// refused before the insert.
  static let appendOnly = Migration(
    number: 2,
    sql: guarded.map { table, key in
      """
      CREATE TRIGGER \(table)_never_change BEFORE UPDATE ON \(table) BEGIN
        SELECT RAISE(ABORT, 'the ledger only appends: \(table) are never changed');
      END;
      CREATE TRIGGER \(table)_never_go BEFORE DELETE ON \(table) BEGIN
        SELECT RAISE(ABORT, 'the ledger only appends: \(table) are never deleted');
      END;
      CREATE TRIGGER \(table)_never_repeat BEFORE INSERT ON \(table)
      WHEN EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id\(key))
      BEGIN
        SELECT RAISE(ABORT, 'the ledger only appends: this line of \(table) is already written');
      END;
      """
    }.joined(separator: "\n"))

  /// The tables of migration 1, and what besides `id` names one of their lines.
  private static let guarded: [(table: String, key: String)] = [
    ("runs", " OR run = NEW.run"),
    ("run_ends", " OR run = NEW.run"),
    ("run_processors", " OR (run = NEW.run AND processor = NEW.processor)"),
    ("steps", ""),
    ("failures", ""),
    ("notes", ""),
  ]
}
