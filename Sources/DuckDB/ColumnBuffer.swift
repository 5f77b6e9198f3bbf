/// One column of values on its way into DuckDB: a name, an array, and which rows are NULL.
///
/// Nothing is copied when it is made; the engine's vectors are filled straight from the array.
public struct ColumnBuffer: Sendable {
  /// The column's name in SQL.
  public var name: String

  /// The values, one per row; those of NULL rows are ignored.
  public var values: Values

  /// Which rows hold a value: one bit per row, 1 for a value and 0 for NULL, the bit of row 0 the
  /// lowest of the first word. Nil when no row is NULL.
  public var validity: [UInt64]?

  public init(_ name: String, _ values: Values, validity: [UInt64]? = nil) {
    self.name = name
    self.values = values
    self.validity = validity
  }

  /// An array of values, and with it the column's type.
  public indirect enum Values: Sendable {
    /// `BOOLEAN`
    case boolean([Bool])
    /// `INTEGER`
    case integer([Int32])
    /// `BIGINT`
    case bigint([Int64])
    /// `UBIGINT`
    case ubigint([UInt64])
    /// `DOUBLE`
    case double([Double])
    /// `DECIMAL(width, scale)`: the numbers times 10^`scale`; `width` digits, 1 to 18.
    case decimal(unscaled: [Int64], width: Int, scale: Int)
    /// `DATE`: days since 1970-01-01.
    case date([Int32])
    /// `TIMESTAMP`: microseconds since 1970-01-01 00:00:00.
    case timestamp([Int64])
    /// `VARCHAR`
    case text([String])
    /// `VARCHAR`, dictionary-encoded: each row's place in `words`.
    case words(codes: [Int32], of: [String])
    /// `VARCHAR`, made whenever a statement reads it.
    case rendered(RenderedTexts)
    /// `LIST` of the elements' type; row i holds the elements `offsets[i] ..< offsets[i + 1]`. The
    /// bitmap is that of the elements, nil when none is NULL.
    case list(offsets: [Int], elements: Values, validity: [UInt64]? = nil)
  }

  /// How many rows.
  public var count: Int { values.count }
}

/// Texts that are not kept but written when they are read, and never where no statement reads them.
public struct RenderedTexts: Sendable {
  public let count: Int
  let write: Write

  /// Calls its second argument with the UTF-8 of each row of a range, in order.
  public typealias Write =
    @Sendable (_ rows: Range<Int>, _ text: (UnsafeBufferPointer<UInt8>) -> Void) -> Void

  /// - Parameter write: Called by several threads of the engine at once, for ranges that do not overlap.
  public init(count: Int, write: @escaping Write) {
    self.count = count
    self.write = write
  }
}

extension ColumnBuffer.Values {
  /// How many rows.
  public var count: Int {
    switch self {
    case .boolean(let values): values.count
    case .integer(let values), .date(let values): values.count
    case .bigint(let values), .timestamp(let values): values.count
    case .ubigint(let values): values.count
    case .double(let values): values.count
    case .decimal(let values, _, _): values.count
    case .text(let values): values.count
    case .words(let codes, _): codes.count
    case .rendered(let texts): texts.count
    case .list(let offsets, _, _): offsets.count - 1
    }
  }

  /// The type that the engine sees.
  public var type: LogicalType {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .bigint: .bigint
    case .ubigint: .ubigint
    case .double: .double
    case .decimal(_, let width, let scale): .decimal(width: width, scale: scale)
    case .date: .date
    case .timestamp: .timestamp
    case .text, .words, .rendered: .varchar
    case .list(_, let elements, _): .list(elements.type)
    }
  }
}

extension ColumnBuffer {
  /// A bitmap from one truth value per row; nil when all are true.
  public static func validity(_ isValid: some Collection<Bool>) -> [UInt64]? {
    guard isValid.contains(false) else { return nil }
    var words = [UInt64](repeating: 0, count: (isValid.count + 63) / 64)
    for (row, valid) in isValid.enumerated() where valid {
      words[row / 64] |= 1 << UInt64(row % 64)
    }
    return words
  }
}
