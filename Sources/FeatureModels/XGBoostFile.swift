import Foundation

/// A model's JSON as XGBoost 1.7 and later write it: the parts that decide what it predicts.
struct XGBoostFile: Decodable {
  struct Learner: Decodable {
    enum CodingKeys: String, CodingKey {
      case attributes, objective
      case featureNames = "feature_names"
      case featureTypes = "feature_types"
      case booster = "gradient_booster"
      case parameters = "learner_model_param"
    }
    let attributes: [String: String]?
    let featureNames: [String]?
    let featureTypes: [String]?
    let booster: Booster
    let parameters: Parameters
    let objective: Objective
  }

  struct Objective: Decodable { let name: String }

  /// Numbers in texts, as the file has them.
  struct Parameters: Decodable {
    enum CodingKeys: String, CodingKey {
      case base = "base_score"
      case classes = "num_class"
      case features = "num_feature"
      case targets = "num_target"
    }
    /// `5E-1`, and `[5E-1]` since XGBoost 3.1.
    let base: String
    let classes: String?
    let features: String?
    let targets: String?
  }

  struct Booster: Decodable {
    enum CodingKeys: String, CodingKey { case name, model }
    let name: String
    /// Nil for another booster than `gbtree`: it keeps its trees elsewhere, or has none.
    let model: Trees?

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      model = name == "gbtree" ? try container.decode(Trees.self, forKey: .model) : nil
    }
  }

  struct Trees: Decodable {
    enum CodingKeys: String, CodingKey {
      case trees
      case firstTrees = "iteration_indptr"
      case parameters = "gbtree_model_param"
    }
    let trees: [XGBoostTree]
    /// The number of each iteration's first tree, and of trees altogether; since XGBoost 2.0.
    let firstTrees: [Int]?
    let parameters: BoosterParameters?
  }

  struct BoosterParameters: Decodable {
    enum CodingKeys: String, CodingKey { case parallelTrees = "num_parallel_tree" }
    let parallelTrees: String?
  }

  let learner: Learner

  init(_ json: Data) throws(ModelError) {
    do {
      self = try JSONDecoder().decode(XGBoostFile.self, from: json)
    } catch let error as DecodingError {
      guard case .dataCorrupted(let context) = error, context.codingPath.isEmpty else {
        throw ModelError(error)
      }
      throw ModelError(
        "the file is not JSON (\(Self.cause(context)))",
        help: "XGBoost writes JSON where the name ends so: booster.save_model(\"points.json\")")
    } catch {
      throw .malformed("\(error)")
    }
  }

  /// The reader's own words: where in the file it stopped.
  private static func cause(_ context: DecodingError.Context) -> String {
    let error = context.underlyingError as NSError?
    return (error?.userInfo["NSDebugDescription"] as? String) ?? context.debugDescription
  }
}
