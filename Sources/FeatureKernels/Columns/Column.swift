public import FeatureAlgebra

/// The values of one column, contiguous and typed, with NULLs aside.
///
/// - Shape: `count` values; a NULL row holds an arbitrary value of the type.
/// - Text is a code per row into a dictionary; a list is a run of `elements` between two offsets.
public struct Column: Sendable {
  public indirect enum Values: Sendable {
    /// `BIGINT` and `INTEGER`.
    case integer([Int64])
    case double([Double])
    /// `DECIMAL(p, scale)`: the unscaled integers.
    case decimal([Int64], scale: Int)
    case boolean([Bool])
    /// Days since 1970-01-01.
    case day([Int32])
    /// Microseconds since 1970-01-01 00:00 UTC.
    case timestamp([Int64])
    case text(codes: [Int32], TextDictionary)
    /// Row `r` is `elements[offsets[r]..<offsets[r + 1]]`; the elements are texts.
    case textList(offsets: [Int32], elements: Column)
    /// As `textList`, of doubles.
    case doubleList(offsets: [Int32], elements: Column)
  }

  public let values: Values
  /// Nil where no row is NULL.
  public let validity: Validity?

  public init(_ values: Values, validity: Validity? = nil) {
    self.values = values
    self.validity = validity?.normalized
  }

  public var count: Int {
    switch values {
    case .integer(let values), .decimal(let values, _), .timestamp(let values): values.count
    case .double(let values): values.count
    case .boolean(let values): values.count
    case .day(let values), .text(let values, _): values.count
    case .textList(let offsets, _), .doubleList(let offsets, _): offsets.count - 1
    }
  }

  /// Whether row `row` holds a value.
  public func isValid(_ row: Int) -> Bool { validity?[row] ?? true }

  /// Whether the values are those of `type`. Precision is not looked at.
  public func holds(_ type: ColumnType) -> Bool {
    switch (values, type) {
    case (.integer, .integer), (.integer, .integer32), (.double, .double), (.boolean, .boolean),
      (.day, .day), (.timestamp, .timestamp), (.text, .text), (.textList, .textList),
      (.doubleList, .doubleList):
      true
    case (.decimal(_, let scale), .decimal(_, let declared)): scale == declared
    default: false
    }
  }

  /// The kind of values, for messages.
  var word: String {
    switch values {
    case .integer: "integers"
    case .double: "doubles"
    case .decimal(_, let scale): "decimals of scale \(scale)"
    case .boolean: "booleans"
    case .day: "days"
    case .timestamp: "timestamps"
    case .text: "texts"
    case .textList: "lists of texts"
    case .doubleList: "lists of doubles"
    }
  }
}
