import FeatureAlgebra

/// One aggregate made ready: what it needs of the rows is worked out once, so that a window costs a
/// look at its two ends, or one pass over its rows.
protocol WindowKernel: Sendable {
  /// - Parameters:
  ///   - start: the first row of each window.
  ///   - end: the row after its last; no less than `start`.
  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register
}

/// An aggregate that compares each row of a window with a value of the entity.
protocol MeasuringKernel: Sendable {
  func evaluate(
    _ start: Vector<Int32>, _ end: Vector<Int32>, against limit: Vector<Double>
  ) -> Register
}

/// A kernel with the rows that faults make unusable.
struct Slot: Sendable {
  private enum Kernel: Sendable {
    case plain(any WindowKernel)
    case measuring(any MeasuringKernel)
  }
  private let kernel: Kernel
  private let faulty: FaultyRows?

  init(_ kernel: any WindowKernel, faulty: FaultyRows?) {
    self.kernel = .plain(kernel)
    self.faulty = faulty
  }

  init(_ kernel: any MeasuringKernel, faulty: FaultyRows?) {
    self.kernel = .measuring(kernel)
    self.faulty = faulty
  }

  func evaluate(_ start: Vector<Int32>, _ end: Vector<Int32>) -> Register {
    guard case .plain(let kernel) = kernel else {
      preconditionFailure("lowering gives a measuring aggregate a value to compare with")
    }
    return finish(kernel.evaluate(start, end), start, end)
  }

  func evaluate(
    _ start: Vector<Int32>, _ end: Vector<Int32>, against limit: Vector<Double>
  ) -> Register {
    guard case .measuring(let kernel) = kernel else {
      preconditionFailure("lowering compares only what a measuring aggregate looks at")
    }
    return finish(kernel.evaluate(start, end, against: limit), start, end)
  }

  private func finish(
    _ result: Register, _ start: Vector<Int32>, _ end: Vector<Int32>
  ) -> Register {
    guard let faults = faulty?.faults(start, end) else { return result }
    return result.adding(faults)
  }
}

/// Rows whose argument or filter could not be computed: a window that holds one has its fault.
struct FaultyRows: Sendable {
  /// How many faulty rows lie before each row.
  private let before: [Int32]
  private let faults: [Fault]

  /// Nil where no row is faulty.
  init?(_ filter: Vector<UInt8>?, _ argument: Register?, rows: Int) {
    guard filter?.gaps.faults != nil || argument?.faults != nil else { return nil }
    let ofArgument = argument?.faults?.spread(over: rows)
    var before: [Int32] = [0]
    var faults: [Fault] = []
    for row in 0..<rows {
      var fault = filter?.fault(row) ?? .none
      if fault == .none, filter.map({ $0[row] == Truth.yes }) ?? true {
        fault = ofArgument?[row] ?? .none
      }
      faults.append(fault)
      before.append(before[row] + (fault == .none ? 0 : 1))
    }
    guard before[rows] > 0 else { return nil }
    self.before = before
    self.faults = faults
  }

  /// The newest fault of each window; nil where no window has any.
  func faults(_ start: Vector<Int32>, _ end: Vector<Int32>) -> [Fault]? {
    var any = false
    let found = zip(start.values, end.values).map { start, end -> Fault in
      guard before[Int(end)] > before[Int(start)] else { return .none }
      any = true
      return faults[Int(start)..<Int(end)].last { $0 != .none } ?? .none
    }
    return any ? found : nil
  }
}

extension Register {
  /// The same values with more faults; those that are there already stay.
  func adding(_ faults: [Fault]) -> Register {
    func adding<Element>(_ vector: Vector<Element>) -> Vector<Element> {
      var vector = vector.spread(over: faults.count)
      vector.gaps.faults = Gaps.first(vector.gaps.faults, faults)
      return vector
    }
    switch self {
    case .integer(let vector): return .integer(adding(vector))
    case .double(let vector): return .double(adding(vector))
    case .decimal(let vector, let scale): return .decimal(adding(vector), scale: scale)
    case .truth(let vector): return .truth(adding(vector))
    case .day(let vector): return .day(adding(vector))
    case .timestamp(let vector): return .timestamp(adding(vector))
    case .text(let codes, let dictionary): return .text(adding(codes), dictionary)
    case .list(let column, let own): return .list(column, faults: Gaps.first(own, faults))
    case .index(let vector): return .index(adding(vector))
    }
  }
}

/// A value per window, or NULL: the loop of every kernel.
@inline(__always)
func overWindows<Value>(
  _ start: Vector<Int32>, _ end: Vector<Int32>, filler: Value,
  _ value: (_ start: Int, _ end: Int) -> Value?
) -> Vector<Value> {
  let count = start.count
  var words = [UInt64](repeating: .max, count: Validity.wordCount(count))
  var isComplete = true
  let values = [Value](unsafeUninitializedCapacity: count) { target, filled in
    start.values.withUnsafeBufferPointer { start in
      end.values.withUnsafeBufferPointer { end in
        words.withUnsafeMutableBufferPointer { words in
          for row in 0..<count {
            if let value = value(Int(start[row]), Int(end[row])) {
              target.initializeElement(at: row, to: value)
            } else {
              target.initializeElement(at: row, to: filler)
              words[row >> 6] &= ~(1 << UInt64(row & 63))
              isComplete = false
            }
          }
        }
      }
    }
    filled = count
  }
  return Vector(values, Gaps(validity: isComplete ? nil : words[...], faults: nil))
}
