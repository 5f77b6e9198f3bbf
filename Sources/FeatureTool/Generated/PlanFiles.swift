import FeatureAlgebra
import FeaturePlan
import Foundation

/// A plan as files: `pipeline.json`, one per processor, and one per tree model, and back.
enum PlanFiles {
  /// What is not one processor's: calendar, raw tables, the order of the processors, the digests of the
  /// models.
  private struct PipelineFile: Codable {
    let pipeline: String
    let calendar: CalendarPlan
    let order: [String]
    let tables: [TablePlan]
    /// Nil where the plan predicts nothing.
    let models: [String]?
  }

  /// A processor with the meaning of each feature in words beside its tree, for who reads the file.
  private struct ProcessorFile: Encodable {
    enum Key: String, CodingKey { case features }
    let plan: ProcessorPlan

    func encode(to encoder: any Encoder) throws {
      try plan.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(plan.features.map(FeatureEntry.init), forKey: .features)
    }
  }

  private struct FeatureEntry: Encodable {
    enum Key: String, CodingKey { case meaning }
    let feature: FeaturePlan

    func encode(to encoder: any Encoder) throws {
      try feature.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(feature.expression.meaning, forKey: .meaning)
    }
  }

  static let pipelineName = "pipeline.json"

  /// `player_daily_cache.json`
  static func name(of processor: String) -> String {
    let name = FileWord.of(processor) + ".json"
    // A processor of that name must not write over the pipeline's own file.
    return name == pipelineName ? "%70ipeline.json" : name
  }

  /// `models/3f2a5c0e91b84d67.json`
  private static func name(ofModel digest: String) -> String {
    "models/\(FileWord.of(digest)).json"
  }

  /// Name and text of each file; the same bytes for equal plans.
  static func texts(of plan: Plan) throws(ToolError) -> [(name: String, text: String)] {
    let computed = Set(plan.processors.map(\.table.name))
    let shelf = TreeModelShelf()
    var texts: [(name: String, text: String)] = []
    for processor in plan.processors {
      texts.append(
        (name: name(of: processor.name), text: try text(ProcessorFile(plan: processor), shelf)))
    }
    for model in shelf.models {
      texts.append((name: name(ofModel: model.digest), text: try text(model)))
    }
    let digests = shelf.models.map(\.digest)
    let pipeline = PipelineFile(
      pipeline: plan.pipeline, calendar: plan.calendar, order: plan.processors.map(\.name),
      tables: plan.tables.filter { !computed.contains($0.name) },
      models: digests.isEmpty ? nil : digests)
    return [(name: pipelineName, text: try text(pipeline))] + texts
  }

  /// Reads a plan back.
  ///
  /// - Parameters:
  ///   - place: where the files are, for sentences.
  ///   - read: the bytes of the file of that name, or nil when there is none.
  static func plan(
    in place: String, read: (String) -> Data?
  ) throws(ToolError) -> Plan {
    guard let bytes = read(pipelineName) else {
      throw ToolError(.absent, "there is no \(pipelineName) in \(place)")
    }
    let pipeline: PipelineFile = try value(bytes, "\(place)/\(pipelineName)")
    func part<Value: Decodable>(
      _ name: String, of what: String, _ shelf: TreeModelShelf? = nil
    ) throws(ToolError) -> Value {
      guard let bytes = read(name) else {
        throw ToolError(
          .absent, "\(place)/\(pipelineName) names '\(what)', and there is no \(name)",
          help: "compile --write makes the folder whole")
      }
      return try value(bytes, "\(place)/\(name)", shelf)
    }
    var models: [TreeModel] = []
    for digest in pipeline.models ?? [] {
      models.append(try part(name(ofModel: digest), of: digest))
    }
    let shelf = TreeModelShelf(models)
    var processors: [ProcessorPlan] = []
    for processor in pipeline.order {
      processors.append(try part(name(of: processor), of: processor, shelf))
    }
    let tables = (pipeline.tables + processors.map(\.table)).sorted { $0.name < $1.name }
    return Plan(
      pipeline: pipeline.pipeline, calendar: pipeline.calendar, tables: tables,
      processors: processors)
  }

  /// - Parameter shelf: where models go, each once; nil writes them out where they stand.
  private static func text(
    _ value: some Encodable, _ shelf: TreeModelShelf? = nil
  ) throws(ToolError) -> String {
    let encoder = JSONEncoder()
    if let key = CodingUserInfoKey.treeModels { encoder.userInfo[key] = shelf }
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return JSONLayout().text(try encoder.encode(value))
    } catch {
      throw ToolError(.file, "the plan cannot be written as JSON: \(error)")
    }
  }

  private static func value<Value: Decodable>(
    _ bytes: Data, _ path: String, _ shelf: TreeModelShelf? = nil
  ) throws(ToolError) -> Value {
    let decoder = JSONDecoder()
    if let key = CodingUserInfoKey.treeModels { decoder.userInfo[key] = shelf }
    do {
      return try decoder.decode(Value.self, from: bytes)
    } catch {
      throw ToolError(
        .file, "\(path) is not a plan of this version of the tool",
        help: "compile --write writes it afresh", details: "\(error)")
    }
  }
}
