import FeaturePlan
import FeatureSQL

extension OptionSpec {
  static let dialect = repeated("dialect", "NAME", "the SQL to write: duckdb (default: all)")
  static let output = value(
    "output", "DIR", "where the generated files are (default generated)")
  static let documentation = value(
    "documentation", "DIR", "where the pages of the processors are (default docs/pipeline)")
}

extension Invocation {
  static let dialects: [Dialect] = [.duckDB]

  /// The dialects that were asked for; all where none was.
  func chosenDialects() throws(ToolError) -> [Dialect] {
    let names = Self.dialects.map(\.name)
    var chosen: [Dialect] = []
    for name in arguments.values(.dialect) {
      guard let dialect = Self.dialects.first(where: { $0.name == name }) else {
        throw .usage(
          "there is no dialect '\(name)'\(NearestName.hint(name, in: names))",
          help: "the dialects are \(Words.list(names))")
      }
      chosen.append(dialect)
    }
    return chosen.isEmpty ? Self.dialects : chosen
  }

  func generatedFolder(_ dialects: [Dialect]) -> GeneratedFolder {
    let name = arguments.value(.output) ?? "generated"
    return GeneratedFolder(
      name: name, root: context.resolve(name), parts: ["plans"] + dialects.map(\.name))
  }

  var documentationFolder: GeneratedFolder {
    let name = arguments.value(.documentation) ?? "docs/pipeline"
    return GeneratedFolder(
      name: name, root: context.resolve(name), parts: [""], endings: [".md"],
      mark: PipelinePages.mark)
  }

  /// Every file of plans and statements.
  func generatedFiles(
    _ plan: Plan, _ dialects: [Dialect]
  ) throws(ToolError) -> [GeneratedFile] {
    var files = try PlanFiles.texts(of: plan).map {
      GeneratedFile(path: "plans/" + $0.name, text: $0.text)
    }
    for dialect in dialects {
      files += try DialectStatements(plan, dialect).files.map {
        GeneratedFile(path: $0.path, text: $0.text)
      }
    }
    return files
  }
}
