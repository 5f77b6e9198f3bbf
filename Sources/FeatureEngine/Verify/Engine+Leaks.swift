package import FeatureAlgebra
internal import FeaturePlan

extension Engine {
  /// Looks for values of a day that move with rows of the day or later.
  ///
  /// Everything dated D or later in every other table is disturbed, D is computed again, and no business
  /// column of D may differ. What the spec reads on D itself is left alone; a processor of played games
  /// reads D as such, and only later days are disturbed.
  ///
  /// The warehouse must be a scratch copy: tables give way to views, and stay so where this throws.
  ///
  /// - Parameters:
  ///   - sample: so many of the processor's days in the range at the most, spread evenly.
  ///   - begins: told the number of each day that is looked at, and how many there are.
  package func findLeaks(
    in processor: String, _ range: ClosedRange<Day>, sample: Int, evaluator: RunOptions.Evaluator,
    workers: Int?, begins: (Int, Int) -> Void = { _, _ in }
  ) throws(EngineError) -> LeakReport {
    guard let processor = try Selection(plan, only: [processor], downstream: false).processors.first
    else { throw EngineError(.usage, "there is no processor '\(processor)'") }
    try warehouse.prepare(for: plan, widens: true)
    let days = try readCalendar().asOfDays(processor.days, in: range).map(\.day)
    let chosen = Self.spread(days, sample)
    let check = LeakCheck(
      engine: self, processor: processor, inputs: LeakInputs(of: processor, in: plan),
      evaluator: evaluator, workers: workers)
    return try check.report(chosen) { begins($0, chosen.count) }
  }

  /// At most `count` of the days, each from the middle of an equal part.
  static func spread(_ days: [Day], _ count: Int) -> [Day] {
    guard days.count > count else { return days }
    return (0..<count).map { days[(2 * $0 + 1) * days.count / (2 * count)] }
  }
}
