/// A column that was checked, and laid out so that vectors are filled by copying.
struct ReadyColumn: Sendable {
  let name: String
  let type: LogicalType
  let count: Int
  let validity: [UInt64]?
  let content: Content

  indirect enum Content: Sendable {
    /// Copied as it is.
    case plain(PlainValues)
    /// An entry per row, or the entries that `codes` name.
    case text(TextEntries, codes: [Int32]?)
    case rendered(RenderedTexts)
    case list(offsets: [Int], elements: ReadyColumn)
  }

  /// - Errors: `invalidInput` (a bitmap too short, a code without a word, offsets out of order),
  ///   `outOfRange` (a decimal with more digits than its width).
  init(_ column: ColumnBuffer) throws(DuckDBError) {
    try self.init(name: column.name, values: column.values, validity: column.validity)
  }

  private init(
    name: String, values: ColumnBuffer.Values, validity: [UInt64]?
  ) throws(DuckDBError) {
    self.name = name
    self.validity = validity
    type = values.type
    count = values.count
    if let validity, validity.count < (values.count + 63) / 64 {
      throw DuckDBError(
        .invalidInput,
        "column \"\(name)\" has \(values.count) rows and a bitmap of \(validity.count) words")
    }
    content =
      switch values {
      case .boolean(let values): .plain(.boolean(values))
      case .integer(let values), .date(let values): .plain(.integer(values))
      case .bigint(let values), .timestamp(let values): .plain(.bigint(values))
      case .ubigint(let values): .plain(.ubigint(values))
      case .double(let values): .plain(.double(values))
      case .decimal(let values, let width, _): .plain(.decimal(values, width: width))
      case .text(let texts): .text(TextEntries(texts), codes: nil)
      case .words(let codes, let words): .text(TextEntries(words), codes: codes)
      case .rendered(let texts): .rendered(texts)
      case .list(let offsets, let elements, let bitmap):
        .list(
          offsets: offsets,
          elements: try ReadyColumn(name: name, values: elements, validity: bitmap))
      }
    try check(values)
  }

  private func isValid(_ row: Int) -> Bool {
    validity.map { $0[row / 64] >> UInt64(row % 64) & 1 == 1 } ?? true
  }

  private func check(_ values: ColumnBuffer.Values) throws(DuckDBError) {
    switch values {
    case .words(let codes, let words):
      let limit = UInt32(clamping: words.count)
      let highest = codes.reduce(UInt32(0)) { max($0, UInt32(bitPattern: $1)) }
      if highest >= limit,
        let row = codes.indices.first(where: {
          UInt32(bitPattern: codes[$0]) >= limit && isValid($0)
        })
      {
        throw refusal("code \(codes[row]) in row \(row) names none of \(words.count) words")
      }
    case .decimal(let unscaled, let width, let scale):
      guard (1...18).contains(width), (0...width).contains(scale) else {
        throw refusal("DECIMAL(\(width),\(scale)) is not within DECIMAL(1,0) and DECIMAL(18,18)")
      }
      let limit = (0..<width).reduce(UInt64(1)) { power, _ in power * 10 }
      let highest = unscaled.reduce(UInt64(0)) { max($0, $1.magnitude) }
      if highest >= limit,
        let row = unscaled.indices.first(where: { unscaled[$0].magnitude >= limit && isValid($0) })
      {
        throw DuckDBError(
          .outOfRange,
          "column \"\(name)\": \(unscaled[row]) in row \(row) has more than \(width) digits")
      }
    case .list(let offsets, let elements, _):
      guard let first = offsets.first, let last = offsets.last else {
        throw refusal("a list column of no rows has the one offset 0, not none")
      }
      guard first >= 0, last <= elements.count, zip(offsets, offsets.dropFirst()).allSatisfy(<=)
      else {
        throw refusal("offsets must rise from 0 at least to \(elements.count) at most")
      }
    default: break
    }
  }

  private func refusal(_ words: String) -> DuckDBError {
    DuckDBError(.invalidInput, "column \"\(name)\": \(words)")
  }
}

extension ReadyColumn {
  /// Checks a set of columns that belong together.
  ///
  /// - Errors: `invalidInput` when there is none, or when they differ in length.
  static func all(_ columns: [ColumnBuffer]) throws(DuckDBError) -> [ReadyColumn] {
    guard let first = columns.first else {
      throw DuckDBError(.invalidInput, "a table has at least one column; none is given")
    }
    var ready: [ReadyColumn] = []
    for column in columns {
      guard column.count == first.count else {
        throw DuckDBError(
          .invalidInput,
          "column \"\(column.name)\" has \(column.count) rows, \"\(first.name)\" has \(first.count)"
        )
      }
      ready.append(try ReadyColumn(column))
    }
    return ready
  }
}
