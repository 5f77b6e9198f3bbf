public import FeatureSpec

extension Processor {
  /// What is known of each player before his game: one row per player expected to play on a day.
  ///
  /// Who is expected is said by `ExpectedPlayers`; whom the last report before tip-off lists out or
  /// doubtful is not, unless the gamebook has him. History is of this season and before the day.
  public static let upcomingPlayerGameContext = Processor(
    writing: UpcomingPlayerGameContext()
  ) { out in
    let expected = ExpectedPlayers(as: "expected")
    let player = Population(eachRowOf: expected.rows)
    let game = Lookup(plannedTeamGames(as: "game"), .atMostOne, matching: (\.team, player.teamAbbr))
    let played = playedGames(as: "played")
    For(player, on: .scheduled)
    Reads(game)
    Reads(played, .before, matching: (\.playerLookup, player.playerLookup))
    ProcessorBreaker()

    let versions = Rows(InjuryReport(), as: "injury")
    let injury = Lookup(
      versions, .first([.newest(versions.reportedAt)]),
      matching: (\.playerLookup, player.playerLookup),
      andOnly: { $0.reportedAt.isBefore(game.startTime) })
    Reads(injury)
    Only(
      when: player.source == "gamebook"
        || !injury.injuryStatus.isOne(of: "out", "doubtful").orElse(false))

    // The newest roster of whatever age tells why another list had to do.
    let rosters = Rows(TeamRosters(), as: "team_roster")
    let roster = Lookup(
      rosters, .first([.newest(rosters.rosterDate)]), timing: .before(maximumAge: 400),
      matching: (\.teamAbbr, player.teamAbbr))
    Reads(roster)
    let rosterAge = asOfDay.days(since: roster.rosterDate)
    Fails(
      .missingUpstream, when: player.source == "nobody" && roster.isFound,
      because: concatenated(
        "nobody is known to play for ", player.teamAbbr, ": its newest roster is ",
        rosterAge.converted(to: .text), " days old, 90 is the most, and nobody played for it in ",
        "the last 30 days"),
      canRetry: true)
    Fails(
      .missingUpstream, when: player.source == "nobody",
      because: concatenated(
        "nobody is known to play for ", player.teamAbbr,
        ": it has no roster, and nobody played for it in the last 30 days"), canRetry: true)
    Reads(
      expected.listings, .on, matching: (\.playerLookup, player.playerLookup),
      (\.source, player.source), (\.seenOn, player.seenOn))
    let firstTeam = smallest(expected.listings.teamAbbr)
    let lastTeam = largest(expected.listings.teamAbbr)
    Fails(
      .missingUpstream, when: (firstTeam != lastTeam).orElse(false),
      because: concatenated(
        "the rosters of ", firstTeam, " and ", lastTeam, " of one day both list him"),
      canRetry: true)
    Fails(
      .missingUpstream, when: !game.isFound,
      because: "the schedule has no game of the team on this day", canRetry: true)

    let season = game.seasonYear.orElse(seasonYear(of: asOfDay))
    let registered = Lookup(
      Rows(PlayerRegistry(), as: "registry"), .atMostOne, timing: .timeless,
      matching: (\.playerLookup, player.playerLookup), (\.seasonYear, season))
    Reads(registered)
    Feature(out.playerLookup, player.playerLookup)
    Feature(out.universalPlayerID, registered.universalPlayerID)
    Feature(out.gameID, game.gameID)
    Feature(out.gameDate, asOfDay)
    Feature(out.teamAbbr, player.teamAbbr)
    Feature(out.opponentTeamAbbr, game.opponent)
    Feature(out.universeSource, player.source)
    Feature(out.homeGame, game.isHome)
    Feature(out.seasonPhase, seasonPhase(isPlayoffs: game.isPlayoffs))

    let props = PointsLines(of: player.playerLookup, before: game.startTime)
    props.inputs
    Feature(out.hasPropLine, stored(out.currentPointsLine).isPresent)
    Feature(out.currentPointsLine, props.current.value)
    Feature(out.currentPointsLineSource, props.current.label)
    Feature(out.openingPointsLine, props.first.value)
    Feature(out.openingPointsLineSource, props.first.label)
    Feature(out.lineMovement, stored(out.currentPointsLine) - stored(out.openingPointsLine))

    Feature(
      out.propOverStreak, streak(of: played.points, above: props.current.value), over: .season)
    Feature(
      out.propUnderStreak, streak(of: played.points, below: props.current.value), over: .season)

    let market = ConsensusLines(of: player.teamAbbr, before: game.startTime)
    market.inputs
    market.features(out)

    let fatigue = PlayerFatigue(played: played)
    fatigue.features(out)
    let people = Rows(TeamRosters(), as: "person")
    let person = Lookup(
      people, .first([.newest(people.rosterDate)]), timing: .before(maximumAge: 400),
      matching: (\.playerLookup, player.playerLookup))
    Reads(person)
    Feature(out.playerAge, asOfDay.wholeYears(since: person.birthDate))

    Feature(out.pointsAvgLast5, mean(played.points), over: .last(5, .games))
    Feature(out.pointsAvgLast10, mean(played.points), over: .last(10, .games))
    Feature(out.last5GamesUsed, count(played), over: .last(5, .games))
    Feature(out.last5SampleQuality, sampleQuality(stored(out.last5GamesUsed), of: 5))
    Feature(out.last10GamesUsed, count(played), over: .last(10, .games))
    Feature(out.last10SampleQuality, sampleQuality(stored(out.last10GamesUsed), of: 10))

    let opponent = OpponentContext(game.opponent)
    opponent.inputs
    opponent.features(out)
    Feature(out.playerStatus, injury.injuryStatus)
    Feature(out.injuryReport, injury.reason)
    let ahead = GamesAhead(of: player.teamAbbr, against: game.opponent)
    ahead.inputs
    ahead.features(out)
    let teammates = ListedTeammates(
      of: player.playerLookup, in: player.teamAbbr, before: game.startTime)
    teammates.inputs
    teammates.features(out)
    UnknownFeatures(out)

    let windows = PregameWindows(of: played, player: player.playerLookup)
    windows.completeness
    Fails(
      .incompleteData, when: !windows.isReady && !isSoftBootstrap && !isSeasonBoundary,
      because: windows.reason, canRetry: true, expected: windows.primary.expected,
      actual: windows.primary.actual)
    CircuitBreaker(on: .incompleteData)
    let games = count(played).over(.season)
    Feature(
      out.qualityScore, firstMatch((games >= 10, 95.0), (games >= 5, 75.0), otherwise: 50.0))
    Feature(
      out.dataQualityTier,
      firstMatch((games >= 10, "gold"), (games >= 5, "silver"), otherwise: "bronze"))
    Feature(out.primarySource, "player_game_summary")
    let isOutdated = player.source == "recent_games" && roster.isFound
    let isUnlisted = player.source == "recent_games" && !roster.isFound
    Feature(
      out.processedWithIssues,
      !windows.isReady || player.source == "recent_games"
        || registered.universalPlayerID.isMissing)
    Feature(out.allWindowsComplete, windows.isReady)
    CompletenessFeatures(
      out.completeness, primary: windows.primary,
      isReady: isSeasonBoundary || isSoftBootstrap || windows.isReady,
      issues: [
        note("incomplete_upstream_data", when: !windows.isReady),
        note("window_empty", when: windows.primary.expected == 0),
        note("early_season", when: isSoftBootstrap),
        when(
          isOutdated, concatenated("roster_outdated:", rosterAge.converted(to: .text)),
          elseMissing: .text),
        note("roster_missing", when: isUnlisted),
        note("registry_lookup_failed", when: registered.universalPlayerID.isMissing),
        note("tip_off_unknown", when: game.startTime.isMissing),
        note("missing_game_spread", when: stored(out.gameSpread).isMissing),
        note("missing_game_total", when: stored(out.gameTotal).isMissing),
      ], isBootstrap: isSoftBootstrap, isBoundary: isSeasonBoundary,
      decision: "processed_successfully",
      windows: [
        out.last5, out.last10, out.last5Days, out.last7Days, out.last10Days, out.last14Days,
        out.last30Days,
      ])
    Feature(out.contextVersion, 1)

    Requires(props.quotes, atLeast: 10, orSkipDay: false)
    Requires(market.spreads, atLeast: 10, orSkipDay: false)
    Tracks(out.sourceBoxscore, of: played, expecting: 200)
    Tracks(out.sourceSchedule, of: windows.finals, expecting: 20)
    Tracks(out.sourceProps, of: props.quotes, expecting: 100)
    Tracks(out.sourceGameLines, of: market.spreads, expecting: 40)
    Contract(
      "a team does not play itself", stored(out.teamAbbr) != stored(out.opponentTeamAbbr))
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}

/// early, mid, late or playoffs: the playoffs by the schedule's flag, and by the month only where it has
/// none (D-03).
private func seasonPhase(isPlayoffs: Aggregate) -> Aggregate {
  firstMatch(
    (isPlayoffs, "playoffs"), (isInMonth(asOfDay, 10, 11), "early"),
    (isInMonth(asOfDay, 12, 1, 2), "mid"), (isInMonth(asOfDay, 3, 4), "late"),
    (isPlayoffs.isPresent, "late"), otherwise: "playoffs")
}
