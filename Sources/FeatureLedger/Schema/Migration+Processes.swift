extension Migration {
  /// 3: which process a run is, so that the holder of a busy warehouse is told from a run that was
  /// killed.
  static let processes = Migration(
    number: 3, sql: "ALTER TABLE runs ADD COLUMN process_id INTEGER;")
}
