import FeatureAlgebra
import FeatureKernels
import FeatureModels
import Foundation
import Testing

/// A model that XGBoost wrote, and what XGBoost predicts with it.
struct Fixture {
  /// Each with a model beside it; that of `nba_points` is shipped with the NBA specs.
  static let names = [
    "squared_error", "absolute_error", "parallel_trees", "logistic", "stopped_early", "nba_points",
  ]
  /// `Tests/FeatureModelsTests/XGBoost`
  static let home = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "XGBoost")
  static let folder = home.appending(path: "Fixtures")
  static let shipped = home.appending(path: "../../../specs/NBA/Models")

  let model: TreeModel
  /// A column for each feature; nil is a missing value.
  let columns: [Column]
  let predictions: [Double]

  init(
    _ name: String, in folder: URL = Fixture.folder, models: URL = Fixture.shipped
  ) throws {
    let home = name == "nba_points" ? models : folder
    model = TreeModel.xgboost(file: home.appending(path: name + ".json"))
    let text = try String(contentsOf: folder.appending(path: name + ".csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    }
    let width = model.features.count
    columns = (0..<width).map { feature in Column.doubles(rows.map { $0[feature] }) }
    predictions = try rows.map { try #require($0[width]) }
  }

  var count: Int { predictions.count }

  /// The names of the columns under the alias `r`: `v0`, `v1`, …
  var columnNames: [String] { columns.indices.map { "v\($0)" } }

  var prediction: FeatureAlgebra.Expression {
    .prediction(
      model,
      zip(model.features, columnNames).map { Labelled($0, .column(rows: "r", name: $1)) })
  }

  /// What the kernels say.
  func kernels() throws -> [Double] {
    let types = Dictionary(uniqueKeysWithValues: columnNames.map { ($0, ColumnType.double) })
    let evaluator = try Evaluator([(prediction, storedAs: nil)], alias: "r", columns: types)
    let result = try evaluator.evaluate(Table(zip(columnNames, columns).map { ($0, $1) }))[0]
    #expect(result.errors.isEmpty && result.column.validity == nil)
    guard case .double(let values) = result.column.values else { return [] }
    return values
  }
}
