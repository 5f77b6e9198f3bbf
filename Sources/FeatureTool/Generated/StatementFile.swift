import FeatureSQL

/// The statements of one family, as they are kept in one file.
struct StatementFile {
  /// `duckdb/nba_precompute/player_daily_cache/4_extract.sql`
  let path: String
  let family: Statement.Family
  /// In the order they run.
  let statements: [Statement]

  init(path: String, family: Statement.Family, statements: [Statement]) {
    self.path = path
    self.family = family
    self.statements = statements
  }

  /// Named by number and word of the family.
  init(folder: String, family: Statement.Family, statements: [Statement]) {
    self.init(
      path: "\(folder)/\(family.number)_\(family.word).sql", family: family,
      statements: statements)
  }

  /// `4_extract`
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.dropLast(".sql".count))
  }

  /// Each statement ends with a semicolon; several stand under their names.
  ///
  /// ```sql
  /// -- population
  /// SELECT …;
  /// ```
  var text: String { Self.text(statements) }

  static func text(_ statements: [Statement]) -> String {
    let texts = statements.map { statement in
      let head = statements.count > 1 ? "-- \(statement.name)\n" : ""
      let body = statement.sql.hasSuffix("\n") ? String(statement.sql.dropLast()) : statement.sql
      return head + body + (statement.isComment ? "\n" : ";\n")
    }
    return texts.joined(separator: "\n")
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
