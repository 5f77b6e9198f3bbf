import FeatureSpec

/// Five processors, small enough to compute by hand:
///
///     raw.lines ── player_games ── player_form ── player_tags
///     raw.fixtures ── team_games ── team_form
struct TinyPipeline {
  /// Games in the window of `points_mean`.
  var window = 3
  var bootstrap = 2
  var duplicatesAllowed = 0
  /// Lines that must be there in the season before a day of `player_form` is computed.
  var gamesRequired = 1
  /// Failed attempts that open the circuit breaker of `player_form` for seven days.
  var breaker: Int?
  /// The breaker of the days of `team_games`.
  var processorBreaker: ProcessorBreaker?
  /// `team_form` as it was before it had `games_last_4_days`.
  var hasOlderTeamForm = false
  /// A cheat: `player_form` sees every game a day early.
  var datesGamesBack = false

  var pipeline: Pipeline {
    let calendar = CalendarDeclaration(
      Rows(Fixtures(), as: "calendar"), season: { $0.season },
      scheduled: { $0.status.isOne(of: 1, 3) }, played: { $0.status == 3 })
    return Pipeline(
      "tiny", calendar: calendar,
      rawTables: [Lines(), BackupLines(), Fixtures(), Shots(), Quotes(), Registry()]
    ) {
      playerGames
      teamGames
      playerForm
      playerTags
      if hasOlderTeamForm { olderTeamForm } else { teamForm }
    }
  }

  /// Past tense: two sources, lookups of each kind, a summary, a failure, and rows left out.
  private var playerGames: Processor {
    Processor(writing: PlayerGames()) { out in
      let lines = Rows(Lines(), as: "first_lines")
      let stack = Rows(stacking: Line(), as: "line", .firstPart) {
        Part(lines) { _ in [Mapping(\.source, "lines")] }
        Part(Rows(BackupLines(), as: "second_lines")) { _ in
          [
            Mapping(\.status, "active"), Mapping(\.rating, .missing(.double)),
            Mapping(\.source, "backup"),
          ]
        }
      }
      let line = Population(eachRowOf: stack)
      let game = Lookup(playedSides(as: "game"), .atMostOne, matching: (\.team, line.team))
      let registered = Lookup(
        Rows(Registry(), as: "registered"), .atMostOne, timing: .timeless,
        matching: (\.player, line.player))
      let quotes = Rows(Quotes(), as: "quotes")
      let quote = Lookup(
        quotes, .first([.preferring(quotes.book, "best")]), matching: (\.player, line.player))
      let shots = Rows(Shots(), as: "shots")

      For(line, on: .played)
      Reads(game)
      Reads(registered)
      Reads(quote)
      Reads(shots, .on, matching: (\.player, line.player))
      Only(when: line.status == "active")
      Fails(
        .missingUpstream, when: !game.isFound, because: "no game of the team on this day",
        canRetry: true, expected: 1, actual: 0)

      Feature(out.player, line.player)
      Feature(out.gameDate, asOfDay)
      Feature(out.team, line.team)
      Feature(out.opponent, game.opponent)
      Feature(out.isHome, game.isHome)
      Feature(out.points, line.points)
      Feature(out.rating, line.rating)
      Feature(out.shots, count(shots))
      Feature(out.madeShots, countIf(shots) { $0.made })
      Feature(out.line, quote.line)
      Feature(out.margin, stored(out.points) - stored(out.line))
      Feature(out.playerID, registered.playerID)
      Feature(out.source, line.source)
      Tracks(out.tracking, of: lines, expecting: 2)
      Writes(
        hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt,
        duplicatesAllowed: duplicatesAllowed)
    }
  }

  /// Past tense: one row per side of a played game.
  private var teamGames: Processor {
    Processor(writing: TeamGames()) { out in
      let side = Population(eachRowOf: playedSides(as: "side"))
      For(side, on: .played)
      Feature(out.team, side.team)
      Feature(out.gameDate, asOfDay)
      Feature(out.opponent, side.opponent)
      Feature(out.margin, side.score - side.opponentScore)
      if let processorBreaker { processorBreaker }
      Writes(
        hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt,
        duplicatesAllowed: duplicatesAllowed)
    }
  }

