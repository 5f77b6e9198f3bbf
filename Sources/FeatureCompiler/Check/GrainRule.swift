import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Two rows of the population would share an output row, or one could change its key.
  public static let keyNotInIdentity = Finding.Code("key-not-in-identity")
}

extension Rule {
  /// The table's key and the population have one grain: whatever tells two of its rows apart stands in the
  /// key, and the key has nothing that may come out otherwise tomorrow.
  static let grain = Rule.ofEachProcessor { processor in
    guard let population = processor.populations.first else { return [] }
    let identity = processor.table.shape.identity
    let features = identity.key.compactMap { processor.feature($0.name) }
    // A key that is not computed, or not there, is another finding.
    guard !features.isEmpty, features.count == identity.key.count else { return [] }
    // A day that is not D, and a key that is not exact, are other findings.
    let exact = features.filter { $0.value.name != identity.day?.name && $0.value.type != .double }
    return unfixed(exact)
      + missing(population.value.declaration, at: population.place, features, processor)
  }

  private static func unfixed(_ features: [Placed<FeatureDeclaration>]) -> [Finding] {
    features.filter { $0.value.expression.contains(\.isOverHistory) }.map {
      Finding(
        .keyNotInIdentity,
        "\($0.value.subject) is part of the key, but is computed over rows: other rows, another key",
        at: $0.place,
        help: "take the key from the population or a lookup, and this column out of it")
    }
  }

  private static func missing(
    _ population: PopulationDeclaration, at place: Place, _ features: [Placed<FeatureDeclaration>],
    _ processor: ProcessorOutline
  ) -> [Finding] {
    let parts: [Expression]
    let subject: (String) -> String
    let help: String
    switch population {
    case .entities(let rows, let keys, _):
      if keys.isEmpty {
        return [
          Finding(
            .keyNotInIdentity, "the population does not say what makes an entity", at: place,
            help: "name it: Population(entitiesOf: \(rows.alias), by: \\.…)")
        ]
      }
      parts = keys.map { rows.reference($0) }
      subject = { "entities are made by \($0)" }
      help = "fill a column of the table's key with it, or two entities share a row"
    case .rows(let rows):
      // The author says what becomes of rows with one key.
      if processor.writes.contains(where: { $0.value.duplicateTolerance > 0 }) { return [] }
      parts = rows.grain
      subject = { "rows of '\(rows.alias)' are told apart by \($0)" }
      help =
        "fill a column of the table's key with it, or read one row for each key: "
        + ".keepingFirst(per:by:)"
    }
    return parts.filter { part in
      !features.contains { processor.keeps($0.value.expression, part) }
    }.map { part in
      Finding(
        .keyNotInIdentity,
        subject(part.quoted) + ", which no key column of '\(processor.table.name)' holds",
        at: place, help: help)
    }
  }
}

extension RowsDeclaration {
  /// What tells two rows of one day apart: the key, or what one row is kept for, less what their condition
  /// holds at one value.
  fileprivate var grain: [Expression] {
    let day = shape.identity.day.map { reference($0.name) }
    let parts = keep?.per ?? shape.identity.key.map { reference($0.name) }
    return parts.filter { $0 != day && filter?.holds($0) != true }
  }
}

extension ProcessorOutline {
  /// Whether a value of the key tells apart what the part tells apart.
  fileprivate func keeps(_ value: Expression, _ part: Expression) -> Bool {
    if value == part { return true }
    switch value {
    case .cast(let inner, _): return keeps(inner, part)
    case .concatenated(let values): return values.contains { keeps($0, part) }
    case .column(let alias, _):
      // A row is found by the part: its column says the same.
      return lookups.contains { lookup in
        lookup.value.rows.alias == alias
          && lookup.value.matches.contains { $0.row == value && keeps($0.entity, part) }
      }
    case .feature(let name):
      guard let expression = feature(name)?.value.expression else { return false }
      return expression != value && keeps(expression, part)
    default: return false
    }
  }
}

extension Expression {
  fileprivate var isOverHistory: Bool {
    switch self {
    case .aggregate, .league, .kernel, .prediction, .coverage: true
    default: false
    }
  }

  /// Whether this condition is true for one value only.
  fileprivate func holds(_ value: Expression) -> Bool {
    switch self {
    case .all(let parts): parts.contains { $0.holds(value) }
    case .comparison(.equal, value, .literal), .comparison(.equal, .literal, value): true
    case .isIn(value, let words): words.count == 1
    default: false
    }
  }

  /// `'team'` for a column, the formula for anything else.
  fileprivate var quoted: String {
    if case .column(_, let name) = self { "'\(name)'" } else { "'\(meaning)'" }
  }
}
