/// One operand or result of the evaluator: a value per row, or one value that stands for every row.
///
/// Values are a slice, so that a batch of an input column is read where it lies. A slice of validity
/// words starts at bit 0 of its first word: batches begin at multiples of 64 rows.
struct Vector<Element: Sendable>: Sendable {
  var values: ArraySlice<Element>
  var gaps: Gaps
  /// `values` holds one element that stands for every row.
  var isConstant: Bool

  init(_ values: [Element], _ gaps: Gaps = .none) {
    self.values = values[...]
    self.gaps = gaps
    self.isConstant = false
  }

  init(slice: ArraySlice<Element>, _ gaps: Gaps, isConstant: Bool = false) {
    self.values = slice
    self.gaps = gaps
    self.isConstant = isConstant
  }

  init(constant: Element) {
    values = [constant]
    gaps = .none
    isConstant = true
  }

  /// NULL in every row.
  init(nullOver filler: Element) {
    values = [filler]
    gaps = Gaps(validity: [UInt64.max << 1], faults: nil)
    isConstant = true
  }

  /// Elements held: 1 for a constant.
  var count: Int { values.count }

  /// The value of a row, whether it holds or not. For slow paths.
  subscript(row: Int) -> Element {
    values[values.startIndex + (isConstant ? 0 : row)]
  }

  func isValid(_ row: Int) -> Bool {
    gaps.isValid(isConstant ? 0 : row)
  }

  func fault(_ row: Int) -> Fault {
    gaps.faults?[isConstant ? 0 : row] ?? .none
  }

  /// One element per row, for the few places that cannot keep a constant aside.
  func spread(over count: Int) -> Vector {
    guard isConstant else { return self }
    return Vector(
      [Element](repeating: values[values.startIndex], count: count), gaps.spread(over: count))
  }
}

/// What a row of a vector lacks: its value (NULL), or its sense (a fault).
struct Gaps: Sendable {
  /// Bits as in `Validity`; nil where no row is NULL.
  var validity: ArraySlice<UInt64>?
  /// What went wrong in each row; nil where nothing did.
  var faults: [Fault]?

  static let none = Gaps(validity: nil, faults: nil)

  var isEmpty: Bool { validity == nil && faults == nil }

  func isValid(_ row: Int) -> Bool {
    guard let validity else { return true }
    return validity[validity.startIndex + row >> 6] & (1 << UInt64(row & 63)) != 0
  }

  /// The gaps of one element, for each of `count`.
  func spread(over count: Int) -> Gaps {
    guard !isEmpty else { return self }
    let bits = isValid(0) ? nil : Validity(allNull: count).words[...]
    let spread = faults.flatMap { faults in
      faults[0] == .none ? nil : [Fault](repeating: faults[0], count: count)
    }
    return Gaps(validity: bits, faults: spread)
  }

  /// NULL where either is; the earlier operand's fault where both have one.
  func merged(_ other: Gaps) -> Gaps {
    Gaps(
      validity: Gaps.both(validity, other.validity), faults: Gaps.first(faults, other.faults))
  }

  static func both(
    _ left: ArraySlice<UInt64>?, _ right: ArraySlice<UInt64>?
  ) -> ArraySlice<UInt64>? {
    guard let left else { return right }
    guard let right else { return left }
    return zip(left, right).map { $0 & $1 }[...]
  }

  static func first(_ left: [Fault]?, _ right: [Fault]?) -> [Fault]? {
    guard let left else { return right }
    guard let right else { return left }
    return zip(left, right).map { $0 == .none ? $1 : $0 }
  }
}

/// What can go wrong in a row. It travels with the row's value through every operation that uses it, and
/// becomes an `EvaluationError` where a feature or a rule reads it.
enum Fault: UInt8, Sendable {
  case none
  /// An integer result outside 64 bits.
  case overflow
  /// NaN or infinity where a value is stored.
  case notFinite
  /// A number outside the type it is brought to.
  case outOfRange
  /// An exact sum outside 128 bits.
  case sumOverflow
  /// A hand kernel whose result is not what it declares.
  case brokenKernel
}
