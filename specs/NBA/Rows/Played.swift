import FeatureSpec

extension Rows where Shape == PlayerGameSummary {
  /// The player was on the floor (D-16): the one filter for every window over player games. A row of
  /// no minutes is not a game, and averaging it gave a star 6 points instead of 34.
  var wasPlayed: Scalar {
    self.isActive && (self.minutesPlayed > 0 || self.fgAttempts > 0 || self.points > 0)
  }
}

/// The games a player played.
func playedGames(as alias: String) -> Rows<PlayerGameSummary> {
  Rows(PlayerGameSummary(), as: alias).counted
}

/// Days on which the gamebook says a player did not play, so that nobody expects a row of him.
func absences(as alias: String) -> Rows<GamebookPlayerStats> {
  Rows(GamebookPlayerStats(), as: alias).where { $0.playerStatus.isOne(of: "dnp", "inactive") }
}
