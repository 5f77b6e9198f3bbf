import FeatureAlgebra
import Foundation

extension Oracle {
  /// One row through all trees, by recursion.
  func prediction(_ model: TreeModel, _ values: [Labelled]) throws -> Double {
    var singles = [Float?](repeating: nil, count: values.count)
    for place in model.featuresRead {
      singles[place] = try Oracle.single(evaluate(values[place].value).double)
    }
    var sum = model.base
    for tree in model.trees { sum += Oracle.leaf(tree, 0, singles) }
    switch model.link {
    case .identity: return Double(sum)
    case .logistic: return Oracle.rounded(1 / (1 + exp(-Double(sum))), 9)
    }
  }

  /// Nil where the value is missing, or more than 32 bits hold.
  private static func single(_ value: Double?) -> Float? {
    guard let value else { return nil }
    let single = Float(value)
    return single.isInfinite && value.isFinite ? nil : single
  }

  private static func leaf(_ tree: Tree, _ place: Int, _ values: [Float?]) -> Float {
    switch tree.nodes[place] {
    case .leaf(let value): return value
    case .split(let split):
      let isBelow = values[split.feature].map { $0 < split.cut } ?? split.missingIsBelow
      return leaf(tree, isBelow ? split.below : split.above, values)
    }
  }
}
