public import FeatureAlgebra
public import Foundation

extension TreeModel {
  /// The model in a JSON file as XGBoost writes it: `booster.save_model("points.json")`.
  ///
  /// Regression and logistic models of the booster `gbtree`, up to the best iteration where the file
  /// names one. A file that is anything else is no error here: the model says what is wrong with it, and
  /// the checker tells at every `predict`.
  ///
  /// - Parameters:
  ///   - json: the bytes of the file. A resource that the package embeds keeps the spec a value: no file
  ///     is opened, and no folder matters.
  ///   - name: what findings, SQL and `diff` call it.
  ///   - file: what a sentence about the file calls it; the name with `.json` unless said otherwise.
  public static func xgboost(
    _ json: some Sequence<UInt8>, named name: String, file: String? = nil
  ) -> TreeModel {
    let file = file ?? name + ".json"
    do {
      return try XGBoostFile(Data(json)).model(named: name)
    } catch {
      return TreeModel(
        name: name, problem: Problem("\(file): \(error.message)", help: error.help))
    }
  }

  /// The model in a file that is opened here, once, when the value is made.
  ///
  /// For models outside a package. Such a spec depends on the file as it does on its own source: the
  /// model's digest is part of the plan, so another content is another plan.
  ///
  /// - Parameter name: the file's name without its ending unless said otherwise.
  public static func xgboost(file: URL, named name: String? = nil) -> TreeModel {
    let name = name ?? file.deletingPathExtension().lastPathComponent
    do {
      return xgboost(try Data(contentsOf: file), named: name, file: file.path)
    } catch {
      return TreeModel(
        name: name,
        problem: Problem(
          "\(file.path) cannot be opened: \(error.localizedDescription)",
          help: "give the path from the root, or embed the file as a resource of the package"))
    }
  }
}
