public import FeatureSpec

extension Processor {
  /// From where a player shoots and scores: one row per player with at least ten games, as of each day
  /// with games.
  ///
  /// The windows are the newest 10 and 20 games he played. Inside them every rate rests only on the
  /// games whose three zones are all known from the play-by-play (D-15, X-30); `calculation_notes` says
  /// when these are fewer, and with none the rates are NULL.
  public static let playerShotZoneAnalysis = Processor(writing: PlayerShotZoneAnalysis()) { out in
    let played = playedGames(as: "played")
    let player = Population(entitiesOf: played, by: \.playerLookup)
    let finals = finalTeamGames(as: "team_games")
    let absent = absences(as: "absent")
    let rosters = Rows(TeamRosters(), as: "roster")
    let roster = Lookup(
      rosters, .first([.newest(rosters.rosterDate)]), timing: .before(maximumAge: 400),
      matching: (\.playerLookup, player.playerLookup))

    For(player, on: .scheduled, bootstrap: 14)
    Reads(played, .before, matching: (\.playerLookup, player.playerLookup))
    Reads(roster)
    Requires(played, atLeast: 400)
    Completeness(
      of: played, against: finals, following: (\.team, \.teamAbbr),
      windows: [("l10", .last(10, .games))]
    )
    .excusing(absent, matching: (\.playerLookup, player.playerLookup))
    ProcessorBreaker()

    let games = stored(out.gamesInSample10)
    let expected = WindowCompleteness("l10")
    Fails(
      .expectedIncomplete, when: games < 10 && expected.expected < 10,
      because: "fewer than ten games are expected yet", canRetry: false,
      expected: expected.expected,
      actual: games)
    Fails(
      .incompleteUpstream, when: games < 10,
      because: concatenated(games.converted(to: .text), " games, and ten are the minimum"),
      canRetry: true, expected: expected.expected, actual: games)
    Fails(
      .incompleteData, when: !expected.isReady() && !isSoftBootstrap && !isSeasonBoundary,
      because: notReady(expected), canRetry: true, expected: expected.expected,
      actual: expected.actual)

    CircuitBreaker(on: .incompleteUpstream, .incompleteData)

    Feature(out.playerLookup, player.playerLookup)
    Feature(out.universalPlayerID, newest(played.universalPlayerID), over: .season)
    Feature(out.analysisDate, asOfDay)
    Feature(out.playerPosition, roster.position)

    let last10 = Window.last(10, .games)
    let zones = PlayedZones(in: played, over: last10)
    Feature(out.totalShots, zones.shots)
    Feature(out.paintRate, percent(zones.paintAttempts, of: zones.shots))
    Feature(out.midRangeRate, percent(zones.midRangeAttempts, of: zones.shots))
    Feature(out.threePtRate, percent(zones.threeAttempts, of: zones.shots))
    Feature(out.paintPct, zones.paintMakes / zones.paintAttempts)
    Feature(out.midRangePct, zones.midRangeMakes / zones.midRangeAttempts)
    Feature(out.threePtPct, zones.threeMakes / zones.threeAttempts)
    Feature(out.paintAttempts, zones.paintAttempts / zones.games)
    Feature(out.midRangeAttempts, zones.midRangeAttempts / zones.games)
    Feature(out.threePtAttempts, zones.threeAttempts / zones.games)
    Feature(out.gamesInSample10, count(played), over: last10)
    Feature(out.sampleQuality10, sampleQuality(games, of: 10))

    // Twenty games say something only when there are at least fifteen.
    let last20 = Window.last(20, .games)
    let games20 = count(played).over(last20)
    let zones20 = PlayedZones(in: played, over: last20)
    let isLong = games20 >= 15
    Feature(
      out.paintRate20,
      when(isLong, percent(zones20.paintAttempts, of: zones20.shots), elseMissing: .double))
    Feature(
      out.paintPct20, when(isLong, zones20.paintMakes / zones20.paintAttempts, elseMissing: .double)
    )
    Feature(out.gamesInSample20, when(isLong, games20, elseMissing: .integer))
    Feature(
      out.sampleQuality20, when(isLong, sampleQuality(games20, of: 20), elseMissing: .text))

    // Shares of the makes of which it is known whether someone passed.
    let assisted = sum(played.assistedFgMakes).over(last10)
    let unassisted = sum(played.unassistedFgMakes).over(last10)
    let reason = "of one game both counts come from one source"
    Feature(out.assistedRate, percent(assisted, of: assisted + unassisted))
      .mixingSources(because: reason)
    Feature(out.unassistedRate, percent(unassisted, of: assisted + unassisted))
      .mixingSources(because: reason)

    // The order of the questions decides.
    Feature(
      out.primaryScoringZone,
      firstMatch(
        (stored(out.paintRate).isMissing, .missing(.text)), (stored(out.paintRate) >= 40, "paint"),
        (stored(out.threePtRate) >= 40, "perimeter"),
        (stored(out.midRangeRate) >= 35, "mid_range"), otherwise: "balanced"))
    Feature(
      out.dataQualityTier,
      firstMatch((games >= 10, "high"), (games >= 7, "medium"), otherwise: "low"))
    Feature(
      out.calculationNotes,
      joined(
        [
          zonesNote(zones.games, of: games),
          note("no paint attempts", when: zones.paintAttempts == 0),
          note("no mid-range attempts", when: zones.midRangeAttempts == 0),
          note("no three-point attempts", when: zones.threeAttempts == 0),
        ], by: "; "))

    EarlySeasonFeatures(out.earlySeason, window: expected)
    CompletenessFeatures(
      out.completeness, primary: expected, isReady: expected.isReady(),
      issues: completenessIssues(expected, zoneGames: zones.games), isBootstrap: isSoftBootstrap,
      isBoundary: isSeasonBoundary, decision: "processed_successfully")
    Tracks(out.sourcePlayerGame, of: played, expecting: 400)

    Contract("the three rates make 100", ratesMakeHundred(out))
    Contract(
      "assisted and unassisted shares make 100",
      absolute(stored(out.assistedRate) + stored(out.unassistedRate) - 100) <= 0.05)
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}

private func ratesMakeHundred(_ out: PlayerShotZoneAnalysis) -> Aggregate {
  absolute(stored(out.paintRate) + stored(out.midRangeRate) + stored(out.threePtRate) - 100) <= 0.05
}

/// excellent from n games, good from 0.7 n, limited from half of n, else insufficient.
func sampleQuality(_ games: Aggregate, of count: Int) -> Aggregate {
  firstMatch(
    (games >= .constant(count), "excellent"), (games >= .constant(count * 7 / 10), "good"),
    (games >= .constant(count / 2), "limited"), otherwise: "insufficient")
}

/// Sums over the games of a window in which all three zones are known.
private struct PlayedZones {
  let played: Rows<PlayerGameSummary>
  let window: Window

  init(in played: Rows<PlayerGameSummary>, over window: Window) {
    self.played = played
    self.window = window
  }

  var games: Aggregate { countIf(played) { $0.hasCompleteShotZones }.over(window) }
  var paintAttempts: Aggregate { total(played.paintAttempts) }
  var paintMakes: Aggregate { total(played.paintMakes) }
  var midRangeAttempts: Aggregate { total(played.midRangeAttempts) }
  var midRangeMakes: Aggregate { total(played.midRangeMakes) }
  var threeAttempts: Aggregate { total(played.threePtZoneAttempts) }
  var threeMakes: Aggregate { total(played.threePtZoneMakes) }
  var shots: Aggregate { paintAttempts + midRangeAttempts + threeAttempts }

  private func total(_ value: Scalar) -> Aggregate {
    sum(value).only(played.hasCompleteShotZones).over(window)
  }
}
