import FeatureAlgebra

/// One tree of a file: a list for each property of its nodes.
struct XGBoostTree: Decodable {
  enum CodingKeys: String, CodingKey {
    case below = "left_children"
    case above = "right_children"
    case features = "split_indices"
    case conditions = "split_conditions"
    case missingIsBelow = "default_left"
    case kinds = "split_type"
    case categorical = "categories_nodes"
    case parameters = "tree_param"
  }
  struct Parameters: Decodable {
    enum CodingKeys: String, CodingKey { case leafSize = "size_leaf_vector" }
    let leafSize: String?
  }
  /// `1`, or `true` in older files.
  struct Flag: Decodable {
    let isSet: Bool
    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let truth = try? container.decode(Bool.self) {
        isSet = truth
      } else {
        isSet = try container.decode(Int.self) != 0
      }
    }
  }

  /// -1 in a leaf.
  let below: [Int]
  let above: [Int]
  let features: [Int]
  /// The cut of a split, or what a leaf says.
  let conditions: [Float]
  let missingIsBelow: [Flag]
  /// 1 where a split asks for a category.
  let kinds: [Int]?
  let categorical: [Int]?
  let parameters: Parameters?

  /// The nodes that can be reached, in the order in which they are, `below` first.
  ///
  /// - Parameters:
  ///   - place: the tree's place in the file, for sentences.
  ///   - featureCount: how many values the model reads.
  func tree(at place: String, featureCount: Int) throws(ModelError) -> Tree {
    try check(place)
    var nodes: [Tree.Node] = []
    var depths: [Int] = []
    // Parents whose child is yet to be numbered: node in the file, place of the parent, which child.
    var open: [(node: Int, parent: Int, isBelow: Bool)] = [(0, -1, true)]
    while let (node, parent, isBelow) = open.popLast() {
      let number = nodes.count
      let depth = parent < 0 ? 0 : depths[parent] + 1
      guard number < below.count, depth <= XGBoostTree.mostQuestions else {
        throw number < below.count
          ? .unsupported(
            "\(place) asks more than \(XGBoostTree.mostQuestions) questions in a row",
            help: "train with max_depth set")
          : .malformed("\(place).left_children leads to a node twice")
      }
      if parent >= 0, case .split(let split) = nodes[parent] {
        nodes[parent] = .split(split.leading(to: number, isBelow: isBelow))
      }
      depths.append(depth)
      if below[node] == -1 {
        nodes.append(.leaf(conditions[node]))
        continue
      }
      try check(node, place, featureCount)
      nodes.append(
        .split(
          Tree.Split(
            feature: features[node], cut: conditions[node], below: 0, above: 0,
            missingIsBelow: missingIsBelow[node].isSet)))
      open.append((above[node], number, false))
      open.append((below[node], number, true))
    }
    guard let tree = Tree(nodes) else {
      throw .malformed("\(place).split_conditions holds a number that no 32 bits hold")
    }
    return tree
  }

  /// So that nested CASE, and who reads it, can follow.
  private static let mostQuestions = 64

  private func check(_ place: String) throws(ModelError) {
    let lengths = [
      ("right_children", above.count), ("split_indices", features.count),
      ("split_conditions", conditions.count), ("default_left", missingIsBelow.count),
      ("split_type", kinds?.count ?? below.count),
    ]
    for (name, count) in lengths where count != below.count {
      throw .malformed("\(place).\(name) has \(count) nodes where left_children has \(below.count)")
    }
    if below.isEmpty { throw .malformed("\(place).left_children is empty") }
    if (kinds ?? []).contains(1) || !(categorical ?? []).isEmpty {
      throw .unsupported(
        "\(place).split_type asks for categories, which only numbers can answer here",
        help: "train without enable_categorical; give a category as columns of 0 and 1")
    }
    if let size = parameters?.leafSize, size != "0", size != "1" {
      throw .unsupported(
        "\(place).tree_param.size_leaf_vector is \(size): leaves say several numbers",
        help: "train one model for each target")
    }
  }

  private func check(_ node: Int, _ place: String, _ featureCount: Int) throws(ModelError) {
    for (name, child) in [("left_children", below[node]), ("right_children", above[node])]
    where child <= 0 || child >= below.count {
      throw .malformed("\(place).\(name)[\(node)] is \(child), and there are \(below.count) nodes")
    }
    guard (0..<featureCount).contains(features[node]) else {
      throw .malformed(
        "\(place).split_indices[\(node)] is \(features[node]), and the model has \(featureCount) features"
      )
    }
  }
}

extension Tree.Split {
  fileprivate func leading(to node: Int, isBelow: Bool) -> Tree.Split {
    Tree.Split(
      feature: feature, cut: cut, below: isBelow ? node : below, above: isBelow ? above : node,
      missingIsBelow: missingIsBelow)
  }
}
