import FeatureModels
public import FeatureSpec

extension TreeModel {
  /// Points in a player's next game, from the 25 values of the feature vector in its order.
  ///
  /// Thirty trees trained on made-up vectors, so that a pipeline with a model can be shown and tested; a
  /// team that predicts for a living trains its own. `Tests/FeatureModelsTests/XGBoost/train.py` writes
  /// the file, which is compiled in.
  public static let nbaPoints = TreeModel.xgboost(
    PackageResources.nba_points_json, named: "nba_points")
}
