import FeatureAlgebra
import FeaturePlan
import FeatureSpec

/// Turns one processor's sentences into its plan.
struct ProcessorLowering {
  let outline: ProcessorOutline
  let calendar: CalendarPlan
  let types: TypeScope

  init(_ outline: ProcessorOutline, calendar: CalendarPlan) {
    self.outline = outline
    self.calendar = calendar
    self.types = TypeScope(outline)
  }

  func plan() -> ProcessorPlan {
    guard let population = outline.populations.first?.value else {
      preconditionFailure("Rule.population lets no processor without a population through")
    }
    let inputs = InputLowering(outline, calendar: calendar)
    var marks = MeaningMarks(outline, calendar: calendar)
    let features = features(&marks)
    let output = output(inputs)
    let lookups = lookups()
    let failures = failures()
    let write = write()
    let days = DaysPlan(population.days)
    return ProcessorPlan(
      name: outline.name, table: TablePlan(outline.table), days: days,
      population: PopulationPlan(population.declaration), lookups: lookups,
      summaries: outline.summaries.map {
        SummaryPlan(rows: RowsPlan($0.value.rows), match: $0.value.matches.map { Match($0) })
      },
      histories: histories(population.declaration), completeness: completeness(),
      features: features, output: output, failures: failures, breaker: breaker(),
      processorBreaker: outline.processorBreakers.first.map { ProcessorBreakerPlan($0.value) },
      contracts: outline.contracts.map { ContractPlan(name: $0.value.name, holds: $0.value.holds) },
      dependencies: inputs.dependencies, inputs: inputs.scopes, write: write, slots: slots(),
      fingerprint: marks.processor(
        days: days, output: output, features: features, inputs: inputs.scopes,
        failures: failures, write: write))
  }

  private func features(_ marks: inout MeaningMarks) -> [FeaturePlan] {
    let byName = Dictionary(
      outline.features.map { ($0.value.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let order = ReadingOrder(of: outline.features.map(\.value.name)) { name in
      byName[name]?.expression.featureNames ?? []
    }
    return order.names.compactMap { byName[$0] }.map { feature in
      FeaturePlan(
        name: feature.name, expression: feature.expression, type: feature.type,
        unit: feature.unit, isStored: feature.column != nil,
        fingerprint: marks.feature(feature.name), unknownBecause: feature.unknownBecause)
    }
  }

  private func lookups() -> [LookupPlan] {
    let byAlias = Dictionary(
      outline.lookups.map { ($0.value.rows.alias, $0.value) },
      uniquingKeysWith: { first, _ in first })
    let order = ReadingOrder(of: outline.lookups.map(\.value.rows.alias)) { alias in
      byAlias[alias]?.aliasesRead ?? []
    }
    return order.names.compactMap { byAlias[$0] }.map { LookupPlan($0) }
  }

  private func histories(_ population: PopulationDeclaration) -> [HistoryPlan] {
    let byAlias = Dictionary(
      outline.histories.map { ($0.value.rows.alias, $0.value) },
      uniquingKeysWith: { first, _ in first })
    let order = ReadingOrder(of: outline.histories.map(\.value.rows.alias)) { alias in
      (byAlias[alias]?.matches ?? []).flatMap { $0.entity.aggregations.map(\.rows) }
    }
    return order.names.compactMap { byAlias[$0] }.map { history in
      HistoryPlan(history, population: population)
    }
  }

  private func completeness() -> CompletenessPlan? {
    guard let declaration = outline.completeness.first?.value else { return nil }
    return CompletenessPlan(
      actual: declaration.actual.alias, expected: RowsPlan(declaration.expected),
      match: declaration.matches.map { Match($0) }, following: declaration.following,
      excused: declaration.excused.map { RowsPlan($0) },
      excusedMatch: declaration.excusedMatches.map { Match($0) },
      windows: declaration.windows.map { CompletenessWindow(name: $0.0, window: $0.1) })
  }

  private func breaker() -> BreakerPlan? {
    outline.breakers.first.map { breaker in
      BreakerPlan(
        categories: breaker.value.kinds.map { FailureCategory($0) },
        attempts: breaker.value.attempts,
        pauseDays: breaker.value.pauseDays)
    }
  }

  private func failures() -> [FailureRule] {
    outline.failures.map { failure in
      let failure = failure.value
      return FailureRule(
        category: FailureCategory(failure.category), when: failure.when, reason: failure.reason,
        canRetry: failure.canRetry, expected: failure.expected, actual: failure.actual)
    }
  }

  private func write() -> WritePlan {
    let write = outline.writes.first?.value
    let hasHash = outline.written.contains { $0.value.filling == .rowHash }
    let rule: WritePlan.HashRule =
      switch write?.hashing {
      case .plain where hasHash: .plain
      case .canonical where hasHash: .canonical
      default: .none
      }
    return WritePlan(
      hashRule: rule, tieBreak: (write?.tieBreak ?? []).map { Order($0) },
      duplicateTolerance: write?.duplicateTolerance ?? 0)
  }
}

extension FailureCategory {
  /// What an author may say is one of the categories that are stored.
  fileprivate init(_ kind: FailureKind) {
    self =
      switch kind {
      case .expectedIncomplete: .expectedIncomplete
      case .insufficientData: .insufficientData
      case .incompleteData: .incompleteData
      case .incompleteUpstream: .incompleteUpstream
      case .missingUpstream: .missingUpstream
      case .missingKey: .missingKey
      case .noShotZone: .noShotZone
      case .registryLookupFailed: .registryLookupFailed
      case .excluded: .excluded
      }
  }
}

extension ProcessorBreakerPlan {
  fileprivate init(_ declaration: ProcessorBreakerDeclaration) {
    let span: Span =
      switch declaration.span {
      case .eachDay: .eachDay
      case .allDays: .allDays
      }
    self.init(
      span: span, failures: declaration.failures, pauseMinutes: declaration.pauseMinutes,
      successes: declaration.successes)
  }
}
