import FeatureAlgebra
import FeatureSpec

extension Rule {
  /// Nobody is left out because the key is NULL: an entity is made by columns that always have a value,
  /// or its rows without one are taken out, or failed, in so many words.
  ///
  /// Columns that are `.required` keep NULL out where a table is loaded or stored, with a count.
  static let keys = Rule.ofEachProcessor { processor in
    processor.populations.prefix(1).flatMap { population -> [Finding] in
      switch population.value.declaration {
      case .entities(let rows, let keys, _):
        return keys.filter { rows.column($0) != nil && rows.mayBeMissing($0) }.map { key in
          Finding(
            .missingKey,
            "entities are made by '\(key)' of '\(rows.alias)', which may be NULL: such rows are nobody's",
            at: population.place,
            help: "mark the column .required, or take the rows out: .where { $0.….isPresent }")
        }
      case .rows(let rows):
        return keyFeatures(processor).filter { processor.mayBeMissing($0.value, among: rows) }.map {
          Finding(
            .missingKey, "\($0.value.subject) is part of the key, but may be NULL", at: $0.place,
            help:
              "read a column that is .required, take such rows out by .where, or let them fail: "
              + "Fails(.missingKey, when: ….isMissing, …)")
        }
      }
    }
  }

  private static func keyFeatures(_ processor: ProcessorOutline) -> [Placed<FeatureDeclaration>] {
    processor.table.shape.identity.key.compactMap { processor.feature($0.name) }
  }
}

extension ProcessorOutline {
  /// Whether a feature is a column as it was read, which can be NULL in an entity that does not fail.
  fileprivate func mayBeMissing(
    _ feature: FeatureDeclaration, among rows: RowsDeclaration
  ) -> Bool {
    guard case .column(let alias, let name) = feature.expression else { return false }
    let isAsked = failures.contains { failure in
      failure.value.when.contains { node in
        guard case .isNull(let value) = node else { return false }
        if value == feature.expression || value == .feature(feature.name) { return true }
        guard case .column(alias, _) = value else { return false }
        return isRequired(alias, name)
      }
    }
    if isAsked { return false }
    return alias != rows.alias || rows.mayBeMissing(name)
  }

  /// Whether a lookup's column has a value wherever a row is found.
  private func isRequired(_ alias: String, _ name: String) -> Bool {
    lookups.contains { $0.value.rows.alias == alias && !$0.value.rows.mayBeMissing(name) }
  }
}

extension RowsDeclaration {
  /// Whether a column of the rows can be NULL, with their conditions and the parts of a stack.
  func mayBeMissing(_ column: String) -> Bool {
    if let filter, filter.asksFor(reference(column)) { return false }
    switch source {
    case .table:
      return self.column(column)?.isNullable ?? true
    case .stack(let parts, _):
      return parts.contains { part in
        switch part.mapping[column] ?? part.rows.reference(column) {
        case .column(let alias, let name) where alias == part.rows.alias:
          part.rows.mayBeMissing(name)
        case .literal(.null): true
        case .literal: false
        default: self.column(column)?.isNullable ?? true
        }
      }
    }
  }
}

extension Expression {
  /// Whether this condition can only be true where the value is present.
  fileprivate func asksFor(_ value: Expression) -> Bool {
    switch self {
    case .not(.isNull(value)): true
    case .all(let parts): parts.contains { $0.asksFor(value) }
    case .comparison(_, let a, let b): a == value || b == value
    case .isIn(value, _): true
    default: false
    }
  }
}
