public import FeatureSpec

extension Processor {
  /// A team's offence in a finished game: one row for each of its two teams.
  ///
  /// The schedule says who played whom and who won; the league's team box score, or the sum of at least
  /// five players, says how. A game of the schedule without either is a failure row. Zones are those of
  /// the play-by-play, else of the published points by zone (then without attempts), else NULL.
  public static let teamOffenseGameSummary = Processor(writing: TeamOffenseGameSummary()) { out in
    let games = finalTeamGames(as: "game")
    let game = Population(eachRowOf: games)
    let own = TeamTotals("own", of: game.team)
    let events = Rows(PlayByPlay(), as: "events")
    let zonePoints = Rows(PlayerZonePoints(), as: "zone_points")

    For(game, on: .played)
    own.inputs
    Reads(events, .on, matching: (\.shooterTeam, game.team))
    Reads(zonePoints, .on, matching: (\.teamAbbr, game.team))
    Requires(own.boxes, atLeast: 2)
    Requires(events, atLeast: 100, orSkipDay: false)
    ProcessorBreaker()

    Fails(
      .missingUpstream, when: !own.isKnown,
      because: "no team box score, and fewer than five players to sum", canRetry: true,
      expected: 1, actual: 0)
    Fails(
      .missingUpstream, when: game.score.isMissing || game.opponentScore.isMissing,
      because: "the schedule has no score of the finished game", canRetry: true)

    Feature(out.gameID, game.gameID)
    Feature(out.officialID, game.officialID)
    Feature(out.gameDate, asOfDay)
    Feature(out.teamAbbr, game.team)
    Feature(out.opponentTeamAbbr, game.opponent)
    Feature(out.seasonYear, game.seasonYear.orElse(seasonYear(of: asOfDay)))

    Feature(out.pointsScored, own.points)
    Feature(out.fgAttempts, own.fieldGoalsAttempted)
    Feature(out.fgMakes, own.fieldGoalsMade)
    Feature(out.threePtAttempts, own.threesAttempted)
    Feature(out.threePtMakes, own.threesMade)
    Feature(out.ftAttempts, own.freeThrowsAttempted)
    Feature(out.ftMakes, own.freeThrowsMade)
    Feature(out.rebounds, own.rebounds)
    Feature(out.assists, own.assists)
    Feature(out.turnovers, own.turnovers)
    Feature(out.personalFouls, own.personalFouls)

    let zones = ZoneCounts(events: events)
    let isTold = zones.attempts > 0
    Feature(out.paintAttempts, when(isTold, zones.paintAttempts, elseMissing: .integer))
    Feature(
      out.paintMakes,
      when(
        isTold, zones.paintMakes, otherwise: sum(zonePoints.pointsInPaint) / 2)
    )
    .mixingSources(because: makesWithoutAttempts)
    Feature(out.midRangeAttempts, when(isTold, zones.midRangeAttempts, elseMissing: .integer))
    Feature(
      out.midRangeMakes,
      when(
        isTold, zones.midRangeMakes,
        otherwise: sum(zonePoints.pointsMidRange) / 2)
    )
    .mixingSources(because: makesWithoutAttempts)
    Feature(out.pointsInPaint, 2 * stored(out.paintMakes))
    Feature(out.secondChancePoints, .missing(.integer))

    // Ratings come from possessions at one decimal, not from the whole number stored (D-17).
    let possessions = Intermediate(
      "possessions_exact", .number(6, 1), .possessions, own.possessions)
    possessions
    let minutes = Intermediate("team_minutes", .double, .minutes, own.minutes)
    minutes
    Feature(out.possessions, possessions.value)
    Feature(out.offensiveRating, 100 * own.points / possessions.value)
    Feature(out.pace, possessions.value * 48 / (minutes.value / 5))
    Feature(out.tsPct, own.trueShooting)
    Feature(out.overtimePeriods, overtimePeriods(minutes.value))

    Feature(out.homeGame, game.isHome)
    Feature(out.marginOfVictory, game.score - game.opponentScore)
    Feature(out.winFlag, stored(out.marginOfVictory) > 0)
    Feature(out.playersInactive, .missing(.integer))
    Feature(out.startersInactive, .missing(.integer))
    Feature(out.refereeCrewID, .missing(.text))

    Feature(out.shotZonesSource, zonesSource(isTold, count(zonePoints) > 0))
    Feature(out.shotZonesAvailable, stored(out.shotZonesSource).isPresent)
    QualityFeatures(
      out.quality, score: scoreWithZones(own.score, zones: stored(out.shotZonesSource)),
      issues: [
        ("points_do_not_add_up", own.points != own.pointsFromShots),
        ("reconstructed", own.isSummed), own.assumesMinutes,
        ("backup_source_used", stored(out.shotZonesSource) == "zone_points"),
        ("shot_zones_unavailable", stored(out.shotZonesSource).isMissing),
      ], primarySource: when(own.isBoxed, "nbac_team_boxscore", otherwise: "reconstructed"))

    Tracks(out.sourceNbacBoxscore, of: own.boxes, expecting: 20)
    Tracks(out.sourcePlayByPlay, of: events, expecting: 1000)

    Contract("a team does not play itself", stored(out.teamAbbr) != stored(out.opponentTeamAbbr))
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}

/// ⌊(minutes − 240) / 25⌋, at least 0: 240 is none, 265 one, 290 two.
func overtimePeriods(_ teamMinutes: Aggregate) -> Aggregate {
  when(teamMinutes > 240, floor((teamMinutes - 240) / 25), otherwise: 0.0)
}

/// Where zones come from: the play-by-play, else points by zone, else nowhere (NULL).
func zonesSource(_ hasShots: Aggregate, _ hasPoints: Aggregate) -> Aggregate {
  firstMatch(
    (hasShots, "play_by_play"), (hasPoints, "zone_points"), otherwise: .missing(.text))
}
