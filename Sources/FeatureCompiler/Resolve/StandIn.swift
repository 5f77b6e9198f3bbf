import FeatureAlgebra

/// A constant that stands for a missing value somewhere in an expression.
struct StandIn: Hashable, Sendable {
  enum Gap: Hashable, Sendable {
    /// The value that is missing.
    case value(Expression)
    /// Too few entities of the rows qualify for a league mean.
    case league(rows: String, atLeast: Int)
  }
  let gap: Gap
  let constant: Literal
}

extension Expression {
  /// The constants that stand for missing values, outermost first.
  ///
  /// | Written | Stands for |
  /// |---|---|
  /// | `a.orElse(0)`, `firstPresent(a, b, 0)` | all before it |
  /// | `when(a.isMissing, 0, otherwise: f(a))`, whichever way round | `a`, and what is found with it |
  /// | `leagueMean(…, otherwise: 100)` | the mean of too few |
  ///
  /// Not among them: `orElse(false)` in a condition, which is what a condition makes of NULL by itself, and
  /// a text that is put in place of a missing one inside a longer text, where the reader sees it.
  var standIns: [StandIn] {
    var found: [StandIn] = []
    collect(.value, &found)
    return found
  }

  private enum Use { case value, condition, text }

  private func collect(_ use: Use, _ found: inout [StandIn]) {
    switch self {
    case .firstPresent(let values):
      addLast(of: values, use, &found)
      for value in values { value.collect(use, &found) }
    case .choice(let branches, let otherwise):
      for gap in gaps { found.append(gap) }
      for branch in branches {
        branch.condition.collect(.condition, &found)
        branch.value.collect(use, &found)
      }
      otherwise.collect(use, &found)
    case .all, .any, .not:
      for operand in operands { operand.collect(.condition, &found) }
    case .concatenated, .joined:
      for operand in operands { operand.collect(.text, &found) }
    case .aggregate(let aggregation):
      aggregation.argument?.collect(.value, &found)
      aggregation.filter?.collect(.condition, &found)
    case .league(let league):
      found.append(
        StandIn(
          gap: .league(rows: league.rows, atLeast: league.atLeast),
          constant: .double(league.fallback)))
      league.value.collect(.value, &found)
    case .isNull:
      // Whoever asks whether a value is missing stores no value.
      break
    default:
      for operand in operands { operand.collect(.value, &found) }
    }
  }

  private func addLast(of values: [Expression], _ use: Use, _ found: inout [StandIn]) {
    guard let index = values.indices.dropFirst().first(where: { values[$0].constant != nil }),
      let constant = values[index].constant
    else { return }
    if use == .condition, constant == .boolean(false) { return }
    if use == .text, case .text = constant { return }
    let missing = index == 1 ? values[0] : .firstPresent(Array(values[..<index]))
    found.append(StandIn(gap: .value(missing), constant: constant))
  }

  /// What this choice asks for, where it has a constant for one case and something found with it for
  /// another.
  var gaps: [StandIn] {
    guard case .choice(let branches, let otherwise) = self else { return [] }
    let values = branches.map(\.value) + [otherwise]
    let constants = values.compactMap(\.constant).filter {
      if case .text = $0 { false } else { true }
    }
    guard let constant = constants.first else { return [] }
    let computed = values.filter { $0.constant == nil }
    var asked: [Expression] = []
    for branch in branches {
      branch.condition.walk { node in
        if case .isNull(let value) = node, !asked.contains(value) { asked.append(value) }
      }
    }
    return asked.filter { value in computed.contains { $0.isFound(with: value) } }.map {
      StandIn(gap: .value($0), constant: constant)
    }
  }

  /// The literal that this is; nil for NULL and for what is computed.
  var constant: Literal? {
    switch self {
    case .literal(.null): nil
    case .literal(let literal): literal
    case .cast(let value, _), .rounded(let value, _): value.constant
    default: nil
    }
  }

  /// Whether this rests on a value, or on the row that it is a column of.
  private func isFound(with value: Expression) -> Bool {
    contains { node in
      if node == value { return true }
      guard case .column(let alias, _) = value, case .column(alias, _) = node else { return false }
      return true
    }
  }
}
