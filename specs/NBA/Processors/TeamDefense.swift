public import FeatureSpec

extension Processor {
  /// A team's defence in a finished game: what its opponent did, and who stopped it.
  ///
  /// One row for each of the two teams of a game; the opponent is looked up by day and team, never by a
  /// join of the box scores with themselves. Steals, defensive rebounds and blocks are those of
  /// the team's own players and are NULL, not 0, where they are unknown.
  public static let teamDefenseGameSummary = Processor(writing: TeamDefenseGameSummary()) { out in
    let games = finalTeamGames(as: "game")
    let game = Population(eachRowOf: games)
    let opponent = TeamTotals("opponent", of: game.opponent)
    let own = TeamTotals("own", of: game.team)
    let shots = Rows(PlayByPlay(), as: "opponent_events")
    let events = Rows(PlayByPlay(), as: "own_events")
    let zonePoints = Rows(PlayerZonePoints(), as: "zone_points")

    For(game, on: .played)
    opponent.inputs
    own.inputs
    Reads(shots, .on, matching: (\.shooterTeam, game.opponent))
    Reads(events, .on, matching: (\.shooterTeam, game.team))
    Reads(zonePoints, .on, matching: (\.teamAbbr, game.opponent))
    Requires(opponent.boxes, atLeast: 2)
    Requires(own.players, atLeast: 10, orSkipDay: false)
    ProcessorBreaker()

    Fails(
      .missingUpstream, when: !opponent.isKnown,
      because: "no team box score of the opponent, and fewer than five of its players to sum",
      canRetry: true, expected: 1, actual: 0)

    Feature(out.gameID, game.gameID)
    Feature(out.gameDate, asOfDay)
    Feature(out.defendingTeamAbbr, game.team)
    Feature(out.opponentTeamAbbr, game.opponent)
    Feature(out.seasonYear, game.seasonYear.orElse(seasonYear(of: asOfDay)))

    Feature(out.pointsAllowed, opponent.points)
    Feature(out.oppFgAttempts, opponent.fieldGoalsAttempted)
    Feature(out.oppFgMakes, opponent.fieldGoalsMade)
    Feature(out.oppThreePtAttempts, opponent.threesAttempted)
    Feature(out.oppThreePtMakes, opponent.threesMade)
    Feature(out.oppFtAttempts, opponent.freeThrowsAttempted)
    Feature(out.oppFtMakes, opponent.freeThrowsMade)
    Feature(out.oppRebounds, opponent.rebounds)
    Feature(out.oppAssists, opponent.assists)
    Feature(out.turnoversForced, opponent.turnovers)
    Feature(out.foulsCommitted, own.personalFouls)

    let zones = ZoneCounts(events: shots)
    let isTold = zones.attempts > 0
    Feature(out.oppPaintAttempts, when(isTold, zones.paintAttempts, elseMissing: .integer))
    Feature(
      out.oppPaintMakes,
      when(
        isTold, zones.paintMakes, otherwise: sum(zonePoints.pointsInPaint) / 2)
    )
    .mixingSources(because: makesWithoutAttempts)
    Feature(out.oppMidRangeAttempts, when(isTold, zones.midRangeAttempts, elseMissing: .integer))
    Feature(
      out.oppMidRangeMakes,
      when(
        isTold, zones.midRangeMakes,
        otherwise: sum(zonePoints.pointsMidRange) / 2)
    )
    .mixingSources(because: makesWithoutAttempts)
    Feature(out.oppThreePtZoneAttempts, when(isTold, zones.threeAttempts, elseMissing: .integer))
    Feature(out.oppThreePtZoneMakes, when(isTold, zones.threeMakes, elseMissing: .integer))
    Feature(
      out.hasCompleteShotZones,
      (isTold && zones.attempts == stored(out.oppFgAttempts)).orElse(false))
    Feature(out.shotZonesSource, zonesSource(isTold, count(zonePoints) > 0))
    Feature(out.pointsInPaintAllowed, 2 * stored(out.oppPaintMakes))
    Feature(out.midRangePointsAllowed, 2 * stored(out.oppMidRangeMakes))
    Feature(out.threePtPointsAllowed, 3 * stored(out.oppThreePtMakes))
    Feature(out.secondChancePointsAllowed, .missing(.integer))
    Feature(out.fastBreakPointsAllowed, .missing(.integer))

    let coverage = PlayByPlayCoverage(own: events, opponent: shots)
    let tellsBlocks = isTold && coverage.hasSecondPlayers
    Feature(out.blocksPaint, when(tellsBlocks, zones.paintBlocks, elseMissing: .integer))
    Feature(out.blocksMidRange, when(tellsBlocks, zones.midRangeBlocks, elseMissing: .integer))
    Feature(out.blocksThreePt, when(tellsBlocks, zones.threeBlocks, elseMissing: .integer))
    let hasPlayers = count(own.players) >= 5
    Feature(out.steals, when(hasPlayers, sum(own.players.steals), elseMissing: .integer))
    Feature(
      out.defensiveRebounds,
      when(hasPlayers, sum(own.players.defensiveRebounds), elseMissing: .integer))

    let possessions = Intermediate(
      "possessions_exact", .number(6, 1), .possessions, opponent.possessions)
    possessions
    let minutes = Intermediate("team_minutes", .double, .minutes, opponent.minutes)
    minutes
    Feature(out.defensiveRating, 100 * opponent.points / possessions.value)
    Feature(out.opponentPace, possessions.value * 48 / (minutes.value / 5))
    Feature(out.opponentTsPct, opponent.trueShooting)
    Feature(out.overtimePeriods, overtimePeriods(minutes.value))
    Feature(out.homeGame, game.isHome)
    Feature(out.marginOfVictory, game.score - game.opponentScore)
    Feature(out.winFlag, stored(out.marginOfVictory) > 0)
    Feature(out.playersInactive, .missing(.integer))
    Feature(out.startersInactive, .missing(.integer))
    Feature(out.refereeCrewID, .missing(.text))

    QualityFeatures(
      out.quality, score: scoreWithZones(opponent.score, zones: stored(out.shotZonesSource)),
      issues: [
        ("reconstructed", opponent.isSummed), opponent.assumesMinutes,
        ("backup_source_used", stored(out.shotZonesSource) == "zone_points"),
        ("shot_zones_unavailable", stored(out.shotZonesSource).isMissing),
        (
          "missing_defensive_actions",
          stored(out.steals).isMissing || stored(out.blocksPaint).isMissing
        ),
      ], primarySource: when(opponent.isBoxed, "nbac_team_boxscore", otherwise: "reconstructed"))

    Tracks(out.sourceTeamBoxscore, of: opponent.boxes, expecting: 20)
    Tracks(
      out.sourceGamebookPlayers, of: own.lines.gamebook, expecting: 80)
    Tracks(out.sourceBdlPlayers, of: own.lines.secondFeed, expecting: 80)

    Contract(
      "a team does not play itself",
      stored(out.defendingTeamAbbr) != stored(out.opponentTeamAbbr))
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}
