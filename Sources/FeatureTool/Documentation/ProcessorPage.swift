import FeatureAlgebra
import FeaturePlan

/// One processor: who gets a row, what is read, what each column is and follows from.
struct ProcessorPage {
  let processor: ProcessorPlan
  let plan: Plan
  let lineage: Lineage

  var lines: [String] {
    ["# \(processor.name)", ""] + overview + ["", "## Reads", ""] + inputs + ["", "As:", ""] + rows
      + requirements + completeness + failures + contracts
      + ["", "## Columns", ""] + table
      + ColumnSections(processor: processor, plan: plan, lineage: lineage).lines
  }

  private var overview: [String] {
    let table = processor.table
    let readers = plan.readers(of: table.name)
    let days =
      processor.days.kind == .scheduled
      ? "with a game, played or to be played" : "with a game that was played"
    let skipped =
      processor.days.bootstrap > 0
      ? "; not the first \(processor.days.bootstrap) days of a season" : ""
    let facts = [
      ["writes", "`\(table.name)`"], ["key", Markdown.code(table.key)],
      ["a row for", population], ["days", "each day " + days + skipped],
      ["row hash", processor.write.hashRule == .none ? "none" : "over the business columns"],
    ]
    return Markdown.table(
      ["", ""], facts + (readers.isEmpty ? [] : [["read by", plan.links(readers)]]))
  }

  private var population: String {
    switch processor.population {
    case .rows(let rows): "each row of `\(rows.alias)` dated D"
    case .entities(let alias, let by, let window):
      "each \(Markdown.code(by)) in the rows of `\(alias)` before D, \(window)"
    }
  }

  private var inputs: [String] {
    Markdown.table(
      ["input", "table", "rows for D"],
      processor.inputs.map { ["`\($0.name)`", plan.reference($0.table), words($0.scope)] })
  }

  /// The same rows under the names that formulas use.
  private var rows: [String] {
    var list: [[String]] = []
    func add(_ rows: RowsPlan, _ role: String, _ match: [Match], _ more: String = "") {
      list.append(["`\(rows.alias)`", role, RowsText(rows).sentence + found(by: match) + more])
    }
    if case .rows(let rows) = processor.population { add(rows, "population, on D", []) }
    for lookup in processor.lookups {
      var more = lookup.condition.map { " where `\(Formula($0).line)`" } ?? ""
      switch lookup.cardinality {
      case .one: more += "; exactly one"
      case .atMostOne: more += "; one or none"
      case .first(let order): more += "; the first by `\(RowsText.order(order))`"
      }
      let timing =
        switch lookup.timing {
        case .sameDay: "on D"
        case .before(let days): "before D, at most \(days) days"
        case .timeless: "of no day"
        }
      add(lookup.rows, "lookup, \(timing)", lookup.match, more)
    }
    for summary in processor.summaries { add(summary.rows, "summary, on D", summary.match) }
    for history in processor.histories { add(history.rows, "history, before D", history.match) }
    return Markdown.table(["rows", "role", "which"], list)
  }

  /// Nothing for the population's own rows, which are matched with themselves.
  private func found(by matches: [Match]) -> String {
    let others = matches.filter { $0.row != $0.entity }
    return others.isEmpty ? "" : ", found by `\(RowsText.match(others))`"
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", "## \(title)", ""] + lines
  }

  private var requirements: [String] {
    guard !processor.dependencies.isEmpty else { return [] }
    return section(
      "Requires",
      Markdown.table(
        ["of", "rows for D, at least", "else"],
        processor.dependencies.map {
          [
            Markdown.code($0.inputs), "\($0.minimumRows)",
            $0.isCritical ? "the day is not computed" : "the day is computed all the same",
          ]
        }))
  }

  private var completeness: [String] {
    guard let rule = processor.completeness else { return [] }
    var facts = [
      ["counted", "`\(rule.actual)`"],
      [
        "expected",
        RowsText(rule.expected).sentence + found(by: rule.match),
      ],
    ]
    if let excused = rule.excused {
      facts.append([
        "excused",
        RowsText(excused).sentence + found(by: rule.excusedMatch),
      ])
    }
    return section(
      "Completeness",
      Markdown.table(["", ""], facts + rule.windows.map { ["`\($0.name)`", "\($0.window)"] }))
  }

  private var failures: [String] {
    let rules = processor.failures.flatMap { rule in
      let isExcluded = rule.category == .excluded
      let retry = rule.canRetry ? ", worth another try" : ""
      let head = isExcluded ? "- Left out" : "- `\(rule.category.rawValue)`\(retry)"
      return [head + ", when", ""]
        + Markdown.block(Formula(rule.when).lines).map { "  " + $0 }
        + (isExcluded ? [] : ["", "  because `\(Formula(rule.reason).line)`"])
    }
    let breaker = processor.breaker.map { breaker in
      [
        "",
        "After \(breaker.attempts) attempts that failed with "
          + Markdown.code(breaker.categories.map(\.rawValue))
          + ", daily runs leave an entity alone for \(breaker.pauseDays) days.",
      ]
    }
    let days = processor.processorBreaker.map { breaker in
      [
        "",
        "After \(Words.count(breaker.failures, "failure")) in a row of "
          + (breaker.span == .eachDay ? "a day as a whole" : "whole days")
          + ", daily runs leave "
          + (breaker.span == .eachDay ? "the day" : "the processor")
          + " alone for \(Words.count(breaker.pauseMinutes, "minute")); then "
          + Words.count(breaker.successes, "success", plural: "successes") + " in a row "
          + (breaker.successes == 1 ? "makes" : "make") + " it forget them.",
      ]
    }
    return section(
      "No row",
      (rules.isEmpty ? [] : ["The first that holds:", ""] + rules) + (breaker ?? []) + (days ?? []))
  }

  private var contracts: [String] {
    section(
      "Contracts",
      processor.contracts.map { "- \($0.name): `\(Formula($0.holds).line)`" })
  }

  private var table: [String] {
    Markdown.table(
      ["column", "type", "unit", "values", "NULL", "role"],
      processor.table.columns.map { column in
        [
          "[\(column.name)](#\(column.name))", "`\(column.type)`", column.unit?.name ?? "",
          ColumnSections.values(of: column), column.isNullable ? "yes" : "no",
          column.role.rawValue,
        ]
      })
  }
}
