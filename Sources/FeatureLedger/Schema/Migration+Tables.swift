extension Migration {
  /// 1: the six tables.
  ///
  /// `id` is the order of recording. Times are microseconds since 1970 UTC, days are ISO text. A
  /// constraint's name is the sentence the user reads when a line breaks it.
  ///
  /// A run has no status column: it is running until its one line in `run_ends` says how it ended.
  static let tables = Migration(
    number: 1,
    sql: """
      CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        run TEXT NOT NULL UNIQUE CONSTRAINT "a run has a name" CHECK (run <> ''),
        command TEXT NOT NULL,
        from_day TEXT,
        to_day TEXT,
        mode TEXT NOT NULL,
        evaluator TEXT NOT NULL,
        workers INTEGER NOT NULL CONSTRAINT "a run has a worker" CHECK (workers > 0),
        plan_fingerprint TEXT NOT NULL,
        tool_version TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        \(days),
        CONSTRAINT "a range has both ends" CHECK ((from_day IS NULL) = (to_day IS NULL))
      ) STRICT;

      CREATE TABLE run_ends (
        id INTEGER PRIMARY KEY,
        run TEXT NOT NULL UNIQUE REFERENCES runs (run),
        ending TEXT NOT NULL
          CONSTRAINT "an ending is success, partial, failed or interrupted"
          CHECK (ending IN ('success', 'partial', 'failed', 'interrupted')),
        finished_at INTEGER NOT NULL,
        \(rows)
      ) STRICT;

      CREATE TABLE run_processors (
        id INTEGER PRIMARY KEY,
        run TEXT NOT NULL REFERENCES runs (run),
        processor TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        days_fresh INTEGER NOT NULL,
        days_computed INTEGER NOT NULL,
        days_off INTEGER NOT NULL,
        days_bootstrap INTEGER NOT NULL,
        days_blocked INTEGER NOT NULL,
        days_failed INTEGER NOT NULL,
        \(rows),
        UNIQUE (run, processor),
        CONSTRAINT "a count of days is not negative" CHECK (
          min(days_fresh, days_computed, days_off, days_bootstrap, days_blocked, days_failed) >= 0)
      ) STRICT;

      CREATE TABLE steps (
        id INTEGER PRIMARY KEY,
        run TEXT NOT NULL REFERENCES runs (run),
        processor TEXT NOT NULL,
        from_day TEXT NOT NULL,
        to_day TEXT NOT NULL,
        phase TEXT NOT NULL CONSTRAINT "a phase has a name" CHECK (phase <> ''),
        seconds REAL NOT NULL
          CONSTRAINT "seconds are from 0 to 1e9" CHECK (seconds BETWEEN 0 AND 1e9),
        "rows" INTEGER NOT NULL CONSTRAINT "a count of rows is not negative" CHECK ("rows" >= 0),
        statements INTEGER NOT NULL
          CONSTRAINT "a count of statements is not negative" CHECK (statements >= 0),
        \(days)
      ) STRICT;
      CREATE INDEX steps_by_run ON steps (run, processor);

      CREATE TABLE failures (
        id INTEGER PRIMARY KEY,
        run TEXT NOT NULL REFERENCES runs (run),
        processor TEXT NOT NULL,
        day TEXT NOT NULL CONSTRAINT "a day is written YYYY-MM-DD" CHECK (\(isDay("day"))),
        entity TEXT,
        category TEXT NOT NULL CONSTRAINT "a category has a name" CHECK (category <> ''),
        reason TEXT NOT NULL
          CONSTRAINT "a reason has at most 1000 characters" CHECK (length(reason) <= 1000),
        can_retry INTEGER NOT NULL CHECK (can_retry IN (0, 1))
      ) STRICT;
      CREATE INDEX failures_by_run ON failures (run);
      CREATE INDEX failures_by_day ON failures (processor, day);

      CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        run TEXT NOT NULL REFERENCES runs (run),
        kind TEXT NOT NULL
          CONSTRAINT "a note is a note or a warning" CHECK (kind IN ('note', 'warning')),
        text TEXT NOT NULL
      ) STRICT;
      CREATE INDEX notes_by_run ON notes (run);
      """)

  /// The range of a run or a slab.
  private static let days = """
    CONSTRAINT "a day is written YYYY-MM-DD" CHECK (
          (from_day IS NULL OR \(isDay("from_day"))) AND (to_day IS NULL OR \(isDay("to_day")))),
        CONSTRAINT "a range ends on or after its first day" CHECK (from_day <= to_day)
    """

  /// What became of rows.
  private static let rows = """
    rows_inserted INTEGER NOT NULL,
        rows_updated INTEGER NOT NULL,
        rows_unchanged INTEGER NOT NULL,
        rows_failed INTEGER NOT NULL,
        CONSTRAINT "a count of rows is not negative" CHECK (
          min(rows_inserted, rows_updated, rows_unchanged, rows_failed) >= 0)
    """

  /// Whether a column is a day of the calendar: adding no days must give the same text back.
  private static func isDay(_ column: String) -> String {
    let shape = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
    return "\(column) GLOB '\(shape)' AND \(column) IS date(\(column), '+0 days')"
  }
}
