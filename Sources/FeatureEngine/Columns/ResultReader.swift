internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels

/// Reads a whole result into kernel columns, chunk by chunk, without a value in between.
///
/// Texts are dictionary-encoded as they come: one `String` per distinct text.
struct ResultReader {
  private let builders: [Builder]
  private(set) var count = 0

  /// - Parameter types: of the result's columns, by position.
  init(_ types: [ColumnType]) {
    builders = types.map(Builder.init)
  }

  static func read(
    _ result: QueryResult, types: [ColumnType]
  ) throws(DuckDBError) -> (columns: [FeatureKernels.Column], count: Int) {
    var reader = ResultReader(types)
    while let chunk = result.nextChunk() { try reader.append(chunk) }
    return (reader.finish(), reader.count)
  }

  mutating func append(_ chunk: Chunk) throws(DuckDBError) {
    for index in builders.indices { try builders[index].append(chunk, index) }
    count += chunk.count
  }

  consuming func finish() -> [FeatureKernels.Column] { builders.map { $0.finish() } }

  /// Holds a builder in one place: an enum's payload would be copied, array and all, to be changed.
  private final class Held<Builder> {
    var builder: Builder
    init(_ builder: Builder) { self.builder = builder }
  }

  /// Collects one column.
  private enum Builder {
    case integer(Held<ValuesBuilder<Int64>>)
    case double(Held<ValuesBuilder<Double>>)
    case decimal(Held<ValuesBuilder<Int64>>, precision: Int, scale: Int)
    case boolean(Held<ValuesBuilder<Bool>>)
    case day(Held<ValuesBuilder<Int32>>)
    case timestamp(Held<ValuesBuilder<Int64>>)
    case text(Held<TextBuilder>)
    case list(Held<ListBuilder>)

    init(_ type: ColumnType) {
      switch type {
      case .integer, .integer32: self = .integer(Held(ValuesBuilder(filler: 0)))
      case .double: self = .double(Held(ValuesBuilder(filler: 0)))
      case .decimal(let precision, let scale):
        self = .decimal(Held(ValuesBuilder(filler: 0)), precision: precision, scale: scale)
      case .boolean: self = .boolean(Held(ValuesBuilder(filler: false)))
      case .day: self = .day(Held(ValuesBuilder(filler: 0)))
      case .timestamp: self = .timestamp(Held(ValuesBuilder(filler: 0)))
      case .text: self = .text(Held(TextBuilder()))
      case .textList: self = .list(Held(ListBuilder(.texts(TextBuilder()))))
      case .doubleList: self = .list(Held(ListBuilder(.doubles(ValuesBuilder(filler: 0)))))
      }
    }

    func append(_ chunk: Chunk, _ index: Int) throws(DuckDBError) {
      switch self {
      case .integer(let held): try Self.appendIntegers(chunk, index, &held.builder)
      case .double(let held):
        try Self.append(chunk.column(index, as: Double.self), &held.builder)
      case .decimal(let held, let precision, _):
        if precision <= 4 {
          try Self.appendWidened(chunk.column(index, as: Int16.self), &held.builder)
        } else if precision <= 9 {
          try Self.appendWidened(chunk.column(index, as: Int32.self), &held.builder)
        } else {
          try Self.append(chunk.column(index, as: Int64.self), &held.builder)
        }
      case .boolean(let held):
        let view = try chunk.column(index, as: Bool.self)
        for row in 0..<view.count { held.builder.append(view.isValid(row) ? view[row] : nil) }
      case .day(let held): try Self.append(chunk.column(index, as: Int32.self), &held.builder)
      case .timestamp(let held):
        try Self.append(chunk.column(index, as: Int64.self), &held.builder)
      case .text(let held): try Self.appendTexts(chunk.text(index), &held.builder)
      case .list(let held): try held.builder.append(chunk.list(index))
      }
    }

    private static func appendTexts(_ view: TextView, _ builder: inout TextBuilder) {
      for row in 0..<view.count {
        if view.isValid(row) {
          view.withUTF8(row) { span in
            span.withUnsafeBufferPointer { builder.append(utf8: $0) }
          }
        } else {
          builder.appendNull()
        }
      }
    }

    /// `BIGINT` as it lies; `INTEGER` widened.
    private static func appendIntegers(
      _ chunk: Chunk, _ index: Int, _ builder: inout ValuesBuilder<Int64>
    ) throws(DuckDBError) {
      if let wide = try? chunk.column(index, as: Int64.self) {
        try append(wide, &builder)
      } else {
        try appendWidened(chunk.column(index, as: Int32.self), &builder)
      }
    }

    private static func append<Element: ColumnElement & Numeric>(
      _ view: ColumnView<Element>, _ builder: inout ValuesBuilder<Element>
    ) throws(DuckDBError) {
      let words = validityWords(view.validity)
      view.withSpan { span in
        span.withUnsafeBufferPointer { values in
          if let words {
            words.withUnsafeBufferPointer { builder.append(values, validity: $0.baseAddress) }
          } else {
            builder.append(values)
          }
        }
      }
    }

    private static func appendWidened<Element: ColumnElement & FixedWidthInteger>(
      _ view: ColumnView<Element>, _ builder: inout ValuesBuilder<Int64>
    ) throws(DuckDBError) {
      let words = validityWords(view.validity)
      var wide: [Int64] = []
      view.withSpan { span in
        span.withUnsafeBufferPointer { values in wide = values.map { Int64($0) } }
      }
      wide.withUnsafeBufferPointer { values in
        if let words {
          words.withUnsafeBufferPointer { builder.append(values, validity: $0.baseAddress) }
        } else {
          builder.append(values)
        }
      }
    }

    private static func validityWords(_ validity: DuckDB.Validity) -> [UInt64]? {
      validity.isAllValid ? nil : (0..<(validity.count + 63) / 64).map { validity.word($0) }
    }

    func finish() -> FeatureKernels.Column {
      switch self {
      case .integer(let held): Self.finish(held) { .integer($0) }
      case .double(let held): Self.finish(held) { .double($0) }
      case .decimal(let held, _, let scale): Self.finish(held) { .decimal($0, scale: scale) }
      case .boolean(let held): Self.finish(held) { .boolean($0) }
      case .day(let held): Self.finish(held) { .day($0) }
      case .timestamp(let held): Self.finish(held) { .timestamp($0) }
      case .text(let held): held.builder.finish()
      case .list(let held): held.builder.finish()
      }
    }

    private static func finish<Element>(
      _ held: Held<ValuesBuilder<Element>>,
      _ values: ([Element]) -> FeatureKernels.Column.Values
    ) -> FeatureKernels.Column {
      let (elements, validity) = held.builder.finish()
      return FeatureKernels.Column(values(elements), validity: validity)
    }
  }
}
