/// What one node of a program holds for one batch of rows.
enum Register: Sendable {
  case integer(Vector<Int64>)
  case double(Vector<Double>)
  case decimal(Vector<Int64>, scale: Int)
  /// `Truth` values; NULL is one of them, so validity is nil.
  case truth(Vector<UInt8>)
  case day(Vector<Int32>)
  case timestamp(Vector<Int64>)
  case text(Vector<Int32>, TextDictionary)
  /// Lists of texts or doubles, one per row.
  case list(Column, faults: [Fault]?)
  case index(Vector<Int32>)

  /// The rows of an input column; `rows` begins at a multiple of 64.
  init(_ column: Column, rows: Range<Int>) {
    let gaps = Gaps(
      validity: column.validity.map { validity in
        let first = rows.lowerBound >> 6
        return validity.words[first..<first + Validity.wordCount(rows.count)]
      }, faults: nil)
    switch column.values {
    case .integer(let values): self = .integer(Vector(slice: values[rows], gaps))
    case .double(let values): self = .double(Vector(slice: values[rows], gaps))
    case .decimal(let values, let scale):
      self = .decimal(Vector(slice: values[rows], gaps), scale: scale)
    case .boolean(let values):
      let truths = Vector(slice: values[rows], gaps).map { $0 ? Truth.yes : Truth.no }
      self = .truth(truths.settled())
    case .day(let values): self = .day(Vector(slice: values[rows], gaps))
    case .timestamp(let values): self = .timestamp(Vector(slice: values[rows], gaps))
    case .text(let codes, let dictionary):
      self = .text(Vector(slice: codes[rows], gaps), dictionary)
    case .textList, .doubleList:
      let all = rows.lowerBound == 0 && rows.count == column.count
      self = .list(all ? column : column.slice(rows), faults: nil)
    }
  }

  var faults: [Fault]? {
    switch self {
    case .integer(let vector), .decimal(let vector, _), .timestamp(let vector): vector.gaps.faults
    case .double(let vector): vector.gaps.faults
    case .truth(let vector): vector.gaps.faults
    case .day(let vector), .text(let vector, _), .index(let vector): vector.gaps.faults
    case .list(_, let faults): faults
    }
  }

  /// Per row, whether it holds a value; a constant stays one.
  var presence: Vector<UInt8> {
    func presence<Element>(_ vector: Vector<Element>) -> Vector<UInt8> {
      var present = [UInt8](repeating: Truth.yes, count: vector.count)
      if vector.gaps.validity != nil {
        for row in present.indices where !vector.gaps.isValid(row) { present[row] = Truth.no }
      }
      return Vector(
        slice: present[...], Gaps(validity: nil, faults: vector.gaps.faults),
        isConstant: vector.isConstant)
    }
    switch self {
    case .integer(let vector), .decimal(let vector, _), .timestamp(let vector):
      return presence(vector)
    case .double(let vector): return presence(vector)
    case .truth(let vector): return vector.map { $0 == Truth.unknown ? Truth.no : Truth.yes }
    case .day(let vector), .text(let vector, _), .index(let vector): return presence(vector)
    case .list(let column, let faults):
      let present = (0..<column.count).map { column.isValid($0) ? Truth.yes : Truth.no }
      return Vector(present, Gaps(validity: nil, faults: faults))
    }
  }
}

extension Vector where Element == UInt8 {
  /// Truths with the NULLs of the validity moved into the values.
  func settled() -> Vector {
    guard let validity = gaps.validity else { return self }
    var truths = Array(values)
    for (word, bits) in validity.enumerated() where bits != .max {
      for row in word * 64..<min(truths.count, word * 64 + 64)
      where bits & (1 << UInt64(row & 63)) == 0 {
        truths[row] = Truth.unknown
      }
    }
    return Vector(
      slice: truths[...], Gaps(validity: nil, faults: gaps.faults), isConstant: isConstant)
  }
}
