/// One column of a table, declared once with everything that is known about it.
///
/// ```swift
/// let points = Column("points", .integer, .points).within(0...100)
/// ```
public struct Column: Hashable, Sendable {
  public let name: String
  public let type: ColumnType
  public let unit: Unit?
  public private(set) var isNullable = true
  public private(set) var isMetadata = false
  public private(set) var range: ClosedRange<Double>?
  public private(set) var vocabulary: [String]?
  /// Which kind of source tells the value; nil where it does not matter.
  public private(set) var source: String?

  /// A nullable business column.
  public init(_ name: String, _ type: ColumnType, _ unit: Unit? = nil) {
    self.name = name
    self.type = type
    self.unit = unit
  }

  /// `NOT NULL`
  public var required: Column { changed { $0.isNullable = false } }

  /// Not part of the row's hash: a change of it alone is not a change of the row.
  public var metadata: Column { changed { $0.isMetadata = true } }

  /// Values outside are a broken contract.
  public func within(_ range: ClosedRange<Double>) -> Column { changed { $0.range = range } }

  /// The only texts the column may hold; any other text in a condition is a finding.
  public func oneOf(_ words: String...) -> Column { changed { $0.vocabulary = words } }

  /// Which kind of source tells the value: `"box-score"`, `"play-by-play"`. Columns of two sources do
  /// not stand in one ratio: they do not count the same events. In an output table it is a claim:
  /// the value may come from no other.
  public func from(_ source: String) -> Column { changed { $0.source = source } }

  private func changed(_ change: (inout Column) -> Void) -> Column {
    var copy = self
    change(&copy)
    return copy
  }
}
