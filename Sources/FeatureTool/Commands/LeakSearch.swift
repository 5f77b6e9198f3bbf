import FeatureAlgebra
import FeatureEngine
import FeaturePlan

/// `verify --leaks`: does anything of a day move with rows of the day or later?
enum LeakSearch {
  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    let names = try call.chosenProcessors(in: plan)
    let processors = plan.processors.map(\.name).filter { names.isEmpty || names.contains($0) }
    let sample = try call.arguments.count(VerifyCommand.sample) ?? 8
    let evaluator: RunOptions.Evaluator = try call.arguments.choice(.evaluator) ?? .kernels
    let workers = try call.arguments.count(.workers)
    let asked = try call.arguments.openDays()
    let start = call.context.clock()
    let copy = try WarehouseCopy(call)
    defer { copy.remove() }
    let warehouse = try call.openWarehouse(at: copy.path)
    let isShown = call.context.terminal.showsProgress && !call.isQuiet
    let progress = isShown ? ProgressLine(call) : nil
    defer { progress?.clear() }

    let (days, reports) = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in
      let days = try asked.within(engine.games())
      var reports: [LeakReport] = []
      for (index, name) in processors.enumerated() {
        reports.append(
          try engine.findLeaks(
            in: name, days, sample: sample, evaluator: evaluator, workers: workers
          ) { day, count in
            progress?.draw(
              share: (Double(index) + Double(day) / Double(count)) / Double(processors.count),
              "\(index)/\(processors.count)  \(name) \(day)/\(count)")
          })
      }
      return (days, reports)
    }
    progress?.clear()
    let found = LeakFindings(
      days: days, reports: reports, seconds: call.context.clock() - start)
    if call.printsJSON {
      try call.printJSON(LeakDocument(found))
    } else if !call.isQuiet || !found.isClean {
      call.print(LeakView(found: found, width: call.context.terminal.width).lines(call.palette))
    }
    return found.isClean ? .done : .problems
  }
}

/// What the search for leaks gave.
struct LeakFindings {
  let days: ClosedRange<Day>
  let reports: [LeakReport]
  let seconds: Double

  var leaks: [(processor: String, leak: Leak)] {
    reports.compactMap { report in report.leak.map { (report.processor, $0) } }
  }
  var failedDays: Int { reports.map(\.failedDays.count).reduce(0, +) }
  var isClean: Bool { leaks.isEmpty && failedDays == 0 }
}
