import FeatureAlgebra

/// Values brought to other types, and to the types of columns.
extension Machine {
  /// - Precondition: lowering let the cast through.
  func cast(_ x: Register, to type: ColumnType) -> Register {
    switch type {
    case .integer: return .integer(integers(x))
    case .integer32:
      let values = integers(x)
      return .integer(narrowed(values, to: Int64(Int32.min)...Int64(Int32.max)))
    case .decimal(let precision, let scale):
      return .decimal(decimals(x, precision: precision, scale: scale), scale: scale)
    case .double: return .double(asDouble(x))
    case .text: return texts(x)
    case .boolean, .day, .timestamp, .textList, .doubleList: return x
    }
  }

  /// A feature's value as its column holds it: numbers rounded, and a fault where one does not fit or
  /// is no finite number.
  func stored(_ x: Register, as type: ColumnType) -> Register {
    guard type.isNumeric else {
      guard case .list(let column, let faults) = x else { return x }
      return .list(column, faults: Gaps.first(faults, infinite(column)))
    }
    var x = x
    if case .double(let vector) = x {
      var all = true
      vector.values.withUnsafeBufferPointer { values in
        for value in values { all = value - value == 0 ? all : false }
      }
      if !all { x = .double(vector.faulting(.notFinite) { !vector[$0].isFinite }) }
    }
    return cast(x, to: type)
  }

  private func integers(_ x: Register) -> Vector<Int64> {
    switch x {
    case .integer(let vector): return vector
    case .truth(let vector):
      return vector.nulling { $0 == Truth.unknown }.map { $0 == Truth.yes ? 1 : 0 }
    case .double, .decimal: return Decimals.integers(asDouble(x), power: 1)
    case .day, .timestamp, .text, .list, .index:
      preconditionFailure("lowering casts only numbers and conditions to integers")
    }
  }

  /// Integers and decimals of no larger scale exactly; other numbers as `rounded` has them.
  private func decimals(_ x: Register, precision: Int, scale: Int) -> Vector<Int64> {
    switch x {
    case .integer(let vector):
      return scaled(vector, by: scale, precision: precision)
    case .decimal(let vector, let own) where own <= scale:
      return scaled(vector, by: scale - own, precision: precision)
    case .double, .decimal, .truth, .day, .timestamp, .text, .list, .index:
      return Decimals.decimals(
        asDouble(x), power: Decimals.power(scale), limit: Decimals.power(precision))
    }
  }

  private func scaled(_ x: Vector<Int64>, by scale: Int, precision: Int) -> Vector<Int64> {
    let limit = Decimals.integerPower(precision)
    let power = Decimals.integerPower(scale)
    var fits = true
    let scaled = x.map { (value: Int64) -> Int64 in
      let (product, overflow) = value.multipliedReportingOverflow(by: power)
      fits = overflow || product <= -limit || product >= limit ? false : fits
      return product
    }
    if fits { return scaled }
    return scaled.faulting(.outOfRange) { row in
      let (product, overflow) = x[row].multipliedReportingOverflow(by: power)
      return overflow || product <= -limit || product >= limit
    }
  }

  private func narrowed(_ x: Vector<Int64>, to range: ClosedRange<Int64>) -> Vector<Int64> {
    var fits = true
    x.values.withUnsafeBufferPointer { values in
      for value in values {
        fits = value < range.lowerBound || value > range.upperBound ? false : fits
      }
    }
    return fits ? x : x.faulting(.outOfRange) { !range.contains(x[$0]) }
  }

  /// Integers, decimals, days and conditions as texts: one text per distinct value.
  private func texts(_ x: Register) -> Register {
    switch x {
    case .integer(let vector): return texts(vector) { String($0) }
    case .decimal(let vector, let scale): return texts(vector) { text($0, scale: scale) }
    case .day(let vector): return texts(vector) { Day(ordinal: $0).description }
    case .truth(let vector):
      return texts(vector.nulling { $0 == Truth.unknown }) { $0 == Truth.yes ? "true" : "false" }
    case .text: return x
    case .double, .timestamp, .list, .index:
      preconditionFailure("lowering casts only exact numbers, days and conditions to texts")
    }
  }

  /// `-0.50` of -50 at two decimals: exactly so many digits behind the point, one at least before it.
  private func text(_ unscaled: Int64, scale: Int) -> String {
    if scale == 0 { return String(unscaled) }
    let digits = String(unscaled.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return (unscaled < 0 ? "-" : "") + padded.dropLast(scale) + "." + padded.suffix(scale)
  }

  private func texts<Value: Hashable>(
    _ vector: Vector<Value>, _ text: (Value) -> String
  ) -> Register {
    var interner = TextInterner()
    var known: [Value: Int32] = [:]
    var codes: [Int32] = []
    codes.reserveCapacity(vector.count)
    for (row, value) in vector.values.enumerated() {
      guard vector.gaps.isValid(row) else {
        codes.append(0)
        continue
      }
      if let code = known[value] {
        codes.append(code)
      } else {
        let code = interner.code(of: text(value))
        known[value] = code
        codes.append(code)
      }
    }
    return .text(
      Vector(slice: codes[...], vector.gaps, isConstant: vector.isConstant),
      interner.dictionary())
  }

  /// Faults of rows whose list holds NaN or infinity.
  private func infinite(_ lists: Column) -> [Fault]? {
    guard case .doubleList(let offsets, let elements) = lists.values,
      let values = elements.doubles, !values.allSatisfy(\.isFinite)
    else { return nil }
    return (0..<lists.count).map { row in
      let places = Int(offsets[row])..<Int(offsets[row + 1])
      return places.contains { elements.isValid($0) && !values[$0].isFinite } ? .notFinite : .none
    }
  }
}
