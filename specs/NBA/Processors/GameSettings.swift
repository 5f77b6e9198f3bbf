public import FeatureSpec

extension Processor {
  /// The circumstances of every game that a player played.
  public static let playerGameSettings = Processor(writing: PlayerGameSettings()) { out in
    let games = playedGames(as: "game")
    let game = Population(eachRowOf: games)
    let defenses = Rows(TeamDefenseZoneAnalysis(), as: "defense")
    let defense = Lookup(defenses, .atMostOne, matching: (\.teamAbbr, game.opponentTeamAbbr))
    let side = Lookup(finalTeamGames(as: "side"), .atMostOne, matching: (\.team, game.teamAbbr))

    For(game, on: .played)
    Reads(defense)
    Reads(side)
    Requires(games, atLeast: 10)
    Only(when: game.points.isPresent)
    Fails(
      .missingUpstream, when: !side.isFound,
      because: "the schedule has no finished game of the team on this day", canRetry: true)
    ProcessorBreaker()

    Feature(out.playerLookup, game.playerLookup)
    Feature(out.gameDate, asOfDay)
    Feature(out.opponentTeamAbbr, game.opponentTeamAbbr)
    Feature(out.points, game.points)
    Feature(out.minutesPlayed, game.minutesPlayed)
    Feature(out.opponentDefRating, defense.defensiveRating)
    Feature(out.opponentTier, defenseTier(of: defense.defensiveRating))
    Feature(out.homeGame, side.isHome)

    Tracks(out.sourcePlayerGame, of: games, expecting: 200)
    Tracks(out.sourceTeamDefense, of: defenses, expecting: 30)
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}

/// elite below 110, average below 115, else weak; NULL where it is not known.
func defenseTier(of rating: Aggregate) -> Aggregate {
  firstMatch(
    (rating < 110, "elite"), (rating < 115, "average"), (rating.isPresent, "weak"),
    otherwise: .missing(.text))
}
