public import FeatureSpec

extension Processor {
  /// What is known of each of the two teams of a game before it begins.
  ///
  /// Completeness only informs: no row is left out for it. A game counts as there for both of its teams
  /// when the schedule says who won it.
  public static let upcomingTeamGameContext = Processor(writing: UpcomingTeamGameContext()) { out in
    let game = Population(eachRowOf: plannedTeamGames(as: "game"))
    let finals = finalTeamGames(as: "finals")
    let results = finalTeamGames(as: "results").where { $0.isWon.isPresent }
    For(game, on: .scheduled)
    Reads(finals, .before, matching: (\.team, game.team))
    Reads(results, .before, matching: (\.team, game.team))
    ProcessorBreaker()

    Feature(out.teamAbbr, game.team)
    Feature(out.gameID, game.gameID)
    Feature(out.gameDate, asOfDay)
    Feature(out.seasonYear, game.seasonYear.orElse(seasonYear(of: asOfDay)))
    Feature(out.opponentTeamAbbr, game.opponent)
    Feature(out.homeGame, game.isHome)

    // Days since the last game count from 1, days of rest from 0 (D-22).
    let sinceLast = stored(out.daysSinceLastGame)
    Feature(out.daysSinceLastGame, asOfDay.days(since: newest(finals.gameDate)), over: .season)
    Feature(out.teamDaysRest, sinceLast - 1)
    Feature(out.isBackToBack, (sinceLast == 1).orElse(false))
    Feature(out.teamBackToBack, stored(out.isBackToBack))
    Feature(out.gamesInLast7Days, count(finals), over: .last(7, .days))
    Feature(out.gamesInLast14Days, count(finals), over: .last(14, .days))
    Feature(out.gameNumberInSeason, count(finals).over(.season) + 1)

    let lines = BookmakerLines(of: game.team, before: game.startTime)
    lines.inputs
    Feature(out.gameSpread, lines.spread.point)
    Feature(out.gameSpreadSource, lines.spread.bookmaker)
    Feature(out.spreadMovement, lines.spread.point - lines.openingSpread.point)
    Feature(out.gameTotal, lines.total.point)
    Feature(out.gameTotalSource, lines.total.bookmaker)
    Feature(out.totalMovement, lines.total.point - lines.openingTotal.point)
    Feature(out.bettingLinesUpdatedAt, lines.updatedAt)

    // NULL where no report of the day is known: 0 would say that all are fit (D-45).
    let reports = pregameReports(as: "reports")
    let report = AnyReport(before: game.startTime)
    Reads(reports, .on, matching: (\.team, game.team))
    report.inputs
    Feature(
      out.startersOutCount,
      when(
        report.isFound,
        countIf(reports) { $0.injuryStatus == "out" && $0.confidenceScore >= 0.8 },
        elseMissing: .integer))
    Feature(
      out.questionablePlayersCount,
      when(
        report.isFound,
        countIf(reports) { $0.injuryStatus.isOne(of: "questionable", "doubtful") },
        elseMissing: .integer))

    let lastWon = newest(results.isWon).over(.season)
    Feature(out.winStreakEntering, streak(finals.isWon), over: .season)
    Feature(out.lossStreakEntering, streak(!finals.isWon), over: .season)
    Feature(out.lastGameMargin, newest(finals.score - finals.opponentScore), over: .season)
    Feature(
      out.lastGameResult, firstMatch((lastWon, "W"), (!lastWon, "L"), otherwise: .missing(.text)))

    let trip = Trip(of: game.team, in: game.seasonYear, to: game.arena)
    trip.inputs
    Feature(out.travelMiles, trip.miles)

    let week = WindowCompleteness("l7d")
    let fortnight = WindowCompleteness("l14d")
    Completeness(
      of: results, against: finals, matching: (\.team, game.team),
      windows: [("l7d", .last(7, .days)), ("l14d", .last(14, .days))])
    let score = stored(out.qualityScore)
    Feature(
      out.qualityScore,
      firstMatch(
        (fortnight.percentage >= 95, 95.0), (fortnight.percentage >= 75, 75.0),
        (fortnight.percentage >= 50, 50.0), otherwise: 25.0))
    Feature(
      out.qualityTier,
      firstMatch(
        (score >= 95, "gold"), (score >= 75, "silver"), (score >= 50, "bronze"), otherwise: "poor"))
    EarlySeasonFeatures(out.earlySeason, window: fortnight)
    Feature(out.allWindowsComplete, week.isReady() && fortnight.isReady())
    CompletenessFeatures(
      out.completeness, primary: fortnight, isReady: stored(out.allWindowsComplete),
      issues: [
        note("incomplete_upstream_data", when: !stored(out.allWindowsComplete)),
        note("window_empty", when: fortnight.expected == 0),
        note("early_season", when: isSoftBootstrap),
        note("tip_off_unknown", when: game.startTime.isMissing),
        note("missing_game_spread", when: stored(out.gameSpread).isMissing),
        note("missing_game_total", when: stored(out.gameTotal).isMissing),
        note("missing_injury_report", when: !report.isFound),
      ], isBootstrap: isSoftBootstrap, isBoundary: isSeasonBoundary,
      decision: "processed_successfully", windows: [out.last7Days, out.last14Days])

    Requires(lines.spreads, atLeast: 10, orSkipDay: false)
    Requires(report.rows, atLeast: 10, orSkipDay: false)
    Tracks(out.sourceNbacSchedule, of: finals, expecting: 20)
    Tracks(out.sourceOddsLines, of: lines.spreads, expecting: 40)
    Tracks(out.sourceInjuryReport, of: report.rows, expecting: 10)

    Contract(
      "a team does not play itself", stored(out.teamAbbr) != stored(out.opponentTeamAbbr))
    Contract(
      "a team does not win and lose at once",
      stored(out.winStreakEntering) == 0 || stored(out.lossStreakEntering) == 0)
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}

/// The way from the arena of a team's last game of the season to that of this one.
private struct Trip {
  private let last: Lookup<TeamGame>
  private let distance: Lookup<TravelDistances>
  private let known: Lookup<TravelDistances>
  private let arena: Aggregate

  init(of team: Aggregate, in season: Aggregate, to arena: Aggregate) {
    let games = finalTeamGames(as: "last_game")
    last = Lookup(
      games, .first([.newest(games.gameDate)]), timing: .before(maximumAge: 300),
      matching: (\.team, team), (\.seasonYear, season))
    distance = Lookup(
      Rows(TravelDistances(), as: "distance"), .atMostOne, timing: .timeless,
      matching: (\.fromTeam, last.arena), (\.toTeam, arena))
    known = Lookup(
      Rows(TravelDistances(), as: "known_arena"), .first([]), timing: .timeless,
      matching: (\.fromTeam, last.arena))
    self.arena = arena
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(last)
    Reads(distance)
    Reads(known)
  }

  /// Who stays travels 0 miles; NULL where the table does not know the arenas (D-45).
  var miles: Aggregate {
    when(last.arena == arena && known.isFound, 0, otherwise: distance.distance)
  }
}
