import FeatureAlgebra
import FeaturePlan

/// The common tables of one statement of one processor, built in order of use: days, population,
/// lookups, histories with their windows, summaries, completeness.
///
/// Each table that belongs to a row of the population is an `Attachment`; a query over the population
/// joins those that its expressions turn out to need (`EntityScope`). Names that no author wrote are
/// chosen apart from all names in the processor, so a column named `nth` is no trouble.
final class ProcessorShape {
  let plan: Plan
  let processor: ProcessorPlan
  let types: PlanTypes
  let needs: Needs
  let helper: Helper
  let usesOpening: Bool
  var names: Names
  private(set) var tables: [CommonTable] = []
  private(set) var attachments: [Attachment] = []
  /// What the population itself knows, as columns of its table.
  private(set) var populationLeaves: [Leaf: SQLExpression] = [:]
  let populationName: String
  let daysName: String
  /// The stage whose failed rows stand for the population; nil where everybody is asked about.
  private let failed: Landing?
  /// What a stage that stands for the population holds of it.
  let stagedColumns: [StagedColumn]
  /// The tables of rows that are there already, by alias.
  private var readRows: Set<String> = []
  private var seenTables: [String: HistoryTable] = [:]
  /// The name of each aggregate's and league average's column.
  private var slotNames: [SlotPlan.Content: String]
  private var extraSlots = Names()

  /// Names of helper columns, apart from every name of the processor.
  struct Helper {
    let asOf: String
    let seasonOpening: String
    let nth: String
    let matches: String
    let isFound: String
    let rule: String
    let until: String
  }

  /// - Parameter roots: The entity-level expressions that the statement shows.
  convenience init(_ processor: ProcessorPlan, in plan: Plan, roots: [Expression]) {
    self.init(
      processor, in: plan, Needs(of: roots, in: processor), roots: roots, failed: nil, staged: [])
  }

  /// The failed rows of a stage in the place of the population, for questions about completeness other
  /// than its own; nil where the stage does not hold every column that they need.
  convenience init?(failedIn landing: Landing, in plan: Plan, roots: [Expression]) {
    let needs = Needs(of: roots, in: landing.processor)
    guard let staged = landing.populationColumns(needs) else { return nil }
    self.init(
      landing.processor, in: plan, needs, roots: roots, failed: landing, staged: staged)
  }

  private init(
    _ processor: ProcessorPlan, in plan: Plan, _ needs: Needs, roots: [Expression],
    failed: Landing?, staged: [StagedColumn]
  ) {
    self.plan = plan
    self.failed = failed
    self.stagedColumns = staged
    self.processor = processor
    self.types = PlanTypes(of: processor, in: plan)
    self.needs = needs
    let rows = processor.everyRows
    var columns = Names(
      rows.flatMap { $0.columns.map(\.name) } + processor.features.map(\.name)
        + processor.slots.map(\.name))
    self.helper = Helper(
      asOf: columns.take(AsOfDays.Name.asOf), seasonOpening: columns.take("season_opening"),
      nth: columns.take("nth"), matches: columns.take("matches"),
      isFound: columns.take("is_found"), rule: columns.take("failure_rule"),
      until: columns.take("until"))
    var tables = Names(rows.map(\.alias))
    self.daysName = tables.take("days")
    self.populationName = tables.take("population")
    self.names = tables
    self.extraSlots = columns
    self.slotNames = Dictionary(
      processor.slots.map { ($0.content, $0.name) }, uniquingKeysWith: { first, _ in first })
    let hasSeasonWindow = processor.histories.contains { history in
      needs.windows(over: history.rows.alias).contains(where: \.withinSeason)
    }
    let coverageWindows = needs.hasCoverage ? processor.completeness?.windows ?? [] : []
    self.usesOpening =
      hasSeasonWindow || coverageWindows.contains(where: \.window.withinSeason)
      || roots.contains { $0.leaves.contains(.seasonOpening) }
      || processor.entitySides.contains { $0.leaves.contains(.seasonOpening) }
  }

  /// Days, population and everything the roots read.
  func build() throws(RenderError) {
    addDays()
    if let failed { addFailed(failed) } else { try addPopulation() }
    for lookup in processor.lookups where needs.aliases.contains(lookup.rows.alias) {
      try addLookup(lookup)
    }
    for history in processor.histories where needs.aliases.contains(history.rows.alias) {
      try addWindows(history)
    }
    for summary in processor.summaries where needs.aliases.contains(summary.rows.alias) {
      try addSummary(summary)
    }
    if failed == nil, needs.hasCoverage, let completeness = processor.completeness {
      try addCoverage(completeness)
    }
  }

  /// Whether every entity that the population's rows have is asked about.
  var asksEverybody: Bool { failed == nil }

  func add(_ table: CommonTable) { tables.append(table) }

  func add(_ more: [CommonTable]) { tables += more }

  func attach(_ attachment: Attachment) { attachments.append(attachment) }

  // MARK: Days and population

  func addDays() { add(AsOfDays.table(of: processor, named: daysName)) }