  private var playerGamesRead: Rows<PlayerGames> {
    guard datesGamesBack else { return Rows(PlayerGames(), as: "games") }
    return Rows(stacking: PlayerGames(), as: "games") {
      Part(Rows(PlayerGames(), as: "real_games")) { game in
        [Mapping(\.gameDate, game.gameDate.plus(days: -1))]
      }
    }
  }

  /// As of a day: windows of games, of days and of the season, a league average, completeness.
  private var playerForm: Processor {
    Processor(writing: PlayerForm()) { out in
      let games = playerGamesRead
      let player = Population(entitiesOf: games, by: \.player)
      let absent = Rows(Lines(), as: "absent").where { $0.status == "dnp" }

      For(player, on: .scheduled, bootstrap: bootstrap)
      Reads(games, .before, matching: (\.player, player.player))
      Requires(games, atLeast: gamesRequired)
      Completeness(
        of: games, against: playedSides(as: "finals"),
        matching: (\.team, newest(games.team).over(.season)), windows: [("l3", .last(3, .games))]
      )
      .excusing(absent, matching: (\.player, player.player))

      let sample = stored(out.games)
      Fails(
        .insufficientData, when: sample < 2,
        because: concatenated(sample.converted(to: .text), " of 2 games"), canRetry: true,
        expected: 2, actual: sample)
      if let breaker { CircuitBreaker(on: .insufficientData, attempts: breaker) }

      Feature(out.player, player.player)
      Feature(out.day, asOfDay)
      Feature(out.pointsMean, mean(games.points), over: .last(window, .games))
      Feature(out.pointsLast7Days, sum(games.points), over: .last(7, .days))
      Feature(out.games, count(games), over: .season)
      let average = mean(games.points).over(.season)
      let league = leagueMean(
        of: average, over: games, qualifying: count(games).over(.season) >= 2, atLeast: 2,
        otherwise: 10.0)
      Feature(out.againstLeague, average - league)
        .byDefault(because: "one of two players is no league")
      Feature(out.rating, newest(games.rating), over: .season)
      Feature(out.streak, streak(games.points >= 10), over: .season)
      let l3 = WindowCompleteness("l3")
      CompletenessFeatures(
        out.completeness, primary: l3, isReady: l3.isReady(),
        issues: [when(l3.isReady(), .missing(.text), otherwise: "incomplete")],
        isBootstrap: false, isBoundary: false, decision: "processed")
      Tracks(out.tracking, of: games, expecting: 10)
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }

  /// Downstream of a table of the same day.
  private var playerTags: Processor {
    Processor(writing: PlayerTags()) { out in
      let form = Population(eachRowOf: Rows(PlayerForm(), as: "form"))
      For(form, on: .scheduled, bootstrap: bootstrap)
      Feature(out.player, form.player)
      Feature(out.day, asOfDay)
      Feature(out.isHot, form.pointsMean > 15)
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }

  private var olderTeamForm: Processor {
    Processor(writing: OlderTeamForm()) { out in
      let side = Population(eachRowOf: sides(as: "side"))
      let games = Rows(TeamGames(), as: "games")
      For(side, on: .scheduled)
      Reads(games, .before, matching: (\.team, side.team))
      Feature(out.team, side.team)
      Feature(out.day, asOfDay)
      Feature(out.marginLast4Days, sum(games.margin), over: .last(4, .days))
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }

  /// As of a day, for those who play on it; nothing older than four days counts.
  private var teamForm: Processor {
    Processor(writing: TeamForm()) { out in
      let side = Population(eachRowOf: sides(as: "side"))
      let games = Rows(TeamGames(), as: "games")
      For(side, on: .scheduled)
      Reads(games, .before, matching: (\.team, side.team))
      Feature(out.team, side.team)
      Feature(out.day, asOfDay)
      Feature(out.marginLast4Days, sum(games.margin), over: .last(4, .days))
      Feature(out.gamesLast4Days, count(games), over: .last(4, .days))
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }
}
