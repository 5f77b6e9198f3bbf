import FeatureAlgebra
import FeaturePlan

extension KernelProgram {
  /// Computes a slab.
  ///
  /// The rows do not depend on `workers`, on the order of the rows of histories, or on which other days
  /// are computed with them.
  /// - Throws: `missing-input`, `wrong-type`, `unknown-day` or `broken-key`.
  public func run(_ input: KernelInput, workers: Int = 1) throws(KernelError) -> KernelOutput {
    let days = Days(input.days)
    var run = SlabRun(program: self, input: input, days: days, workers: max(1, workers))
    try run.prepareRows()
    try run.prepareCompleteness()
    run.prepareLeagues()
    return try run.compute(try run.population())
  }
}

/// The days of a run, ascending.
struct Days: Sendable {
  let days: [AsOfDay]
  let ordinals: Column
  let openings: Column
  private let places: [Int32: Int32]

  init(_ days: [AsOfDay]) {
    let sorted = days.sorted { $0.day < $1.day }
    self.days = sorted
    ordinals = .days(sorted.map(\.day))
    openings = .days(sorted.map(\.seasonOpening))
    places = Dictionary(
      sorted.enumerated().map { ($1.day.ordinal, Int32($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of each day. - Throws: `unknown-day`.
  func places(_ asOf: [Int32]) throws(KernelError) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(asOf.count)
    var last: (day: Int32, place: Int32) = (0, -1)
    for day in asOf {
      if last.place < 0 || last.day != day {
        guard let place = places[day] else {
          throw KernelError(
            .unknownDay, "the population has a row on \(Day(ordinal: day)), which was not asked for"
          )
        }
        last = (day, place)
      }
      result.append(last.place)
    }
    return result
  }
}

/// The rows that are computed: a day each, and the columns that are known of them.
struct RunRows {
  let count: Int
  /// Places among the days.
  let days: [Int32]
  var columns: [InputSource: Column]
}
