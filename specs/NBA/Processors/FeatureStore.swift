public import FeatureSpec

extension Processor {
  /// 25 numbers of each player before his game, each with the label of where it is from.
  ///
  /// A player whose games or whose rows upstream are incomplete gets no vector after the first thirty
  /// days of a season; before, defaults stand in and lower the quality score.
  public static let mlFeatureStore = Processor(writing: MLFeatureStore()) { out in
    let contexts = Rows(UpcomingPlayerGameContext(), as: "context")
    let context = Population(eachRowOf: contexts)
    let player = context.playerLookup
    let caches = Rows(PlayerDailyCache(), as: "cache")
    let cache = Lookup(caches, .atMostOne, matching: (\.playerLookup, player))
    let composites = Rows(PlayerCompositeFactors(), as: "factors")
    let factors = Lookup(composites, .atMostOne, matching: (\.playerLookup, player))
    let shots = Rows(PlayerShotZoneAnalysis(), as: "shot_zones")
    let shot = Lookup(shots, .atMostOne, matching: (\.playerLookup, player))
    let defenses = Rows(TeamDefenseZoneAnalysis(), as: "defense")
    let defense = Lookup(defenses, .atMostOne, matching: (\.teamAbbr, context.opponentTeamAbbr))
    let history = PlayerHistory(of: player, windows: [("l10", .last(10, .games))])
    let played = history.played
    let teamGames = Rows(TeamOffenseGameSummary(), as: "team_offense")

    For(context, on: .scheduled, bootstrap: 14)
    Reads(cache)
    Reads(factors)
    Reads(shot)
    Reads(defense)
    history.inputs
    Reads(teamGames, .before, matching: (\.teamAbbr, context.teamAbbr))
    Requires(caches, atLeast: 100)
    Requires(composites, atLeast: 100)
    Requires(shots, atLeast: 100)
    Requires(defenses, atLeast: 20)
    ProcessorBreaker()

    let own = WindowCompleteness("l10")
    let upstreams: [(name: String, isReady: Aggregate)] = [
      ("player_daily_cache", cache.isReady), ("composite_factors", factors.isReady),
      ("shot_zone", shot.isReady), ("team_defense_zone", defense.isReady),
    ]
    let upstreamIssues = upstreams.map { note("upstream_\($0.name)_incomplete", when: !$0.isReady) }
    let areUpstreamsReady = all(upstreams.map(\.isReady))
    Fails(
      .incompleteData, when: !own.isReady() && !isSoftBootstrap, because: notReady(own),
      canRetry: true, expected: own.expected, actual: own.actual)
    Fails(
      .incompleteUpstream, when: !areUpstreamsReady && !isSoftBootstrap,
      because: joined(upstreamIssues, by: ", "), canRetry: true)
    CircuitBreaker(on: .incompleteData, .incompleteUpstream)

    Feature(out.playerLookup, player)
    Feature(out.universalPlayerID, context.universalPlayerID)
    Feature(out.gameDate, asOfDay)
    Feature(out.gameID, context.gameID)

    let recent = RecentGames(played)
    let team = TeamRecord(teamGames)
    let vector = Vector(out.features) {
      Element(
        \.pointsAvgLast5, ("phase4", cache.pointsAvgLast5), ("phase3", recent.pointsOfFive),
        default: 10)
      Element(
        \.pointsAvgLast10, ("phase4", cache.pointsAvgLast10), ("phase3", recent.pointsOfTen),
        default: 10)
      Element(
        \.pointsAvgSeason, ("phase4", cache.pointsAvgSeason), ("phase3", recent.pointsOfSeason),
        default: 10)
      Element(\.pointsStdLast10, ("phase4", cache.pointsStdLast10), default: 5)
      Element(\.gamesInLast7Days, ("phase4", cache.gamesInLast7Days), default: 3)
      Element(\.fatigueScore, ("phase4", factors.fatigueScore), default: 50)
      Element(\.shotZoneMismatch, ("phase4", factors.shotZoneMismatch), default: 0)
      Element(\.paceScore, ("phase4", factors.paceScore), default: 0)
      Element(\.usageSpike, ("phase4", factors.usageSpike), default: 0)
      Element(
        \.restAdvantage,
        ("computed", (context.daysRest - context.opponentDaysRest).clamped(-2, 2)), default: 0)
      Element(\.injuryRisk, ("computed", injuryRisk(of: context)), default: 0)
      Element(\.recentTrend, ("computed", recent.trend), default: 0)
      Element(
        \.minutesChange, ("computed", recent.minutesChange(known: cache.minutesAvgLast10)),
        default: 0)
      Element(\.opponentDefRating, ("phase4", defense.defensiveRating), default: 112)
      Element(\.opponentPace, ("phase4", defense.opponentPace), default: 100)
      Element(\.homeAway, ("phase3", context.homeGame.converted(to: .integer)), default: 0)
      Element(\.backToBack, ("phase3", context.backToBack.converted(to: .integer)), default: 0)
      Element(
        \.playoffGame,
        ("phase3", (context.seasonPhase == "playoffs").converted(to: .integer)), default: 0)
      Element(
        \.paintShare, ("phase4", shot.paintRate.orElse(cache.paintRateLast10) / 100), default: 0.30)
      Element(\.midRangeShare, ("phase4", shot.midRangeRate / 100), default: 0.20)
      Element(
        \.threeShare, ("phase4", shot.threePtRate.orElse(cache.threePtRateLast10) / 100),
        default: 0.35)
      Element(\.freeThrowShare, ("computed", recent.freeThrowShare), default: 0.15)
      Element(\.teamPace, ("phase4", cache.teamPaceLast10), default: 100)
      Element(\.teamOffRating, ("phase4", cache.teamOffRatingLast10), default: 112)
      Element(\.teamWinPct, ("computed", team.winShare), default: 0.5)
    }
    vector
    Feature(out.featureNames, out.features.elementNames)
    Feature(out.featureSources, list(vector.elements.map(\.source)))
    Feature(out.featureCount, .constant(out.features.count))
      .byDefault(because: "it is the length of the vector's type")
    Feature(out.featureVersion, "v1_baseline_25")
    Feature(out.generationTime, .missing(.integer))

    let quality = VectorQuality(vector)
    Feature(out.qualityScore, quality.score)
    Feature(out.rawQualityScore, quality.rawScore)
    Feature(out.qualityTier, qualityTier(of: stored(out.qualityScore)))
    Feature(out.dataSource, quality.dataSource)

    Feature(out.opponentTeamAbbr, context.opponentTeamAbbr)
    Feature(out.isHome, context.homeGame)
    Feature(out.daysRest, context.daysRest)

    EarlySeasonFeatures(out.earlySeason, window: own)
    CompletenessFeatures(
      out.completeness, primary: own, isReady: own.isReady() && areUpstreamsReady,
      issues: [note("own_data_incomplete", when: !own.isReady())] + upstreamIssues,
      isBootstrap: isSoftBootstrap, isBoundary: isSeasonBoundary,
      decision: "processed_successfully")
    Tracks(out.sourceDailyCache, of: caches, expecting: 100)
    Tracks(out.sourceComposite, of: composites, expecting: 100)
    Tracks(out.sourceShotZones, of: shots, expecting: 100)
    Tracks(out.sourceTeamDefense, of: defenses, expecting: 20)
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.updatedAt)
  }
}

