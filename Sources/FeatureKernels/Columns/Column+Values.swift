/// The values by kind; nil where the column holds another.
extension Column {
  public var integers: [Int64]? {
    if case .integer(let values) = values { values } else { nil }
  }

  public var doubles: [Double]? {
    if case .double(let values) = values { values } else { nil }
  }

  /// The unscaled integers of decimals.
  public var unscaled: [Int64]? {
    if case .decimal(let values, _) = values { values } else { nil }
  }

  public var booleans: [Bool]? {
    if case .boolean(let values) = values { values } else { nil }
  }

  /// Days since 1970-01-01.
  public var dayOrdinals: [Int32]? {
    if case .day(let values) = values { values } else { nil }
  }

  /// Microseconds since 1970-01-01 00:00 UTC.
  public var timestamps: [Int64]? {
    if case .timestamp(let values) = values { values } else { nil }
  }

  /// The codes of texts.
  public var codes: [Int32]? {
    if case .text(let codes, _) = values { codes } else { nil }
  }

  public var dictionary: TextDictionary? {
    if case .text(_, let dictionary) = values { dictionary } else { nil }
  }

  /// Offsets and elements of lists of texts or of doubles.
  public var list: (offsets: [Int32], elements: Column)? {
    switch values {
    case .textList(let offsets, let elements), .doubleList(let offsets, let elements):
      (offsets, elements)
    case .integer, .double, .decimal, .boolean, .day, .timestamp, .text: nil
    }
  }

  /// The text of a row; nil where it is NULL or the column holds no texts.
  public func text(_ row: Int) -> String? {
    guard case .text(let codes, let dictionary) = values, isValid(row) else { return nil }
    return dictionary[codes[row]]
  }
}
