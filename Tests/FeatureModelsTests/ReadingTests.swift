import FeatureAlgebra
import FeatureModels
import Foundation
import NBAFeatures
import Testing

/// What is taken from a file, and what is refused, with the place and the remedy.
struct ReadingTests {
  private let text: String

  init() throws {
    text = try String(
      contentsOf: Fixture.folder.appending(path: "absolute_error.json"), encoding: .utf8)
  }

  /// The model in the file with the first occurrence of a text replaced.
  private func model(_ old: String, _ new: String) throws -> TreeModel {
    let range = try #require(text.range(of: old), "the file has no \(old)")
    return TreeModel.xgboost(text.replacingCharacters(in: range, with: new).utf8, named: "m")
  }

  private func expect(
    _ old: String, _ new: String, says message: String, help: String? = nil,
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let problem = try model(old, new).problem
    #expect(problem?.message == message, sourceLocation: place)
    if let help { #expect(problem?.help == help, sourceLocation: place) }
  }

  @Test func `names, trees and base are the file's`() throws {
    let model = try Fixture("squared_error").model
    #expect(model.name == "squared_error")
    #expect(model.features == ["points", "trend", "is_home", "tiny", "huge"])
    #expect(model.trees.count == 15)
    #expect(model.trees.allSatisfy { $0.depth <= 4 })
    #expect(model.link == .identity)
  }

  @Test func `trees after the best iteration do not count`() throws {
    #expect(try Fixture("stopped_early").model.trees.count == 4)
  }

  @Test func `a probability begins with the logit of its base`() throws {
    // 0.344: ln(0.344 / 0.656) = -0.6455
    let model = try Fixture("logistic").model
    #expect(model.link == .logistic)
    #expect(abs(model.base + 0.6455) < 1e-4)
  }

  @Test func `a base is read with and without brackets`() throws {
    let base = try #require(text.firstMatch(of: /"base_score":"\[([^\]]*)\]"/))
    let old = try model(String(base.0), "\"base_score\":\"\(base.1)\"")
    #expect(old == TreeModel.xgboost(text.utf8, named: "m"))
  }

  @Test func `the shipped model reads the feature vector`() {
    let model = TreeModel.nbaPoints
    #expect(model.problem == nil)
    #expect(model.features.count == 25)
    #expect(model.features.first == "points_avg_last_5")
    #expect(model.features.last == "team_win_pct")
  }

  @Test func `another booster is refused`() throws {
    try expect(
      "\"name\":\"gbtree\"", "\"name\":\"dart\"",
      says: "m.json: learner.gradient_booster.name is 'dart', not 'gbtree'",
      help: "train with booster='gbtree': the others weigh their trees, or have none")
  }

  @Test func `a linear booster, which has no trees, is refused`() throws {
    let linear = """
      {"learner":{"gradient_booster":{"name":"gblinear","model":{"weights":[1.0]}},
      "learner_model_param":{"base_score":"5E-1"},"objective":{"name":"reg:squarederror"}}}
      """
    #expect(
      TreeModel.xgboost(linear.utf8, named: "m").problem?.message
        == "m.json: learner.gradient_booster.name is 'gblinear', not 'gbtree'")
  }

  @Test func `an objective with another link is refused`() throws {
    try expect(
      "reg:absoluteerror", "count:poisson",
      says: "m.json: learner.objective.name is 'count:poisson'")
  }

  @Test func `several classes are refused`() throws {
    try expect(
      "\"num_class\":\"0\"", "\"num_class\":\"3\"",
      says: "m.json: learner.learner_model_param.num_class is 3: the model says several numbers",
      help: "train one model for each")
  }

  @Test func `categories are refused`() throws {
    try expect(
      "\"split_type\":[0", "\"split_type\":[1",
      says:
        "m.json: learner.gradient_booster.model.trees[0].split_type asks for categories, which only numbers can answer here",
      help: "train without enable_categorical; give a category as columns of 0 and 1")
  }

  @Test func `a model without names is refused`() throws {
    try expect(
      "[\"points\",\"trend\",\"is_home\",\"tiny\",\"huge\"]", "[]",
      says: "m.json: learner.feature_names is empty, so nothing says which value is which",
      help: "train on a data frame, or on DMatrix(…, feature_names=[…])")
  }

  @Test func `a file that is no JSON is refused`() {
    let problem = TreeModel.xgboost([0x7b, 0x4c, 0, 0], named: "points").problem
    #expect(problem?.message.hasPrefix("points.json: the file is not JSON (") == true)
    #expect(
      problem?.help
        == "XGBoost writes JSON where the name ends so: booster.save_model(\"points.json\")")
  }

  @Test func `a file that ends early is refused`() {
    let problem = TreeModel.xgboost(text.utf8.prefix(text.utf8.count / 2), named: "m").problem
    #expect(problem?.message.hasPrefix("m.json: the file is not JSON (") == true)
  }

  @Test func `a part of another type is named with its place`() throws {
    try expect(
      "\"left_children\":[1", "\"left_children\":[\"x\"",
      says: "m.json: learner.gradient_booster.model.trees[0].left_children[0] is no Int",
      help: "write the file again: booster.save_model(\"points.json\")")
  }

  @Test func `a part that is not there is named`() throws {
    try expect(
      "\"split_conditions\"", "\"split_condition\"",
      says: "m.json: learner.gradient_booster.model.trees[0] has no 'split_conditions'")
  }

  @Test func `a child outside the tree is found`() throws {
    try expect(
      "\"left_children\":[1", "\"left_children\":[99",
      says:
        "m.json: learner.gradient_booster.model.trees[0].left_children[0] is 99, and there are 15 nodes"
    )
  }

  @Test func `a way that leads back is found`() throws {
    try expect(
      "\"left_children\":[1,3", "\"left_children\":[1,1",
      says: "m.json: learner.gradient_booster.model.trees[0].left_children leads to a node twice")
  }

  @Test func `a feature outside the model is found`() throws {
    let index = try #require(text.firstMatch(of: /"split_indices":\[\d/))
    try expect(
      String(index.0), "\"split_indices\":[7",
      says:
        "m.json: learner.gradient_booster.model.trees[0].split_indices[0] is 7, and the model has 5 features"
    )
  }

  @Test func `an iteration that is not there is found`() throws {
    try expect(
      "\"attributes\":{}", "\"attributes\":{\"best_iteration\":\"10\"}",
      says: "m.json: learner.attributes.best_iteration is 10, and there are 10 iterations")
  }

  @Test func `a file that is not there says where it was looked for`() {
    let model = TreeModel.xgboost(file: URL(filePath: "/nowhere/points.json"))
    #expect(model.name == "points")
    #expect(model.problem?.message.hasPrefix("/nowhere/points.json cannot be opened: ") == true)
  }
}
