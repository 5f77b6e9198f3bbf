import FeatureSpec

/// The first thirty days of a season, from opening night (D-04): nobody has a full history yet.
let isSoftBootstrap: Aggregate = asOfDay.days(since: seasonOpening) < 30

/// The months in which a season begins or ends.
let isSeasonBoundary: Aggregate = isInMonth(asOfDay, 4, 10, 11)

/// `7 of 10 expected games are there`
func notReady(_ window: WindowCompleteness) -> Aggregate {
  concatenated(
    window.actual.converted(to: .text), " of ", window.expected.converted(to: .text),
    " expected games are there")
}

/// The text where the condition is true, else nothing.
func note(_ text: String, when condition: Aggregate) -> Aggregate {
  when(condition, .constant(text), elseMissing: .text)
}

/// `shot zones are known in 8 of 10 games`; nothing where they are in all.
func zonesNote(_ known: Aggregate, of games: Aggregate) -> Aggregate {
  when(
    known < games,
    concatenated(
      "shot zones are known in ", known.converted(to: .text), " of ",
      games.converted(to: .text), " games"), elseMissing: .text)
}

/// Issue codes of an as-of row: what was let through, and what is unknown.
func completenessIssues(_ window: WindowCompleteness, zoneGames: Aggregate) -> [Aggregate] {
  [
    note("incomplete_upstream_data", when: !window.isReady()),
    note("window_empty", when: window.expected == 0),
    note("early_season", when: isSoftBootstrap),
    note("shot_zones_unavailable", when: zoneGames == 0),
  ]
}

/// Fills the early-season pair: early, and why the row was let through although games are missing.
struct EarlySeasonFeatures: DeclarationGroup {
  let declarations: [Declaration]

  init(_ columns: EarlySeasonColumns, window: WindowCompleteness) {
    let features = [
      Feature(columns.isEarly, isSoftBootstrap),
      Feature(
        columns.reason, when(window.isReady(), .missing(.text), otherwise: notReady(window))),
    ]
    declarations = features.flatMap(\.declarations)
  }
}
