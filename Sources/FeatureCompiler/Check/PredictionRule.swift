import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// A model whose file could not be read.
  public static let unreadableModel = Finding.Code("unreadable-model")
  /// A value under a name that the model does not read.
  public static let unknownModelFeature = Finding.Code("unknown-model-feature")
  /// A value that the model reads and is not given.
  public static let missingModelFeature = Finding.Code("missing-model-feature")
  /// Two values under one name.
  public static let duplicateModelFeature = Finding.Code("duplicate-model-feature")
  /// The right names in another order than the model's.
  public static let modelFeatureOrder = Finding.Code("model-feature-order")
}

extension Rule {
  /// A model is given the values that it was trained on, by name and in its order.
  static let predictions = Rule.ofEachProcessor { processor in
    processor.sites.flatMap(\.withInner).flatMap { site in
      var found: [Finding] = []
      site.expression.walk { node in
        guard case .prediction(let model, let values) = node else { return }
        found += findings(model, values.map(\.label), site)
      }
      return found
    }
  }

  private static func findings(
    _ model: TreeModel, _ names: [String], _ site: ExpressionSite
  ) -> [Finding] {
    func finding(_ code: Finding.Code, _ what: String, _ help: String?) -> Finding {
      Finding(code, "\(site.subject) \(what)", at: site.place, help: help)
    }
    if let problem = model.problem {
      return [
        finding(
          .unreadableModel, "predicts with a model that cannot be read: \(problem.message)",
          problem.help)
      ]
    }
    var found: [Finding] = []
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      found.append(
        finding(
          .duplicateModelFeature, "gives model '\(model.name)' the value '\(name)' twice",
          "leave one out"))
    }
    let missing = model.features.filter { !seen.contains($0) }
    for name in names where !model.features.contains(name) {
      found.append(
        finding(
          .unknownModelFeature,
          "gives model '\(model.name)' a value '\(name)', which it does not read",
          NearMiss.help(for: name, in: missing) ?? "it reads \(listed(model.features))"))
    }
    if !missing.isEmpty {
      found.append(
        finding(
          .missingModelFeature, "does not give model '\(model.name)' \(listed(missing))",
          "a value that may be unknown is given all the same: NULL is a missing value"))
    }
    if found.isEmpty, let place = zip(names, model.features).first(where: { $0 != $1 }) {
      found.append(
        finding(
          .modelFeatureOrder,
          "gives model '\(model.name)' '\(place.0)' where it reads '\(place.1)'",
          "give the values in the model's order: \(listed(model.features))"))
    }
    return found
  }

  /// `'a', 'b'`, the first six.
  private static func listed(_ names: [String]) -> String {
    let rest = names.count > 6 ? " and \(names.count - 6) more" : ""
    return names.prefix(6).map { "'\($0)'" }.joined(separator: ", ") + rest
  }
}
