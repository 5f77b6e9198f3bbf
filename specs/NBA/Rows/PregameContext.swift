import FeatureSpec

/// How fast and how rested the opponent comes (D-23).
struct OpponentContext {
  private let games = finalTeamGames(as: "opponent_games")
  private let paces = Rows(TeamOffenseGameSummary(), as: "paces")
  private let opponent: Aggregate

  init(_ opponent: Aggregate) { self.opponent = opponent }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(games, .before, matching: (\.team, opponent))
    Reads(paces, .before, matching: (\.teamAbbr, opponent))
  }

  @DeclarationBuilder func features(_ out: UpcomingPlayerGameContext) -> [Declaration] {
    let pace = mean(paces.pace).over(.last(10, .games))
    let league = leagueMean(
      of: pace, over: paces, qualifying: count(paces).over(.last(10, .games)) > 0, atLeast: 10,
      otherwise: 100)
    Feature(out.opponentDaysRest, asOfDay.days(since: newest(games.gameDate)), over: .season)
    Feature(out.opponentPace, pace)
    Feature(out.paceDifferential, pace - league)
      .byDefault(because: "the league plays at about 100 while fewer than ten teams have a game")
  }
}

extension ConsensusLines {
  @DeclarationBuilder func features(_ out: UpcomingPlayerGameContext) -> [Declaration] {
    Feature(out.gameSpread, spread)
    Feature(out.openingSpread, openingSpread)
    Feature(out.spreadMovement, stored(out.gameSpread) - stored(out.openingSpread))
    Feature(out.gameSpreadSource, note("odds_api", when: stored(out.gameSpread).isPresent))
    Feature(out.gameTotal, total)
    Feature(out.openingTotal, openingTotal)
    Feature(out.totalMovement, stored(out.gameTotal) - stored(out.openingTotal))
    Feature(out.gameTotalSource, note("odds_api", when: stored(out.gameTotal).isPresent))
  }
}

/// What no raw table tells, and what has no definition because nothing reads it: NULL, never 0 (D-23).
struct UnknownFeatures: DeclarationGroup {
  let declarations: [Declaration]

  init(_ out: UpcomingPlayerGameContext) {
    let unknown = [
      Unknown(
        out.spreadPublicBetting, out.totalPublicBetting,
        because: "no raw table says how the public bets"),
      Unknown(
        out.gameStartTimeLocal, because: "the schedule has tip-off in UTC and no arena's time zone"),
      Unknown(
        out.fourthQuarterMinutesLast7, out.clutchMinutesLast7, out.fourthQuarterProduction,
        because: "no raw table tells a player's minutes or points by quarter"),
      Unknown(
        out.travelMiles, out.timeZoneChanges, out.consecutiveRoadGames, out.milesLast14Days,
        out.timeZonesLast14Days,
        because: "a player's way is not defined; his team's is in upcoming_team_game_context"),
      Unknown(
        out.opponentFTRateAllowed, out.opponentDefRating, out.shootingPctDecline,
        because: "it has no definition, and nothing reads it (D-23)"),
    ]
    declarations = unknown.flatMap(\.declarations)
  }
}

/// The seven windows of completeness, counted in one pass over the games of the player's team (D-07).
struct PregameWindows {
  let finals = finalTeamGames(as: "team_games")
  let completeness: Completeness
  private static let spans: [(String, Window)] = [
    ("l5", .last(5, .games)), ("l10", .last(10, .games)), ("l5d", .last(5, .days)),
    ("l7d", .last(7, .days)), ("l10d", .last(10, .days)), ("l14d", .last(14, .days)),
    ("l30d", .last(30, .days)),
  ]

  init(of played: Rows<PlayerGameSummary>, player: Aggregate) {
    completeness = Completeness(
      of: played, against: finals,
      matching: (\.team, newest(played.teamAbbr).over(.season)), windows: PregameWindows.spans
    )
    .excusing(absences(as: "absent"), matching: (\.playerLookup, player))
  }

  private var all: [(name: String, window: WindowCompleteness)] {
    PregameWindows.spans.map { ($0.0, WindowCompleteness($0.0)) }
  }

  let primary = WindowCompleteness("l30d")

  /// Every window is at least 90 percent complete.
  var isReady: Aggregate { FeatureSpec.all(all.map { $0.window.isReady() }) }

  /// `l5: 4 of 5, l10: 8 of 10 expected games are there`
  var reason: Aggregate {
    let texts = all.map { name, window in
      when(
        window.isReady(), .missing(.text),
        otherwise: concatenated(
          .constant("\(name): "), window.actual.converted(to: .text), " of ",
          window.expected.converted(to: .text)))
    }
    return concatenated(joined(texts, by: ", "), " expected games are there")
  }
}
