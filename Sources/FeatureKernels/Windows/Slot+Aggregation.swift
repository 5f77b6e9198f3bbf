import FeatureAlgebra

extension Slot {
  /// Makes an aggregate ready.
  ///
  /// - Parameters:
  ///   - argument: over all rows of the timeline; for sums and deviations integers or decimals.
  ///   - filter: over all rows of the timeline.
  /// - Precondition: lowering checked the argument's kind.
  init(
    _ function: AggregateFunction, argument: Register?, filter: Vector<UInt8>?, timeline: Timeline
  ) {
    let rows = timeline.days.count
    let mask = RowMask(filter: filter, argument: argument, rows: rows)
    if function == .streakAbove || function == .streakBelow {
      self.init(
        MeasuredStreakKernel(
          isAbove: function == .streakAbove,
          values: Slot.given(argument).asDoubles.spread(over: rows), mask: mask),
        faulty: FaultyRows(filter, argument, rows: rows))
      return
    }
    let kernel: any WindowKernel =
      switch function {
      case .count: CountKernel(mask: mask)
      case .countDistinct:
        DistinctKernel(KeyCoder.numbers(Slot.given(argument)), mask, timeline: timeline)
      case .sum: Slot.sum(Slot.given(argument), mask, timeline, isMean: false)
      case .mean: Slot.sum(Slot.given(argument), mask, timeline, isMean: true)
      case .sampleDeviation: Slot.deviation(Slot.given(argument), mask, timeline, isSample: true)
      case .populationDeviation:
        Slot.deviation(Slot.given(argument), mask, timeline, isSample: false)
      case .smallest: Slot.extreme(Slot.given(argument), mask, rows, .smallest)
      case .largest: Slot.extreme(Slot.given(argument), mask, rows, .largest)
      case .median: MedianKernel(values: Slot.given(argument).asDoubles, mask: mask)
      case .newest(let n):
        PickKernel(
          newest: n, argument: Column(Slot.given(argument), count: rows),
          mask: RowMask(filter: filter, argument: nil, rows: rows))
      case .oldest:
        PickKernel(
          newest: nil, argument: Column(Slot.given(argument), count: rows),
          mask: RowMask(filter: filter, argument: nil, rows: rows))
      case .anyTrue:
        TruthKernel(isAny: true, present: mask, holds: Slot.holds(argument, mask, rows))
      case .allTrue:
        TruthKernel(isAny: false, present: mask, holds: Slot.holds(argument, mask, rows))
      case .everyValue: preconditionFailure("lowering gives hand kernels their values aside")
      case .streak:
        StreakKernel(
          Slot.truths(argument, mask, rows), holds: Slot.holds(argument, mask, rows))
      case .streakAbove, .streakBelow: preconditionFailure("made above, as a measuring kernel")
      }
    self.init(kernel, faulty: FaultyRows(filter, argument, rows: rows))
  }

  private static func given(_ argument: Register?) -> Register {
    guard let argument else { preconditionFailure("only 'count' goes without an argument") }
    return argument
  }

  /// The argument where the row counts, else unknown.
  private static func truths(_ argument: Register?, _ mask: RowMask, _ rows: Int) -> [UInt8] {
    guard case .truth(let truths) = given(argument) else {
      preconditionFailure("lowering gives streaks a condition")
    }
    return (0..<rows).map { mask.takes($0) ? truths[$0] : Truth.unknown }
  }

  private static func holds(_ argument: Register?, _ mask: RowMask, _ rows: Int) -> RowMask {
    RowMask(filter: Vector(truths(argument, mask, rows)), argument: nil, rows: rows)
  }

  private static func unscaled(_ argument: Register) -> (values: Vector<Int64>, scale: Int?) {
    switch argument {
    case .integer(let vector): return (vector, nil)
    case .decimal(let vector, let scale): return (vector, scale)
    case .double, .truth, .day, .timestamp, .text, .list, .index:
      preconditionFailure("lowering gives exact sums integers or decimals")
    }
  }

  /// The largest size of a value that counts.
  private static func limit(_ values: Vector<Int64>, _ mask: RowMask, _ rows: Int) -> UInt64 {
    (0..<rows).reduce(0) { mask.takes($1) ? max($0, values[$1].magnitude) : $0 }
  }

