import FeatureAlgebra

/// Tree models as `CASE`: see `docs/semantics.md`.
extension ExpressionShape {
  /// `CAST(0.5e0 AS REAL) + CAST(CASE … END AS REAL) + …`: all in one expression, for places without
  /// room for columns.
  func margin(of model: TreeModel, _ values: [Labelled]) throws(RenderError) -> SQLExpression {
    var singles: [SQLExpression] = []
    for value in values { singles.append(try single(value.value)) }
    var sum = SQLExpression.single(model.base)
    for tree in model.trees { sum = .infix(.plus, sum, try tree.sql(of: singles)) }
    return sum
  }

  /// `TRY_CAST(x AS REAL)`: a value that is too large is a missing one.
  func single(_ value: Expression) throws(RenderError) -> SQLExpression {
    .call(.singleOrNull, [try shape(value).asDouble])
  }

  /// The sum as a double, through the model's link.
  func prediction(of model: TreeModel, margin: SQLExpression) -> SQLExpression {
    let sum = SQLExpression.cast(margin, .double)
    switch model.link {
    case .identity: return sum
    case .logistic:
      let odds = SQLExpression.call(.exponential, [.negated(sum)])
      let one = SQLExpression.literal(.double(1))
      return .rounded(
        .infix(.divided, one, .infix(.plus, one, odds)), scale: TreeModel.Link.decimals)
    }
  }
}

extension Tree {
  /// `CAST(CASE WHEN x < 12.5e0 THEN 1e0 ELSE 2e0 END AS REAL)`, one CASE in the other.
  ///
  /// - Parameter values: the model's values as numbers of 32 bits.
  func sql(of values: [SQLExpression]) throws(RenderError) -> SQLExpression {
    guard features.allSatisfy(values.indices.contains) else {
      throw RenderError(.brokenPlan, "a tree reads a value that its model is not given")
    }
    return .cast(sql(at: 0, values), .single)
  }

  /// NULL fails a condition, so it is asked what sends a missing value to the ELSE.
  private func sql(at place: Int, _ values: [SQLExpression]) -> SQLExpression {
    switch nodes[place] {
    case .leaf(let value): return .literal(.double(Double(shortest: value)))
    case .split(let split):
      let (below, above) = (sql(at: split.below, values), sql(at: split.above, values))
      // The cut stands in all its digits: it is compared as a double.
      let cut = SQLExpression.literal(.double(Double(split.cut)))
      let value = values[split.feature]
      return split.missingIsBelow
        ? .choice([When(.infix(.greaterOrEqual, value, cut), then: above)], otherwise: below)
        : .choice([When(.infix(.less, value, cut), then: below)], otherwise: above)
    }
  }
}

extension SQLExpression {
  /// `CAST(0.5e0 AS REAL)`
  static func single(_ value: Float) -> SQLExpression {
    .cast(.literal(.double(Double(shortest: value))), .single)
  }
}

extension Double {
  /// The double with the fewest digits that becomes this number when rounded to 32 bits: `0.1` and not
  /// `0.10000000149011612`.
  init(shortest value: Float) {
    let short = Double(value.description) ?? Double(value)
    self = Float(short) == value ? short : Double(value)
  }
}
