internal import DuckDB
internal import FeatureAlgebra
internal import FeatureLedger
internal import FeaturePlan
internal import FeatureSQL
internal import Foundation

extension Engine {
  /// Computes and stores what is not fresh in the range.
  ///
  /// A day that fails does not stop the others: it is in the report. Throws when nothing can go on.
  package func run(_ options: RunOptions) throws(EngineError) -> RunReport {
    let selection = try Selection(plan, only: options.only, downstream: options.downstream)
    try requireKernels(of: selection, for: options)
    let start = clock.now
    let runID = context.makeRunID()
    var report = RunReport(runID: runID, days: options.days)
    endKilledRuns()
    try warehouse.prepare(for: plan, widens: options.widens)
    let calendar = try readCalendar()
    try requireGames(calendar, options.days)
    tell(.started(processors: selection.processors.map(\.name), days: options.days))
    journal([.started(line(runID, options))])
    do {
      try run(selection, options, calendar, into: &report)
    } catch {
      report.seconds = (clock.now - start).seconds
      guard error.code == .interrupted else {
        journal([.finished(end(report, .failed))])
        throw error
      }
      report.wasInterrupted = true
      journal([.finished(end(report, .interrupted))])
      return report
    }
    report.seconds = (clock.now - start).seconds
    let ending: RunFinished.Ending =
      report.isBlocked || report.isHeld ? .failed : report.failedDays > 0 ? .partial : .success
    journal([.finished(end(report, ending))])
    return report
  }

  private func run(
    _ selection: Selection, _ options: RunOptions, _ calendar: GameCalendar,
    into report: inout RunReport
  ) throws(EngineError) {
    let warehouses = try warehouse.lanes(
      options.threads > 1 ? min(selection.processors.count, 4) : 1)
    for other in warehouses.dropFirst() { try other.keepCalendar(of: plan) }
    let works = selection.processors.map { ProcessorRun($0, runID: report.runID) }
    let schedule = Schedule(selection.processors, of: plan, options, calendar)
    try askForAll(schedule, works)
    let lanes = Lanes(
      engine: self, warehouses: warehouses, queue: ProcessorQueue(selection.processors, of: plan),
      schedule: schedule,
      works: Dictionary(uniqueKeysWithValues: works.map { ($0.plan.name, $0) }))
    lanes.work()
    report.processors = selection.processors.compactMap { lanes.outcome.reports[$0.name] }
    if let failure = lanes.outcome.failure { throw failure }
    nameWhatIsShort(selection, in: &report)
  }

  /// Asks at once what all processors want to know, before they run side by side and wait for one
  /// another; the first is charged with it.
  private func askForAll(_ schedule: Schedule, _ works: [ProcessorRun]) throws(EngineError) {
    guard let first = works.first else { return }
    let (days, connection) = (schedule.options.days, warehouse.connection)
    _ = try first.timed(.receipts, days, on: connection) { () throws(EngineError) in
      try schedule.receipts.days(of: first.plan, by: connection)
    }
    try first.timed(.hash, days, on: connection) { () throws(EngineError) in
      try schedule.hashes.ask(by: connection)
    }
  }

  /// What must be loaded or computed before the blocked days can be.
  private func nameWhatIsShort(_ selection: Selection, in report: inout RunReport) {
    let short = Set(report.processors.flatMap(\.blocked.keys).flatMap(\.tables))
    for table in short.sorted(by: { $0.description < $1.description }) {
      guard let writer = plan.processors.first(where: { $0.table.name == table }) else {
        report.tablesToLoad.append(table)
        continue
      }
      if !selection.processors.contains(where: { $0.name == writer.name }) {
        report.processorsToRun.append(writer.name)
      }
    }
  }

