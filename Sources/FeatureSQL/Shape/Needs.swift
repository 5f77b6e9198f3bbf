import FeatureAlgebra
import FeaturePlan

/// What a statement reads, found from the expressions it shows: columns by rows, aggregates by rows,
/// and whether completeness is asked.
struct Needs {
  private let processor: ProcessorPlan
  /// Names of columns by alias, in order of first use.
  private(set) var columns: [String: [String]] = [:]
  /// Aggregates by the alias of their rows, those inside league averages too.
  private(set) var aggregations: [String: [Aggregation]] = [:]
  /// Aggregates that compare rows with a value of the entity, by the alias of their rows.
  private(set) var measured: [String: [(aggregation: Aggregation, limit: Expression)]] = [:]
  private(set) var leagues: [String: [LeagueAverage]] = [:]
  private(set) var hasCoverage = false
  /// Aliases of lookups, summaries and histories that are read.
  private(set) var aliases: Set<String> = []

  /// - Parameter roots: Entity level.
  init(of roots: [Expression], in processor: ProcessorPlan) {
    self.processor = processor
    switch processor.population {
    case .rows(let rows):
      if let day = rows.day { note(rows.alias, day) }
      for column in rows.key { note(rows.alias, column) }
    case .entities(let alias, let by, _):
      for column in by { note(alias, column) }
      readHistory(alias)
    }
    for root in roots { read(root) }
  }

  func columns(of alias: String) -> [String] { columns[alias] ?? [] }

  /// The windows that look through a history, the population's and those of completeness included
  /// where they read its rows.
  func windows(over alias: String) -> [Window] {
    var windows = (aggregations[alias] ?? []).map { $0.window ?? Window(.all) }
    if case .entities(alias, _, let window) = processor.population { windows.append(window) }
    return windows
  }

  /// Whether a row-level `previous` looks at rows before every window.
  func hasPrevious(in alias: String) -> Bool {
    (aggregations[alias] ?? []).contains { !$0.previousArguments.isEmpty }
  }

  /// Entity level.
  mutating func read(_ expression: Expression) {
    for leaf in expression.leaves {
      switch leaf {
      case .column(let reference):
        note(reference.rows, reference.name)
        readLookup(reference.rows)
      case .aggregate(let aggregation): read(aggregation)
      case .measured(let aggregation, let limit):
        let known = measured[aggregation.rows] ?? []
        if !known.contains(where: { $0.aggregation == aggregation && $0.limit == limit }) {
          measured[aggregation.rows] = known + [(aggregation, limit)]
        }
        read(aggregation)
      case .league(let league):
        if leagues[league.rows]?.contains(league) != true {
          leagues[league.rows, default: []].append(league)
        }
        read(league.value)
        read(league.qualifying)
        readHistory(league.rows)
      case .coverage: readCompleteness()
      case .feature, .asOfDay, .seasonOpening, .previous: break
      }
    }
  }

  private mutating func note(_ alias: String, _ column: String) {
    if columns[alias]?.contains(column) != true { columns[alias, default: []].append(column) }
  }

  /// Row level, or the row's side of a mixed condition.
  private mutating func noteColumns(of expressions: [Expression], rows alias: String) {
    for reference in expressions.flatMap(\.columnReferences) where reference.rows == alias {
      note(alias, reference.name)
    }
  }

  private mutating func read(_ aggregation: Aggregation) {
    let alias = aggregation.rows
    if aggregations[alias]?.contains(aggregation) == true { return }
    aggregations[alias, default: []].append(aggregation)
    noteColumns(of: [aggregation.argument, aggregation.filter].compactMap { $0 }, rows: alias)
    readHistory(alias)
    readSummary(alias)
  }

  private mutating func readLookup(_ alias: String) {
    guard let lookup = processor.lookups.first(where: { $0.rows.alias == alias }),
      aliases.insert(alias).inserted
    else { return }
    noteDay(lookup.rows)
    read(lookup.match, rows: alias)
    if let condition = lookup.condition {
      noteColumns(of: [condition], rows: alias)
      for reference in condition.columnReferences where reference.rows != alias {
        read(.column(rows: reference.rows, name: reference.name))
      }
    }
    switch lookup.cardinality {
    case .one, .atMostOne: break
    case .first(let order): noteColumns(of: order.map(\.value), rows: alias)
    }
  }

  private mutating func readSummary(_ alias: String) {
    guard let summary = processor.summaries.first(where: { $0.rows.alias == alias }),
      aliases.insert(alias).inserted
    else { return }
    noteDay(summary.rows)
    read(summary.match, rows: alias)
  }

  private mutating func readHistory(_ alias: String) {
    guard let history = processor.histories.first(where: { $0.rows.alias == alias }),
      aliases.insert(alias).inserted
    else { return }
    noteDay(history.rows)
    noteColumns(of: history.order.map(\.value), rows: alias)
    read(history.match, rows: alias)
  }

  private mutating func readCompleteness() {
    guard let completeness = processor.completeness, !hasCoverage else { return }
    hasCoverage = true
    readHistory(completeness.actual)
    noteDay(completeness.expected)
    read(completeness.match, rows: completeness.expected.alias)
    if let excused = completeness.excused {
      noteDay(excused)
      read(completeness.excusedMatch, rows: excused.alias)
    }
  }

  private mutating func read(_ matches: [Match], rows alias: String) {
    noteColumns(of: matches.map(\.row), rows: alias)
    for match in matches {
      // The population's own rows are matched with themselves.
      if match.row == match.entity, case .column = match.entity { continue }
      read(match.entity)
    }
  }

  private mutating func noteDay(_ rows: RowsPlan) {
    if let day = rows.day { note(rows.alias, day) }
  }
}

extension Aggregation {
  /// The arguments of `previous` in the argument and the filter, innermost first, each once.
  var previousArguments: [Expression] {
    var found: [Expression] = []
    func visit(_ node: Expression) {
      for operand in node.operands { visit(operand) }
      if case .previous(let x) = node, !found.contains(x) { found.append(x) }
    }
    for expression in [argument, filter].compactMap({ $0 }) { visit(expression) }
    return found
  }
}
