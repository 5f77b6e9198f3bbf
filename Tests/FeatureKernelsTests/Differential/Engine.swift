import DuckDB
import FeatureAlgebra
import FeatureKernels

/// A DuckDB in memory that reads the very columns the kernels read.
struct Engine {
  let connection: Connection

  init() throws { connection = try Database().connect() }

  /// Makes a table readable under a name, with `place` beside its columns: the row's number.
  func register(
    _ table: Table, _ types: [(name: String, type: ColumnType)], as name: String
  ) throws {
    var buffers = types.compactMap { column in
      table[column.name].map { $0.buffer(column.name, column.type) }
    }
    buffers.append(ColumnBuffer("place", .bigint((0..<table.count).map { Int64($0) })))
    try connection.register(buffers, as: name)
  }
}

extension FeatureKernels.Column {
  /// The column as DuckDB reads it.
  func buffer(_ name: String, _ type: ColumnType) -> ColumnBuffer {
    ColumnBuffer(name, buffer(type), validity: validity?.words)
  }

  private func buffer(_ type: ColumnType) -> ColumnBuffer.Values {
    switch values {
    case .integer(let values):
      type == .integer32 ? .integer(values.map { Int32(truncatingIfNeeded: $0) }) : .bigint(values)
    case .double(let values): .double(values)
    case .decimal(let values, let scale):
      if case .decimal(let precision, _) = type {
        .decimal(unscaled: values, width: precision, scale: scale)
      } else {
        .decimal(unscaled: values, width: 18, scale: scale)
      }
    case .boolean(let values): .boolean(values)
    case .day(let values): .date(values)
    case .timestamp(let values): .timestamp(values)
    case .text(let codes, let dictionary):
      .words(codes: codes, of: dictionary.texts.isEmpty ? [""] : dictionary.texts)
    case .textList(let offsets, let elements):
      .list(
        offsets: offsets.map(Int.init), elements: elements.buffer(.text),
        validity: elements.validity?.words)
    case .doubleList(let offsets, let elements):
      .list(
        offsets: offsets.map(Int.init), elements: elements.buffer(.double),
        validity: elements.validity?.words)
    }
  }
}

extension Value {
  /// What the engine answered.
  init(_ value: SQLValue) {
    switch value {
    case .null, .blob: self = .null
    case .boolean(let truth): self = .truth(truth)
    case .integer(let number): self = .integer(number)
    case .hugeint(let number): self = .integer(Int64(clamping: number))
    case .double(let number): self = .double(number)
    case .decimal(let unscaled, let scale): self = .decimal(Int64(clamping: unscaled), scale: scale)
    case .text(let text): self = .text(text)
    case .date(let day): self = .day(day)
    case .timestamp(let moment): self = .timestamp(moment)
    case .list(let elements):
      let isText = elements.contains { if case .text = $0 { true } else { false } }
      self = isText ? .texts(elements.map(\.asText)) : .doubles(elements.map(\.asDouble))
    }
  }

  /// Whether kernels and engine mean the same: zeros are equal whatever their sign, and lists without a
  /// value have no type.
  func means(_ other: Value) -> Bool {
    if agrees(with: other) { return true }
    switch (self, other) {
    case (.double(let a), .double(let b)): return a == b
    // DuckDB's `EXTRACT` of a NULL literal is a double.
    case (.integer(let a), .double(let b)): return Double(a) == b
    case (.doubles(let a), .doubles(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0?.isNaN == $1?.isNaN }
    case (.texts(let a), .doubles(let b)): return a.count == b.count && b.allSatisfy { $0 == nil }
    default: return false
    }
  }
}
