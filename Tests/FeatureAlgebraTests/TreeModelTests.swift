import FeatureAlgebra
import Foundation
import Testing

struct TreeModelTests {
  /// `a < 1.5 ? -1 : (b < 0.1 ? 2 : 3)`, missing a below, missing b above.
  private let nodes: [Tree.Node] = [
    .split(.init(feature: 0, cut: 1.5, below: 1, above: 2, missingIsBelow: true)), .leaf(-1),
    .split(.init(feature: 1, cut: 0.1, below: 3, above: 4, missingIsBelow: false)), .leaf(2),
    .leaf(3),
  ]

  private func model(
    _ name: String = "m", features: [String] = ["a", "b"], base: Float = 0.5,
    link: TreeModel.Link = .identity, nodes: [Tree.Node]? = nil
  ) throws -> TreeModel {
    let tree = try #require(Tree(nodes ?? self.nodes))
    return try #require(
      TreeModel(name: name, features: features, base: base, link: link, trees: [tree]))
  }

  @Test func `a tree knows its depth and its features`() throws {
    let tree = try #require(Tree(nodes))
    #expect(tree.depth == 2)
    #expect(tree.features == [0, 1])
    #expect(try #require(Tree([.leaf(1)])).depth == 0)
  }

  @Test func `a tree that does not end is none`() {
    func split(_ below: Int, _ above: Int, cut: Float = 0) -> Tree.Node {
      .split(.init(feature: 0, cut: cut, below: below, above: above, missingIsBelow: true))
    }
    #expect(Tree([]) == nil)
    #expect(Tree([split(0, 1), .leaf(1)]) == nil)
    #expect(Tree([split(1, 2), .leaf(1)]) == nil)
    #expect(Tree([split(1, 1, cut: .nan), .leaf(1)]) == nil)
    #expect(Tree([.leaf(.infinity)]) == nil)
  }

  @Test func `a model asks about its own features only`() throws {
    let tree = try #require(Tree(nodes))
    #expect(TreeModel(name: "m", features: ["a"], base: 0, link: .identity, trees: [tree]) == nil)
  }

  @Test func `the digest stands for all but the name`() throws {
    let digest = try model().digest
    #expect(try model("other").digest == digest)
    var edited = nodes
    edited[3] = .leaf(2.0000002)
    for other in [
      try model(nodes: edited), try model(base: 0.25), try model(link: .logistic),
      try model(features: ["a", "c"]),
    ] {
      #expect(other.digest != digest)
      #expect(try model() != other)
    }
  }

  @Test func `a model is the same after a way through JSON`() throws {
    let data = try JSONEncoder().encode(try model())
    #expect(try JSONDecoder().decode(TreeModel.self, from: data) == model())
  }

  @Test func `numbers of 32 bits keep every bit on a way through JSON`() throws {
    var generator = SystemRandomNumberGenerator()
    let numbers = (0..<20_000).map { _ in Float(bitPattern: generator.next()) }
      .filter(\.isFinite)
    let read = try JSONDecoder().decode([Float].self, from: JSONEncoder().encode(numbers))
    #expect(read.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test func `a model that was edited by hand is refused`() throws {
    let text = String(decoding: try JSONEncoder().encode(try model()), as: UTF8.self)
    let edited = text.replacingOccurrences(of: "0.5", with: "0.75")
    #expect(edited != text)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(TreeModel.self, from: Data(edited.utf8))
    }
  }

  @Test func `a shelf holds each model once, and gives it back under its names`() throws {
    let key = try #require(CodingUserInfoKey.treeModels)
    let shelf = TreeModelShelf()
    let encoder = JSONEncoder()
    encoder.userInfo[key] = shelf
    let models = [try model(), try model("other"), try model(base: 1)]
    let data = try encoder.encode(models)
    #expect(!String(decoding: data, as: UTF8.self).contains("trees"))
    #expect(shelf.models.count == 2)
    let decoder = JSONDecoder()
    decoder.userInfo[key] = TreeModelShelf(shelf.models)
    #expect(try decoder.decode([TreeModel].self, from: data) == models)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([TreeModel].self, from: data)
    }
  }
}
