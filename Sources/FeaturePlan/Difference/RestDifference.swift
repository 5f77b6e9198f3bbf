import FeatureAlgebra

/// Everything of a processor but its features.
func restChanges(from old: ProcessorPlan, to new: ProcessorPlan) -> [Change] {
  var days = AspectList()
  days.compare("kind", old.days.kind.rawValue, new.days.kind.rawValue)
  days.compare("skipped at the opening", "\(old.days.bootstrap)", "\(new.days.bootstrap)")
  var write = AspectList()
  write.compare("row hash", old.write.hashRule.rawValue, new.write.hashRule.rawValue)
  write.compare("tie-break", words(old.write.tieBreak), words(new.write.tieBreak))
  write.compare(
    "duplicates allowed", "\(old.write.duplicateTolerance)", "\(new.write.duplicateTolerance)")
  return population(old.population, new.population).changes(of: "population")
    + days.changes(of: "days")
    + named(
      old.lookups.map { ("lookup \($0.rows.alias)", $0) },
      new.lookups.map { ("lookup \($0.rows.alias)", $0) },
      describe: { source($0.rows) }, compare: lookup)
    + named(
      old.summaries.map { ("summary \($0.rows.alias)", $0) },
      new.summaries.map { ("summary \($0.rows.alias)", $0) },
      describe: { source($0.rows) }, compare: { matched($0.rows, $1.rows, $0.match, $1.match) })
    + named(
      old.histories.map { ("history \($0.rows.alias)", $0) },
      new.histories.map { ("history \($0.rows.alias)", $0) },
      describe: { source($0.rows) }, compare: history)
    + completenessChanges(old.completeness, new.completeness) + failures(old, new)
    + gates(old, new) + tableChanges(old, new) + write.changes(of: "write")
}

private func source(_ rows: RowsPlan) -> [Change.Aspect] {
  [.init("source", was: nil, now: words(rows.source))]
}

private func population(_ old: PopulationPlan, _ new: PopulationPlan) -> AspectList {
  var list = AspectList()
  switch (old, new) {
  case (.rows(let before), .rows(let after)): list.add(aspects(before, after))
  case (.entities(let alias, let by, let window), .entities(let newAlias, let newBy, let newWindow)):
    list.compare("entities of", alias, newAlias)
    list.compare("by", by.joined(separator: ", "), newBy.joined(separator: ", "))
    list.compare("window", window.description, newWindow.description)
  case (.rows, .entities), (.entities, .rows): list.compare("who", words(old), words(new))
  }
  return list
}

private func lookup(_ old: LookupPlan, _ new: LookupPlan) -> AspectList {
  var list = matched(old.rows, new.rows, old.match, new.match)
  list.compare("day", words(old.timing), words(new.timing))
  list.compare("condition", old.condition?.meaning ?? "none", new.condition?.meaning ?? "none")
  list.compare("takes", words(old.cardinality), words(new.cardinality))
  return list
}

private func history(_ old: HistoryPlan, _ new: HistoryPlan) -> AspectList {
  var list = matched(old.rows, new.rows, old.match, new.match)
  list.compare("order", words(old.order), words(new.order))
  return list
}

private func matched(
  _ old: RowsPlan, _ new: RowsPlan, _ oldMatch: [Match], _ newMatch: [Match]
) -> AspectList {
  var list = AspectList()
  list.add(aspects(old, new))
  list.compare("match", words(oldMatch), words(newMatch))
  return list
}

/// Failure rules in their order; rules of one category are told apart by their number.
private func failures(_ old: ProcessorPlan, _ new: ProcessorPlan) -> [Change] {
  func numbered(_ rules: [FailureRule]) -> [(String, FailureRule)] {
    var seen: [FailureCategory: Int] = [:]
    return rules.map { rule in
      seen[rule.category, default: 0] += 1
      let number = seen[rule.category] ?? 1
      return ("failure \(rule.category.rawValue)\(number > 1 ? " \(number)" : "")", rule)
    }
  }
  var order = AspectList()
  let before = old.failures.map(\.category.rawValue)
  let after = new.failures.map(\.category.rawValue)
  if before.sorted() == after.sorted() {
    order.compare("order", before.joined(separator: ", "), after.joined(separator: ", "))
  }
  return named(
    numbered(old.failures), numbered(new.failures),
    describe: { [.init("when", was: nil, now: $0.when.meaning)] },
    compare: { old, new in
      var list = AspectList()
      list.compare("when", old.when.meaning, new.when.meaning)
      list.compare("reason", old.reason.meaning, new.reason.meaning)
      list.compare("can retry", "\(old.canRetry)", "\(new.canRetry)")
      list.compare("expected", old.expected?.meaning ?? "none", new.expected?.meaning ?? "none")
      list.compare("actual", old.actual?.meaning ?? "none", new.actual?.meaning ?? "none")
      return list
    }) + order.changes(of: "failures")
}

/// `after 3 of INCOMPLETE_DATA, for 7 days`
private func words(_ breaker: BreakerPlan?) -> String {
  guard let breaker else { return "never" }
  let categories = breaker.categories.map(\.rawValue).joined(separator: ", ")
  return "after \(breaker.attempts) of \(categories), for \(breaker.pauseDays) days"
}

/// `each day after 5 failures, for 30 minutes, until 1 success`
private func words(_ breaker: ProcessorBreakerPlan?) -> String {
  guard let breaker else { return "never" }
  let span = breaker.span == .eachDay ? "each day" : "all days"
  return "\(span) after \(breaker.failures) failures, for \(breaker.pauseMinutes) minutes, "
    + "until \(breaker.successes) successes"
}

/// The circuit breakers, dependencies, contracts and the scopes of inputs.
private func gates(_ old: ProcessorPlan, _ new: ProcessorPlan) -> [Change] {
  var breaker = AspectList()
  breaker.compare("opens", words(old.breaker), words(new.breaker))
  var processor = AspectList()
  processor.compare("opens", words(old.processorBreaker), words(new.processorBreaker))
  return breaker.changes(of: "circuit breaker") + processor.changes(of: "processor breaker")
    + named(
      old.dependencies.map { ("dependency \($0.name)", $0) },
      new.dependencies.map { ("dependency \($0.name)", $0) },
      describe: { [.init("at least", was: nil, now: "\($0.minimumRows) rows")] },
      compare: { old, new in
        var list = AspectList()
        list.compare("at least", "\(old.minimumRows) rows", "\(new.minimumRows) rows")
        list.compare(
          "inputs", old.inputs.joined(separator: ", "), new.inputs.joined(separator: ", "))
        list.compare("critical", "\(old.isCritical)", "\(new.isCritical)")
        return list
      })
    + named(
      old.contracts.map { ("contract \($0.name)", $0) },
      new.contracts.map { ("contract \($0.name)", $0) },
      describe: { [.init("holds", was: nil, now: $0.holds.meaning)] },
      compare: { old, new in
        var list = AspectList()
        list.compare("holds", old.holds.meaning, new.holds.meaning)
        return list
      })
    + named(
      old.inputs.map { ("input \($0.name)", $0) }, new.inputs.map { ("input \($0.name)", $0) },
      describe: { [.init("rows", was: nil, now: "\($0.table), \(words($0.scope))")] },
      compare: { old, new in
        var list = AspectList()
        list.compare("table", "\(old.table)", "\(new.table)")
        list.compare("rows", words(old.scope), words(new.scope))
        return list
      })
}
