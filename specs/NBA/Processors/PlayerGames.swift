public import FeatureSpec

extension Processor {
  /// One row per player who appeared in a game.
  public static let playerGameSummary = playerGameSummary(dropsUnregistered: false)

  /// - Parameter dropsUnregistered: a player whom the registry does not know in this season is a
  ///   failure; otherwise he keeps his row, without an id.
  public static func playerGameSummary(dropsUnregistered: Bool) -> Processor {
    Processor(writing: PlayerGameSummary()) { out in
      let lines = PlayerLines(as: "line")
      let line = Population(eachRowOf: lines.rows)
      For(line, on: .played)
      Requires(lines.rows, atLeast: 10)
      ProcessorBreaker()

      // Who played whom, and who won: from the schedule, by day and team.
      let game = Lookup(finalTeamGames(as: "game"), .atMostOne, matching: (\.team, line.teamAbbr))
      Reads(game)
      Fails(
        .missingUpstream, when: !game.isFound,
        because: "the schedule has no finished game of the team on this day", canRetry: true,
        expected: 1, actual: 0)
      Fails(
        .missingUpstream, when: game.score.isMissing || game.opponentScore.isMissing,
        because: "the schedule has no score of the finished game", canRetry: true)

      let season = game.seasonYear.orElse(seasonYear(of: asOfDay))
      let registered = Lookup(
        Rows(PlayerRegistry(), as: "registry"), .atMostOne, timing: .timeless,
        matching: (\.playerLookup, line.playerLookup),
        // The season of the day, not of the game's row: so only its rows of the registry count.
        (\.seasonYear, seasonYear(of: seasonOpening)))
      Reads(registered)
      if dropsUnregistered {
        Fails(
          .registryLookupFailed, when: registered.universalPlayerID.isMissing,
          because: "the registry does not know the player in this season", canRetry: true)
      }

      Feature(out.playerLookup, line.playerLookup)
      Feature(out.universalPlayerID, registered.universalPlayerID)
      Feature(out.playerFullName, line.playerName)
      Feature(out.gameID, game.gameID)
      Feature(out.gameDate, asOfDay)
      Feature(out.teamAbbr, line.teamAbbr)
      Feature(out.opponentTeamAbbr, game.opponent)
      Feature(out.seasonYear, season)

      Feature(out.points, line.points)
      Feature(out.minutesPlayed, line.minutes)
      Feature(out.assists, line.assists)
      Feature(out.offensiveRebounds, line.offensiveRebounds)
      Feature(out.defensiveRebounds, line.defensiveRebounds)
      Feature(out.steals, line.steals)
      Feature(out.blocks, line.blocks)
      Feature(out.turnovers, line.turnovers)
      Feature(out.fgAttempts, line.fieldGoalsAttempted)
      Feature(out.fgMakes, line.fieldGoalsMade)
      Feature(out.threePtAttempts, line.threesAttempted)
      Feature(out.threePtMakes, line.threesMade)
      Feature(out.ftAttempts, line.freeThrowsAttempted)
      Feature(out.ftMakes, line.freeThrowsMade)
      Feature(out.plusMinus, line.plusMinus)
      Feature(out.personalFouls, line.personalFouls)

      let zones = PlayerZones(of: line.playerLookup, in: line.teamAbbr, against: game.opponent)
      zones.inputs
      zones.features(out, fieldGoalsAttempted: line.fieldGoalsAttempted)

      // The player's share of his team's possessions while he was on the floor (D-13).
      let team = Lookup(
        Rows(TeamOffenseGameSummary(), as: "team"), .atMostOne,
        matching: (\.teamAbbr, line.teamAbbr))
      let box = Lookup(
        Rows(TeamBoxScore(), as: "team_box"), .atMostOne, matching: (\.teamAbbr, line.teamAbbr))
      Reads(team)
      Reads(box)
      let used = line.fieldGoalsAttempted + 0.44 * line.freeThrowsAttempted + line.turnovers
      let teamUsed = team.fgAttempts + 0.44 * team.ftAttempts + team.turnovers
      let usage = Intermediate(
        "usage_rate_exact", .double, .percent,
        100 * used * (box.minutes.asClockMinutes / 5) / (line.minutes * teamUsed))
      usage
      // The formula takes the team's pace to be even, so a shot in the last second gives hundreds.
      Feature(out.usageRate, usage.value.clamped(0, 100))
      Feature(
        out.tsPct,
        line.points / (2 * (line.fieldGoalsAttempted + 0.44 * line.freeThrowsAttempted)))
      Feature(
        out.efgPct, (line.fieldGoalsMade + 0.5 * line.threesMade) / line.fieldGoalsAttempted)
      Feature(out.starterFlag, line.starter.orElse(line.minutes > 20).orElse(false))
      Feature(out.winFlag, game.score > game.opponentScore)

      let props = PointsLines(of: line.playerLookup, before: game.startTime)
      props.inputs
      Feature(out.pointsLine, props.current.value)
      Feature(out.pointsLineSource, props.current.label)
      Feature(out.openingLine, props.first.value)
      Feature(out.openingLineSource, props.first.label)
      Feature(out.lineMovement, stored(out.pointsLine) - stored(out.openingLine))
      Feature(out.margin, stored(out.points) - stored(out.pointsLine))
      Feature(
        out.overUnderResult,
        firstMatch(
          (stored(out.margin) > 0, "OVER"), (stored(out.margin) < 0, "UNDER"),
          (stored(out.margin) == 0, "PUSH"), otherwise: .missing(.text)))

      Feature(out.isActive, line.playerStatus == "active")
      Feature(out.playerStatus, line.playerStatus)
      Feature(out.shotZonesEstimated, false)
      let isBackup = line.source != "nbac_gamebook"
      QualityFeatures(
        out.quality,
        score: scoreWithZones(
          when(isBackup, 85, otherwise: 100), zones: stored(out.shotZonesSource)),
        issues: [
          ("backup_source_used", isBackup || stored(out.shotZonesSource) == "zone_points"),
          ("shot_zones_unavailable", stored(out.shotZonesSource).isMissing),
          ("starter_estimated", line.starter.isMissing),
          ("usage_rate_capped", usage.value > 100),
          ("registry_lookup_failed", registered.universalPlayerID.isMissing),
        ], primarySource: line.source)

      Requires(zones.events, atLeast: 150, orSkipDay: false)
      Requires(props.quotes, atLeast: 10, orSkipDay: false)
      Requires(props.offers, atLeast: 10, orSkipDay: false)
      Tracks(out.sourceNbac, of: lines.gamebook, expecting: 200)
      Tracks(out.sourceBdl, of: lines.secondFeed, expecting: 200)
      Tracks(out.sourceBbd, of: zones.events, expecting: 2000)
      Tracks(out.sourceNbacPbp, of: zones.points, expecting: 200)
      Tracks(out.sourceOdds, of: props.quotes, expecting: 100)
      Tracks(out.sourceBp, of: props.offers, expecting: 100)

      Contract(
        "a team does not play itself",
        stored(out.teamAbbr) != stored(out.opponentTeamAbbr))
      Contract("makes are not more than attempts", stored(out.fgMakes) <= stored(out.fgAttempts))
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }
}
