internal import DuckDB
internal import FeatureAlgebra
internal import FeatureLedger
internal import FeaturePlan

/// One processor's part of a run: what it has done so far, timed by phase.
final class ProcessorRun {
  let plan: ProcessorPlan
  var report: ProcessorReport
  private(set) var lines: [LedgerLine] = []
  let runID: String
  private let clock = ContinuousClock()

  init(_ plan: ProcessorPlan, runID: String) {
    self.plan = plan
    self.runID = runID
    report = ProcessorReport(plan.name)
  }

  /// Does a step, and charges its time and the statements that it runs to a phase.
  func timed<Output>(
    _ phase: Phase, _ days: ClosedRange<Day>, on connection: Connection,
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    let start = clock.now
    let statementsBefore = connection.statementsRun
    defer {
      let statements = connection.statementsRun - statementsBefore
      let seconds = (clock.now - start).seconds
      report.seconds[phase, default: 0] += seconds
      report.statements += statements
      lines.append(
        .step(
          StepRecord(
            run: runID, processor: plan.name,
            slab: days.lowerBound.description...days.upperBound.description,
            phase: StepRecord.Phase(rawValue: phase.rawValue), seconds: seconds,
            statements: statements)))
    }
    do {
      return try body()
    } catch {
      throw error.at(processor: plan.name, days)
    }
  }

  func note(_ line: LedgerLine) { lines.append(line) }
}

extension Duration {
  var seconds: Double {
    let (whole, atto) = components
    return Double(whole) + Double(atto) / 1e18
  }
}
