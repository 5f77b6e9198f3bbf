import FeatureAlgebra

/// Random forests: trees of every shape, cuts that values meet exactly, zeros of both signs, numbers at
/// the ends of 32 bits.
struct RandomModel {
  /// How many values a model may read.
  var mostFeatures = 4
  var mostTrees = 6

  func model(_ dice: inout Dice) -> TreeModel {
    let count = dice.roll(mostFeatures) + 1
    let trees = (0..<dice.roll(mostTrees + 1)).map { _ in
      tree(features: count, depth: dice.roll(6), &dice)
    }
    let model = TreeModel(
      name: "random", features: (0..<count).map { "f\($0)" }, base: leaf(&dice),
      link: dice.oneIn(3) ? .logistic : .identity, trees: trees)
    guard let model else { fatalError("a random model is sound") }
    return model
  }

  private func tree(features: Int, depth: Int, _ dice: inout Dice) -> Tree {
    var nodes: [Tree.Node] = []
    grow(&nodes, features, depth, &dice)
    guard let tree = Tree(nodes) else { fatalError("a random tree is sound") }
    return tree
  }

  private func grow(
    _ nodes: inout [Tree.Node], _ features: Int, _ depth: Int, _ dice: inout Dice
  ) {
    let place = nodes.count
    nodes.append(.leaf(leaf(&dice)))
    guard depth > 0, !dice.oneIn(5) else { return }
    let (feature, cut, missingIsBelow) = (dice.roll(features), cut(&dice), dice.oneIn(2))
    let below = nodes.count
    grow(&nodes, features, depth - 1, &dice)
    let above = nodes.count
    grow(&nodes, features, depth - 1, &dice)
    nodes[place] = .split(
      Tree.Split(
        feature: feature, cut: cut, below: below, above: above, missingIsBelow: missingIsBelow))
  }

  private func cut(_ dice: inout Dice) -> Float {
    switch dice.roll(4) {
    case 0: return Float(dice.roll(17)) * 0.125 - 1
    case 1: return Float(dice.roll(400) - 100) / 10
    case 2: return Float(dice.roll(7) - 3)
    default:
      return dice.pick([
        0, -0.0, 0.1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .greatestFiniteMagnitude,
        -.greatestFiniteMagnitude, 16_777_216, 33.333332, 9.223372e18,
      ])
    }
  }

  private func leaf(_ dice: inout Dice) -> Float {
    dice.oneIn(12)
      ? dice.pick([0, -0.0, 16_777_216, -16_777_216, 1e-30, .leastNonzeroMagnitude])
      : Float(dice.roll(2_000_001) - 1_000_000) / 300_000
  }
}