  /// What `run` would do: each processor's days with their decisions. Computes and stores nothing.
  ///
  /// Days downstream of those that are computed are decided by the run itself: `afterUpstream`.
  package func plan(
    _ options: RunOptions
  ) throws(EngineError) -> [(processor: String, days: [DayPlan])] {
    let selection = try Selection(plan, only: options.only, downstream: options.downstream)
    try requireKernels(of: selection, for: options)
    try warehouse.prepare(for: plan, widens: false)
    let calendar = try readCalendar()
    try requireGames(calendar, options.days)
    let schedule = Schedule(selection.processors, of: plan, options, calendar)
    var planned: [(processor: String, days: [DayPlan])] = []
    var upstream = UpstreamDays()
    for processor in selection.processors {
      let work = ProcessorRun(processor, runID: "plan")
      let steps = try SlabSteps(work, plan, warehouse, options, context)
      defer { steps.close() }
      let days = upstream.waiting(
        try decide(work, steps, schedule), of: processor)
      upstream.add(processor, days)
      planned.append((processor.name, days))
    }
    return planned
  }

  func run(
    _ work: ProcessorRun, _ warehouse: Warehouse, _ schedule: Schedule
  ) throws(EngineError) {
    let steps = try SlabSteps(work, plan, warehouse, schedule.options, context)
    defer { steps.close() }
    let days = try decide(work, steps, schedule)
    let slabs = Slab.cut(days, limit: schedule.options.slabDays ?? 400)
    let total = slabs.map(\.days.count).reduce(0, +)
    work.report.days[.fresh] = days.count { $0.decision == .fresh }
    tell(
      .planned(
        processor: work.plan.name, computing: total, fresh: work.report.days[.fresh] ?? 0,
        reasons: work.report.reasons))
    try block(days, work, steps)
    try hold(days, work, steps)
    var done = 0
    if !slabs.isEmpty { schedule.hashes.note(writing: work.plan) }
    do throws(EngineError) {
      for slab in slabs {
        try compute(slab, work, steps) { computed in
          done += computed.days
          tell(
            .slabDone(
              processor: work.plan.name, daysDone: done, daysTotal: total, rows: computed.rows,
              seconds: computed.seconds))
        }
      }
    } catch {
      try? steps.saveGate()
      throw error
    }
    try steps.saveGate()
  }

  /// Off days, bootstrap days and the decision for each remaining day of the range.
  private func decide(
    _ work: ProcessorRun, _ steps: SlabSteps, _ schedule: Schedule
  ) throws(EngineError) -> [DayPlan] {
    let (rule, options) = (work.plan.days, schedule.options)
    let gameDays = schedule.calendar.gameDays(rule, in: options.days)
    let asOfDays = schedule.calendar.asOfDays(rule, in: options.days)
    work.report.days[.offDay] = options.days.count - gameDays.count
    work.report.days[.bootstrap] = gameDays.count - asOfDays.count
    let stored = try steps.readStored(options.days, in: schedule.receipts)
    guard !asOfDays.isEmpty || !stored.receipts.isEmpty || !stored.failures.isEmpty else {
      return []
    }
    let inputs = try steps.hashInputs(options.days, in: schedule.hashes)
    let staleness = Staleness(
      processor: work.plan, stored: stored, inputs: inputs, force: options.force,
      checksDependencies: !options.skipsDependencies, mode: options.mode)
    let days = held(staleness.plan(asOfDays), steps)
    for case .compute(let reason) in days.map(\.decision) {
      work.report.reasons[reason, default: 0] += 1
    }
    return days
  }

  /// Records days that cannot be computed because an input is short; once, however often they are tried.
  private func block(
    _ days: [DayPlan], _ work: ProcessorRun, _ steps: SlabSteps
  ) throws(EngineError) {
    let category = FailureCategory.missingDependency
    var failures: [(day: Day, reason: String)] = []
    for day in days {
      guard case .blocked(let shortage) = day.decision else { continue }
      let reason = shortage.sentence
      work.report.days[.blocked, default: 0] += 1
      work.report.blocked[shortage, default: 0] += 1
      work.report.failures[category.rawValue, default: 0] += 1
      let failure = StoredDays.Failure(category: category.rawValue, reason: reason)
      if steps.stored.failures[day.day] != failure { failures.append((day.day, reason)) }
      work.note(
        .failure(
          FailureRecord(
            run: work.runID, processor: work.plan.name, day: day.day.description, entity: nil,
            category: category.rawValue, reason: reason, canRetry: true)))
    }
    try steps.record(failures, category, canRetry: true)
  }

