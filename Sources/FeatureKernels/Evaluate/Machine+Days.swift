import FeatureAlgebra

/// Days and timestamps.
extension Machine {
  func dayPlus(_ x: Vector<Int32>, _ days: Int) -> Vector<Int32> {
    var any = false
    let result = x.map { (day: Int32) -> Int32 in
      let sum = Int64(day).addingReportingOverflow(Int64(days))
      let fits = !sum.overflow && Int32(exactly: sum.partialValue) != nil
      any = fits ? any : true
      return Int32(truncatingIfNeeded: sum.partialValue)
    }
    guard any else { return result }
    return result.faulting(.outOfRange) { row in
      let sum = Int64(x[row]).addingReportingOverflow(Int64(days))
      return sum.overflow || Int32(exactly: sum.partialValue) == nil
    }
  }

  /// The day on which a moment falls, UTC; moments before 1970 too.
  func dayOf(_ x: Vector<Int64>) -> Vector<Int32> {
    let length: Int64 = 86_400_000_000
    return x.map { moment in
      let days = moment / length
      return Int32(truncatingIfNeeded: moment < 0 && days * length != moment ? days - 1 : days)
    }
  }

  func seasonYear(_ day: Int32, _ firstMonth: Int) -> Int64 {
    let (year, month, _) = Day(ordinal: day).civil
    return Int64(month >= firstMonth ? year : year - 1)
  }

  func wholeYears(from: Int32, to: Int32) -> Int64 {
    let (first, last) = (Day(ordinal: from).civil, Day(ordinal: to).civil)
    let isAhead = (last.month, last.day) < (first.month, first.day)
    return Int64(last.year - first.year - (isAhead ? 1 : 0))
  }

  /// The value one row earlier; NULL where a row is its entity's first.
  func previous(_ x: Register, isFirst: [Bool]) -> Register {
    func shifted<Element>(_ vector: Vector<Element>) -> Vector<Element> {
      let all = vector.spread(over: count)
      guard count > 0 else { return all }
      var bits = Validity(allValid: count)
      for row in 0..<count where isFirst[row] || !all.gaps.isValid(row - 1) { bits.setNull(row) }
      let faults = all.gaps.faults.map { faults in
        (0..<count).map { isFirst[$0] ? Fault.none : faults[$0 - 1] }
      }
      return Vector(
        [all[0]] + all.values.dropLast(),
        Gaps(validity: bits.isAllValid ? nil : bits.words[...], faults: faults))
    }
    switch x {
    case .integer(let vector): return .integer(shifted(vector))
    case .double(let vector): return .double(shifted(vector))
    case .decimal(let vector, let scale): return .decimal(shifted(vector), scale: scale)
    case .truth(let vector): return .truth(shifted(vector).settled())
    case .day(let vector): return .day(shifted(vector))
    case .timestamp(let vector): return .timestamp(shifted(vector))
    case .text(let codes, let dictionary): return .text(shifted(codes), dictionary)
    case .index(let vector): return .index(shifted(vector))
    case .list(let column, let faults):
      let places = (0..<count).map { isFirst[$0] ? -1 : Int32($0 - 1) }
      let moved = faults.map { faults in
        (0..<count).map { isFirst[$0] ? Fault.none : faults[$0 - 1] }
      }
      return .list(column.gather(places), faults: moved)
    }
  }
}
