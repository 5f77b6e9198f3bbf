/// One tree of a model: questions about values that lead to a number.
///
/// Node 0 is asked first. A node's children stand behind it, so that every way ends in a leaf.
public struct Tree: Hashable, Sendable {
  public enum Node: Hashable, Sendable {
    /// What the tree says.
    case leaf(Float)
    /// Which node comes next.
    case split(Split)
  }

  /// `value < cut`, in floating-point numbers of 32 bits.
  public struct Split: Hashable, Sendable {
    /// The number of the value among the model's features.
    public let feature: Int
    public let cut: Float
    /// The node that follows where the value is below the cut.
    public let below: Int
    /// The node that follows where it is not.
    public let above: Int
    /// Whether a missing value goes the way of `below`.
    public let missingIsBelow: Bool

    public init(feature: Int, cut: Float, below: Int, above: Int, missingIsBelow: Bool) {
      self.feature = feature
      self.cut = cut
      self.below = below
      self.above = above
      self.missingIsBelow = missingIsBelow
    }
  }

  public let nodes: [Node]

  /// Nil where a child does not stand behind its parent, a number is not finite, or nodes are missing.
  public init?(_ nodes: [Node]) {
    for (place, node) in nodes.enumerated() {
      switch node {
      case .leaf(let value):
        guard value.isFinite else { return nil }
      case .split(let split):
        let isSound = [split.below, split.above].allSatisfy { $0 > place && $0 < nodes.count }
        guard isSound, split.cut.isFinite, split.feature >= 0 else { return nil }
      }
    }
    guard !nodes.isEmpty else { return nil }
    self.nodes = nodes
  }

  /// The most questions on a way to a leaf; 0 for a leaf alone.
  public var depth: Int {
    var depths = [Int](repeating: 0, count: nodes.count)
    for (place, node) in nodes.enumerated() {
      guard case .split(let split) = node else { continue }
      for child in [split.below, split.above] {
        depths[child] = max(depths[child], depths[place] + 1)
      }
    }
    return depths.max() ?? 0
  }

  /// The numbers of the features that are asked about.
  public var features: Set<Int> {
    Set(nodes.compactMap { if case .split(let split) = $0 { split.feature } else { nil } })
  }
}

extension Tree: Codable {
  public init(from decoder: any Decoder) throws {
    let nodes = try [Node](from: decoder)
    guard let tree = Tree(nodes) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no sound tree"))
    }
    self = tree
  }

  public func encode(to encoder: any Encoder) throws { try nodes.encode(to: encoder) }
}

extension Tree.Node: Codable {
  /// `[leaf]`, or `[feature, cut, below, above, missing]`, the last three numbers of nodes.
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    guard container.count != 1 else {
      self = .leaf(try container.decode(Float.self))
      return
    }
    let feature = try container.decode(Int.self)
    let cut = try container.decode(Float.self)
    let below = try container.decode(Int.self)
    let above = try container.decode(Int.self)
    let missing = try container.decode(Int.self)
    self = .split(
      Tree.Split(
        feature: feature, cut: cut, below: below, above: above, missingIsBelow: missing == below))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    switch self {
    case .leaf(let value): try container.encode(value)
    case .split(let split):
      try container.encode(split.feature)
      try container.encode(split.cut)
      try container.encode(split.below)
      try container.encode(split.above)
      try container.encode(split.missingIsBelow ? split.below : split.above)
    }
  }
}
