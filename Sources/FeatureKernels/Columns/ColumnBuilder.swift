/// Collects the values of a column, one at a time or by runs.
public struct ValuesBuilder<Element: Sendable> {
  private let filler: Element
  private var values: [Element] = []
  private var nulls: [Int] = []

  /// - Parameter filler: stands in NULL rows.
  public init(filler: Element, capacity: Int = 0) {
    self.filler = filler
    values.reserveCapacity(capacity)
  }

  public var count: Int { values.count }

  public mutating func append(_ value: Element?) {
    if value == nil { nulls.append(values.count) }
    values.append(value ?? filler)
  }

  /// Appends a run with its validity words (row 0 is bit 0 of the first); nil where all are valid.
  public mutating func append(
    _ run: UnsafeBufferPointer<Element>, validity: UnsafePointer<UInt64>? = nil
  ) {
    if let validity {
      for row in run.indices where validity[row >> 6] & (1 << UInt64(row & 63)) == 0 {
        nulls.append(values.count + row)
      }
    }
    values.append(contentsOf: run)
  }

  /// The values and which of them hold.
  public consuming func finish() -> (values: [Element], validity: Validity?) {
    guard !nulls.isEmpty else { return (values, nil) }
    var validity = Validity(allValid: values.count)
    for row in nulls { validity.setNull(row) }
    return (values, validity)
  }
}

/// Collects a column of texts, encoding them as they come.
public struct TextBuilder {
  private var codes = ValuesBuilder<Int32>(filler: 0)
  private var interner = TextInterner()

  public init() {}

  public var count: Int { codes.count }

  public mutating func append(_ text: String?) {
    if let text {
      codes.append(interner.code(of: text))
    } else {
      codes.append(nil)
    }
  }

  /// Appends a text given as UTF-8.
  public mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    codes.append(interner.code(of: utf8))
  }

  public mutating func appendNull() { codes.append(nil) }

  public consuming func finish() -> Column {
    let dictionary = interner.dictionary()
    let (codes, validity) = codes.finish()
    return Column(.text(codes: codes, dictionary), validity: validity)
  }
}
