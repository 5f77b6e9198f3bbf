/// What wins among numbers of one type.
protocol ExtremeOrder {
  associatedtype Number: BitwiseCopyable & Sendable
  /// Wins against no other number.
  static var loser: Number { get }
  static func isBetter(_ number: Number, than other: Number) -> Bool
}

enum SmallestInteger: ExtremeOrder {
  static var loser: Int64 { .max }
  @inline(__always)
  static func isBetter(_ number: Int64, than other: Int64) -> Bool { number < other }
}

enum LargestInteger: ExtremeOrder {
  static var loser: Int64 { .min }
  @inline(__always)
  static func isBetter(_ number: Int64, than other: Int64) -> Bool { number > other }
}

/// NaN is the largest double.
enum SmallestDouble: ExtremeOrder {
  static var loser: Double { .nan }
  @inline(__always)
  static func isBetter(_ number: Double, than other: Double) -> Bool {
    Decimals.precedes(number, other)
  }
}

enum LargestDouble: ExtremeOrder {
  static var loser: Double { -.infinity }
  @inline(__always)
  static func isBetter(_ number: Double, than other: Double) -> Bool {
    Decimals.precedes(other, number)
  }
}

/// `smallest` and `largest`, newest to oldest; NULL of no values.
struct ExtremeKernel<Order: ExtremeOrder>: WindowKernel {
  private let values: [Order.Number]
  private let mask: RowMask
  /// The winners in the argument's kind.
  private let finish: @Sendable (Vector<Order.Number>) -> Register

  init(
    _ values: Vector<Order.Number>, _ mask: RowMask, rows: Int,
    finish: @escaping @Sendable (Vector<Order.Number>) -> Register
  ) {
    var numbers = Array(values.spread(over: rows).values)
    for row in 0..<rows where !mask.takes(row) { numbers[row] = Order.loser }
    self.values = numbers
    self.mask = mask
    self.finish = finish
  }

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    mask.withCounts { count in
      values.withUnsafeBufferPointer { values in
        finish(
          overWindows(start, end, filler: Order.loser) { start, end in
            guard count(start, end) > 0 else { return nil }
            var best = Order.loser
            for row in stride(from: end - 1, through: start, by: -1)
            where Order.isBetter(values[row], than: best) {
              best = values[row]
            }
            return best
          })
      }
    }
  }
}
