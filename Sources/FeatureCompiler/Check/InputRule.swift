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
    let aliases = Set(
      processor.readings.flatMap { reading in
        [reading.alias] + reading.rows.tablesByAlias.map(\.alias)
      })
    var found: [Finding] = []
    for tracking in processor.tracking {
      for rows in tracking.value.rows {
        found += input(rows, aliases, "source tracking", tracking.place)
      }
      if tracking.value.expectedRows <= 0 {
        found.append(minimum("source tracking", tracking.value.expectedRows, tracking.place))
      }
    }
    for dependency in processor.dependencies {
      found += input(dependency.value.rows, aliases, "a requirement", dependency.place)
      if dependency.value.minimumRows <= 0 {
        found.append(minimum("a requirement", dependency.value.minimumRows, dependency.place))
      }
    }
    return found + duplicates(processor)
  }

  private static func input(
    _ rows: RowsDeclaration, _ aliases: Set<String>, _ subject: String, _ place: Place
  ) -> [Finding] {
    guard aliases.contains(rows.alias) else {
      return [
        Finding(
          .undeclaredRows, "\(subject) names rows '\(rows.alias)', which nothing reads", at: place,
          help: NearMiss.help(for: rows.alias, in: aliases) ?? "add Reads(\(rows.alias), …)")
      ]
    }
    let tables = Set(rows.tablesByAlias.map(\.table.name))
    guard tables.count > 1 else { return [] }
    return [
      Finding(
        .severalTables,
        "\(subject) names '\(rows.alias)', which comes from several tables: "
          + tables.sorted().map { "'\($0)'" }.joined(separator: ", "), at: place,
        help: "name the rows of each part by itself")
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
            notes: [.init("the first is here", at: first)]))
      }
      for rows in tracking.value.rows {
        if let first = aliases.updateValue(tracking.place, forKey: rows.alias) {
          found.append(
            Finding(
              .duplicateTracking, "rows '\(rows.alias)' are tracked twice", at: tracking.place,
              notes: [.init("the first is here", at: first)]))
        }
      }
      return found
    }
  }
}
