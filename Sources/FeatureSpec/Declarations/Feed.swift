/// How files become raw tables: which files, with which columns, and one query per table.
///
/// Ingest is the one place where SQL is written by hand: it maps a source's layout, once. A query reads
/// the files by the names they have here and gives the table's columns by name, and a column `refused`:
/// NULL for a row that is taken, else the reason it is not. Refusals are counted by reason.
public struct Feed: Sendable {
  public let name: String
  public let summary: String
  public let files: [FeedFile]
  public let loads: [FeedLoad]
  public let place: Place

  public init(
    _ name: String, summary: String, files: [FeedFile], loads: [FeedLoad],
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    self.name = name
    self.summary = summary
    self.files = files
    self.loads = loads
    self.place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
  }
}

/// A file, or one file per season.
public struct FeedFile: Sendable {
  /// What queries call it.
  public let name: String
  /// `player_box_{season}.parquet`; `{season}` is `2022_23` for `--season 2022-23`. The ending tells
  /// the format: `.parquet` or `.csv`.
  public let pattern: String
  /// The columns that must be there, with the types they are read as.
  public let columns: [(name: String, type: ColumnType)]
  /// A file that is absent where it may be is read as an empty table.
  public let isOptional: Bool

  public init(
    _ name: String, _ pattern: String, columns: [(name: String, type: ColumnType)],
    isOptional: Bool = false
  ) {
    self.name = name
    self.pattern = pattern
    self.columns = columns
    self.isOptional = isOptional
  }

  public var isPerSeason: Bool { pattern.contains("{season}") }
}

/// One raw table filled from files. Rows land by the table's key: unchanged rows are left alone.
public struct FeedLoad: Sendable {
  public let table: TableDeclaration
  public let query: String
  public init<T: Table>(_ table: T, query: String) {
    self.table = TableDeclaration(table)
    self.query = query
  }
}