  /// The days, those that an open breaker guards with that decision.
  private func held(_ days: [DayPlan], _ steps: SlabSteps) -> [DayPlan] {
    guard let gate = steps.gate else { return days }
    let now = context.microsecondsNow()
    return days.map { plan in
      guard case .compute = plan.decision, let pause = gate.pause(plan.day, at: now) else {
        return plan
      }
      return DayPlan(day: plan.day, decision: .held(pause), opening: plan.opening)
    }
  }

  /// Counts the days that breakers hold back; one without a failure of its own gets that for a reason.
  private func hold(
    _ days: [DayPlan], _ work: ProcessorRun, _ steps: SlabSteps
  ) throws(EngineError) {
    let category = FailureCategory.circuitBreakerActive
    var failures: [(day: Day, reason: String)] = []
    for day in days {
      guard case .held(let pause) = day.decision else { continue }
      let reason = pause.sentence
      work.report.days[.held, default: 0] += 1
      work.report.failures[category.rawValue, default: 0] += 1
      if steps.stored.failures[day.day] == nil { failures.append((day.day, reason)) }
      work.note(
        .failure(
          FailureRecord(
            run: work.runID, processor: work.plan.name, day: day.day.description, entity: nil,
            category: category.rawValue, reason: reason, canRetry: true)))
    }
    try steps.record(failures, category, canRetry: true)
  }

  /// Computes a slab; where it fails, its halves, until the days that fail stand alone.
  private func compute(
    _ slab: Slab, _ work: ProcessorRun, _ steps: SlabSteps,
    _ done: ((days: Int, rows: Int, seconds: Double)) -> Void
  ) throws(EngineError) {
    try checkInterruption()
    let start = clock.now
    let paused = held(slab.days, steps)
    if paused != slab.days {
      // A breaker of all days opened since the run began.
      try hold(paused, work, steps)
      done((slab.days.count, 0, 0))
      return
    }
    do {
      let rows = try steps.compute(slab) { phase in
        tell(.phase(processor: work.plan.name, phase, days: slab.range))
      }
      work.report.rows += rows
      work.report.slabs += 1
      steps.gate?.succeeded(slab.days.map(\.day))
      work.report.days[.computed, default: 0] += slab.days.count { $0.opening != nil }
      done((slab.days.count, rows.written + rows.unchanged, (clock.now - start).seconds))
    } catch {
      if stop.isSet || error.code == .interrupted { throw interruption }
      guard error.code == .data else { throw error }
      if let (first, second) = slab.halves {
        try compute(first, work, steps, done)
        try compute(second, work, steps, done)
        return
      }
      let day = slab.range.lowerBound
      steps.gate?.failed(day, at: context.microsecondsNow())
      work.report.days[.failed, default: 0] += 1
      work.report.errors.append(error)
      work.report.failures[FailureCategory.processingError.rawValue, default: 0] += 1
      try steps.record([(day, error.message)], .processingError, canRetry: false)
      work.note(
        .failure(
          FailureRecord(
            run: work.runID, processor: work.plan.name, day: day.description, entity: nil,
            category: FailureCategory.processingError.rawValue, reason: error.message,
            canRetry: false)))
      tell(.dayFailed(error))
      done((1, 0, (clock.now - start).seconds))
    }
  }

  private func checkInterruption() throws(EngineError) {
    if stop.isSet { throw interruption }
  }

  private var interruption: EngineError {
    EngineError(
      .interrupted, "the run was stopped; what was finished is stored",
      help: "run the same command again to go on")
  }

  private func requireGames(
    _ calendar: GameCalendar, _ days: ClosedRange<Day>
  ) throws(EngineError) {
    guard let span = calendar.span else {
      throw EngineError(
        .usage, "the schedule in \(warehouse.path) is empty", help: "load a season first")
    }
    guard span.overlaps(days) else {
      throw EngineError(
        .usage,
        "there are no games from \(days.lowerBound) to \(days.upperBound): the schedule goes from \(span.lowerBound) to \(span.upperBound)",
        help: "choose days inside it, or load the season")
    }
  }
}
