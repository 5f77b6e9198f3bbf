import FeatureAlgebra
import FeaturePlan

/// A plan as pages for people: an index with the graph, and a page per processor.
struct PipelinePages {
  let plan: Plan
  private let lineage: Lineage

  init(_ plan: Plan) {
    self.plan = plan
    lineage = Lineage(of: plan)
  }

  /// Begins every page; a page without it is somebody's own and is left alone.
  static let mark = "<!-- Written by `compile --write` from the specs; edit those. -->"

  var files: [GeneratedFile] {
    [GeneratedFile(path: "README.md", text: text(IndexPage(plan: plan).lines))]
      + plan.processors.map {
        GeneratedFile(
          path: Self.name(of: $0.name),
          text: text(ProcessorPage(processor: $0, plan: plan, lineage: lineage).lines))
      }
  }

  /// `player_daily_cache.md`
  static func name(of processor: String) -> String {
    let name = FileWord.of(processor) + ".md"
    // A processor of that name must not write over the index.
    return name == "README.md" ? "%52EADME.md" : name
  }

  private func text(_ lines: [String]) -> String {
    ([Self.mark, ""] + lines).joined(separator: "\n") + "\n"
  }
}

extension Plan {
  /// The processor that writes a table.
  func writer(of table: TableName) -> ProcessorPlan? { processors.first { $0.table.name == table } }

  /// A link to the page of the processor that writes it, or the name of a raw table.
  func reference(_ table: TableName) -> String {
    guard let writer = writer(of: table) else { return "`\(table)`" }
    return "[\(writer.name)](\(PipelinePages.name(of: writer.name)))"
  }

  /// The processors that read a table.
  func readers(of table: TableName) -> [ProcessorPlan] {
    processors.filter { $0.inputs.contains { $0.table == table } }
  }

  func links(_ processors: [ProcessorPlan]) -> String {
    processors.map { reference($0.table.name) }.joined(separator: ", ")
  }
}