  private func addPopulation() throws(RenderError) {
    let asOf = SelectColumn(.column(helper.asOf, of: populationSource), as: helper.asOf)
    var columns = [asOf]
    if usesOpening {
      columns.append(
        SelectColumn(.column(helper.seasonOpening, of: populationSource), as: helper.seasonOpening))
    }
    switch processor.population {
    case .rows(let rows):
      guard let day = rows.day else {
        throw RenderError(.brokenPlan, "the population's rows have no day", in: rows.alias)
      }
      try addRows(rows, days: .slab)
      columns[0] = SelectColumn(.column(AsOfDays.Name.asOf, of: daysName), as: helper.asOf)
      if usesOpening {
        columns[1] = SelectColumn(
          .column(AsOfDays.Name.seasonOpening, of: daysName), as: helper.seasonOpening)
      }
      columns += needs.columns(of: rows.alias).map { .column($0, of: rows.alias) }
      let isThatDay = SQLExpression.equal(
        .column(day, of: rows.alias), .column(AsOfDays.Name.asOf, of: daysName))
      add(
        CommonTable(
          populationName, note: "One row for each row of the result.",
          Select(
            columns, from: .common(daysName),
            joins: [Join(.inner, .common(rows.alias), on: isThatDay)])))
      knowPopulation(rows.alias, needs.columns(of: rows.alias))
    case .entities(let alias, let by, let window):
      guard let history = processor.histories.first(where: { $0.rows.alias == alias }) else {
        throw RenderError(.brokenPlan, "the population has no history '\(alias)'")
      }
      let seen = try addSeen(history)
      columns = columns.map { .column($0.name ?? "") }
      columns += by.map { .column($0) }
      let inside = seen.isInside(window)
      add(
        CommonTable(
          populationName, note: "One row for each row of the result.",
          Select(distinct: true, columns, from: .common(seen.name), where: inside)))
      knowPopulation(alias, by)
    }
  }

  /// The failed entities of a stage, each once a day.
  private func addFailed(_ landing: Landing) {
    let day = SQLExpression.column(landing.day, of: "staged")
    var columns = [SelectColumn(day, as: helper.asOf)]
    if usesOpening {
      columns.append(
        SelectColumn(
          .column(AsOfDays.Name.seasonOpening, of: daysName), as: helper.seasonOpening))
    }
    columns += stagedColumns.map { SelectColumn(.column($0.staged, of: "staged"), as: $0.name) }
    let isThatDay = SQLExpression.equal(day, .column(AsOfDays.Name.asOf, of: daysName))
    add(
      CommonTable(
        populationName, note: "The entities without a row.",
        Select(
          distinct: true, columns, from: .common(landing.stagedName, alias: "staged"),
          joins: [Join(.inner, .common(daysName), on: isThatDay)], where: Landing.isFailure)))
    knowPopulation(landing.populationAlias, stagedColumns.map(\.name))
  }

  private var populationSource: String? {
    if case .rows = processor.population { daysName } else { nil }
  }

  private func knowPopulation(_ alias: String, _ columns: [String]) {
    populationLeaves[.asOfDay] = .column(helper.asOf, of: populationName)
    if usesOpening {
      populationLeaves[.seasonOpening] = .column(helper.seasonOpening, of: populationName)
    }
    for column in columns {
      populationLeaves[.column(ColumnReference(rows: alias, name: column))] = .column(
        column, of: populationName)
    }
  }

  /// Whether an entity-level expression always has a value: a key of the population has.
  func isKnown(_ entity: Expression) -> Bool {
    guard case .column(let alias, let name) = entity else { return entity.isNeverNull }
    switch processor.population {
    case .rows(let rows): return rows.alias == alias && rows.key.contains(name)
    case .entities(let rows, let by, _): return rows == alias && by.contains(name)
    }
  }

  // MARK: Rows

  /// The rows under their alias with every column the statement uses, once.
  func addRows(_ rows: RowsPlan, days: DayRange) throws(RenderError) {
    guard readRows.insert(rows.alias).inserted else { return }
    let shape = RowsShape(
      rows: rows, types: types, columns: needs.columns(of: rows.alias), days: days)
    add(try shape.tables(named: rows.alias, names: &names))
  }

  /// `(SELECT MIN("season_opening") FROM "days")`
  var firstOpening: SQLExpression {
    .subquery(
      Query(
        Select(
          [SelectColumn(.smallest(of: .column(AsOfDays.Name.seasonOpening)))],
          from: .common(daysName))))
  }

  /// The days of a history's rows that any window of the slab can look at.
  func days(of history: HistoryPlan) -> DayRange {
    let alias = history.rows.alias
    var windows = needs.windows(over: alias)
    if needs.hasCoverage, let completeness = processor.completeness, completeness.actual == alias {
      windows += completeness.windows.map(\.window)
      if failed != nil { windows.append(Diagnosis.window) }
    }
    let reach = needs.hasPrevious(in: alias) ? .everything : Reach(of: windows)
    return .before(reach, firstOpening: firstOpening)
  }

  // MARK: Histories

  func seenTable(of alias: String) -> HistoryTable? { seenTables[alias] }

  func remember(_ table: HistoryTable, for alias: String) { seenTables[alias] = table }

  /// The column of an aggregate or league average.
  func slotName(_ content: SlotPlan.Content) -> String {
    if let name = slotNames[content] { return name }
    let name =
      switch content {
      case .aggregation(let aggregation):
        extraSlots.take("\(aggregation.rows)_\(aggregation.function.word)")
      case .league(let league): extraSlots.take("\(league.rows)_league")
      }
    slotNames[content] = name
    return name
  }
}

extension ProcessorPlan {
  /// What rows are found by: the entity's side of every match, and the conditions of lookups.
  fileprivate var entitySides: [Expression] {
    let matches =
      lookups.flatMap(\.match) + summaries.flatMap(\.match) + histories.flatMap(\.match)
      + (completeness.map { $0.match + $0.excusedMatch } ?? [])
    return matches.map(\.entity) + lookups.compactMap(\.condition)
  }
}