/// 0 available, 1 probable, 2 questionable, 3 doubtful or out. Who is in no report while there is one is
/// available; without any report nothing is known.
private func injuryRisk(of context: Population<UpcomingPlayerGameContext>) -> Aggregate {
  let status = context.playerStatus
  return firstMatch(
    (status == "available", 0), (status == "probable", 1), (status == "questionable", 2),
    (status.isOne(of: "doubtful", "out"), 3), (context.starTeammatesOut.isPresent, 0),
    otherwise: .missing(.integer))
}

/// What the store itself takes from a player's games: the newest ten of the last 60 days, and the season.
/// NULL where there are too few.
private struct RecentGames {
  let played: Rows<PlayerGameSummary>
  private let last10 = Window.last(10, .games).noOlderThan(60)
  private let last5 = Window.last(5, .games).noOlderThan(60)
  private let last2 = Window.last(2, .games).noOlderThan(60)

  init(_ played: Rows<PlayerGameSummary>) { self.played = played }

  var pointsOfFive: Aggregate { withFive(mean(played.points).over(last5)) }
  var pointsOfTen: Aggregate { mean(played.points).over(last10) }
  var pointsOfSeason: Aggregate { mean(played.points).over(.season) }

  /// The mean of the two newest games less that of the three before: −2 to 2, improving is positive.
  var trend: Aggregate {
    let newest = mean(played.points).over(last2)
    let before =
      (sum(played.points).over(last5) - sum(played.points).over(last2))
      / (count(played.points).over(last5) - count(played.points).over(last2))
    return withFive(steps(newest - before, small: 2, large: 5))
  }

  /// Recent minutes against the season's, by share: −2 to 2. Nothing can be said of no minutes.
  func minutesChange(known: Aggregate) -> Aggregate {
    let recent = known.orElse(mean(played.minutesPlayed).over(last10))
    let season = mean(played.minutesPlayed).over(.season)
    return when(
      recent > 0, steps((recent - season) / season, small: 0.10, large: 0.20),
      elseMissing: .integer)
  }

  /// Of the points from the free-throw line, at most half; NULL with no points.
  var freeThrowShare: Aggregate {
    withFive((sum(played.ftMakes) / sum(played.points)).over(last10).clamped(0, 0.5))
  }

  private func withFive(_ value: Aggregate) -> Aggregate {
    when(count(played).over(last10) >= 5, value, otherwise: .missing(.double))
  }

  /// 2 from `large` on, 1 from `small` on, and as far below 0; NULL stays NULL.
  private func steps(_ change: Aggregate, small: Double, large: Double) -> Aggregate {
    firstMatch(
      (change.isMissing, .missing(.integer)), (change >= .constant(large), 2),
      (change >= .constant(small), 1), (change <= .constant(-large), -2),
      (change <= .constant(-small), -1), otherwise: 0)
  }
}

/// The wins of a team this season; NULL with fewer than five games.
private struct TeamRecord {
  let games: Rows<TeamOffenseGameSummary>

  init(_ games: Rows<TeamOffenseGameSummary>) { self.games = games }

  var winShare: Aggregate {
    let all = count(games).over(.season)
    return when(
      all >= 5, ratio(countIf(games) { $0.winFlag }.over(.season), all), elseMissing: .double)
  }
}
