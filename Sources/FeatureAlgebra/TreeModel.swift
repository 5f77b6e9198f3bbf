/// A gradient-boosted tree model: what its trees say of one row, added up.
///
/// Values are rounded to 32-bit floats, the leaves are added to `base` as 32-bit floats in the order of
/// the trees, and the sum goes through `link`: `docs/semantics.md` has it to the last bit.
///
/// Two models are equal when they have the same name and say the same of all values.
public struct TreeModel: Sendable {
  /// What becomes of the sum.
  public enum Link: String, Hashable, Sendable, Codable {
    /// The sum as it is.
    case identity
    /// `1 / (1 + exp(-sum))` at nine decimals: a probability.
    case logistic

    /// Of a probability: no more than 32 bits hold, and few enough that `exp` is the same everywhere.
    public static let decimals = 9
  }

  /// Why a model cannot be used: a finding of every spec that predicts with it.
  public struct Problem: Hashable, Sendable {
    /// One sentence without a full stop that names the file and the place in it.
    public let message: String
    public let help: String
    public init(_ message: String, help: String) {
      self.message = message
      self.help = help
    }
  }

  public let name: String
  /// The names of the values that the model reads, in its order.
  public let features: [String]
  /// What the sum begins with.
  public let base: Float
  public let link: Link
  public let trees: [Tree]
  /// Sixteen digits that stand for all of this but the name.
  public let digest: String
  /// Nil for a model that can be used; another has no trees.
  public let problem: Problem?

  /// Nil where a tree asks about a feature that is not there, or the base is not finite.
  public init?(name: String, features: [String], base: Float, link: Link, trees: [Tree]) {
    let isSound = trees.allSatisfy { $0.features.allSatisfy(features.indices.contains) }
    guard isSound, base.isFinite else { return nil }
    self.name = name
    self.features = features
    self.base = base
    self.link = link
    self.trees = trees
    problem = nil
    digest = Fingerprint.of(
      [link.rawValue, "\(base)"] + features + trees.map { Fingerprint.of($0.nodes.map(\.text)) })
  }

  /// A model that could not be read.
  public init(name: String, problem: Problem) {
    self.name = name
    self.problem = problem
    features = []
    base = 0
    link = .identity
    trees = []
    digest = Fingerprint.of(problem.message)
  }

  private init(_ model: TreeModel, name: String) {
    self.name = name
    features = model.features
    base = model.base
    link = model.link
    trees = model.trees
    digest = model.digest
    problem = model.problem
  }

  /// The same model under another name.
  public func named(_ name: String) -> TreeModel { TreeModel(self, name: name) }

  /// The numbers of the features that some tree asks about, ascending.
  public var featuresRead: [Int] {
    trees.reduce(into: Set<Int>()) { $0.formUnion($1.features) }.sorted()
  }
}

extension TreeModel: Hashable {
  public static func == (left: TreeModel, right: TreeModel) -> Bool {
    left.digest == right.digest && left.name == right.name && left.base == right.base
      && left.link == right.link && left.features == right.features && left.trees == right.trees
      && left.problem == right.problem
  }

  /// The digest alone: models are compared often and hold thousands of numbers.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(digest)
  }
}

extension Tree.Node {
  fileprivate var text: String {
    switch self {
    case .leaf(let value): "\(value)"
    case .split(let split):
      "\(split.feature) \(split.cut) \(split.below) \(split.above) \(split.missingIsBelow)"
    }
  }
}
