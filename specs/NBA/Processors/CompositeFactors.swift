public import FeatureSpec

extension Processor {
  /// What the circumstances of a game add to a player's points: exactly one row per player expected to
  /// play. A missing input makes its factor neutral, and the row says which are missing.
  public static let playerCompositeFactors = Processor(writing: PlayerCompositeFactors()) { out in
    let contexts = Rows(UpcomingPlayerGameContext(), as: "context")
    let context = Population(eachRowOf: contexts)
    let teams = Rows(UpcomingTeamGameContext(), as: "team_context")
    let team = Lookup(teams, .atMostOne, matching: (\.teamAbbr, context.teamAbbr))
    let shots = Rows(PlayerShotZoneAnalysis(), as: "shot_zones")
    let shot = Lookup(shots, .atMostOne, matching: (\.playerLookup, context.playerLookup))
    let defenses = Rows(TeamDefenseZoneAnalysis(), as: "defense")
    let defense = Lookup(defenses, .atMostOne, matching: (\.teamAbbr, context.opponentTeamAbbr))
    let history = PlayerHistory(of: context.playerLookup, windows: [("l10", .last(10, .games))])

    For(context, on: .scheduled, bootstrap: 14)
    Reads(team)
    Reads(shot)
    Reads(defense)
    history.inputs
    Requires(contexts, atLeast: 100)
    Requires(teams, atLeast: 10)
    Requires(shots, atLeast: 100)
    Requires(defenses, atLeast: 10)
    ProcessorBreaker()

    Feature(out.playerLookup, context.playerLookup)
    Feature(out.universalPlayerID, context.universalPlayerID)
    Feature(out.gameDate, asOfDay)
    Feature(out.gameID, context.gameID)
    Feature(out.analysisDate, asOfDay)

    Feature(out.fatigueScore, freshness(of: context))
    let fatigue = Intermediate(
      "fatigue_adjustment", .double, .points, (stored(out.fatigueScore) - 100) / 20)
    let mismatch = Intermediate(
      "shot_zone_mismatch_exact", .double, .points, zoneMismatch(shot, against: defense)
    ).byDefault(
      because:
        "a zone without a rate counts as half of the shots, against a defence like the league's")
    let pace = Intermediate(
      "pace_exact", .double, .points, (context.paceDifferential / 2).clamped(-3, 3).orElse(0))
    // Percentage points of usage become points of a forecast: no unit.
    let usage = Intermediate("usage_spike_exact", .double, nil, usageSpike(of: context))
    fatigue
    mismatch
    pace
    usage
    Feature(out.shotZoneMismatch, mismatch.value)
    Feature(out.paceScore, pace.value)
    Feature(out.usageSpike, usage.value)
    for factor in [
      out.refereeFavorability, out.lookAheadPressure, out.travelImpact, out.opponentStrength,
    ] {
      Feature(factor, 0).byDefault(because: "the factor waits for a rule; the version counts four")
    }
    Feature(out.totalAdjustment, fatigue.value + mismatch.value + pace.value + usage.value)
    Feature(out.calculationVersion, "v1_4factors")

    Feature(
      out.fatigueContext,
      jsonObject(
        member("days_rest", context.daysRest), member("back_to_back", context.backToBack),
        member("games_last_7", context.gamesInLast7Days),
        member("minutes_last_7", context.minutesInLast7Days),
        member("avg_minutes_pg_last_7", context.avgMinutesLast7),
        member("back_to_backs_last_14", context.backToBacksLast14Days),
        member("player_age", context.playerAge), member("final_score", stored(out.fatigueScore))))
    Feature(
      out.shotZoneContext,
      when(
        shot.isFound && defense.isFound,
        jsonObject(
          member("player_primary_zone", word: shot.primaryScoringZone),
          member("opponent_weak_zone", word: defense.weakestZone),
          member("final_score", stored(out.shotZoneMismatch))),
        otherwise: jsonObject(member("missing_data", true))))
    Feature(
      out.paceContext,
      jsonObject(
        member("pace_differential", context.paceDifferential),
        member("final_score", stored(out.paceScore))))
    Feature(
      out.usageContext,
      jsonObject(
        member("projected_usage_rate", context.projectedUsageRate),
        member("avg_usage_last_7", context.avgUsageRateLast7),
        member(
          "usage_differential", rounded: context.projectedUsageRate - context.avgUsageRateLast7),
        member("star_teammates_out", context.starTeammatesOut),
        member("final_score", stored(out.usageSpike))))

    let inputs: [(name: String, isThere: Aggregate)] = [
      ("days_rest", context.daysRest.isPresent),
      ("projected_usage_rate", context.projectedUsageRate.isPresent),
      ("pace_differential", context.paceDifferential.isPresent),
      ("player_shot_zone", shot.isFound), ("team_defense_zone", defense.isFound),
    ]
    Feature(out.dataCompleteness, 20 * count(of: inputs.map(\.isThere)))
    Feature(
      out.missingDataFields, joined(inputs.map { note($0.name, when: !$0.isThere) }, by: ", "))
    let warnings: [(code: String, isDue: Aggregate)] = [
      ("EXTREME_FATIGUE", stored(out.fatigueScore) < 50),
      ("EXTREME_MATCHUP", absolute(stored(out.shotZoneMismatch)) > 8),
      ("EXTREME_ADJUSTMENT", absolute(stored(out.totalAdjustment)) > 12),
    ]
    Feature(out.hasWarnings, atLeastOne(of: warnings.map(\.isDue)))
    Feature(out.warningDetails, joined(warnings.map { note($0.code, when: $0.isDue) }, by: "; "))

    Feature(out.playerShotReady, shot.isReady)
    Feature(out.teamDefenseReady, defense.isReady)
    Feature(out.playerContextReady, context.isProductionReady.orElse(false))
    // The player's own team; the origin looked at the opponent's.
    Feature(out.teamContextReady, team.isReady)
    let upstreams: [(name: String, isReady: Aggregate)] = [
      ("player_shot", stored(out.playerShotReady)),
      ("team_defense", stored(out.teamDefenseReady)),
      ("player_context", stored(out.playerContextReady)),
      ("team_context", stored(out.teamContextReady)),
    ]
    Feature(out.allUpstreamsReady, all(upstreams.map(\.isReady)))
    let last10 = WindowCompleteness("l10")
    EarlySeasonFeatures(out.earlySeason, window: last10)
    CompletenessFeatures(
      out.completeness, primary: last10, isReady: last10.isReady() && stored(out.allUpstreamsReady),
      issues: [note("own_data_incomplete", when: !last10.isReady())]
        + upstreams.map { note("upstream_\($0.name)_incomplete", when: !$0.isReady) },
      isBootstrap: isSoftBootstrap, isBoundary: isSeasonBoundary,
      decision: "processed_successfully")

    Tracks(out.sourcePlayerContext, of: contexts, expecting: 100)
    Tracks(out.sourceTeamContext, of: teams, expecting: 10)
    Tracks(out.sourcePlayerShot, of: shots, expecting: 100)
    Tracks(out.sourceTeamDefense, of: defenses, expecting: 10)
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}

/// 100 less what tires: 0 (spent) to 100 (fresh). The 5 for rest only offset other penalties.
private func freshness(of context: Population<UpcomingPlayerGameContext>) -> Aggregate {
  let backToBacks = context.backToBacksLast14Days.orElse(0)
  let age = context.playerAge.orElse(25)
  let rest = firstMatch(
    (context.backToBack.orElse(false), -15), (context.daysRest.orElse(1) >= 3, 5), otherwise: 0)
  let load =
    when(context.gamesInLast7Days.orElse(3) >= 4, -10)
    + when(context.minutesInLast7Days.orElse(200) > 240, -10)
    + when(context.avgMinutesLast7.orElse(30) > 35, -8)
  let series = firstMatch((backToBacks >= 2, -12), (backToBacks == 1, -5), otherwise: 0)
  let years = firstMatch((age >= 35, -10), (age >= 30, -5), otherwise: 0)
  return (100 + rest + load + series + years).clamped(0, 100)
}

/// How much more the opponent allows than the league in the zone from which the player shoots most,
/// by how much he shoots there; 0 without a row of either.
private func zoneMismatch(
  _ shot: Lookup<PlayerShotZoneAnalysis>, against defense: Lookup<TeamDefenseZoneAnalysis>
) -> Aggregate {
  let zone = shot.primaryScoringZone
  let usage = firstMatch(
    (zone == "perimeter", shot.threePtRate), (zone == "mid_range", shot.midRangeRate),
    otherwise: shot.paintRate
  ).orElse(50)
  let allowed = firstMatch(
    (zone == "perimeter", defense.threePtVsLeague), (zone == "mid_range", defense.midRangeVsLeague),
    otherwise: defense.paintVsLeague
  ).orElse(0)
  let share = usage / 50
  let points = allowed * when(share > 1, 1.0, otherwise: share)
  let strong = when(absolute(points) > 5, points * 1.2, otherwise: points)
  return when(shot.isFound && defense.isFound, strong.clamped(-10, 10), otherwise: 0.0)
}

/// A player who is expected to use more than he did, and more so with stars out.
private func usageSpike(of context: Population<UpcomingPlayerGameContext>) -> Aggregate {
  let projected = context.projectedUsageRate.orElse(25)
  let baseline = context.avgUsageRateLast7.orElse(25)
  let more = when(baseline == 0, 0.0, otherwise: (projected - baseline) * 0.3)
  let stars = context.starTeammatesOut.orElse(0)
  let boosted = firstMatch(
    (more > 0 && stars >= 2, more * 1.3), (more > 0 && stars == 1, more * 1.15), otherwise: more)
  return boosted.clamped(-3, 3)
}
