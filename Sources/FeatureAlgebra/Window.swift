/// Which rows of a history count for an as-of day D. The upper edge is not part of it: every window
/// ends strictly before D, and no window can say otherwise.
public struct Window: Hashable, Sendable, Codable {
  public enum Span: Hashable, Sendable, Codable {
    /// The newest `n` rows before D; fewer where fewer exist.
    case rows(Int)
    /// The rows of the `n` days that end the day before D: [D − n, D).
    case days(Int)
    /// Every row before D.
    case all
  }

  public let span: Span
  /// Rows must belong to the season of D. On unless said otherwise.
  public let withinSeason: Bool
  /// Rows older than this many days before D do not count: day ≥ D − maximumAge.
  public let maximumAge: Int?

  public init(_ span: Span, withinSeason: Bool = true, maximumAge: Int? = nil) {
    self.span = span
    self.withinSeason = withinSeason
    self.maximumAge = maximumAge
  }

  /// The unit after a number: `.last(10, .games)`.
  public enum Measure: Hashable, Sendable { case games, rows, days }

  /// The newest `count` games (rows), or the `count` days that end the day before D, of this season.
  public static func last(_ count: Int, _ measure: Measure) -> Window {
    switch measure {
    case .games, .rows: Window(.rows(count))
    case .days: Window(.days(count))
    }
  }

  /// Every row of this season before D.
  public static var season: Window { Window(.all) }

  /// The same window without the season's bound; an age bound must take its place.
  public func acrossSeasons(noOlderThan days: Int) -> Window {
    Window(span, withinSeason: false, maximumAge: days)
  }

  /// The same window with rows older than `days` left out.
  public func noOlderThan(_ days: Int) -> Window {
    Window(span, withinSeason: withinSeason, maximumAge: days)
  }

  /// How many days before D the oldest row can lie, or nil where only the season bounds it.
  public var reach: Int? {
    let spanDays: Int? = if case .days(let days) = span { days } else { nil }
    return [spanDays, maximumAge].compactMap { $0 }.min()
  }
}

extension Window: CustomStringConvertible {
  /// As said in a diff: `last 10 games`, `last 7 days, any season`.
  public var description: String {
    var text =
      switch span {
      case .rows(let count): "last \(count) games"
      case .days(let count): "last \(count) days"
      case .all: withinSeason ? "season to date" : "all history"
      }
    if let maximumAge { text += ", at most \(maximumAge) days old" }
    if !withinSeason { text += ", any season" }
    return text
  }
}
