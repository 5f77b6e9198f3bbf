import FeatureAlgebra
import Foundation

extension XGBoostFile {
  /// What becomes of the sum under each objective whose margin is one number.
  private static let links: [String: TreeModel.Link] = [
    "reg:squarederror": .identity, "reg:linear": .identity, "reg:absoluteerror": .identity,
    "reg:pseudohubererror": .identity, "reg:squaredlogerror": .identity,
    "reg:quantileerror": .identity, "binary:logistic": .logistic, "reg:logistic": .logistic,
  ]

  func model(named name: String) throws(ModelError) -> TreeModel {
    guard learner.booster.name == "gbtree", let booster = learner.booster.model else {
      throw .unsupported(
        "learner.gradient_booster.name is '\(learner.booster.name)', not 'gbtree'",
        help: "train with booster='gbtree': the others weigh their trees, or have none")
    }
    guard let link = XGBoostFile.links[learner.objective.name] else {
      throw .unsupported(
        "learner.objective.name is '\(learner.objective.name)'",
        help: "train with one of \(XGBoostFile.links.keys.sorted().joined(separator: ", "))")
    }
    try checkTargets()
    let features = try features()
    var trees: [Tree] = []
    for (number, tree) in booster.trees.prefix(try count(booster)).enumerated() {
      trees.append(
        try tree.tree(
          at: "learner.gradient_booster.model.trees[\(number)]", featureCount: features.count))
    }
    let base = try base(link)
    guard
      let model = TreeModel(name: name, features: features, base: base, link: link, trees: trees)
    else { throw .malformed("learner.learner_model_param.base_score is not a finite number") }
    return model
  }

  private func checkTargets() throws(ModelError) {
    let parameters = learner.parameters
    for (name, value, most) in [
      ("num_class", parameters.classes, 1), ("num_target", parameters.targets, 1),
    ] {
      guard let value, (Int(value) ?? 0) > most else { continue }
      throw .unsupported(
        "learner.learner_model_param.\(name) is \(value): the model says several numbers",
        help: "train one model for each")
    }
  }

  private func features() throws(ModelError) -> [String] {
    let names = learner.featureNames ?? []
    let count = learner.parameters.features.flatMap { Int($0) } ?? names.count
    guard !names.isEmpty else {
      throw ModelError(
        "learner.feature_names is empty, so nothing says which value is which",
        help: "train on a data frame, or on DMatrix(…, feature_names=[…])")
    }
    guard names.count == count else {
      throw .malformed(
        "learner.feature_names has \(names.count) names, and learner_model_param.num_feature is \(count)"
      )
    }
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      throw .malformed("learner.feature_names has '\(name)' twice")
    }
    if let place = (learner.featureTypes ?? []).firstIndex(where: { $0.hasPrefix("c") }) {
      throw .unsupported(
        "learner.feature_types[\(place)] is a category, which only numbers can answer here",
        help: "train without enable_categorical; give a category as columns of 0 and 1")
    }
    return names
  }

  /// Trees that count: those up to the best iteration, where training stopped early.
  private func count(_ booster: Trees) throws(ModelError) -> Int {
    let all = booster.trees.count
    guard let text = learner.attributes?["best_iteration"] else { return all }
    guard let best = Int(text), best >= 0 else {
      throw .malformed("learner.attributes.best_iteration is '\(text)', not a number")
    }
    let perIteration = booster.parameters?.parallelTrees.flatMap { Int($0) } ?? 1
    let first = booster.firstTrees ?? Array(stride(from: 0, through: all, by: max(perIteration, 1)))
    guard first.indices.contains(best + 1), (0...all).contains(first[best + 1]) else {
      throw .malformed(
        "learner.attributes.best_iteration is \(best), and there are \(max(first.count - 1, 0)) iterations"
      )
    }
    return first[best + 1]
  }

  /// What the sum begins with: the score itself, or its logit, in 32 bits as XGBoost has it.
  private func base(_ link: TreeModel.Link) throws(ModelError) -> Float {
    let text = learner.parameters.base.trimmingCharacters(in: CharacterSet(charactersIn: "[] "))
    guard let score = Float(text) else {
      throw .malformed("learner.learner_model_param.base_score is '\(learner.parameters.base)'")
    }
    switch link {
    case .identity: return score
    case .logistic: return -log(1 / score - 1)
    }
  }
}
