import FeatureAlgebra
import FeatureCompiler
import FeatureSpec
import NBAFeatures
import Testing

/// A model in the place of the formula must read the 25 features of the store, no others, in their order.
@Suite struct BoundModelTests {
  static let names = VectorColumn("features", BaselineVector()).columns
    .flatMap { $0.elements ?? [] }.map(\.name)

  /// What the checker says of a model that reads these names.
  static func codes(_ names: [String]) throws -> [String] {
    let tree = try #require(Tree([.leaf(12)]))
    let model = try #require(
      TreeModel(name: "points", features: names, base: 0, link: .identity, trees: [tree]))
    let pipeline = Pipeline(
      "bound", calendar: NBAFeatures.calendar,
      rawTables: [Schedule(), UpcomingPlayerGameContext(), MLFeatureStore()]
    ) { Processor.xgboost(model: model) }
    return check(pipeline).errors.map(\.code.name)
  }

  @Test func `the 25 names in their order are no finding`() throws {
    #expect(Self.names.count == 25)
    #expect(try Self.codes(Self.names) == [])
  }

  @Test func `24 of them are`() throws {
    #expect(try Self.codes(Array(Self.names.dropLast())) == ["unknown-model-feature"])
  }

  @Test func `so is a name that the store does not have`() throws {
    let codes = try Self.codes(Self.names.dropLast() + ["usage_rate_last_10"])
    #expect(codes.sorted() == ["missing-model-feature", "unknown-model-feature"])
  }

  @Test func `and so are the right names in another order`() throws {
    #expect(try Self.codes(Self.names.reversed()) == ["model-feature-order"])
  }
}
