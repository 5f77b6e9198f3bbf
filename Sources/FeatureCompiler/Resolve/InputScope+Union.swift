import FeatureAlgebra
import FeaturePlan

extension InputScope.Scope {
  /// One scope that covers both, where one can be said: equal ones, two histories, two of days ahead, or
  /// two of a table without a day.
  func union(_ other: InputScope.Scope) -> InputScope.Scope? {
    if self == other { return self }
    if let mine = Past(self), let theirs = Past(other) { return mine.union(theirs).scope }
    if case .after(let mine, let columns) = self, case .after(let theirs, let more) = other {
      return .after(days: max(mine, theirs), columns: Set(columns + more).sorted())
    }
    return hasNoDay && other.hasNoDay ? .everything : nil
  }

  /// Whether every row of `other` is in this scope.
  func covers(_ other: InputScope.Scope) -> Bool { union(other) == self }

  /// The rows at most so many days before those of this scope, which may lie before its season.
  func reaching(back days: Int) -> InputScope.Scope {
    switch self {
    case .sameDay: .before(days: days, withinSeason: false)
    case .before(let own, _): .before(days: own.map { $0 + days }, withinSeason: false)
    case .beforeInSeason: .before(days: nil, withinSeason: false)
    case .after, .matching, .everything: self
    }
  }

  private var hasNoDay: Bool {
    switch self {
    case .matching, .everything: true
    case .sameDay, .before, .beforeInSeason, .after: false
    }
  }
}

/// The rows before D that some readings reach: in its season, and in any season.
struct Past: Equatable {
  /// Days back; nil is no bound.
  struct Reach: Equatable {
    let days: Int?

    func union(_ other: Reach) -> Reach {
      Reach(days: days.flatMap { mine in other.days.map { max(mine, $0) } })
    }
  }

  var inSeason: Reach?
  var anySeason: Reach?

  init(_ windows: [Window]) {
    for window in windows {
      let reach = Reach(days: window.reach)
      if window.withinSeason {
        inSeason = inSeason?.union(reach) ?? reach
      } else {
        anySeason = anySeason?.union(reach) ?? reach
      }
    }
  }

  /// Nil for a scope that is not of days before D.
  init?(_ scope: InputScope.Scope) {
    switch scope {
    case .before(let days, withinSeason: true): inSeason = Reach(days: days)
    case .before(let days, withinSeason: false): anySeason = Reach(days: days)
    case .beforeInSeason(let days):
      inSeason = Reach(days: nil)
      anySeason = Reach(days: days)
    case .sameDay, .after, .matching, .everything: return nil
    }
  }

  func union(_ other: Past) -> Past {
    var both = self
    if let reach = other.inSeason { both.inSeason = inSeason?.union(reach) ?? reach }
    if let reach = other.anySeason { both.anySeason = anySeason?.union(reach) ?? reach }
    return both
  }

  /// A scope that holds every row reached; the season where nothing is.
  var scope: InputScope.Scope {
    guard let anySeason else { return .before(days: inSeason?.days, withinSeason: true) }
    guard let inSeason, let free = anySeason.days else {
      return .before(days: anySeason.days, withinSeason: false)
    }
    if let bound = inSeason.days, bound <= free { return .before(days: free, withinSeason: false) }
    return .beforeInSeason(orDays: free)
  }
}
