import FeatureAlgebra
import FeaturePlan

/// The text of what rows are, whatever they are called: source, filter, keep, key and day.
struct RowsMeaning {
  private let rows: RowsPlan

  init(_ rows: RowsPlan) { self.rows = rows }

  /// All but the columns: reading one more column changes no other.
  var text: String {
    Fingerprint.of(
      [
        source, text(rows.filter, rows.alias), text(rows.keep, rows.alias),
        "key \(rows.key)", "day \(rows.day ?? "")",
      ])
  }

  /// What each part of a stack puts into a column; empty for a table.
  func mapping(of column: String) -> String {
    guard case .stack(let parts, _) = rows.source else { return "" }
    return Fingerprint.of(
      parts.map { part in
        text(
          part.mapping.first { $0.name == column }?.value, part.alias,
          asking: part.pair?.asking.alias)
      })
  }

  private var source: String {
    switch rows.source {
    case .table(let name):
      return name.description
    case .stack(let parts, let rule):
      let identity = rows.key + [rows.day].compactMap { $0 }
      return Fingerprint.of(
        ["\(rule)"] + identity.map(mapping)
          + parts.map { part in
            Fingerprint.of([
              part.table.description, text(part.filter, part.alias), text(part.keep, part.alias),
              text(part.pair, part.alias),
            ])
          })
    }
  }

  private func text(_ keep: Keep?, _ alias: String) -> String {
    guard let keep else { return "" }
    return Fingerprint.of(
      keep.per.map { text($0, alias) } + ["by"]
        + keep.order.map { "\(text($0.value, alias)) \($0.descending)" })
  }

  private func text(_ pair: PairPlan?, _ alias: String) -> String {
    guard let pair else { return "" }
    let asking = pair.asking.alias
    return Fingerprint.of(
      [RowsMeaning(pair.asking).text, "\(pair.timing)", pair.day]
        + pair.match.map { "\(text($0.row, alias)) = \(text($0.entity, asking))" })
  }

  /// The expression's meaning with the rows' own alias replaced, and that of rows that ask for them.
  private func text(
    _ expression: Expression?, _ alias: String, asking: String? = nil
  ) -> String {
    guard let expression else { return "" }
    return expression.mapped { node in
      switch node {
      case .column(alias, let name): .column(rows: "row", name: name)
      case .column(let rows, let name) where rows == asking: .column(rows: "asking", name: name)
      default: node
      }
    }.meaning
  }
}
