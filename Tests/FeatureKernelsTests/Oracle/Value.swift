import FeatureAlgebra
import FeatureKernels

/// One value of the oracle: nothing shared with the evaluator under test.
enum Value: Hashable {
  case null
  case integer(Int64)
  case double(Double)
  case decimal(Int64, scale: Int)
  case truth(Bool)
  case day(Int32)
  case timestamp(Int64)
  case text(String)
  case texts([String?])
  case doubles([Double?])

  var isNull: Bool { self == .null }

  /// A number as arithmetic reads it.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .double(let value): value
    case .decimal(let value, let scale): Double(value) / powerOfTen(scale)
    default: nil
    }
  }

  var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  var truth: Bool? { if case .truth(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var day: Int32? { if case .day(let value) = self { value } else { nil } }

  /// What the column holds in a row.
  init(_ column: Column, _ row: Int) {
    guard column.isValid(row) else {
      self = .null
      return
    }
    switch column.values {
    case .integer(let values): self = .integer(values[row])
    case .double(let values): self = .double(values[row])
    case .decimal(let values, let scale): self = .decimal(values[row], scale: scale)
    case .boolean(let values): self = .truth(values[row])
    case .day(let values): self = .day(values[row])
    case .timestamp(let values): self = .timestamp(values[row])
    case .text(let codes, let dictionary): self = .text(dictionary[codes[row]])
    case .textList(let offsets, let elements):
      self = .texts((Int(offsets[row])..<Int(offsets[row + 1])).map { elements.text($0) })
    case .doubleList(let offsets, let elements):
      self = .doubles(
        (Int(offsets[row])..<Int(offsets[row + 1])).map { place in
          elements.isValid(place) ? elements.doubles?[place] : nil
        })
    }
  }

  /// Whether two values are the same to the last bit; one NaN is as good as another.
  func agrees(with other: Value) -> Bool {
    switch (self, other) {
    case (.double(let a), .double(let b)):
      a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
    case (.doubles(let a), .doubles(let b)):
      a.count == b.count
        && zip(a, b).allSatisfy { pair in
          switch pair {
          case (nil, nil): true
          case (let x?, let y?): Value.double(x).agrees(with: .double(y))
          default: false
          }
        }
    case (.text(let a), .text(let b)): Array(a.utf8) == Array(b.utf8)
    case (.texts(let a), .texts(let b)):
      a.map { $0.map { Array($0.utf8) } } == b.map { $0.map { Array($0.utf8) } }
    default: self == other
    }
  }
}

func powerOfTen(_ scale: Int) -> Double {
  (0..<scale).reduce(1.0) { power, _ in power * 10 }
}

/// What the oracle cannot compute, in the words of `EvaluationError`.
enum OracleError: Error, Equatable {
  case overflow, notFinite, doesNotFit, sumOverflow
  /// What only a Swift function computes.
  case handKernel

  var code: EvaluationError.Code {
    switch self {
    case .overflow: .overflow
    case .notFinite: .notFinite
    case .doesNotFit: .doesNotFit
    case .sumOverflow: .sumOverflow
    case .handKernel: .brokenKernel
    }
  }
}
