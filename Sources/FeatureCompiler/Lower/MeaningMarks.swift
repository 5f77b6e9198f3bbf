import FeatureAlgebra
import FeaturePlan
import FeatureSpec

/// Fingerprints: what a stored value depends on, and nothing else.
///
/// Aliases, names of features and names of completeness windows are replaced by the marks of what they
/// stand for. So a window edited in one feature changes that feature and those that read it, a filter
/// edited in rows changes every feature over them, and renaming an alias changes nothing.
struct MeaningMarks {
  private let outline: ProcessorOutline
  private let readings: [String: [ReadRows]]
  private let calendar: String
  private var rowMarks: [String: String] = [:]
  private var featureMarks: [String: String] = [:]

  init(_ outline: ProcessorOutline, calendar: CalendarPlan) {
    self.outline = outline
    self.readings = Dictionary(grouping: outline.readings, by: \.alias)
    self.calendar = Fingerprint.of([
      RowsMeaning(calendar.rows).text, calendar.season.meaning, calendar.scheduled.meaning,
      calendar.played.meaning,
    ])
  }

  /// The mark of a feature: its expression, its type, the rows and features it reads.
  mutating func feature(_ name: String) -> String {
    if let mark = featureMarks[name] { return mark }
    featureMarks[name] = "itself"
    guard let feature = outline.feature(name)?.value else { return "nothing" }
    let expression = canonical(feature.expression)
    let season = feature.expression.dependsOnSeason ? calendar : ""
    let mark = Fingerprint.of([expression.meaning, feature.type.description, season])
    featureMarks[name] = mark
    return mark
  }

  /// The mark of everything that can change a value the processor stores.
  mutating func processor(
    days: DaysPlan, output: [OutputColumn], features: [FeaturePlan], inputs: [InputScope],
    failures: [FailureRule], write: WritePlan
  ) -> String {
    let table = outline.table
    var parts = [
      table.name.description, "\(days.kind.rawValue) \(days.bootstrap)", calendar,
      "key \(table.shape.identity.key.map(\.name).sorted())",
      "freshness \(table.shape.identity.freshness?.name ?? "")",
      "hash \(write.hashRule.rawValue)",
    ]
    for population in outline.populations {
      parts.append(rows(population.value.declaration.rows.alias))
    }
    parts += outline.lookups.map { rows($0.value.rows.alias) }.sorted()
    parts += output.map { column($0, features: features, inputs: inputs) }.sorted()
    for failure in failures { parts.append(meaning(of: failure)) }
    parts += write.tieBreak.map { "\($0.value.meaning) \($0.descending)" }
    return Fingerprint.of(parts)
  }

  private func column(
    _ output: OutputColumn, features: [FeaturePlan], inputs: [InputScope]
  ) -> String {
    let column = output.column
    let origin: String =
      switch output.origin {
      case .feature:
        features.first { $0.name == column.name }?.fingerprint ?? ""
      case .source(let input, let measure):
        "\(measure) \(inputs.filter { $0.name == input }.map { "\($0.table) \($0.scope)" })"
      case .rowHash: "row hash"
      case .createdAt: "created at"
      case .writtenAt: "written at"
      }
    let elements = column.elements.map { " \($0.map(\.name))" } ?? ""
    return "\(column.name) \(column.type)\(elements) \(column.role.rawValue) \(origin)"
  }

  private mutating func meaning(of failure: FailureRule) -> String {
    let values =
      [failure.when, failure.reason]
      + [failure.expected, failure.actual]
      .map { $0 ?? .literal(.null(.integer)) }
    var parts = [failure.category.rawValue, "\(failure.canRetry)"]
    for value in values { parts.append(canonical(value).meaning) }
    return Fingerprint.of(parts)
  }
}

