internal import FeatureAlgebra
internal import FeaturePlan

/// Appends one column's name and values to the texts of a chunk's rows.
protocol CellWriter: Sendable {
  /// No row gets more bytes than this, the opening included.
  var longest: Int { get }
  func append(_ rows: Range<Int>, to texts: RowTexts)
}

/// Picks the writer of a column by its kind of values.
enum ColumnText {
  static func writer(of column: Column, opening: [UInt8], _ text: RowText) -> any CellWriter {
    switch column.values {
    case .integer(let values), .timestamp(let values):
      return NumberWriter(opening, column.validity, values, scale: 0)
    case .decimal(let values, let scale):
      return NumberWriter(opening, column.validity, values, scale: scale)
    case .day(let values): return DayWriter(opening, column.validity, values)
    case .text(let codes, let dictionary):
      return WordWriter(opening, column.validity, codes, dictionary, text)
    case .boolean, .double, .textList, .doubleList:
      return AnyWriter(opening, column, text)
    }
  }
}

/// What every writer does around its values: the opening, and `∅` for NULL.
struct CellFrame: Sendable {
  private let opening: [UInt8]
  private let validity: Validity?
  private static let missing = Array(RowText.missing.utf8)

  init(_ opening: [UInt8], _ validity: Validity?) {
    self.opening = opening
    self.validity = validity
  }

  func longest(_ value: Int) -> Int { opening.count + max(value, CellFrame.missing.count) }

  /// - Parameter value: Writes a row's value where told and says how many bytes it took.
  @inline(__always)
  func append(
    _ rows: Range<Int>, to texts: RowTexts,
    _ value: (Int, UnsafeMutablePointer<UInt8>) -> Int
  ) {
    opening.withUnsafeBufferPointer { opening in
      for row in rows {
        let place = row - rows.lowerBound
        let end = texts.end(place)
        if let first = opening.baseAddress { end.update(from: first, count: opening.count) }
        let next = end + opening.count
        let count: Int
        if validity?[row] ?? true {
          count = value(row, next)
        } else {
          count = CellFrame.missing.count
          for (index, byte) in CellFrame.missing.enumerated() { next[index] = byte }
        }
        texts.lengths[place] += opening.count + count
      }
    }
  }
}
