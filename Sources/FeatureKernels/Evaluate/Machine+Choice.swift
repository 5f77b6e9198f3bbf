import FeatureAlgebra

/// Choosing between values row by row.
extension Machine {
  /// The value of the first condition that is true, else the last. Faults count in the conditions
  /// that are looked at and in the value that is taken.
  func choice(
    _ conditions: [Vector<UInt8>], _ values: [Register], otherwise: Register, _ id: NodeID
  ) -> Register {
    let faults = chosenFaults(conditions, (values + [otherwise]).map(\.faults))
    switch otherwise {
    case .integer(let last):
      return .integer(select(conditions, numbers(values, \.integer), last, faults))
    case .timestamp(let last):
      return .timestamp(select(conditions, numbers(values, \.timestamp), last, faults))
    case .decimal(let last, let scale):
      return .decimal(select(conditions, numbers(values, \.decimal), last, faults), scale: scale)
    case .double(let last):
      return .double(select(conditions, numbers(values, \.double), last, faults))
    case .truth(let last):
      return .truth(select(conditions, numbers(values, \.truth), last, faults))
    case .day(let last):
      return .day(select(conditions, numbers(values, \.day), last, faults))
    case .text(let last, let words):
      let texts = numbers(values, \.text)
      let (dictionary, maps) = mergedDictionary(id, texts.map(\.1) + [words])
      let codes = zip(texts, maps).map { $0.0.looked(upIn: $1) }
      return .text(
        select(conditions, codes, last.looked(upIn: maps[texts.count]), faults), dictionary)
    case .list(let last, _):
      return .list(pick(conditions, numbers(values, \.list) + [last]), faults: faults)
    case .index: preconditionFailure("places are not chosen between")
    }
  }

  func firstPresent(_ xs: [Register], _ id: NodeID) -> Register {
    choice(xs.dropLast().map(\.presence), Array(xs.dropLast()), otherwise: xs[xs.count - 1], id)
  }

  private func numbers<Value>(
    _ values: [Register], _ value: (Register) -> Value?
  ) -> [Value] {
    values.map {
      guard let value = value($0) else {
        preconditionFailure("lowering brings the values of a choice to one kind")
      }
      return value
    }
  }

  /// From the last condition to the first, so that the first true one has the last word.
  private func select<Element>(
    _ conditions: [Vector<UInt8>], _ values: [Vector<Element>], _ otherwise: Vector<Element>,
    _ faults: [Fault]?
  ) -> Vector<Element> {
    var result = otherwise.with(Gaps(validity: otherwise.gaps.validity, faults: nil))
    for (condition, value) in zip(conditions, values).reversed() {
      result = select(condition, value, result)
    }
    guard let faults else { return result }
    var faulty = result.spread(over: count)
    faulty.gaps.faults = faults
    return faulty
  }

  private func select<Element>(
    _ condition: Vector<UInt8>, _ value: Vector<Element>, _ otherwise: Vector<Element>
  ) -> Vector<Element> {
    let bare = value.with(Gaps(validity: value.gaps.validity, faults: nil))
    if condition.isConstant { return condition[0] == Truth.yes ? bare : otherwise }
    let values = [Element](unsafeUninitializedCapacity: count) { target, filled in
      condition.values.withUnsafeBufferPointer { condition in
        value.values.withUnsafeBufferPointer { value in
          otherwise.values.withUnsafeBufferPointer { other in
            blend(
              target, condition, value, bare.isConstant, other, otherwise.isConstant)
          }
        }
      }
      filled = count
    }
    return Vector(
      values, Gaps(validity: chosenValidity(condition, bare, otherwise), faults: nil))
  }

  @inline(__always)
  private func blend<Element>(
    _ target: UnsafeMutableBufferPointer<Element>, _ condition: UnsafeBufferPointer<UInt8>,
    _ value: UnsafeBufferPointer<Element>, _ isConstant: Bool,
    _ other: UnsafeBufferPointer<Element>, _ otherIsConstant: Bool
  ) {
    @inline(__always) func loop(
      _ value: (Int) -> Element, _ other: (Int) -> Element
    ) {
      for row in 0..<condition.count {
        target.initializeElement(
          at: row, to: condition[row] == Truth.yes ? value(row) : other(row))
      }
    }
    switch (isConstant, otherIsConstant) {
    case (true, true):
      let (first, second) = (value[0], other[0])
      loop({ _ in first }, { _ in second })
    case (true, false):
      let first = value[0]
      loop({ _ in first }, { other[$0] })
    case (false, true):
      let second = other[0]
      loop({ value[$0] }, { _ in second })
    case (false, false):
      loop({ value[$0] }, { other[$0] })
    }
  }

  private func chosenValidity<Element>(
    _ condition: Vector<UInt8>, _ value: Vector<Element>, _ otherwise: Vector<Element>
  ) -> ArraySlice<UInt64>? {
    if value.gaps.validity == nil, otherwise.gaps.validity == nil { return nil }
    var bits = Validity(allValid: count)
    condition.values.withUnsafeBufferPointer { condition in
      for row in 0..<count
      where !(condition[row] == Truth.yes ? value.isValid(row) : otherwise.isValid(row)) {
        bits.setNull(row)
      }
    }
    return bits.isAllValid ? nil : bits.words[...]
  }

  /// Faults of a choice: none where none is involved.
  private func chosenFaults(
    _ conditions: [Vector<UInt8>], _ values: [[Fault]?]
  ) -> [Fault]? {
    guard
      values.contains(where: { $0 != nil }) || conditions.contains(where: { $0.gaps.faults != nil })
    else { return nil }
    func fault(_ faults: [Fault]?, _ row: Int) -> Fault {
      faults.map { $0[$0.count == 1 ? 0 : row] } ?? .none
    }
    return (0..<count).map { row in
      for (condition, value) in zip(conditions, values) {
        if condition.fault(row) != .none { return condition.fault(row) }
        if condition[row] == Truth.yes { return fault(value, row) }
      }
      return fault(values[values.count - 1], row)
    }
  }

  /// Lists: all choices one after the other, then the right rows of them.
  private func pick(_ conditions: [Vector<UInt8>], _ lists: [Column]) -> Column {
    let places = (0..<count).map { row in
      let branch =
        conditions.firstIndex { $0[row] == Truth.yes } ?? conditions.count
      return Int32(branch * count + row)
    }
    return Column.concatenated(lists).gather(places)
  }
}

/// The payload by kind; nil where the register holds another.
extension Register {
  var integer: Vector<Int64>? { if case .integer(let vector) = self { vector } else { nil } }
  var timestamp: Vector<Int64>? { if case .timestamp(let vector) = self { vector } else { nil } }
  var decimal: Vector<Int64>? { if case .decimal(let vector, _) = self { vector } else { nil } }
  var double: Vector<Double>? { if case .double(let vector) = self { vector } else { nil } }
  var truth: Vector<UInt8>? { if case .truth(let vector) = self { vector } else { nil } }
  var day: Vector<Int32>? { if case .day(let vector) = self { vector } else { nil } }
  var text: (Vector<Int32>, TextDictionary)? {
    if case .text(let codes, let dictionary) = self { (codes, dictionary) } else { nil }
  }
  var list: Column? { if case .list(let column, _) = self { column } else { nil } }
}