extension MeaningMarks {
  /// The expression with marks in place of the names that an author may choose.
  private mutating func canonical(_ expression: Expression) -> Expression {
    let operands = expression.operands.map { operand in canonical(operand) }
    switch expression {
    case .column(let rows, let name): return column(rows, name)
    case .feature(let name): return .feature(feature(name))
    case .coverage(let measure, let window): return .coverage(measure, window: coverage(window))
    case .aggregate(let aggregation): return .aggregate(canonical(aggregation))
    case .measured(let aggregation, _):
      return .measured(canonical(aggregation), against: operands[0])
    case .league(let league):
      return .league(
        LeagueAverage(
          rows: rows(league.rows), value: canonical(league.value),
          qualifying: canonical(league.qualifying), atLeast: league.atLeast,
          fallback: league.fallback))
    case .prediction(let model, let values):
      return .prediction(model.named(""), zip(values, operands).map { Labelled($0.label, $1) })
    default: return expression.replacingOperands(operands)
    }
  }

  private mutating func canonical(_ aggregation: Aggregation) -> Aggregation {
    Aggregation(
      aggregation.function, rows: rows(aggregation.rows),
      argument: aggregation.argument.map { argument in canonical(argument) },
      filter: aggregation.filter.map { filter in canonical(filter) },
      window: aggregation.window)
  }

  /// A column with its type, and for a stack with what each part puts there.
  private mutating func column(_ alias: String, _ name: String) -> Expression {
    let declaration = readings[alias]?.first?.rows
    let column = declaration?.column(name)
    let place = column?.element.map { " \($0.position)" } ?? ""
    let type = (column?.type.description ?? "") + place
    let mapping = declaration.map { RowsMeaning(RowsPlan($0)).mapping(of: name) } ?? ""
    return .column(rows: rows(alias), name: "\(name) \(type) \(mapping)")
  }

  /// The mark of rows: where they come from, which count, how they are found.
  private mutating func rows(_ alias: String) -> String {
    if let mark = rowMarks[alias] { return mark }
    rowMarks[alias] = "itself"
    var parts: [String] = []
    for reading in readings[alias] ?? [] {
      parts.append(RowsMeaning(RowsPlan(reading.rows)).text)
      switch reading.reading {
      case .population: parts.append("rows of D")
      case .entities(let keys, let window): parts.append("entities by \(keys) in \(window)")
      case .history: parts.append("history")
      case .summary: parts.append("rows of D for each")
      case .lookup(let lookup):
        let plan = LookupPlan(lookup)
        parts.append("\(plan.timing) \(cardinality(plan.cardinality))")
        if let condition = plan.condition { parts.append(canonical(condition).meaning) }
      case .expected: parts.append("expected")
      case .excused: parts.append("excused")
      }
      for match in reading.matches {
        parts.append("\(canonical(match.row).meaning) = \(canonical(match.entity).meaning)")
      }
    }
    let mark = Fingerprint.of(parts)
    rowMarks[alias] = mark
    return mark
  }

  private mutating func cardinality(_ cardinality: LookupPlan.Cardinality) -> String {
    switch cardinality {
    case .one: return "one"
    case .atMostOne: return "at most one"
    case .first(let order):
      var parts: [String] = []
      for term in order { parts.append("\(canonical(term.value).meaning) \(term.descending)") }
      return "first by \(parts)"
    }
  }

  private mutating func coverage(_ window: String) -> String {
    guard let declaration = outline.completeness.first?.value else { return window }
    let found = declaration.windows.first { $0.0 == window }?.1
    var parts = [
      rows(declaration.actual.alias), rows(declaration.expected.alias),
      declaration.excused.map { rows($0.alias) } ?? "", found?.description ?? "",
    ]
    if let following = declaration.following { parts.append("following \(following)") }
    return Fingerprint.of(parts)
  }
}

extension Expression {
  fileprivate var dependsOnSeason: Bool {
    allAggregations.contains { $0.window?.withinSeason == true }
      || contains {
        switch $0 {
        case .seasonOpening, .coverage: true
        default: false
        }
      }
  }
}
