internal import CDuckDB

extension ReadyColumn {
  /// Fills the first rows of a vector of this column's type with `rows`.
  ///
  func fill(_ vector: duckdb_vector?, rows: Range<Int>) {
    guard let target = duckdb_vector_get_data(vector) else { return }
    switch content {
    case .plain(let values): values.copy(rows, to: target)
    case .text(let texts, nil):
      let source = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: texts.entries[rows]))
      source.baseAddress.map { target.copyMemory(from: $0, byteCount: source.count) }
    case .text(let texts, let codes?): gather(texts, codes, rows, to: target)
    case .rendered(let texts): write(texts, rows, to: vector)
    case .list(let offsets, let elements): fillLists(vector, offsets, elements, rows, to: target)
    }
    fillValidity(vector, rows)
  }

  private func fillValidity(_ vector: duckdb_vector?, _ rows: Range<Int>) {
    guard let words = validity?.bits(rows), words.contains(where: { $0 != .max }) else { return }
    duckdb_vector_ensure_validity_writable(vector)
    guard let target = duckdb_vector_get_validity(vector) else { return }
    words.withUnsafeBufferPointer { source in
      source.baseAddress.map { target.update(from: $0, count: source.count) }
    }
  }

  /// The code of a NULL may be anything; its text is empty.
  private func gather(
    _ texts: TextEntries, _ codes: [Int32], _ rows: Range<Int>, to target: UnsafeMutableRawPointer
  ) {
    let entries = UnsafeBufferPointer(texts.entries)
    let target = target.assumingMemoryBound(to: TextEntries.Entry.self)
    codes.withUnsafeBufferPointer { codes in
      for (place, row) in rows.enumerated() {
        let code = Int(codes[row])
        target[place] = entries.indices.contains(code) ? entries[code] : (0, 0)
      }
    }
  }

  /// The engine keeps a copy of each text.
  private func write(_ texts: RenderedTexts, _ rows: Range<Int>, to vector: duckdb_vector?) {
    var place: idx_t = 0
    texts.write(rows) { text in
      text.withMemoryRebound(to: CChar.self) { text in
        duckdb_unsafe_vector_assign_string_element_len(
          vector, place, text.baseAddress, idx_t(text.count))
      }
      place += 1
    }
    precondition(Int(place) == rows.count, "a rendered column has a text for each row")
  }

  private func fillLists(
    _ vector: duckdb_vector?, _ offsets: [Int], _ elements: ReadyColumn, _ rows: Range<Int>,
    to target: UnsafeMutableRawPointer
  ) {
    let taken = offsets[rows.lowerBound]..<offsets[rows.upperBound]
    duckdb_list_vector_reserve(vector, idx_t(taken.count))
    duckdb_list_vector_set_size(vector, idx_t(taken.count))
    let target = target.assumingMemoryBound(to: duckdb_list_entry.self)
    for (place, row) in rows.enumerated() {
      target[place] = duckdb_list_entry(
        offset: UInt64(offsets[row] - taken.lowerBound),
        length: UInt64(offsets[row + 1] - offsets[row]))
    }
    elements.fill(duckdb_list_vector_get_child(vector), rows: taken)
  }
}

extension PlainValues {
  fileprivate func copy(_ rows: Range<Int>, to target: UnsafeMutableRawPointer) {
    switch self {
    case .boolean(let values): values.copy(rows, to: target)
    case .integer(let values): values.copy(rows, to: target)
    case .bigint(let values): values.copy(rows, to: target)
    case .ubigint(let values): values.copy(rows, to: target)
    case .double(let values): values.copy(rows, to: target)
    case .decimal(let values, let width):
      switch width {
      case ...4: values.narrow(rows, to: target.assumingMemoryBound(to: Int16.self))
      case ...9: values.narrow(rows, to: target.assumingMemoryBound(to: Int32.self))
      default: values.copy(rows, to: target)
      }
    }
  }
}

extension Array where Element: BitwiseCopyable {
  fileprivate func copy(_ rows: Range<Int>, to target: UnsafeMutableRawPointer) {
    self[rows].withUnsafeBytes { source in
      source.baseAddress.map { target.copyMemory(from: $0, byteCount: source.count) }
    }
  }
}

extension [Int64] {
  /// The value of a NULL may be anything, hence truncating.
  fileprivate func narrow<Narrow: FixedWidthInteger>(
    _ rows: Range<Int>, to target: UnsafeMutablePointer<Narrow>
  ) {
    for (place, row) in rows.enumerated() {
      target[place] = Narrow(truncatingIfNeeded: self[row])
    }
  }
}

extension [UInt64] {
  /// The bits of some rows from bit 0 on: as they lie where the rows start with a word, else shifted.
  fileprivate func bits(_ rows: Range<Int>) -> ArraySlice<UInt64> {
    let first = rows.lowerBound / 64
    let words = first..<first + (rows.count + 63) / 64
    let shift = UInt64(rows.lowerBound % 64)
    if shift == 0 { return self[words] }
    return words.map { word in
      self[word] >> shift | (word + 1 < count ? self[word + 1] << (64 - shift) : 0)
    }[...]
  }
}
