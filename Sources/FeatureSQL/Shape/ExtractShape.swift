import FeatureAlgebra
import FeaturePlan

/// `Extract` of a processor: what the kernels need and nothing else.
struct ExtractShape {
  let processor: ProcessorPlan
  let plan: Plan
  let dialect: Dialect

  func extract() throws(RenderError) -> Extract {
    var histories: [HistoryExtract] = []
    let needs = Needs(of: processor.entityExpressions, in: processor)
    for history in processor.histories where needs.aliases.contains(history.rows.alias) {
      histories.append(
        HistoryExtract(alias: history.rows.alias, extract: try self.history(history, needs)))
    }
    let completeness = needs.hasCoverage ? processor.completeness : nil
    let reach = Reach(of: completeness?.windows.map(\.window) ?? [])
    return Extract(
      population: try population(needs), histories: histories,
      expected: try completeness.map { (plan) throws(RenderError) -> ExtractStatement in
        try days(of: plan.expected, plan.match, reach, "expected")
      },
      excused: try completeness.flatMap { (plan) throws(RenderError) -> ExtractStatement? in
        try plan.excused.map { (rows) throws(RenderError) -> ExtractStatement in
          try days(of: rows, plan.excusedMatch, reach, "excused")
        }
      })
  }

  // MARK: Population

  private func population(_ needs: Needs) throws(RenderError) -> ExtractStatement? {
    let lookups = processor.lookups.filter { needs.aliases.contains($0.rows.alias) }
    let summaries = processor.summaries.filter { needs.aliases.contains($0.rows.alias) }
    if case .entities = processor.population, lookups.isEmpty, summaries.isEmpty { return nil }
    let leaves = populationLeaves(
      needs, lookups: lookups.map(\.rows.alias), summaries: summaries.map(\.rows.alias))
    let shape = ProcessorShape(
      processor, in: plan, roots: [.asOfDay, .seasonOpening] + leaves.map(\.expression))
    try shape.build()
    let scope = EntityScope(shape)
    var list = ColumnList()
    list.add(try scope.expressions.shape(.asOfDay), shape.helper.asOf, .asOf)
    list.add(
      try scope.expressions.shape(.seasonOpening), shape.helper.seasonOpening, .seasonOpening)
    for leaf in leaves {
      let value = try scope.expressions.shape(leaf.expression)
      switch leaf {
      case .column(let column):
        list.add(value, "\(column.rows).\(column.name)", .column(column))
      case .aggregate(let aggregation):
        let slot = shape.slotName(.aggregation(aggregation))
        list.add(value, slot, .slot(slot))
      case .feature, .measured, .league, .coverage, .previous, .asOfDay, .seasonOpening: break
      }
    }
    for attachment in shape.attachments {
      guard let matches = attachment.matches else { continue }
      scope.require(attachment.table)
      let count = SQLExpression.column(matches.column, of: attachment.table)
      list.add(
        Shaped(count, .integer), "\(matches.alias).matches", .lookupMatches(matches.alias))
    }
    var order = [OrderTerm(try scope.expressions.shape(.asOfDay).sql)]
    for (reference, _) in processor.identity {
      let value = try scope.expressions.shape(
        .column(rows: reference.rows, name: reference.name))
      order.append(OrderTerm(value.sql))
    }
    let query = Query(
      with: shape.tables,
      Select(list.columns, from: scope.population, joins: try scope.joins()), orderBy: order)
    return try statement("population", query, list)
  }

  /// What kernels read of a population row: its columns, its lookups' and its summaries'; also where
  /// histories and completeness are matched by them.
  private func populationLeaves(
    _ needs: Needs, lookups: [String], summaries: [String]
  ) -> [Leaf] {
    var expressions = processor.entityExpressions
    expressions += processor.histories.filter { needs.aliases.contains($0.rows.alias) }
      .flatMap { $0.match.map(\.entity) }
    if needs.hasCoverage, let completeness = processor.completeness {
      expressions += (completeness.match + completeness.excusedMatch).map(\.entity)
    }
    expressions += processor.identity.map { .column(rows: $0.0.rows, name: $0.0.name) }
    var population: Set<ColumnReference> = []
    switch processor.population {
    case .rows(let rows):
      population = Set(
        rows.columns.map { ColumnReference(rows: rows.alias, name: $0.name) })
    case .entities(let alias, let by, _):
      population = Set(by.map { ColumnReference(rows: alias, name: $0) })
    }
    var found: [Leaf] = []
    for leaf in expressions.flatMap(\.leaves) where !found.contains(leaf) {
      switch leaf {
      case .column(let column) where population.contains(column) || lookups.contains(column.rows):
        found.append(leaf)
      case .aggregate(let aggregation) where summaries.contains(aggregation.rows):
        found.append(leaf)
      default: break
      }
    }
    return found
  }

  // MARK: Histories

