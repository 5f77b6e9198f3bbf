import FeatureAlgebra
import FeaturePlan
import FeatureSQL

/// The statements of a processor with the files they are kept in.
struct StatementFiles {
  struct File {
    /// `duckdb/nba_precompute/player_daily_cache/4_extract_population.sql`
    let path: String
    let statement: Statement

    /// `4_extract_population`
    var stem: String {
      let name = path.split(separator: "/").last ?? ""
      return String(name.dropLast(".sql".count))
    }
  }

  let processor: ProcessorPlan
  let files: [File]

  init(_ processor: ProcessorPlan, in plan: Plan, dialect: Dialect) throws(ToolError) {
    self.processor = processor
    let set: StatementSet
    do {
      set = try statements(for: processor, in: plan, dialect: dialect)
    } catch {
      throw ToolError(
        ToolError.Code(error.code.description),
        "\(error.subject ?? processor.name) in \(dialect.name): \(error.message)")
    }
    let folder = [dialect.name, processor.table.name.dataset, processor.name].map(FileWord.of)
      .joined(separator: "/")
    let sizes = Dictionary(grouping: set.all, by: \.family).mapValues(\.count)
    files = set.all.map { statement in
      let stem = Self.stem(of: statement, isAlone: sizes[statement.family] == 1)
      return File(path: "\(folder)/\(stem).sql", statement: statement)
    }
  }

  /// A family with one statement is one file; else each carries its name.
  private static func stem(of statement: Statement, isAlone: Bool) -> String {
    let family = "\(statement.family.number)_\(statement.family.word)"
    return isAlone ? family : family + "_" + FileWord.of(statement.name)
  }

  /// Those a word means: a family, a file's stem or a statement's name.
  func files(named word: String) throws(ToolError) -> [File] {
    let found = files.filter {
      $0.statement.family.word == word || $0.stem == word || $0.statement.name == word
    }
    if !found.isEmpty { return found }
    let families = Statement.Family.allCases.map(\.word)
    if families.contains(word) {
      throw .usage("\(processor.name) has no \(word) statement")
    }
    let names = families + files.map(\.stem) + files.map(\.statement.name)
    throw .usage(
      "there is no statement '\(word)'\(NearestName.hint(word, in: names))",
      help: "the families are \(Words.list(families))")
  }
}

extension Statement.Family {
  /// As in the name of the file.
  var number: Int {
    switch self {
    case .calendar: 0
    case .sourceHash: 1
    case .completeness: 2
    case .dependencies: 3
    case .extract: 4
    case .features: 5
    case .write: 6
    case .contracts: 7
    case .ddl: 8
    }
  }

  /// As in the name of the file and on the command line.
  var word: String { self == .sourceHash ? "hash" : rawValue }
}
