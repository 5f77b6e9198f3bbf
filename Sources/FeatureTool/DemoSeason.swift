/// A season that `demo` generates, so that the whole pipeline can be seen without any data.
public struct DemoSeason: Sendable {
  /// Said while it is made: `the NBA season 2024-25`.
  public let name: String
  /// The feed of the pipeline that loads the files: one Parquet file per table, by its name.
  public let feed: String
  /// `2024-25`, for feeds with files per season; nil for those without.
  public let season: String?
  let make: @Sendable () -> DemoFiles

  public init(
    _ name: String, feed: String, season: String? = nil,
    make: @escaping @Sendable () -> DemoFiles
  ) {
    self.name = name
    self.feed = feed
    self.season = season
    self.make = make
  }
}

/// What a season consists of: a file per table.
public struct DemoFiles: Sendable {
  public let season: [DemoTable]
  /// A later delivery of some rows of the same tables, to see what goes stale; may be empty.
  public let corrections: [DemoTable]
  public init(season: [DemoTable], corrections: [DemoTable] = []) {
    self.season = season
    self.corrections = corrections
  }
}

/// One table of a generated season: columns of equal length.
public struct DemoTable: Sendable {
  public let name: String
  public let columns: [DemoColumn]
  public init(_ name: String, _ columns: [DemoColumn]) {
    self.name = name
    self.columns = columns
  }
}

/// One column, held whole.
public struct DemoColumn: Sendable {
  public enum Values: Sendable {
    case integer([Int64])
    case double([Double])
    case boolean([Bool])
    /// Days since 1970-01-01.
    case day([Int32])
    /// Microseconds since 1970-01-01 00:00 UTC.
    case timestamp([Int64])
    /// One code per row into `words`; a negative one is NULL.
    case text(codes: [Int32], words: [String])
  }
  public let name: String
  public let values: Values
  /// False where a row is NULL; nil where none is.
  public let validity: [Bool]?

  public init(_ name: String, _ values: Values, validity: [Bool]? = nil) {
    self.name = name
    self.values = values
    self.validity = validity
  }
}
