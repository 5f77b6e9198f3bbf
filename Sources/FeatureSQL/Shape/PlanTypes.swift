import FeatureAlgebra
import FeaturePlan

/// The type of everything that the expressions of one processor, or of the calendar, can read.
struct PlanTypes {
  private(set) var columns: [ColumnReference: ColumnPlan] = [:]
  private var features: [String: ColumnType] = [:]

  init(of calendar: CalendarPlan, in plan: Plan) { add(calendar.rows, in: plan) }

  init(of processor: ProcessorPlan, in plan: Plan) {
    for rows in processor.everyRows { add(rows, in: plan) }
    for feature in processor.features { features[feature.name] = feature.type }
  }

  /// Stored features alone.
  init(features: [FeaturePlan]) {
    for feature in features { self.features[feature.name] = feature.type }
  }

  private mutating func add(_ rows: RowsPlan, in plan: Plan) {
    for column in rows.columns {
      columns[ColumnReference(rows: rows.alias, name: column.name)] = column
    }
    guard case .stack(let parts, _) = rows.source else { return }
    for part in parts {
      for column in (plan[table: part.table]?.columns ?? []).flatMap(\.readable) {
        columns[ColumnReference(rows: part.alias, name: column.name)] = column
      }
      if let pair = part.pair { add(pair.asking, in: plan) }
    }
  }

  /// As declared: `INTEGER` stays narrow.
  func type(of column: ColumnReference) -> ColumnType? { columns[column]?.type }

  /// A column as its table has it: an element of a vector is taken out of the list.
  func stored(_ column: ColumnReference, of table: String? = nil) -> SQLExpression {
    columns[column]?.stored(of: table) ?? .column(column.name, of: table)
  }

  func type(ofFeature name: String) -> ColumnType? { features[name] }

  var rules: TypeRules { TypeRules(column: { columns[$0]?.type }, feature: { features[$0] }) }
}

extension ProcessorPlan {
  /// Every set of rows that the processor reads, each once.
  var everyRows: [RowsPlan] {
    var all: [RowsPlan] = []
    if case .rows(let rows) = population { all.append(rows) }
    all += lookups.map(\.rows) + summaries.map(\.rows) + histories.map(\.rows)
    if let completeness {
      all.append(completeness.expected)
      if let excused = completeness.excused { all.append(excused) }
    }
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension ColumnPlan {
  /// The column as its table has it: an element of a vector is taken out of the list.
  func stored(of table: String? = nil) -> SQLExpression {
    guard let element else { return .column(name, of: table) }
    return .call(.element, [.column(element.vector, of: table), .integer(element.position)])
  }
}
