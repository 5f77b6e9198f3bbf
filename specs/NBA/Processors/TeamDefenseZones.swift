public import FeatureSpec

extension Processor {
  /// How a team defends each zone, over its last 15 games, as of each day with games.
  public static let teamDefenseZoneAnalysis = teamDefenseZoneAnalysis(minimumGames: 15)

  /// One row per team with at least `minimumGames` games (D-27; rows with 10 to 14 are of tier medium).
  ///
  /// Zones are counted only in games whose three zones are all known from the play-by-play (D-15, X-30);
  /// `calculation_notes` says when these are fewer, and with none the rates are NULL.
  public static func teamDefenseZoneAnalysis(minimumGames: Int) -> Processor {
    Processor(writing: TeamDefenseZoneAnalysis()) { out in
      let games = Rows(TeamDefenseGameSummary(), as: "games")
      let team = Population(entitiesOf: games, by: \.defendingTeamAbbr)
      let finals = finalTeamGames(as: "team_games")

      For(team, on: .scheduled, bootstrap: 14)
      Reads(games, .before, matching: (\.defendingTeamAbbr, team.defendingTeamAbbr))
      Requires(games, atLeast: 25)
      Completeness(
        of: games, against: finals, matching: (\.team, team.defendingTeamAbbr),
        windows: [("l15", .last(15, .games))])
      ProcessorBreaker()

      let sample = stored(out.gamesInSample)
      let expected = WindowCompleteness("l15")
      Fails(
        .insufficientData, when: sample < .constant(minimumGames),
        because: concatenated(
          sample.converted(to: .text), .constant(" games, and \(minimumGames) are the minimum")),
        canRetry: true, expected: .constant(minimumGames), actual: sample)
      Fails(
        .incompleteData, when: !expected.isReady() && !isSoftBootstrap,
        because: notReady(expected), canRetry: true, expected: expected.expected,
        actual: expected.actual)

      CircuitBreaker(on: .incompleteData)

      Feature(out.teamAbbr, team.defendingTeamAbbr)
      Feature(out.analysisDate, asOfDay)

      let paint = DefendedZone(
        in: games, attempts: \.oppPaintAttempts, makes: \.oppPaintMakes, blocks: \.blocksPaint,
        leagueFallback: 0.580)
      Feature(out.paintPctAllowed, paint.rate)
      Feature(out.paintAttemptsAllowed, paint.attemptsPerGame)
      Feature(out.paintPointsAllowed, paint.perGame(\.pointsInPaintAllowed))
      Feature(out.paintBlocks, paint.blocksPerGame)
      Feature(out.paintVsLeague, paint.againstLeague).byDefault(because: fewTeams)

      let midRange = DefendedZone(
        in: games, attempts: \.oppMidRangeAttempts, makes: \.oppMidRangeMakes,
        blocks: \.blocksMidRange, leagueFallback: 0.410)
      Feature(out.midRangePctAllowed, midRange.rate)
      Feature(out.midRangeAttemptsAllowed, midRange.attemptsPerGame)
      Feature(out.midRangeBlocks, midRange.blocksPerGame)
      Feature(out.midRangeVsLeague, midRange.againstLeague).byDefault(because: fewTeams)

      let three = DefendedZone(
        in: games, attempts: \.oppThreePtZoneAttempts, makes: \.oppThreePtZoneMakes,
        blocks: \.blocksThreePt, leagueFallback: 0.355)
      Feature(out.threePtPctAllowed, three.rate)
      Feature(out.threePtAttemptsAllowed, three.attemptsPerGame)
      Feature(out.threePtBlocks, three.blocksPerGame)
      Feature(out.threePtVsLeague, three.againstLeague).byDefault(because: fewTeams)

      let last15 = Window.last(15, .games)
      Feature(out.defensiveRating, mean(games.defensiveRating), over: last15)
      Feature(out.opponentPoints, mean(games.pointsAllowed), over: last15)
      Feature(out.opponentPace, mean(games.opponentPace), over: last15)
      Feature(out.gamesInSample, count(games), over: last15)

      // Least against the league is strongest; ties go to the paint, then mid-range.
      Feature(
        out.strongestZone,
        labelOfSmallest(
          ("paint", stored(out.paintVsLeague)), ("mid_range", stored(out.midRangeVsLeague)),
          ("perimeter", stored(out.threePtVsLeague))))
      Feature(
        out.weakestZone,
        labelOfLargest(
          ("paint", stored(out.paintVsLeague)), ("mid_range", stored(out.midRangeVsLeague)),
          ("perimeter", stored(out.threePtVsLeague))))
      Feature(
        out.dataQualityTier,
        firstMatch((sample >= 15, "high"), (sample >= 10, "medium"), otherwise: "low"))
      let zoneGames = countIf(games) { $0.hasCompleteShotZones }.over(last15)
      Feature(
        out.calculationNotes,
        joined(
          [
            zonesNote(zoneGames, of: sample), note("no paint attempts", when: paint.attempts == 0),
            note("no mid-range attempts", when: midRange.attempts == 0),
            note("no three-point attempts", when: three.attempts == 0),
          ], by: "; "))

      EarlySeasonFeatures(out.earlySeason, window: expected)
      CompletenessFeatures(
        out.completeness, primary: expected, isReady: expected.isReady(),
        issues: completenessIssues(expected, zoneGames: zoneGames), isBootstrap: isSoftBootstrap,
        isBoundary: isSeasonBoundary, decision: "processed_successfully")
      Tracks(out.sourceTeamDefense, of: games, expecting: 450)
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }
}

private let fewTeams =
  "the league allows about this much while fewer than ten teams have ten games in thirty days"

/// One zone of a defence, over the games in which all three zones are known.
private struct DefendedZone {
  private let games: Rows<TeamDefenseGameSummary>
  private let attempted: Scalar
  private let made: Scalar
  private let blocked: Scalar
  private let leagueFallback: Double
  private let last15 = Window.last(15, .games)

  init(
    in games: Rows<TeamDefenseGameSummary>, attempts: KeyPath<TeamDefenseGameSummary, Column>,
    makes: KeyPath<TeamDefenseGameSummary, Column>,
    blocks: KeyPath<TeamDefenseGameSummary, Column>, leagueFallback: Double
  ) {
    self.games = games
    attempted = games[dynamicMember: attempts]
    made = games[dynamicMember: makes]
    blocked = games[dynamicMember: blocks]
    self.leagueFallback = leagueFallback
  }

  var attempts: Aggregate { sum(attempted).only(games.hasCompleteShotZones).over(last15) }

  /// Makes of attempts, a ratio of sums.
  var rate: Aggregate { rate(over: last15) }

  /// The team's rate less the league's, in percentage points: the unweighted mean over the teams with
  /// at least ten games in thirty days, or a constant where fewer than ten teams have them.
  var againstLeague: Aggregate {
    let month = Window.last(30, .days)
    let league = leagueMean(
      of: rate(over: month), over: games, qualifying: count(games).over(month) >= 10,
      atLeast: 10, otherwise: leagueFallback)
    return (rate - league) * 100
  }

  var attemptsPerGame: Aggregate { perGame(attempted) }
  var blocksPerGame: Aggregate { perGame(blocked) }

  func perGame(_ column: KeyPath<TeamDefenseGameSummary, Column>) -> Aggregate {
    perGame(games[dynamicMember: column])
  }

  private func perGame(_ value: Scalar) -> Aggregate {
    mean(value).only(games.hasCompleteShotZones).over(last15)
  }

  private func rate(over window: Window) -> Aggregate {
    (sum(made) / sum(attempted)).only(games.hasCompleteShotZones).over(window)
  }
}
