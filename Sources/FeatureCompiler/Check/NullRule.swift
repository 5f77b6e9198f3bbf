import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// NULL where the column may not be NULL.
  public static let nullableIntoRequired = Finding.Code("nullable-into-required")
}

extension Rule {
  /// A required column is never given NULL on purpose. What data make NULL is the contract's to find.
  static let nulls = Rule.ofEachProcessor { processor in
    processor.features.compactMap { feature in
      guard let column = feature.value.column, !column.isNullable else { return nil }
      switch feature.value.expression.missing {
      case .never:
        return nil
      case .sometimes:
        return Finding(
          .nullableIntoRequired,
          "\(feature.value.subject) has a branch that is NULL, but its column is required",
          at: feature.place, severity: .warning,
          help: "give the branch a value, or let such entities fail: Fails(…, when: …)")
      case .always:
        return Finding(
          .nullableIntoRequired,
          "\(feature.value.subject) is always NULL, but its column is required",
          at: feature.place, help: "take .required off the column, or give it a value")
      }
    }
  }
}

private enum Missing { case never, sometimes, always }

extension Expression {
  /// Whether a NULL is written where it becomes the value.
  fileprivate var missing: Missing {
    switch self {
    case .literal(.null): return .always
    case .choice(let branches, let otherwise):
      let all = branches.map(\.value.missing) + [otherwise.missing]
      if all.allSatisfy({ $0 == .always }) { return .always }
      return all.contains { $0 != .never } ? .sometimes : .never
    case .firstPresent(let values):
      return values.allSatisfy { $0.missing == .always } ? .always : .never
    case .rounded(let x, _), .cast(let x, _), .negated(let x): return x.missing
    default: return .never
    }
  }
}
