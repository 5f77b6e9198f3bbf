import FeatureAlgebra

/// How far back the windows over one set of rows can look: days that satisfy any of the bounds.
struct Reach: Hashable {
  /// Both conditions must hold; none of either means every day before D.
  struct Bound: Hashable {
    let withinSeason: Bool
    let days: Int?

    init(withinSeason: Bool, days: Int?) {
      self.withinSeason = withinSeason
      self.days = days
    }

    init(_ window: Window) {
      self.init(withinSeason: window.withinSeason, days: window.reach)
    }
  }

  /// Empty: unbounded.
  let bounds: [Bound]
  /// What is enough inside the bounds: the newest rows, or those of the newest days. Empty: all.
  let spans: [Window.Span]

  /// No bound at all.
  static let everything = Reach(bounds: [], spans: [])

  private init(bounds: [Bound], spans: [Window.Span]) {
    self.bounds = bounds
    self.spans = spans
  }

  /// The union of the windows.
  init(of windows: [Window]) {
    let all = windows.map(Bound.init)
    self.spans = Reach.spans(of: windows)
    if windows.isEmpty || all.contains(where: { !$0.withinSeason && $0.days == nil }) {
      self.bounds = []
      return
    }
    let anySeason = all.filter { !$0.withinSeason }.compactMap(\.days).max()
    let wholeSeason = all.contains { $0.withinSeason && $0.days == nil }
    let inSeason = all.filter(\.withinSeason).compactMap(\.days).max()
    var bounds: [Bound] = []
    if wholeSeason {
      bounds.append(Bound(withinSeason: true, days: nil))
    } else if let inSeason, inSeason > anySeason ?? 0 {
      bounds.append(Bound(withinSeason: true, days: inSeason))
    }
    if let anySeason { bounds.append(Bound(withinSeason: false, days: anySeason)) }
    self.bounds = bounds
  }

  /// The largest window of rows and the largest of days, where no window holds everything.
  private static func spans(of windows: [Window]) -> [Window.Span] {
    var rows: Int?
    var days: Int?
    for window in windows {
      switch window.span {
      case .rows(let count): rows = max(rows ?? 0, count)
      case .days(let count): days = max(days ?? 0, count)
      case .all: return []
      }
    }
    // Days alone are a bound already.
    guard let rows else { return [] }
    return [.rows(rows)] + (days.map { [.days($0)] } ?? [])
  }

  /// Conditions on a row's day for one as-of day: `day >= as_of - 30`.
  func conditions(
    on day: SQLExpression, asOf: SQLExpression, opening: SQLExpression
  ) -> [SQLExpression] {
    let alternatives = bounds.map {
      SQLExpression.every(Reach.conditions($0, on: day, asOf: asOf, opening: opening))
    }
    switch alternatives.count {
    case 0: return []
    case 1: return [alternatives[0]]
    default: return [.any(alternatives)]
    }
  }

  /// The part of a window's bound that the reach does not say already.
  func conditions(
    of window: Window, on day: SQLExpression, asOf: SQLExpression, opening: SQLExpression
  ) -> [SQLExpression] {
    let bound = Bound(window)
    let rest = Bound(
      withinSeason: bound.withinSeason
        && (bounds.isEmpty || bounds.contains { !$0.withinSeason }),
      days: bound.days.flatMap { days in
        let isSaid =
          !bounds.isEmpty && bounds.allSatisfy { $0.days.map { $0 <= days } ?? false }
        return isSaid ? nil : days
      })
    return Reach.conditions(rest, on: day, asOf: asOf, opening: opening)
  }

  private static func conditions(
    _ bound: Bound, on day: SQLExpression, asOf: SQLExpression, opening: SQLExpression
  ) -> [SQLExpression] {
    var conditions: [SQLExpression] = []
    if bound.withinSeason { conditions.append(.infix(.greaterOrEqual, day, opening)) }
    if let days = bound.days {
      conditions.append(
        .infix(.greaterOrEqual, day, .call(.dayMinus, [asOf, .integer(days)])))
    }
    return conditions
  }
}
