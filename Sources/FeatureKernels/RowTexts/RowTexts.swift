import FeatureAlgebra
public import FeaturePlan

/// The texts that the row hashes of a table are taken of (D-05), the same bytes as SQL writes.
///
///     RowTexts(of: plan.columns, in: rows, .canonical) { $0.precomposedStringWithCanonicalMapping }
///     // cache_date=2023-04-09|player_lookup="lebronjames"|points=28
///
/// Texts are made when they are asked for, a few hundred rows at a time and column by column; nothing is
/// kept of them.
public struct RowTexts: Sendable {
  public let count: Int
  private let parts: [Part]

  fileprivate struct Part: Sendable {
    /// `|points=`
    let opening: [UInt8]
    let column: Column
    /// Of a column of texts, or of lists of texts.
    let words: QuotedWords?
  }

  /// - Parameters:
  ///   - columns: All columns of a table; metadata is left out here.
  ///   - rows: Has every business column, of the type of its declaration.
  ///   - normalize: Unicode normalization form C. It is asked for texts beyond ASCII only; the standard
  ///     library has no public name for it, Foundation calls it `precomposedStringWithCanonicalMapping`.
  public init(
    of columns: [ColumnPlan], in rows: Table, _ rule: WritePlan.HashRule,
    normalize: (String) -> String
  ) {
    var known: [ObjectIdentifier: QuotedWords] = [:]
    func words(_ column: Column) -> QuotedWords? {
      switch column.values {
      case .text(_, let dictionary):
        if let words = known[ObjectIdentifier(dictionary)] { return words }
        let words = QuotedWords(dictionary.texts, rule, normalize: normalize)
        known[ObjectIdentifier(dictionary)] = words
        return words
      case .textList(_, let elements): return words(elements)
      default: return nil
      }
    }
    parts = RowText.hashed(columns).enumerated().map { number, declared in
      guard let column = rows[declared.name] else {
        preconditionFailure("the rows have every business column; '\(declared.name)' is missing")
      }
      return Part(
        opening: Array(RowText.opening(declared.name, isFirst: number == 0).utf8),
        column: column, words: words(column))
    }
    count = rows.count
  }

  /// Calls `body` with the text of each row of a range, in order.
  public func write(_ rows: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var pieces = TextBytes()
    var text = TextBytes()
    var ends: [Int] = []
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.run) {
      let run = start..<min(start + Self.run, rows.upperBound)
      pieces.removeAll()
      ends.removeAll(keepingCapacity: true)
      for part in parts { part.append(run, to: &pieces, &ends) }
      for row in 0..<run.count {
        text.removeAll()
        for place in stride(from: row, to: ends.count, by: run.count) {
          text.append(pieces.bytes((place == 0 ? 0 : ends[place - 1])..<ends[place]))
        }
        body(text.bytes(0..<text.count))
      }
    }
  }

  /// Rows whose pieces stay in the processor's cache until they are put together.
  private static let run = 256
}

extension RowTexts.Part {
  /// Each row's piece, and where it ends.
  func append(_ rows: Range<Int>, to out: inout TextBytes, _ ends: inout [Int]) {
    switch column.values {
    case .integer(let values), .timestamp(let values):
      each(rows, &out, &ends) { row, out in out.append(values[row]) }
    case .decimal(let values, let scale):
      each(rows, &out, &ends) { row, out in out.append(unscaled: values[row], scale: scale) }
    case .double(let values):
      each(rows, &out, &ends) { row, out in out.append(values[row]) }
    case .boolean(let values):
      each(rows, &out, &ends) { row, out in out.append(UInt8(ascii: values[row] ? "t" : "f")) }
    case .day(let values):
      each(rows, &out, &ends) { row, out in out.append(Day(ordinal: values[row])) }
    case .text(let codes, _):
      quoted.withTexts { text in
        each(rows, &out, &ends) { row, out in out.append(text(codes[row])) }
      }
    case .textList(let offsets, let elements):
      guard case .text(let codes, _) = elements.values else { wrongElements() }
      quoted.withTexts { text in
        list(rows, &out, &ends, offsets, elements.validity) { place, out in
          out.append(text(codes[place]))
        }
      }
    case .doubleList(let offsets, let elements):
      guard case .double(let values) = elements.values else { wrongElements() }
      list(rows, &out, &ends, offsets, elements.validity) { place, out in
        out.append(values[place])
      }
    }
  }

  private var quoted: QuotedWords {
    guard let words else { preconditionFailure("texts are quoted when the columns are taken") }
    return words
  }

  private func wrongElements() -> Never {
    preconditionFailure("the elements of a list are of the list's type")
  }

  @inline(__always)
  private func each(
    _ rows: Range<Int>, _ out: inout TextBytes, _ ends: inout [Int],
    _ append: (Int, inout TextBytes) -> Void
  ) {
    opening.withUnsafeBufferPointer { opening in
      for row in rows {
        out.append(opening)
        if column.validity?[row] ?? true {
          append(row, &out)
        } else {
          out.append(RowText.missing)
        }
        ends.append(out.count)
      }
    }
  }

  /// `[a,∅,b]`
  @inline(__always)
  private func list(
    _ rows: Range<Int>, _ out: inout TextBytes, _ ends: inout [Int], _ offsets: [Int32],
    _ validity: Validity?, _ append: (Int, inout TextBytes) -> Void
  ) {
    each(rows, &out, &ends) { row, out in
      out.append(UInt8(ascii: "["))
      let first = Int(offsets[row])
      for place in first..<Int(offsets[row + 1]) {
        if place > first { out.append(UInt8(ascii: ",")) }
        if validity?[place] ?? true {
          append(place, &out)
        } else {
          out.append(RowText.missing)
        }
      }
      out.append(UInt8(ascii: "]"))
    }
  }
}
