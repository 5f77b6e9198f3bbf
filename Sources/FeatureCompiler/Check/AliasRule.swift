import FeatureAlgebra
import FeaturePlan
import FeatureSpec

extension Finding.Code {
  /// One alias for different rows, or the same rows read twice.
  public static let duplicateAlias = Finding.Code("duplicate-alias")
  /// Rows that are read but that nothing looks at (warning).
  public static let unusedRows = Finding.Code("unused-rows")
}

extension Rule {
  /// An alias stands for one set of rows, read in one way.
  ///
  /// A history may also be the population's: the entities of those rows. Completeness may name rows that
  /// are read already; its rows and theirs must then be the same.
  static let aliases = Rule.ofEachProcessor { processor in
    duplicates(processor) + unused(processor)
  }

  private static func duplicates(_ processor: ProcessorOutline) -> [Finding] {
    var earlier: [String: [ReadRows]] = [:]
    var found: [Finding] = []
    for reading in processor.readings {
      let before = earlier[reading.alias] ?? []
      earlier[reading.alias] = before + [reading]
      guard let first = before.first else { continue }
      let same = RowsPlan(first.rows) == RowsPlan(reading.rows)
      if same, before.allSatisfy({ $0.mayBeReadAgain(as: reading) }) { continue }
      found.append(finding(reading.alias, at: reading.place, earlier: first.place, areSame: same))
    }
    for completeness in processor.completeness {
      let actual = completeness.value.actual
      guard let first = earlier[actual.alias]?.first, RowsPlan(first.rows) != RowsPlan(actual)
      else { continue }
      found.append(
        finding(actual.alias, at: completeness.place, earlier: first.place, areSame: false))
    }
    return found
  }

  private static func finding(
    _ alias: String, at place: Place, earlier: Place, areSame: Bool
  ) -> Finding {
    Finding(
      .duplicateAlias,
      areSame
        ? "rows '\(alias)' are read twice" : "the alias '\(alias)' stands for different rows",
      at: place, notes: [.init("the first is here", at: earlier)],
      help: "give one of them another alias: Rows(…, as: \"…\")")
  }

  private static func unused(_ processor: ProcessorOutline) -> [Finding] {
    var used: Set<String> = []
    for site in processor.sites.flatMap(\.withInner) {
      if case .row = site.level, site.purpose != .argument { continue }
      site.expression.walk { node in
        switch node {
        case .column(let rows, _): used.insert(rows)
        case .aggregate(let aggregation), .measured(let aggregation, _):
          used.insert(aggregation.rows)
        case .league(let league): used.insert(league.rows)
        default: break
        }
      }
    }
    used.formUnion(processor.tracking.flatMap { $0.value.rows.map(\.alias) })
    used.formUnion(processor.dependencies.map(\.value.rows.alias))
    used.formUnion(processor.completeness.map(\.value.actual.alias))
    used.formUnion(processor.populations.map(\.value.declaration.rows.alias))
    return processor.readings.filter { reading in
      guard reading.isAggregated || reading.isLookup else { return false }
      return reading.rows.tablesByAlias.allSatisfy { !used.contains($0.alias) }
        && !used.contains(reading.alias)
    }.map {
      Finding(
        .unusedRows, "rows '\($0.alias)' are read, but nothing looks at them", at: $0.place,
        severity: .warning, help: "take the Reads out, or track the rows")
    }
  }
}

extension ReadRows {
  fileprivate var isLookup: Bool {
    if case .lookup = reading { true } else { false }
  }

  fileprivate func mayBeReadAgain(as other: ReadRows) -> Bool {
    switch (reading, other.reading) {
    case (.entities, .history), (.entities, .expected), (.entities, .excused): true
    case (.history, .expected), (.history, .excused), (.summary, .excused), (.lookup, .excused):
      true
    default: false
    }
  }
}
