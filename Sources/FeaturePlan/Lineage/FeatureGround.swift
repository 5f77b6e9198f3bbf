import FeatureAlgebra

/// What a value rests on where it rests on no row.
package enum FeatureGround: String, Hashable, Sendable {
  /// The spec gives the value itself: one for ever, or nothing.
  case spec
  /// D and the opening of its season: one value for a day.
  case day
}

extension ProcessorPlan {
  /// The grounds of the features that no row decides, by name.
  package var grounds: [String: FeatureGround] {
    // Each feature reads only earlier ones.
    features.reduce(into: [:]) { known, feature in
      known[feature.name] = feature.expression.ground(known)
    }
  }
}

extension Expression {
  /// - Parameter known: The grounds of the features that the expression may read.
  fileprivate func ground(_ known: [String: FeatureGround]) -> FeatureGround? {
    switch self {
    case .asOfDay, .seasonOpening: return .day
    case .feature(let name): return known[name]
    case .column, .aggregate, .league, .coverage, .previous, .kernel: return nil
    default:
      let operands = operands.map { $0.ground(known) }
      if operands.contains(nil) { return nil }
      return operands.contains(.day) ? .day : .spec
    }
  }
}
