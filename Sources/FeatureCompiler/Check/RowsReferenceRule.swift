import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Rows that no `Reads` and no `For` declares.
  public static let undeclaredRows = Finding.Code("undeclared-rows")
  /// A value per row where one per entity is meant, or the other way round.
  public static let wrongLevel = Finding.Code("wrong-level")
  /// An aggregate inside an aggregate.
  public static let aggregateOfAggregate = Finding.Code("aggregate-of-aggregate")
  /// Columns of several rows in one aggregate, filter or order.
  public static let mixedRows = Finding.Code("mixed-rows")
  /// A column of the population that is not one of those that make its entities.
  public static let notInPopulation = Finding.Code("not-in-population")
  /// "Newest" or "previous" of rows that have no order in time.
  public static let unorderedRows = Finding.Code("unordered-rows")
}

extension Rule {
  /// Every expression reads rows that are declared, on the level on which they are read.
  static let rowsReferences = Rule.ofEachProcessor { processor in
    let scope = RowsScope(processor)
    return processor.sites.flatMap(\.withInner).flatMap { site in
      var found: [Finding] = []
      site.expression.walk { node in
        if let finding = scope.finding(node, in: site) { found.append(finding) }
      }
      return found
    }
  }
}

/// Which rows a processor declares, and what may be read of them.
private struct RowsScope {
  private let readings: [String: [ReadRows]]

  init(_ processor: ProcessorOutline) {
    readings = Dictionary(grouping: processor.readings, by: \.alias)
  }

  func finding(_ node: Expression, in site: ExpressionSite) -> Finding? {
    switch (node, site.level) {
    case (.column(let alias, let name), .entity):
      return entityColumn(alias, name, site)
    case (.column(let alias, let name), .mixed(let own)) where alias != own:
      return entityColumn(alias, name, site)
    case (.column(let alias, _), .row(let own)) where alias != own:
      return Finding(
        .mixedRows, "\(site.subject) mixes rows '\(own)' and '\(alias)'", at: site.place,
        help: "aggregate each by itself, then put the two values together")
    case (.column(let alias, _), .pair(let own, let asking)) where alias != own && alias != asking:
      return Finding(
        .mixedRows, "\(site.subject) mixes rows '\(own)' and '\(alias)'", at: site.place,
        help: "a pair has the columns of '\(own)' and of '\(asking)', which asks for it")
    case (.aggregate(let aggregation), .entity):
      return aggregate(aggregation, site)
    case (.measured(let aggregation, let limit), .entity):
      return aggregate(aggregation, site) ?? late(limit, aggregation, site)
    case (.aggregate, _), (.measured, _), (.league, .row), (.league, .mixed), (.league, .pair),
      (.coverage, .row), (.coverage, .pair):
      return Finding(
        .aggregateOfAggregate, "\(site.subject) has an aggregate inside an aggregate",
        at: site.place, help: "an aggregate takes columns of rows: sum(games.points)")
    case (.feature, .row), (.asOfDay, .row), (.seasonOpening, .row), (.feature, .pair),
      (.asOfDay, .pair), (.seasonOpening, .pair):
      return Finding(
        .wrongLevel, "\(site.subject) uses a value of the entity as if each row had one",
        at: site.place, help: "move it out of the aggregate, filter or order")
    case (.previous, .entity), (.previous, .mixed):
      return Finding(
        .wrongLevel, "\(site.subject) asks for the previous row outside an aggregate",
        at: site.place, help: "newest(value, number: 2) is the value in the row before the newest")
    case (.previous, .pair(let alias, _)):
      return unordered("previous", alias, site)
    case (.previous, .row(let alias)) where site.purpose != .argument || !isHistory(alias):
      return unordered("previous", alias, site)
    default:
      return nil
    }
  }

  private func isHistory(_ alias: String) -> Bool {
    readings[alias]?.contains(where: \.isHistory) ?? false
  }

  private func entityColumn(_ alias: String, _ name: String, _ site: ExpressionSite) -> Finding? {
    guard let found = readings[alias] else { return undeclared(alias, site, aggregated: false) }
    for reading in found {
      switch reading.reading {
      case .population, .lookup: return nil
      case .entities(let keys, _):
        if keys.contains(name) { return nil }
        return Finding(
          .notInPopulation,
          "\(site.subject) reads '\(alias).\(name)' of the population, "
            + "whose entities are made by \(keys.map { "'\($0)'" }.joined(separator: ", "))",
          at: site.place, notes: [.init("the population is here", at: reading.place)],
          help: "newest(\(alias).…) over a window gives the value of the entity's newest row")
      case .history, .summary, .expected, .excused: continue
      }
    }
    return Finding(
      .wrongLevel, "\(site.subject) reads '\(alias).\(name)' of many rows as one value",
      at: site.place, help: "aggregate it: newest(\(alias).…), sum(\(alias).…)")
  }

  private func aggregate(_ aggregation: Aggregation, _ site: ExpressionSite) -> Finding? {
    let alias = aggregation.rows
    if alias.isEmpty {
      return Finding(
        .undeclaredRows, "\(site.subject) aggregates a constant, which names no rows",
        at: site.place, help: "count(rows) says how many there are")
    }
    guard let found = readings[alias] else { return undeclared(alias, site, aggregated: true) }
    guard found.contains(where: \.isAggregated) else {
      return Finding(
        .wrongLevel, "\(site.subject) aggregates '\(alias)', of which each entity has one row",
        at: site.place,
        help: "read its columns as they are, or declare a history: "
          + "Reads(\(alias), .before, matching: …)")
    }
    switch aggregation.function {
    case .newest, .oldest, .streak, .streakAbove, .streakBelow, .everyValue:
      return isHistory(alias) ? nil : unordered(aggregation.function.word, alias, site)
    default:
      return nil
    }
  }

  /// What rows are compared with is known before any window is looked through.
  private func late(
    _ limit: Expression, _ aggregation: Aggregation, _ site: ExpressionSite
  ) -> Finding? {
    guard let late = limit.lateValue(mayAggregate: false) else { return nil }
    return Finding(
      .lookupOrder,
      "\(site.subject) compares rows of '\(aggregation.rows)' with \(late), which is known only "
        + "after them", at: site.place,
      help: "compare with a column of the population or of a lookup")
  }

  private func unordered(_ word: String, _ alias: String, _ site: ExpressionSite) -> Finding {
    Finding(
      .unorderedRows, "\(site.subject) asks for '\(word)' of '\(alias)', whose rows have no order",
      at: site.place, help: "only the rows of a history, Reads(rows, .before), are ordered by day")
  }

  private func undeclared(
    _ alias: String, _ site: ExpressionSite, aggregated: Bool
  ) -> Finding {
    let add =
      aggregated
      ? "add Reads(\(alias), .before, matching: …), or .on for the rows of the day itself"
      : "add Reads(\(alias)) for a lookup, or For(\(alias), on: …) for the population"
    let near = NearMiss.nearest(to: alias, in: readings.keys)
    return Finding(
      .undeclaredRows, "\(site.subject) reads rows '\(alias)', which nothing declares",
      at: site.place, help: add + (near.map { "; the nearest rows are '\($0)'" } ?? ""))
  }
}