  private static func sum(
    _ argument: Register, _ mask: RowMask, _ timeline: Timeline, isMean: Bool
  ) -> SumKernel {
    let (values, scale) = unscaled(argument)
    let rows = timeline.days.count
    let sums = RunningSums(
      rows: rows, longest: timeline.longest, limit: limit(values, mask, rows)
    ) { mask.takes($0) ? Int128(values[$0]) : 0 }
    return SumKernel(
      result: isMean ? .mean : scale == nil ? .integer : .double, mask: mask, sums: sums,
      power: Decimals.power(scale ?? 0))
  }

  private static func deviation(
    _ argument: Register, _ mask: RowMask, _ timeline: Timeline, isSample: Bool
  ) -> DeviationKernel {
    let (values, scale) = unscaled(argument)
    let rows = timeline.days.count
    let longest = timeline.longest
    let limit = limit(values, mask, rows)
    let square = limit.multipliedFullWidth(by: limit)
    let squares = RunningSums(
      rows: rows, longest: longest, limit: square.high == 0 ? square.low : .max
    ) { mask.takes($0) ? Int128(values[$0]) * Int128(values[$0]) : 0 }
    let sums = RunningSums(rows: rows, longest: longest, limit: limit) {
      mask.takes($0) ? Int128(values[$0]) : 0
    }
    // n² · x² bounds both products and their difference.
    let root = Double(limit) * Double(longest)
    return DeviationKernel(
      isSample: isSample, mask: mask, sums: sums, squares: squares,
      power: Decimals.power(scale ?? 0), fitsNarrow: root * root < 0x1p62,
      fitsWide: root * root < 0x1p126, values: values)
  }

  private static func extreme(
    _ argument: Register, _ mask: RowMask, _ rows: Int, _ extreme: Extreme
  ) -> any WindowKernel {
    switch argument {
    case .double(let vector):
      return extreme == .smallest
        ? ExtremeKernel<SmallestDouble>(vector, mask, rows: rows) { .double($0) }
        : ExtremeKernel<LargestDouble>(vector, mask, rows: rows) { .double($0) }
    case .integer(let vector): return integers(vector, mask, rows, extreme) { .integer($0) }
    case .timestamp(let vector): return integers(vector, mask, rows, extreme) { .timestamp($0) }
    case .decimal(let vector, let scale):
      return integers(vector, mask, rows, extreme) { .decimal($0, scale: scale) }
    case .day, .index:
      return integers(KeyCoder.numbers(argument), mask, rows, extreme) {
        .day($0.map { Int32(truncatingIfNeeded: $0) })
      }
    case .truth(let vector):
      return integers(vector.map { Int64($0) }, mask, rows, extreme) {
        .truth($0.map { UInt8(truncatingIfNeeded: $0) }.settled())
      }
    case .text(let codes, let dictionary):
      let ranks = dictionary.ranks()
      var byRank = ranks
      for (code, rank) in ranks.enumerated() { byRank[Int(rank)] = Int32(code) }
      let table = byRank
      return integers(codes.looked(upIn: ranks).map { Int64($0) }, mask, rows, extreme) {
        .text($0.map { Int32(truncatingIfNeeded: $0) }.looked(upIn: table), dictionary)
      }
    case .list: preconditionFailure("lowering refuses the extreme of lists")
    }
  }

  private static func integers(
    _ values: Vector<Int64>, _ mask: RowMask, _ rows: Int, _ extreme: Extreme,
    _ finish: @escaping @Sendable (Vector<Int64>) -> Register
  ) -> any WindowKernel {
    extreme == .smallest
      ? ExtremeKernel<SmallestInteger>(values, mask, rows: rows, finish: finish)
      : ExtremeKernel<LargestInteger>(values, mask, rows: rows, finish: finish)
  }
}

extension Register {
  /// The numbers as doubles.
  var asDoubles: Vector<Double> {
    switch self {
    case .double(let vector): return vector
    case .integer(let vector): return vector.map { Double($0) }
    case .decimal(let vector, let scale):
      let power = Decimals.power(scale)
      return vector.map { Double($0) / power }
    case .truth, .day, .timestamp, .text, .list, .index:
      preconditionFailure("only numbers become doubles")
    }
  }
}
