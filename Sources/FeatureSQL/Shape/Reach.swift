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
  /// The most rows that any window holds, where all count rows.
  let rows: Int?

  /// No bound at all.
  static let everything = Reach(bounds: [], rows: nil)

  private init(bounds: [Bound], rows: Int?) {
    self.bounds = bounds
    self.rows = rows
  }

  /// The union of the windows.
  init(of windows: [Window]) {
    let all = windows.map(Bound.init)
    let counts = windows.map { window -> Int? in
      if case .rows(let count) = window.span { count } else { nil }
    }
    self.rows = counts.contains(nil) ? nil : counts.compactMap { $0 }.max()
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
