import FeatureAlgebra

package func words(_ source: RowsSource) -> String {
  switch source {
  case .table(let name): "\(name)"
  case .stack(let parts, let rule):
    "\(words(rule)) of \(parts.map { "\($0.table)" }.joined(separator: ", "))"
  }
}

package func words(_ rule: StackRule) -> String {
  switch rule {
  case .everyRow: "every row"
  case .firstPart(let key): "the first part with rows by \(key.joined(separator: ", "))"
  }
}

package func words(_ pair: PairPlan?) -> String {
  guard let pair else { return "itself" }
  let days =
    switch pair.timing {
    case .sameDay: "of its day"
    case .newestDay(let age): "of the newest day before it, at most \(age) days old"
    case .before(let age): "before it, at most \(age) days old"
    case .after(let days): "after it, at most \(days) days later"
    }
  return "each row of \(pair.asking.alias), \(days), where \(words(pair.match))"
}

package func words(_ keep: Keep?) -> String {
  guard let keep else { return "every row" }
  let key = keep.per.map(\.meaning).joined(separator: ", ")
  return "one per (\(key)), first by \(words(keep.order))"
}

package func words(_ order: [Order]) -> String {
  order.isEmpty
    ? "none"
    : order.map { $0.value.meaning + ($0.descending ? " descending" : "") }.joined(separator: ", ")
}

package func words(_ match: [Match]) -> String {
  match.isEmpty
    ? "none"
    : match.map { "\($0.row.meaning) = \($0.entity.meaning)" }.joined(separator: " and ")
}

package func words(_ population: PopulationPlan) -> String {
  switch population {
  case .rows(let rows): "each row of \(rows.alias) on D"
  case .entities(let alias, let by, let window):
    "each \(by.joined(separator: ", ")) of \(alias), \(window)"
  }
}

package func words(_ timing: LookupPlan.Timing) -> String {
  switch timing {
  case .sameDay: "D"
  case .before(let days): "before D, at most \(days) days"
  case .timeless: "any"
  }
}

package func words(_ cardinality: LookupPlan.Cardinality) -> String {
  switch cardinality {
  case .one: "exactly one"
  case .atMostOne: "one or none"
  case .first(let order): "the first by \(words(order))"
  }
}

package func words(_ scope: InputScope.Scope) -> String {
  switch scope {
  case .sameDay: "of D"
  case .before(let days, let withinSeason):
    "before D" + (withinSeason ? ", this season" : "") + (days.map { ", at most \($0) days" } ?? "")
  case .beforeInSeason(let days): "before D, this season or at most \(days) days"
  case .after(let days, let columns):
    "\(columns.joined(separator: ", ")) after D, at most \(days) days later"
  case .matching(let values):
    values.map { "\($0.column) = \($0.value.meaning)" }.joined(separator: " and ")
  case .everything: "all"
  }
}

package func words(_ column: ColumnPlan) -> String {
  var text = "\(column.type)"
  if let unit = column.unit { text += " \(unit)" }
  if !column.isNullable { text += ", required" }
  if column.range != nil { text += ", \(words(column.range))" }
  if column.vocabulary != nil { text += ", one of \(words(column.vocabulary))" }
  if column.role == .metadata { text += ", metadata" }
  return text
}

package func words(_ range: ValueRange?) -> String {
  range.map { "\($0.lowest) to \($0.highest)" } ?? "any"
}

package func words(_ vocabulary: [String]?) -> String {
  vocabulary?.joined(separator: ", ") ?? "any"
}

package func words(_ origin: OutputColumn.Origin) -> String {
  switch origin {
  case .feature: "a feature"
  case .source(let input, .lastUpdated): "when \(input) was last updated"
  case .source(let input, .rowsFound): "rows of \(input)"
  case .source(let input, .completenessPercent(let expected)):
    "percent of \(expected) rows of \(input)"
  case .source(let input, .digest): "digest of \(input)"
  case .rowHash: "the row's hash"
  case .createdAt: "when the row was made"
  case .writtenAt: "when the row was written"
  }
}

/// The names of a vector's elements in their order; nil for any other column.
func words(elementsOf column: ColumnPlan) -> String? {
  column.elements.map { $0.map(\.name).joined(separator: ", ") }
}
