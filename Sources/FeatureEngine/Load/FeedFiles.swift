internal import DuckDB
internal import FeatureAlgebra
internal import FeatureSpec
internal import Foundation

/// The files of a feed in a folder, checked and made readable under the names the feed gives them.
struct FeedFiles {
  let feed: Feed
  let folder: String
  /// As on the command line: `2022-23`.
  let seasons: [String]

  /// Existing files of `file`, in the order of the seasons.
  ///
  /// - Throws: `input` for a required file that is not there.
  func paths(of file: FeedFile) throws(EngineError) -> [String] {
    var found: [String] = []
    for name in names(of: file) {
      let path = folder + "/" + name
      if FileManager.default.fileExists(atPath: path) {
        found.append(path)
      } else if !file.isOptional {
        throw EngineError(
          .input, "feed '\(feed.name)' needs \(name), and it is not in \(folder)",
          help: hint(for: file))
      }
    }
    return found
  }

  private func names(of file: FeedFile) -> [String] {
    guard file.isPerSeason else { return [file.pattern] }
    return seasons.map { season in
      file.pattern.replacingOccurrences(
        of: "{season}", with: season.replacingOccurrences(of: "-", with: "_"))
    }
  }

  /// Which seasons the folder does have, or that the folder is not there at all.
  private func hint(for file: FeedFile) -> String {
    guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return "\(folder) is not a folder that can be read; name another with --from"
    }
    guard file.isPerSeason else { return "put it there, or name another folder with --from" }
    let parts = file.pattern.components(separatedBy: "{season}")
    let there = all.filter { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1]) }
      .map {
        $0.dropFirst(parts[0].count).dropLast(parts[1].count)
          .replacingOccurrences(of: "_", with: "-")
      }.filter { $0.allSatisfy { $0.isNumber || $0 == "-" } }.sorted()
    return there.isEmpty
      ? "no season has that file; name another folder with --from"
      : "seasons that are there: \(there.joined(separator: ", "))"
  }

  /// Makes each file a temporary view of its declared columns; an absent optional file is an empty one.
  ///
  /// - Returns: names of optional files that are absent.
  func register(on connection: Connection) throws(EngineError) -> [String] {
    var absent: [String] = []
    for file in feed.files {
      let paths = try paths(of: file)
      if paths.isEmpty {
        absent.append(file.name)
        let columns = file.columns.map { "CAST(NULL AS \($0.type)) AS \(identifier($0.name))" }
        try create(file, "SELECT \(columns.joined(separator: ", ")) WHERE FALSE", on: connection)
      } else {
        for path in paths { try check(path, file, on: connection) }
        let columns = file.columns.map {
          "CAST(\(identifier($0.name)) AS \($0.type)) AS \(identifier($0.name))"
        }
        try create(
          file, "SELECT \(columns.joined(separator: ", ")) FROM \(reader(paths))", on: connection)
      }
    }
    return absent
  }

  private func create(
    _ file: FeedFile, _ select: String, on connection: Connection
  ) throws(EngineError) {
    try doing("read \(file.name)") { () throws(DuckDBError) in
      try connection.execute(
        "CREATE OR REPLACE TEMPORARY VIEW \(identifier(file.name)) AS \(select)")
    }
  }

  /// Columns and types of one file against the declaration.
  private func check(
    _ path: String, _ file: FeedFile, on connection: Connection
  ) throws(EngineError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let rows: [[SQLValue]]
    do {
      rows = try connection.query("DESCRIBE SELECT * FROM \(reader([path]))").rows()
    } catch {
      throw EngineError(
        .input, "\(name) cannot be read: \(error.words)",
        help: "is it a whole \(path.hasSuffix(".csv") ? "CSV" : "Parquet") file? fetch it again",
        cause: error)
    }
    let first = try doing("read \(name)") { () throws(DuckDBError) in
      try connection.query("SELECT 1 FROM \(reader([path])) LIMIT 1").rows()
    }
    if first.isEmpty && !file.isOptional {
      throw EngineError(
        .input, "\(name) has no rows", help: "fetch the file again, or leave its season out")
    }
    var types: [String: String] = [:]
    for row in rows { if let column = row[0].asText { types[column] = row[1].asText ?? "" } }
    for column in file.columns {
      guard let found = types[column.name] else {
        throw EngineError(
          .input, "\(name) has no column '\(column.name)' (\(column.type))",
          help:
            "write the file again with it; it has \(types.keys.sorted().joined(separator: ", "))")
      }
      // Columns of a CSV file without rows have no types of their own.
      guard first.isEmpty || accepts(found, as: column.type) else {
        throw EngineError(
          .input, "column '\(column.name)' of \(name) is \(found), and \(column.type) is wanted",
          help: "write the file again with that type")
      }
    }
  }

  /// A column may be read as another type of its family, never as one of another family.
  private func accepts(_ found: String, as type: ColumnType) -> Bool {
    let integers = [
      "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER",
    ]
    switch type {
    case .integer, .integer32: return integers.contains(found)
    case .double, .decimal:
      return integers.contains(found) || ["DOUBLE", "FLOAT"].contains(found)
        || found.hasPrefix("DECIMAL")
    case .text: return found == "VARCHAR"
    case .boolean: return found == "BOOLEAN"
    case .day: return found == "DATE"
    case .timestamp: return found.hasPrefix("TIMESTAMP")
    case .textList: return found == "VARCHAR[]"
    case .doubleList: return found == "DOUBLE[]"
    }
  }

  private func reader(_ paths: [String]) -> String {
    let list = paths.map(Quoting.literal).joined(separator: ", ")
    return paths[0].hasSuffix(".csv")
      ? "read_csv([\(list)], union_by_name = true)"
      : "read_parquet([\(list)], union_by_name = true)"
  }
}

/// A name in double quotes. Files are read by SQL that exists for one load only, so it is not a
/// statement of the compiler.
func identifier(_ name: String) -> String { Quoting.identifier(name) }
