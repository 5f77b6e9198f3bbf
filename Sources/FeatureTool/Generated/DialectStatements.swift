import FeatureAlgebra
import FeaturePlan
import FeatureSQL

/// Every statement of a plan in one dialect, as files.
struct DialectStatements {
  let dialect: Dialect
  /// Schemas, raw tables and the tables of the engine itself.
  let schema: StatementFile
  /// What a run asks first, for all processors at once: the calendar and the source hashes.
  let shared: [StatementFile]
  /// In the order of the plan.
  let processors: [ProcessorStatements]

  init(_ plan: Plan, _ dialect: Dialect) throws(ToolError) {
    self.dialect = dialect
    let schema = try Self.rendering(dialect, of: plan.pipeline) { () throws(RenderError) in
      try SchemaStatements(for: plan, dialect: dialect)
    }
    var processors: [ProcessorStatements] = []
    for processor in plan.processors {
      let set = try Self.rendering(dialect, of: processor.name) { () throws(RenderError) in
        try statements(for: processor, in: plan, dialect: dialect)
      }
      let table = schema.create.filter { $0.name == "\(processor.table.name)" }
      processors.append(ProcessorStatements(processor, set.all + table, dialect))
    }
    self.shared = try Self.rendering(dialect, of: plan.pipeline) { () throws(RenderError) in
      [
        try calendarStatements(of: plan, in: dialect).keep,
        try sourceHashes(plan.processors.map { SourceQuestion($0) }, in: plan, dialect: dialect),
      ]
    }.map { StatementFile(folder: FileWord.of(dialect.name), family: $0.family, statements: [$0]) }
    let computed = Set(plan.processors.map { "\($0.table.name)" })
    self.processors = processors
    self.schema = StatementFile(
      path: "\(FileWord.of(dialect.name))/schema.sql", family: .ddl,
      statements: schema.create.filter { !computed.contains($0.name) })
  }

  subscript(processor name: String) -> ProcessorStatements? {
    processors.first { $0.processor.name == name }
  }

  /// The calendar stands once for all.
  var files: [StatementFile] {
    [schema] + shared + processors.flatMap { $0.files.filter { $0.family != .calendar } }
  }

  private static func rendering<Output>(
    _ dialect: Dialect, of subject: String, _ body: () throws(RenderError) -> Output
  ) throws(ToolError) -> Output {
    do {
      return try body()
    } catch {
      throw ToolError(
        ToolError.Code(error.code.description),
        "\(error.subject ?? subject) cannot be said in \(dialect.name): \(error.message)")
    }
  }
}

/// The statements of one processor, a file per family.
struct ProcessorStatements {
  let processor: ProcessorPlan
  let files: [StatementFile]

  init(_ processor: ProcessorPlan, _ statements: [Statement], _ dialect: Dialect) {
    self.processor = processor
    let folder = [dialect.name, processor.table.name.dataset, processor.name].map(FileWord.of)
      .joined(separator: "/")
    let families = Dictionary(grouping: statements, by: \.family)
    files = families.sorted { $0.key.number < $1.key.number }.map { family, statements in
      StatementFile(folder: folder, family: family, statements: statements)
    }
  }

  var statements: [Statement] { files.flatMap(\.statements) }

  /// Those a word means: a family, a file's stem or a statement's name.
  func statements(named word: String) throws(ToolError) -> [Statement] {
    if let file = files.first(where: { $0.family.word == word || $0.stem == word }) {
      return file.statements
    }
    if let statement = statements.first(where: { $0.name == word }) { return [statement] }
    if Statement.Family.allCases.contains(where: { $0.word == word }) {
      throw .usage(
        "\(processor.name) has no \(word) statement",
        help: "it has \(Words.list(files.map(\.family.word)))")
    }
    let families = files.map(\.family.word)
    let hint = NearestName.hint(word, in: families + statements.map(\.name))
    throw .usage(
      "there is no statement '\(word)'\(hint)", help: "the families are \(Words.list(families))")
  }
}
