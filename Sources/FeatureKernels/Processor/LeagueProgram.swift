import FeatureAlgebra

/// The mean over the entities of a history, computed on a grid of days and entities.
///
/// An entity takes part on a day on which any window of the average holds a row of it: whether older or
/// later rows were read does not show.
struct LeagueProgram: Sendable {
  let history: Int
  let program: Program
  let inputs: [InputSource]
  let value: NodeID
  let qualifying: NodeID
  let isPresent: NodeID
  let atLeast: Int
  let fallback: Double

  init(_ average: LeagueAverage, _ context: ProcessorContext) throws(KernelError) {
    guard let history = context.history(average.rows) else {
      throw KernelError(
        .missingInput, "a league average needs a history; '\(average.rows)' is none")
    }
    self.history = history
    var lowering = Lowering(EntityLevel(context, league: history))
    var leaves = lowering.leaves
    leaves.entities[history] = leaves.place(.entity, in: &lowering.program)
    lowering.leaves = leaves
    value = try lowering.double(average.value)
    qualifying = try lowering.node(average.qualifying, .truth, "a league average")
    let windows = lowering.leaves.windows
    isPresent = lowering.program.add(
      .window(.anyRows(starts: windows.map(\.start), ends: windows.map(\.end))), .truth)
    program = lowering.program
    inputs = lowering.leaves.inputs
    atLeast = average.atLeast
    fallback = average.fallback
  }

  var results: [NodeID] { [value, qualifying, isPresent] }

  /// The mean per day of a grid in which each day has every entity, in ascending order of the key.
  ///
  /// A fault in an entity that takes part is the day's fault.
  func means(
    _ values: Vector<Double>, _ qualifying: Vector<UInt8>, _ isPresent: Vector<UInt8>,
    days: Int, entities: Int
  ) -> Vector<Double> {
    var means: [Double] = []
    var faults = [Fault](repeating: .none, count: days)
    for day in 0..<days {
      var total = 0.0
      var count = 0
      for row in day * entities..<(day + 1) * entities where isPresent[row] == Truth.yes {
        let fault = qualifying.fault(row)
        if fault != .none { faults[day] = fault }
        guard qualifying[row] == Truth.yes else { continue }
        if values.fault(row) != .none { faults[day] = values.fault(row) }
        guard values.isValid(row) else { continue }
        total += values[row]
        count += 1
      }
      means.append(count > 0 && count >= atLeast ? total / Double(count) : fallback)
    }
    let hasFaults = faults.contains { $0 != .none }
    return Vector(means, Gaps(validity: nil, faults: hasFaults ? faults : nil))
  }
}
