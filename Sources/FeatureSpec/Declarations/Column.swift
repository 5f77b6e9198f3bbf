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
  /// The elements of a vector, in their order; nil for any other column.
  public private(set) var elements: [Column]?
  /// Which element of a vector is read under the name; nil for a column of a table.
  public private(set) var element: ElementPlace?
  /// Which kind of source tells the value; nil where it does not matter.
  public private(set) var source: String?
  /// The value is known before the row's day: a schedule's teams, not its scores.
  public private(set) var isAnnounced = false

  /// A nullable business column.
  public init(_ name: String, _ type: ColumnType, _ unit: Unit? = nil) {
    self.name = name
    self.type = type
    self.unit = unit
  }

  /// A vector; see `VectorColumn`.
  init(_ name: String, elements: [Column]) {
    self.init(name, .doubleList)
    self.elements = elements
  }

  /// The elements of a vector as columns that can be read: `features.fatigue_score`; none for any other
  /// column. Only a required element of a required vector is never NULL.
  public var elementColumns: [Column] {
    (elements ?? []).enumerated().map { index, element in
      var column = Column(ElementPlace.name(of: element.name, in: name), .double, element.unit)
      column.element = ElementPlace(vector: name, position: index + 1)
      column.isNullable = isNullable || element.isNullable
      column.range = element.range
      return column
    }
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

  /// Known before the row's day, as a schedule's teams are and its scores are not. Rows of days after D
  /// are read by such columns alone.
  public var announced: Column { changed { $0.isAnnounced = true } }

  private func changed(_ change: (inout Column) -> Void) -> Column {
    var copy = self
    change(&copy)
    return copy
  }
}
