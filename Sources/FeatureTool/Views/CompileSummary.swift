import FeatureAlgebra
import FeaturePlan
import FeatureSQL

/// What compiling gave, in a table.
struct CompileSummary {
  private let plan: Plan
  private let dialect: Dialect
  private let statements: [ProcessorStatements]

  init(_ plan: Plan, _ dialect: Dialect) throws(ToolError) {
    self.plan = plan
    self.dialect = dialect
    self.statements = try DialectStatements(plan, dialect).processors
  }

  func lines(_ palette: Palette, seconds: Double) -> [String] {
    var table = TextTable([
      .text("processor"), .text("writes"), .number("features"), .number("windows"),
      .number("inputs"), .number("statements"), .number("lines"), .text("fingerprint"),
    ])
    for part in statements {
      let processor = part.processor
      table.add([
        TextTable.Cell(processor.name), TextTable.Cell(processor.table.name.dataset),
        .count(processor.features.count(where: \.isStored)), .count(processor.windows.count),
        .count(processor.inputs.count), .count(part.statements.count),
        .count(part.statements.map(\.lineCount).reduce(0, +)),
        TextTable.Cell(processor.fingerprint, .faint),
      ])
    }
    let raw = plan.tables.count - plan.processors.count
    return table.lines(palette) + [
      "",
      palette(.good, "sound")
        + ": \(plan.pipeline), \(Words.count(plan.processors.count, "processor")),"
        + " \(Words.count(raw, "raw table")), \(dialect.name) (\(Words.seconds(seconds)))",
    ]
  }

  var document: CompileDocument {
    CompileDocument(
      pipeline: plan.pipeline, dialect: dialect.name,
      processors: statements.map { part in
        CompileDocument.Processor(
          processor: part.processor.name, table: part.processor.table.name.description,
          fingerprint: part.processor.fingerprint,
          features: part.processor.features.count(where: \.isStored),
          windows: part.processor.windows.map(\.description),
          inputs: part.processor.inputs.map(\.name),
          statements: part.statements.map { "\($0.family.word) \($0.name)" })
      })
  }
}

extension Statement {
  var lineCount: Int { sql.utf8.count { $0 == UInt8(ascii: "\n") } }
}

extension ProcessorPlan {
  /// Each window that some aggregate looks through, once.
  var windows: [Window] {
    var found: [Window] = []
    for slot in slots {
      if case .aggregation(let aggregation) = slot.content, let window = aggregation.window,
        !found.contains(window)
      {
        found.append(window)
      }
    }
    return found
  }
}
