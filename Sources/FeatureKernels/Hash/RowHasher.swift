internal import CSHA256
internal import FeatureAlgebra
public import FeaturePlan

/// The row hashes of a table (D-05), as the write statement computes them in SQL.
///
/// Rows are taken in chunks; within one, each column is appended to all rows' texts in turn, so that the
/// inner loop knows its type. `RowText` says what is appended.
///
/// - Shape: 16 hexadecimal digits per row.
public struct RowHasher: Sendable {
  /// The business columns in the order of their names' bytes.
  private let columns: [ColumnPlan]
  private let text: RowText

  /// - Parameters:
  ///   - columns: All columns of the output table; metadata is left out here.
  ///   - normalize: Unicode normalization form C, asked for texts beyond ASCII only.
  public init(
    of columns: [ColumnPlan], rule: WritePlan.HashRule,
    normalize: @escaping @Sendable (String) -> String
  ) {
    self.columns = RowText.hashed(columns)
    self.text = RowText(of: columns, rule: rule, normalize: normalize)
  }

  /// - Returns: nil where the table lacks a column that the hash covers.
  public func hashes(of table: Table, workers: Int = 1) -> [String]? {
    var writers: [any CellWriter] = []
    for (index, plan) in columns.enumerated() {
      guard let column = table[plan.name], column.holds(plan.type) else { return nil }
      let opening = Array(RowText.opening(plan.name, isFirst: index == 0).utf8)
      writers.append(ColumnText.writer(of: column, opening: opening, text))
    }
    let capacity = writers.reduce(0) { $0 + $1.longest } + RowHasher.padding
    let ready = writers
    let chunks = (table.count + RowHasher.chunk - 1) / RowHasher.chunk
    return concurrently(
      chunks, workers: workers, make: { RowTexts(rows: RowHasher.chunk, capacity: capacity) }
    ) { texts, chunk in
      let first = chunk * RowHasher.chunk
      let rows = first..<min(table.count, first + RowHasher.chunk)
      texts.clear()
      for writer in ready { writer.append(rows, to: texts) }
      return (0..<rows.count).map { Digest.short(texts, $0) }
    }.flatMap { $0 }
  }

  /// Rows whose texts stay in the second-level cache together.
  private static let chunk = 256
  /// The end mark, the length, and zeros up to a whole block.
  private static let padding = 72
}

/// The texts of a chunk's rows side by side, each with room for the longest.
final class RowTexts {
  let bytes: UnsafeMutablePointer<UInt8>
  let lengths: UnsafeMutablePointer<Int>
  let capacity: Int
  private let rows: Int

  init(rows: Int, capacity: Int) {
    self.rows = rows
    self.capacity = capacity
    bytes = .allocate(capacity: rows * capacity)
    lengths = .allocate(capacity: rows)
    bytes.initialize(repeating: 0, count: rows * capacity)
    lengths.initialize(repeating: 0, count: rows)
  }

  deinit {
    bytes.deallocate()
    lengths.deallocate()
  }

  func clear() { lengths.update(repeating: 0, count: rows) }

  /// Where row `row` goes on.
  @inline(__always)
  func end(_ row: Int) -> UnsafeMutablePointer<UInt8> { bytes + row * capacity + lengths[row] }
}

/// SHA-256 of a row's text.
enum Digest {
  /// The first 16 of its hexadecimal digits. Writes the padding behind the text.
  static func short(_ texts: RowTexts, _ row: Int) -> String {
    let start = texts.bytes + row * texts.capacity
    let length = texts.lengths[row]
    let padded = (length + 9 + 63) / 64 * 64
    start[length] = 0x80
    (start + length + 1).update(repeating: 0, count: padded - length - 9)
    let bits = UInt64(length) * 8
    for byte in 0..<8 {
      start[padded - 1 - byte] = UInt8(truncatingIfNeeded: bits >> (8 * UInt64(byte)))
    }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 8) { state in
      _ = state.initialize(from: initial)
      guard let first = state.baseAddress else { preconditionFailure("eight words were asked for") }
      csha256_blocks(first, start, padded / 64)
      return String(unsafeUninitializedCapacity: 16) { digits in
        for position in 0..<16 {
          let nibble = state[position >> 3] >> UInt32(28 - 4 * (position & 7)) & 0xf
          digits[position] = UInt8(nibble < 10 ? 48 + nibble : 87 + nibble)
        }
        return 16
      }
    }
  }

  /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private static let initial: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
}
