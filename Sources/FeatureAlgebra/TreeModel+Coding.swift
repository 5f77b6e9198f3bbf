import Synchronization

extension CodingUserInfoKey {
  /// A `TreeModelShelf`, for plans that do not repeat their models.
  public static let treeModels = CodingUserInfoKey(rawValue: "fastbreak.treeModels")
}

/// The models of a plan, each once: while a coder has a shelf, a model in an expression is written as
/// its name and digest, and read from the shelf.
public final class TreeModelShelf: Sendable {
  private let shelf: Mutex<[String: TreeModel]>

  public init(_ models: [TreeModel] = []) {
    shelf = Mutex(Dictionary(models.map { ($0.digest, $0) }) { first, _ in first })
  }

  public func put(_ model: TreeModel) {
    shelf.withLock { shelf in if shelf[model.digest] == nil { shelf[model.digest] = model } }
  }

  public subscript(digest: String) -> TreeModel? { shelf.withLock { $0[digest] } }

  /// In the order of their digests.
  public var models: [TreeModel] {
    shelf.withLock { $0.values.sorted { $0.digest < $1.digest } }
  }
}

extension TreeModel: Codable {
  private enum Key: String, CodingKey { case name, digest, features, base, link, trees }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let name = try container.decode(String.self, forKey: .name)
    let digest = try container.decode(String.self, forKey: .digest)
    if let shelf = CodingUserInfoKey.treeModels.flatMap({ decoder.userInfo[$0] })
      as? TreeModelShelf,
      let model = shelf[digest]
    {
      self = model.named(name)
      return
    }
    let model = TreeModel(
      name: name, features: try container.decode([String].self, forKey: .features),
      base: try container.decode(Float.self, forKey: .base),
      link: try container.decode(Link.self, forKey: .link),
      trees: try container.decode([Tree].self, forKey: .trees))
    guard let model, model.digest == digest else {
      throw DecodingError.dataCorruptedError(
        forKey: .digest, in: container, debugDescription: "the model is not the one it was")
    }
    self = model
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(name, forKey: .name)
    try container.encode(digest, forKey: .digest)
    if let shelf = CodingUserInfoKey.treeModels.flatMap({ encoder.userInfo[$0] }) as? TreeModelShelf
    {
      shelf.put(self)
      return
    }
    try container.encode(features, forKey: .features)
    try container.encode(base, forKey: .base)
    try container.encode(link, forKey: .link)
    try container.encode(trees, forKey: .trees)
  }
}
