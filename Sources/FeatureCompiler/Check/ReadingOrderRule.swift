import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// Rows are found by something that is known only later, or by one another.
  public static let lookupOrder = Finding.Code("lookup-order")
}

extension Rule {
  /// Rows are found by what is known before them: the population, lookups in turn, then histories.
  static let readingOrder = Rule.ofEachProcessor { processor in
    lateValues(processor) + lookupCycles(processor) + historyCycles(processor)
  }

  private static func lateValues(_ processor: ProcessorOutline) -> [Finding] {
    processor.readings.flatMap { reading -> [Finding] in
      var sides = reading.matches.map(\.entity)
      if case .lookup(let lookup) = reading.reading, let condition = lookup.condition {
        sides.append(condition)
      }
      return sides.compactMap { side in
        guard let late = side.lateValue(mayAggregate: reading.isFoundByWindows) else { return nil }
        return Finding(
          .lookupOrder, "rows '\(reading.alias)' are found by \(late), which is known only later",
          at: reading.place,
          help: reading.isFoundByWindows
            ? "match with the population, a lookup, or newest(…) of another history"
            : "match with the population or with another lookup")
      }
    }
  }

  private static func lookupCycles(_ processor: ProcessorOutline) -> [Finding] {
    let lookups = Dictionary(
      processor.lookups.map { ($0.value.rows.alias, $0) }, uniquingKeysWith: { first, _ in first })
    let order = ReadingOrder(of: processor.lookups.map(\.value.rows.alias)) {
      lookups[$0]?.value.aliasesRead ?? []
    }
    return order.cycles.compactMap { cycle in finding(cycle, lookups[cycle[0]]?.place) }
  }

  private static func historyCycles(_ processor: ProcessorOutline) -> [Finding] {
    let histories = Dictionary(
      processor.histories.map { ($0.value.rows.alias, $0) },
      uniquingKeysWith: { first, _ in first })
    let order = ReadingOrder(of: processor.histories.map(\.value.rows.alias)) { alias in
      (histories[alias]?.value.matches ?? []).flatMap { $0.entity.aggregations.map(\.rows) }
    }
    return order.cycles.compactMap { cycle in finding(cycle, histories[cycle[0]]?.place) }
  }

  private static func finding(_ cycle: [String], _ place: Place?) -> Finding? {
    guard let place else { return nil }
    let chain = (cycle + cycle.prefix(1)).map { "'\($0)'" }.joined(separator: " by ")
    return Finding(
      .lookupOrder, "rows are found by one another: \(chain)", at: place,
      help: "find one of them by the population alone")
  }
}

extension ReadRows {
  /// Histories and completeness are read after other histories; lookups and summaries before.
  fileprivate var isFoundByWindows: Bool {
    switch reading {
    case .history, .expected, .excused: true
    case .population, .entities, .lookup, .summary: false
    }
  }
}

extension Expression {
  /// What the expression reads that is not yet known when rows are found.
  func lateValue(mayAggregate: Bool) -> String? {
    var late: String?
    walk { node in
      switch node {
      case .feature(let name): late = late ?? "feature '\(name)'"
      case .league: late = late ?? "a league average"
      case .coverage: late = late ?? "a completeness window"
      case .aggregate(let it) where !mayAggregate, .measured(let it, _) where !mayAggregate:
        late = late ?? "\(it.function.word) of '\(it.rows)'"
      default: break
      }
    }
    return late
  }
}
