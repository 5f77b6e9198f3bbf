import FeatureAlgebra

/// Comparisons and three-valued logic.
extension Machine {
  func comparison(_ op: Comparison, _ a: Register, _ b: Register, _ id: NodeID) -> Vector<UInt8> {
    switch (a, b) {
    case (.integer(let a), .integer(let b)), (.timestamp(let a), .timestamp(let b)):
      return compare(op, a, b)
    case (.day(let a), .day(let b)): return compare(op, a, b)
    case (.truth(let a), .truth(let b)):
      let isKnown = a.map(with: b) { $0 != Truth.unknown && $1 != Truth.unknown }
      return compare(op, a, b).map(with: isKnown) { $1 ? $0 : Truth.unknown }
    case (.text(let a, let words), .text(let b, let others)):
      return compareTexts(op, a, words, b, others, id)
    default:
      return compareDoubles(op, asDouble(a), asDouble(b))
    }
  }

  @inline(__always)
  func compare<Number: Comparable>(
    _ op: Comparison, _ a: Vector<Number>, _ b: Vector<Number>
  ) -> Vector<UInt8> {
    let truths =
      switch op {
      case .equal: a.map(with: b) { $0 == $1 ? Truth.yes : Truth.no }
      case .notEqual: a.map(with: b) { $0 != $1 ? Truth.yes : Truth.no }
      case .less: a.map(with: b) { $0 < $1 ? Truth.yes : Truth.no }
      case .lessOrEqual: a.map(with: b) { $0 <= $1 ? Truth.yes : Truth.no }
      case .greater: a.map(with: b) { $0 > $1 ? Truth.yes : Truth.no }
      case .greaterOrEqual: a.map(with: b) { $0 >= $1 ? Truth.yes : Truth.no }
      }
    return truths.settled()
  }

  /// NaN is the largest double and equals itself.
  private func compareDoubles(
    _ op: Comparison, _ a: Vector<Double>, _ b: Vector<Double>
  ) -> Vector<UInt8> {
    @inline(__always) func isNaN(_ x: Double) -> UInt8 { x != x ? Truth.yes : Truth.no }
    @inline(__always) func less(_ a: Double, _ b: Double) -> UInt8 {
      (a < b ? Truth.yes : Truth.no) | (isNaN(b) & (Truth.yes - isNaN(a)))
    }
    @inline(__always) func equal(_ a: Double, _ b: Double) -> UInt8 {
      (a == b ? Truth.yes : Truth.no) | (isNaN(a) & isNaN(b))
    }
    let truths =
      switch op {
      case .equal: a.map(with: b) { equal($0, $1) }
      case .notEqual: a.map(with: b) { Truth.yes - equal($0, $1) }
      case .less: a.map(with: b) { less($0, $1) }
      case .lessOrEqual: a.map(with: b) { Truth.yes - less($1, $0) }
      case .greater: a.map(with: b) { less($1, $0) }
      case .greaterOrEqual: a.map(with: b) { Truth.yes - less($0, $1) }
      }
    return truths.settled()
  }

  /// A fault in an operand counts unless an earlier operand is false already.
  func all(_ xs: [Vector<UInt8>]) -> Vector<UInt8> {
    logic(xs, empty: Truth.yes, decides: Truth.no) { min($0, $1) }
  }

  /// A fault in an operand counts unless an earlier operand is true already.
  func any(_ xs: [Vector<UInt8>]) -> Vector<UInt8> {
    logic(xs, empty: Truth.no, decides: Truth.yes) { max($0, $1) }
  }

  @inline(__always)
  private func logic(
    _ xs: [Vector<UInt8>], empty: UInt8, decides: UInt8, _ join: (UInt8, UInt8) -> UInt8
  ) -> Vector<UInt8> {
    var result = Vector(constant: empty)
    for var x in xs {
      if x.gaps.faults != nil, !result.isConstant || result[0] == decides {
        let sofar = result
        x = x.spread(over: count)
        x.gaps.faults = x.gaps.faults.map { faults in
          faults.indices.map { sofar[$0] == decides ? .none : faults[$0] }
        }
      }
      result = result.map(with: x, join)
    }
    return result
  }

  func isIn(_ x: Register, _ literals: [Literal], _ id: NodeID) -> Vector<UInt8> {
    func found<Number: Equatable>(
      _ vector: Vector<Number>, _ values: [Number], _ equal: (Number, Number) -> Bool
    ) -> Vector<UInt8> {
      vector.map { value in
        values.contains { equal($0, value) } ? Truth.yes : Truth.no
      }.settled()
    }
    switch x {
    case .integer(let vector):
      return found(
        vector, literals.compactMap { if case .integer(let v) = $0 { v } else { nil } }, ==)
    case .day(let vector):
      return found(
        vector, literals.compactMap { if case .day(let v) = $0 { v.ordinal } else { nil } }, ==)
    case .truth(let vector):
      let wanted = literals.compactMap { literal -> UInt8? in
        if case .boolean(let value) = literal { value ? Truth.yes : Truth.no } else { nil }
      }
      return vector.map { value in
        value == Truth.unknown ? value : wanted.contains(value) ? Truth.yes : Truth.no
      }
    case .text(let codes, let dictionary):
      let wanted = literals.compactMap { if case .text(let v) = $0 { v } else { nil } }
      let table = truthTable(id, dictionary) { text in wanted.contains { Bytes.equal($0, text) } }
      return codes.looked(upIn: table).settled()
    case .double, .decimal:
      let wanted = literals.compactMap { if case .double(let v) = $0 { v } else { nil } }
      return found(asDouble(x), wanted) { $0 == $1 }
    case .timestamp(let vector): return found(vector, [], ==)
    case .list, .index: preconditionFailure("lists are not looked for")
    }
  }
}
