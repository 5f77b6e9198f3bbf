public import FeatureSpec

extension Processor {
  /// The form of a player and his team on the eve of a game: one row per player expected to play who has
  /// played five games this season.
  public static let playerDailyCache = Processor(writing: PlayerDailyCache()) { out in
    let contexts = Rows(UpcomingPlayerGameContext(), as: "context")
    let context = Population(eachRowOf: contexts)
    let shots = Rows(PlayerShotZoneAnalysis(), as: "shot_zones")
    let shot = Lookup(shots, .atMostOne, matching: (\.playerLookup, context.playerLookup))
    let teamGames = Rows(TeamOffenseGameSummary(), as: "team_offense")
    let windows: [(columns: WindowColumns, window: Window)] = [
      (out.last5, .last(5, .games)), (out.last10, .last(10, .games)),
      (out.last7Days, .last(7, .days)), (out.last14Days, .last(14, .days)),
    ]
    let history = PlayerHistory(
      of: context.playerLookup, windows: windows.map { ($0.columns.window, $0.window) })
    let played = history.played

    For(context, on: .scheduled, bootstrap: 14)
    history.inputs
    Reads(teamGames, .before, matching: (\.teamAbbr, context.teamAbbr))
    Reads(shot)
    Requires(played, atLeast: 1000)
    Requires(teamGames, atLeast: 300)
    Requires(contexts, atLeast: 30)
    Requires(shots, atLeast: 30, orSkipDay: false)
    ProcessorBreaker()

    let games = stored(out.gamesPlayedSeason)
    let last5 = WindowCompleteness("l5")
    let isReady = all(windows.map { WindowCompleteness($0.columns.window).isReady() })
    Fails(
      .insufficientData, when: games < 5,
      because: concatenated(games.converted(to: .text), " games, and five are the minimum"),
      canRetry: true, expected: 5, actual: games)
    Fails(
      .incompleteData, when: !isReady && !isSoftBootstrap && !isSeasonBoundary,
      because: joined(
        windows.map { window in
          let counts = WindowCompleteness(window.columns.window)
          return when(
            counts.isReady(), .missing(.text),
            otherwise: concatenated(
              .constant("\(window.columns.window): "), notReady(counts)))
        }, by: "; "), canRetry: true, expected: last5.expected, actual: last5.actual)
    CircuitBreaker(on: .incompleteData)

    Feature(out.playerLookup, context.playerLookup)
    Feature(
      out.universalPlayerID,
      newest(played.universalPlayerID).over(.season).orElse(context.universalPlayerID))
    Feature(out.cacheDate, asOfDay)

    let last10 = Window.last(10, .games)
    let season = Window.last(82, .games)
    Feature(out.pointsAvgLast5, mean(played.points), over: .last(5, .games))
    Feature(out.pointsAvgLast10, mean(played.points), over: last10)
    Feature(out.pointsAvgSeason, mean(played.points), over: season)
    Feature(out.pointsStdLast10, deviation(played.points), over: last10)
    Feature(out.minutesAvgLast10, mean(played.minutesPlayed), over: last10)
    Feature(out.usageRateLast10, mean(played.usageRate), over: last10)
    Feature(out.tsPctLast10, mean(played.tsPct), over: last10)
    Feature(out.gamesPlayedSeason, count(played), over: season)
    Feature(out.usageRateSeason, mean(played.usageRate), over: season)
    Feature(out.teamPaceLast10, mean(teamGames.pace), over: last10)
    Feature(out.teamOffRatingLast10, mean(teamGames.offensiveRating), over: last10)

    Feature(out.gamesInLast7Days, context.gamesInLast7Days)
    Feature(out.gamesInLast14Days, context.gamesInLast14Days)
    Feature(out.minutesInLast7Days, context.minutesInLast7Days)
    Feature(out.minutesInLast14Days, context.minutesInLast14Days)
    Feature(out.backToBacksLast14Days, context.backToBacksLast14Days)
    Feature(out.avgMinutesLast7, context.avgMinutesLast7)
    Feature(out.fourthQuarterMinutesLast7, context.fourthQuarterMinutesLast7)
    Feature(out.playerAge, context.playerAge)

    Feature(out.primaryScoringZone, shot.primaryScoringZone)
    Feature(out.paintRateLast10, shot.paintRate)
    Feature(out.threePtRateLast10, shot.threePtRate)
    Feature(out.shotZonesAvailable, shot.isFound)
    // Of the makes of which it is known whether someone passed, as in the zone analysis.
    let assisted = sum(played.assistedFgMakes)
    Feature(
      out.assistedRateLast10,
      percent(assisted, of: assisted + sum(played.unassistedFgMakes)), over: last10
    )
    .mixingSources(because: "of one game both counts come from one source")

    Feature(out.qualityScore, last5.percentage)
    Feature(out.qualityTier, qualityTier(of: stored(out.qualityScore)))
    Feature(out.cacheVersion, "v1")
    Feature(out.allWindowsComplete, isReady)

    Feature(out.earlySeason.isEarly, games < 10)
    Feature(
      out.earlySeason.reason,
      when(
        games < 10, concatenated("only ", games.converted(to: .text), " games this season"),
        elseMissing: .text))
    CompletenessFeatures(
      out.completeness, primary: last5, isReady: stored(out.allWindowsComplete),
      issues: windows.map { window in
        note(
          "incomplete_\(window.columns.window)",
          when: !WindowCompleteness(window.columns.window).isReady())
      } + [
        note("window_empty", when: WindowCompleteness("l7d").expected == 0),
        note("early_season", when: isSoftBootstrap),
        note("shot_zones_unavailable", when: shot.primaryScoringZone.isMissing),
      ], isBootstrap: isSoftBootstrap, isBoundary: isSeasonBoundary,
      decision: "processed_successfully", windows: windows.map(\.columns))

    Tracks(out.sourcePlayerGame, of: played, expecting: 1000)
    Tracks(out.sourceTeamOffense, of: teamGames, expecting: 300)
    Tracks(out.sourceUpcomingContext, of: contexts, expecting: 30)
    Tracks(out.sourceShotZone, of: shots, expecting: 30)
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}
