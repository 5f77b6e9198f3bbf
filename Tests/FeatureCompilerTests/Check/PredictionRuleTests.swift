import FeatureAlgebra
import FeatureCompiler
import FeaturePlan
import FeatureSpec
import FeatureTesting
import Testing

@Suite struct PredictionRuleTests {
  /// Reads `points`, `minutes`, `rest`; the last digit of every prediction is `base`.
  private func model(_ name: String = "form", base: Float = 1) throws -> TreeModel {
    let tree = try #require(
      Tree([
        .split(.init(feature: 1, cut: 20, below: 1, above: 2, missingIsBelow: true)), .leaf(3),
        .leaf(9),
      ]))
    return try #require(
      TreeModel(
        name: name, features: ["points", "minutes", "rest"], base: base, link: .identity,
        trees: [tree]))
  }

  private let last5 = Window.last(5, .games)
  private var points: Aggregate { mean(games.points).over(last5) }
  private var minutes: Aggregate { mean(games.minutes).over(last5) }

  /// The findings of a feature that predicts from values of these names.
  private func pipeline(_ names: [String]) throws -> Pipeline {
    let model = try model()
    return form { out in
      Feature(out.points, predict(model, from: names.map { ($0, points) }))
    }
  }

  @Test func `a model given its values in its order is sound`() throws {
    let model = try model()
    let pipeline = form { out in
      Feature(
        out.points,
        predict(model, from: [("points", points), ("minutes", minutes), ("rest", 1)]))
    }
    #expect(check(pipeline).all.isEmpty)
    #expect(try compile(pipeline).processors.count == 1)
  }

  @Test func `a value that the model does not read is found, and the nearest named`() throws {
    expectFindings(in: try pipeline(["points", "minute", "rest"])) {
      """
      error[missing-model-feature]: feature 'points' does not give model 'form' 'minutes'
        --> FeatureCompilerTests/PredictionRuleTests.swift
         |
         |       Feature(out.points, predict(model, from: names.map { ($0, points) }))
         |       ^^^^^^^
         = help: a value that may be unknown is given all the same: NULL is a missing value

      error[unknown-model-feature]: feature 'points' gives model 'form' a value 'minute', which it does not read
        --> FeatureCompilerTests/PredictionRuleTests.swift
         |
         |       Feature(out.points, predict(model, from: names.map { ($0, points) }))
         |       ^^^^^^^
         = help: the nearest name is 'minutes'
      """
    }
  }

  @Test func `a value that is left out is found`() throws {
    expectFindings(in: try pipeline(["points"])) {
      """
      error[missing-model-feature]: feature 'points' does not give model 'form' 'minutes', 'rest'
        --> FeatureCompilerTests/PredictionRuleTests.swift
         |
         |       Feature(out.points, predict(model, from: names.map { ($0, points) }))
         |       ^^^^^^^
         = help: a value that may be unknown is given all the same: NULL is a missing value
      """
    }
  }

  @Test func `a name given twice is found`() throws {
    expectFindings(in: try pipeline(["points", "minutes", "minutes", "rest"])) {
      """
      error[duplicate-model-feature]: feature 'points' gives model 'form' the value 'minutes' twice
        --> FeatureCompilerTests/PredictionRuleTests.swift
         |
         |       Feature(out.points, predict(model, from: names.map { ($0, points) }))
         |       ^^^^^^^
         = help: leave one out
      """
    }
  }

  @Test func `another order is found`() throws {
    expectFindings(in: try pipeline(["points", "rest", "minutes"])) {
      """
      error[model-feature-order]: feature 'points' gives model 'form' 'rest' where it reads 'minutes'
        --> FeatureCompilerTests/PredictionRuleTests.swift
         |
         |       Feature(out.points, predict(model, from: names.map { ($0, points) }))
         |       ^^^^^^^
         = help: give the values in the model's order: 'points', 'minutes', 'rest'
      """
    }
  }

  @Test func `a model that could not be read is found where it predicts`() {
    let model = TreeModel(
      name: "form",
      problem: TreeModel.Problem(
        "form.json: learner has no 'objective'", help: "write the file again"))
    expectFindings(
      in: form { out in
        Feature(out.points, predict(model, from: [("points", points)]))
      }
    ) {
      """
      error[unreadable-model]: feature 'points' predicts with a model that cannot be read: form.json: learner has no 'objective'
        --> FeatureCompilerTests/PredictionRuleTests.swift
         |
         |         Feature(out.points, predict(model, from: [("points", points)]))
         |         ^^^^^^^
         = help: write the file again
      """
    }
  }

  @Test func `a text is no value of a model`() throws {
    let model = try model()
    expectFindings(
      in: form { out in
        Feature(
          out.points,
          predict(
            model,
            from: [("points", points), ("minutes", newest(games.team).over(last5)), ("rest", 1)]))
      }
    ) {
      """
      error[type-mismatch]: feature 'points': arithmetic takes numbers, not VARCHAR
        --> FeatureCompilerTests/PredictionRuleTests.swift
         |
         |         Feature(
         |         ^^^^^^^
         = help: a text becomes a number in the feed; clock texts have .asClockMinutes
      """
    }
  }

  @Test func `another content of the model is another fingerprint, another name is not`() throws {
    func fingerprint(_ model: TreeModel) throws -> String? {
      let plan = try compile(
        form { out in
          Feature(
            out.points,
            predict(model, from: [("points", points), ("minutes", minutes), ("rest", 1)]))
        })
      return plan.processors.first?.fingerprint
    }
    #expect(try fingerprint(try model("other")) == fingerprint(try model()))
    #expect(try fingerprint(try model(base: 2)) != fingerprint(try model()))
  }
}
