import FeatureAlgebra

/// A tree model as flat arrays of steps, made once per program.
///
/// Values are numbered among those that the model looks at. A leaf leads to itself, so that every row
/// takes as many steps in a tree as its longest way has.
struct TreeProgram: Sendable {
  /// `value < cut` leads to `below`, anything else to `above`; a missing value where it belongs.
  struct Step: Sendable {
    let value: Int32
    let cut: Float
    let below: Int32
    let above: Int32
    let missingIsBelow: Bool
  }
  struct Root: Sendable {
    let step: Int32
    let depth: Int
  }

  let model: TreeModel
  private(set) var steps: [Step] = []
  /// What a leaf says, at the place of its step.
  private(set) var leaves: [Float] = []
  private(set) var roots: [Root] = []

  init(_ model: TreeModel) {
    self.model = model
    var numbers: [Int: Int32] = [:]
    for feature in model.featuresRead { numbers[feature] = Int32(numbers.count) }
    for tree in model.trees {
      let root = Int32(steps.count)
      roots.append(Root(step: root, depth: tree.depth))
      for (place, node) in tree.nodes.enumerated() {
        switch node {
        case .leaf(let value):
          let itself = root + Int32(place)
          steps.append(
            Step(value: 0, cut: 0, below: itself, above: itself, missingIsBelow: false))
          leaves.append(value)
        case .split(let split):
          steps.append(
            Step(
              value: numbers[split.feature] ?? 0, cut: split.cut, below: root + Int32(split.below),
              above: root + Int32(split.above), missingIsBelow: split.missingIsBelow))
          leaves.append(0)
        }
      }
    }
  }
}

extension TreeProgram: Hashable {
  static func == (left: TreeProgram, right: TreeProgram) -> Bool { left.model == right.model }
  func hash(into hasher: inout Hasher) { hasher.combine(model) }
}

extension Lowering {
  /// The model over the values it looks at.
  mutating func prediction(
    of model: TreeModel, _ values: [Labelled]
  ) throws(KernelError) -> NodeID {
    var xs: [NodeID] = []
    for place in model.featuresRead {
      guard values.indices.contains(place) else {
        throw KernelError(
          .missingInput, "model '\(model.name)' is not given '\(model.features[place])'")
      }
      xs.append(try double(values[place].value))
    }
    return program.add(.prediction(TreeProgram(model), xs), .double)
  }
}