  private func history(_ history: HistoryPlan, _ needs: Needs) throws(RenderError)
    -> ExtractStatement
  {
    let alias = history.rows.alias
    guard let day = history.rows.day else {
      throw RenderError(.brokenPlan, "the history's rows have no day", in: alias)
    }
    let shape = ProcessorShape(processor, in: plan, roots: processor.entityExpressions)
    let range = shape.days(of: history)
    if range.asksOpening { shape.addDays() }
    try shape.addRows(history.rows, days: range)
    let rows = ExpressionShape(types: shape.types, leaves: .row(of: alias))
    var list = ColumnList()
    var keys: [SQLExpression] = []
    var known: [SQLExpression] = []
    for (index, match) in history.match.enumerated() {
      let row = try rows.shape(match.row)
      list.add(row, match.row.shortName, [.matchKey(index)] + reference(match.row))
      keys.append(row.sql)
      if shape.types.isNullable(match.row) { known.append(.isNotNull(row.sql)) }
    }
    let dayColumn = Expression.column(rows: alias, name: day)
    list.add(try rows.shape(dayColumn), day, [.day] + reference(dayColumn))
    for aggregation in needs.aggregations[alias] ?? [] {
      for expression in [aggregation.argument, aggregation.filter].compactMap({ $0 }) {
        for column in expression.columnReferences where !list.serves(.column(column)) {
          let value = try rows.shape(.column(rows: column.rows, name: column.name))
          list.add(value, column.name, [.column(column)])
        }
      }
    }
    var order = keys.map { OrderTerm($0) }
    for (term, plan) in zip(try rows.terms(history.order), history.order) {
      let isNullable = plan.value != dayColumn && shape.types.isNullable(plan.value)
      if keys.contains(term.value) { continue }
      order.append(
        isNullable ? term.reversed : OrderTerm(term.value, descending: !term.descending))
    }
    let query = Query(
      with: shape.tables,
      Select(
        list.columns, from: .common(alias), where: known.isEmpty ? nil : .every(known)),
      orderBy: order)
    return try statement("history_\(alias)", query, list)
  }

  private func reference(_ expression: Expression) -> [ExtractColumn.Reference] {
    guard case .column(let rows, let name) = expression else { return [] }
    return [.column(ColumnReference(rows: rows, name: name))]
  }

  // MARK: Completeness

  /// `SELECT DISTINCT "team", "game_date" … ORDER BY "team", "game_date"`
  private func days(
    of rowsPlan: RowsPlan, _ matches: [Match], _ reach: Reach, _ name: String
  ) throws(RenderError) -> ExtractStatement {
    guard let day = rowsPlan.day else {
      throw RenderError(.brokenPlan, "rows of completeness have no day", in: rowsPlan.alias)
    }
    let shape = ProcessorShape(processor, in: plan, roots: processor.entityExpressions)
    let range = DayRange.before(reach, firstOpening: shape.firstOpening)
    if range.asksOpening { shape.addDays() }
    try shape.addRows(rowsPlan, days: range)
    let rows = ExpressionShape(types: shape.types, leaves: .row(of: rowsPlan.alias))
    var list = ColumnList()
    var known: [SQLExpression] = []
    for (index, match) in matches.enumerated() {
      let row = try rows.shape(match.row)
      list.add(row, match.row.shortName, [.matchKey(index)])
      if shape.types.isNullable(match.row) { known.append(.isNotNull(row.sql)) }
    }
    list.add(try rows.shape(.column(rows: rowsPlan.alias, name: day)), day, [.day])
    let query = Query(
      with: shape.tables,
      Select(
        distinct: true, list.columns, from: .common(rowsPlan.alias),
        where: known.isEmpty ? nil : .every(known)),
      orderBy: list.columns.map { OrderTerm($0.name.map { .column($0) } ?? $0.value) })
    return try statement(name, query, list)
  }

  private func statement(
    _ name: String, _ query: Query, _ list: ColumnList
  ) throws(RenderError) -> ExtractStatement {
    let result = zip(list.columns, list.described).map {
      ResultColumn($0.name ?? "", $1.type)
    }
    return ExtractStatement(
      statement: try Statement(
        .extract, name, query, returns: result, in: dialect),
      columns: list.described)
  }
}

/// The select list of an extract with what each column is for.
private struct ColumnList {
  private(set) var columns: [SelectColumn] = []
  private(set) var described: [ExtractColumn] = []
  private var names = Names()

  mutating func add(_ value: Shaped, _ name: String, _ references: [ExtractColumn.Reference]) {
    let isNarrow = value.kind.isInteger && value.kind != .integer
    let sql = isNarrow ? .cast(value.sql, .integer) : value.sql
    columns.append(SelectColumn(sql, as: names.take(name)))
    described.append(ExtractColumn(references, value.kind.type))
  }

  mutating func add(_ value: Shaped, _ name: String, _ reference: ExtractColumn.Reference) {
    add(value, name, [reference])
  }

  func serves(_ reference: ExtractColumn.Reference) -> Bool {
    described.contains { $0.references.contains(reference) }
  }
}

extension Shaped.Kind {
  /// The column type of a result of this kind; narrow integers are widened.
  var type: ColumnType {
    switch self {
    case .integer, .narrow: .integer
    case .decimal(let precision, let scale): .decimal(precision: precision, scale: scale)
    case .double: .double
    case .other(let type): type
    }
  }
}
