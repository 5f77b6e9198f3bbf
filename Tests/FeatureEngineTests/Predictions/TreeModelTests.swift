import FeatureAlgebra
import FeatureCompiler
import FeatureModels
import FeaturePlan
import FeatureSpec
import Foundation
import NBAFeatures
import Testing

@testable import FeatureEngine

/// The shipped system `xgboost_v1` with a model file in the place of its formula.
@Suite(.serialized) struct TreeModelTests {
  /// The demo's model as a user's file beside a spec.
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../specs/NBA/Models/nba_points.json").standardizedFileURL

  @Test func `a model file predicts in the formula's place, by both evaluators alike`() throws {
    let model = TreeModel.xgboost(file: Self.file, named: "points_2025")
    let pipeline = StoredSeason.seasonPipeline(xgboost: .xgboost(model: model))
    let season = try TinyWarehouse(pipeline, rows: StoredSeason.rows + StoredSeason.votes)
    try StoredSeasonTests.rerun(season)

    let facts = """
      SELECT count(*) > 300, count(DISTINCT predicted_points) > 100, list(DISTINCT ml_model_id)
      FROM nba_predictions.xgboost_v1
      """
    #expect(try season.rows(facts) == ["true | true | [points_2025]"])
    // The list of all predictions has the same, at its own scale.
    #expect(
      try season.rows(
        """
        SELECT count(*) = (SELECT count(*) FROM nba_predictions.xgboost_v1),
          count(*) FILTER (round(own.predicted_points, 1) <> listed.predicted_points)
        FROM nba_predictions.xgboost_v1 AS own
        JOIN nba_predictions.player_prop_predictions AS listed USING (player_lookup, game_date)
        WHERE listed.system_id = 'xgboost_v1'
        """) == ["true | 0"])

    let again = try StoredSeasonTests.rerun(season) {
      $0.evaluator = .sql
      $0.force = true
    }
    #expect(again.rowsWritten == 0)
    #expect(again.processors.contains { $0.processor == "xgboost_v1" && $0.rows.unchanged > 300 })
  }

  @Test func `another file computes the system's days again, and no other's`() throws {
    let formula = try compile(StoredSeason.pipeline)
    let model = TreeModel.xgboost(file: Self.file)
    let trained = try compile(StoredSeason.seasonPipeline(xgboost: .xgboost(model: model)))
    let moved = zip(formula.processors, trained.processors).filter {
      $0.fingerprint != $1.fingerprint
    }
    #expect(moved.map(\.0.name) == ["xgboost_v1"])
    // A file and the same bytes compiled in are one model.
    let embedded = try compile(
      StoredSeason.seasonPipeline(xgboost: .xgboost(model: .nbaPoints)))
    #expect(model.digest == TreeModel.nbaPoints.digest)
    #expect(embedded.processors.map(\.fingerprint) == trained.processors.map(\.fingerprint))
  }

  @Test func `a file trained on a feature that the vector does not have is found by its name`()
    throws
  {
    let json = try String(contentsOf: Self.file, encoding: .utf8)
    let other = json.replacingOccurrences(
      of: "\"points_avg_last_10\"", with: "\"points_avg_last_12\"")
    #expect(other != json)
    let model = TreeModel.xgboost(Data(other.utf8), named: "points_2025")
    let found = check(StoredSeason.seasonPipeline(xgboost: .xgboost(model: model))).all
    #expect(
      found.map { "\($0.code.name): \($0.message)" }.sorted() == [
        "missing-model-feature: intermediate 'forecast' does not give model 'points_2025'"
          + " 'points_avg_last_12'",
        "unknown-model-feature: intermediate 'forecast' gives model 'points_2025' a value"
          + " 'points_avg_last_10', which it does not read",
      ])
    #expect(found.contains { $0.help == "the nearest name is 'points_avg_last_12'" })
  }
}
