import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension RowsPlan {
  init(_ rows: RowsDeclaration) {
    let identity = rows.shape.identity
    self.init(
      alias: rows.alias, source: RowsSource(rows), filter: rows.filter,
      keep: rows.keep.map { Keep($0, of: rows) }, key: identity.key.map(\.name),
      day: identity.day?.name, freshness: identity.freshness?.name,
      columns: rows.shape.readable.map { ColumnPlan($0) })
  }
}

extension RowsSource {
  fileprivate init(_ rows: RowsDeclaration) {
    switch rows.source {
    case .table(let table):
      self = .table(table.name)
    case .stack(let parts, let rule):
      self = .stack(
        parts.compactMap { StackPart($0, of: rows.shape) }, StackRule(rule, of: rows.shape))
    }
  }
}

extension StackRule {
  fileprivate init(_ rule: StackDeclaration, of shape: ShapeDeclaration) {
    switch rule {
    case .everyRow:
      self = .everyRow
    case .firstPart(let grain):
      let day = shape.identity.day.map { [$0.name] } ?? []
      self = .firstPart(by: day + grain.filter { !day.contains($0) })
    }
  }
}

extension StackPart {
  /// Nil for a stack inside a stack, which a rule refuses.
  fileprivate init?(_ part: PartDeclaration, of shape: ShapeDeclaration) {
    guard case .table(let table) = part.rows.source else { return nil }
    self.init(
      alias: part.rows.alias, table: table.name,
      pair: part.pair.flatMap { PairPlan($0, day: table.shape.identity.day?.name) },
      filter: part.rows.filter,
      keep: part.rows.keep.map { Keep($0, of: part.rows) },
      mapping: shape.readable.map { MappedColumn(name: $0.name, value: part.value(of: $0)) })
  }
}

extension PairPlan {
  /// Nil for rows without a day, which a rule refuses.
  fileprivate init?(_ pair: PairDeclaration, day: String?) {
    guard let day else { return nil }
    let timing: Timing =
      switch pair.timing {
      case .on: .sameDay
      case .newestDay(let age): .newestDay(maximumAge: age)
      case .before(let age): .before(maximumAge: age)
      case .after(let days): .after(within: days)
      }
    self.init(
      asking: RowsPlan(pair.asking), timing: timing, day: day,
      match: pair.matches.map { Match($0) })
  }
}

extension Keep {
  fileprivate init(_ keep: KeepDeclaration, of rows: RowsDeclaration) {
    self.init(per: keep.per, order: Order.total(keep.order, of: rows))
  }
}

extension Order {
  init(_ term: SortTerm) { self.init(term.expression, descending: term.descending) }

  /// The terms, then every key column that is not among them: no tie is left open.
  static func total(_ terms: [SortTerm], of rows: RowsDeclaration) -> [Order] {
    let said = terms.map { Order($0) }
    let keys = rows.shape.identity.key.map { Expression.column(rows: rows.alias, name: $0.name) }
    return said + keys.filter { key in !said.contains { $0.value == key } }.map { Order($0) }
  }
}

extension Match {
  init(_ match: MatchDeclaration) { self.init(row: match.row, entity: match.entity) }
}
