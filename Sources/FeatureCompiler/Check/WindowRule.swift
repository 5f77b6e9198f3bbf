import FeatureAlgebra
import FeatureSpec

extension Finding.Code {
  /// An aggregate over a history that does not say which rows count.
  public static let missingWindow = Finding.Code("missing-window")
  /// A window over the rows of the day itself.
  public static let windowOnSameDay = Finding.Code("window-on-same-day")
  /// A window of no rows or days, or one that reaches across seasons without an age.
  public static let windowWithoutBound = Finding.Code("window-without-bound")
}

extension Rule {
  /// Histories are looked at through windows, and every window has an end.
  static let windows = Rule.ofEachProcessor { processor in
    let readings = Dictionary(grouping: processor.readings, by: \.alias)
    let aggregated = processor.sites.flatMap(\.withInner).flatMap { site in
      site.expression.aggregations.flatMap { aggregation in
        findings(aggregation, in: site, readings[aggregation.rows] ?? [])
      }
    }
    return aggregated + populationWindows(processor) + completenessWindows(processor)
  }

  private static func findings(
    _ aggregation: Aggregation, in site: ExpressionSite, _ readings: [ReadRows]
  ) -> [Finding] {
    let alias = aggregation.rows
    guard let window = aggregation.window else {
      guard readings.contains(where: \.isHistory) else { return [] }
      return [
        Finding(
          .missingWindow,
          "\(site.subject) does not say which rows of the history '\(alias)' count",
          at: site.place,
          help: "add over: .last(10, .games), or .over(.season) to the aggregate")
      ]
    }
    if readings.contains(where: { $0.isAggregated && !$0.isHistory }) {
      return [
        Finding(
          .windowOnSameDay,
          "\(site.subject) looks at '\(alias)', the rows of the day itself, through '\(window)'",
          at: site.place,
          help: "a window is for rows before the day: give it to the aggregates of histories alone")
      ]
    }
    return bound(window, site.subject, site.place)
  }

  private static func populationWindows(_ processor: ProcessorOutline) -> [Finding] {
    processor.populations.flatMap { population -> [Finding] in
      guard case .entities(_, _, let window) = population.value.declaration else { return [] }
      return bound(window, "the population", population.place)
    }
  }

  private static func completenessWindows(_ processor: ProcessorOutline) -> [Finding] {
    processor.completeness.flatMap { completeness in
      completeness.value.windows.flatMap { name, window in
        bound(window, "completeness window '\(name)'", completeness.place)
      }
    }
  }

  private static func bound(_ window: Window, _ subject: String, _ place: Place) -> [Finding] {
    func finding(_ message: String, _ help: String) -> [Finding] {
      [Finding(.windowWithoutBound, message, at: place, help: help)]
    }
    switch window.span {
    case .rows(let count) where count <= 0:
      return finding(
        "\(subject) looks at the last \(count) rows", "a window holds at least one row")
    case .days(let count) where count <= 0:
      return finding(
        "\(subject) looks at the last \(count) days", "a window holds at least one day")
    default:
      break
    }
    if let age = window.maximumAge, age <= 0 {
      return finding(
        "\(subject) takes rows at most \(age) days old", "the newest row is at least one day old")
    }
    if !window.withinSeason, window.reach == nil {
      return finding(
        "\(subject) looks across seasons without an end",
        "say how old a row may be: .acrossSeasons(noOlderThan: 365)")
    }
    return []
  }
}
