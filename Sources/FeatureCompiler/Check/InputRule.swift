import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// One input is meant, but the rows come from several tables.
  public static let severalTables = Finding.Code("several-tables")
  /// Two inputs tracked under one prefix.
  public static let duplicateTracking = Finding.Code("duplicate-tracking")
  /// A number of rows that can never be short or never be reached.
  public static let badMinimum = Finding.Code("bad-minimum")
}

extension Rule {
  /// Tracked and required rows are inputs of the processor, one table each.
  static let inputs = Rule.ofEachProcessor { processor in
    var found: [Finding] = []
    for tracking in processor.tracking {
      for rows in tracking.value.rows {
        found += input(rows, processor, "source tracking", tracking.place)
        found += severalTables(rows, processor, tracking.place)
      }
      if tracking.value.expectedRows <= 0 {
        found.append(minimum("source tracking", tracking.value.expectedRows, tracking.place))
      }
    }
    for dependency in processor.dependencies {
      found += input(dependency.value.rows, processor, "a requirement", dependency.place)
      if dependency.value.minimumRows <= 0 {
        found.append(minimum("a requirement", dependency.value.minimumRows, dependency.place))
      }
    }
    return found + duplicates(processor)
  }

  private static func input(
    _ rows: RowsDeclaration, _ processor: ProcessorOutline, _ subject: String, _ place: Place
  ) -> [Finding] {
    switch processor.inputMeant(by: rows) {
    case .tables:
      return []
    case .none:
      let aliases = processor.inputUses.flatMap(\.aliases)
      return [
        Finding(
          .undeclaredRows, "\(subject) names rows '\(rows.alias)', which nothing reads", at: place,
          help: NearMiss.help(for: rows.alias, in: aliases) ?? "add Reads(\(rows.alias), …)")
      ]
    case .severalScopes(let table):
      return [
        Finding(
          .severalTables,
          "\(subject) names table '\(table)', which is read on the day and before it", at: place,
          help: "name the rows by the alias under which they are read")
      ]
    }
  }

  /// Tracking columns tell of one table.
  private static func severalTables(
    _ rows: RowsDeclaration, _ processor: ProcessorOutline, _ place: Place
  ) -> [Finding] {
    guard case .tables(let meant) = processor.inputMeant(by: rows), meant.count > 1 else {
      return []
    }
    let names = meant.map { "'\($0.table)'" }.joined(separator: ", ")
    return [
      Finding(
        .severalTables,
        "source tracking names '\(rows.alias)', which comes from several tables: \(names)",
        at: place, help: "track each: \(rows.source.partNames)")
    ]
  }

  private static func minimum(_ subject: String, _ rows: Int, _ place: Place) -> Finding {
    Finding(
      .badMinimum, "\(subject) expects \(rows) rows", at: place, help: "expect at least one row")
  }

  private static func duplicates(_ processor: ProcessorOutline) -> [Finding] {
    var prefixes: [String: Place] = [:]
    var aliases: [String: Place] = [:]
    return processor.tracking.flatMap { tracking -> [Finding] in
      let prefix = tracking.value.columns.prefix
      var found: [Finding] = []
      if let first = prefixes.updateValue(tracking.place, forKey: prefix) {
        found.append(
          Finding(
            .duplicateTracking, "'\(prefix)' tracks two inputs", at: tracking.place,
            notes: [.init("the first is here", at: first)],
            help: "a SourceTracking is of one input: declare another, or take one Tracks out"))
      }
      for rows in tracking.value.rows where found.isEmpty {
        if let first = aliases.updateValue(tracking.place, forKey: rows.alias) {
          found.append(
            Finding(
              .duplicateTracking, "rows '\(rows.alias)' are tracked twice", at: tracking.place,
              notes: [.init("the first is here", at: first)], help: "take one Tracks out"))
        }
      }
      return found
    }
  }
}

extension SourceDeclaration {
  fileprivate var partNames: String {
    guard case .stack(let parts, _) = self else { return "Rows(…, as: …)" }
    return parts.map { "Rows(\($0.rows.shape.typeName)(), as: \"\($0.rows.alias)\")" }
      .joined(separator: " or ")
  }
}
