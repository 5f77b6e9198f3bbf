import FeatureSpec

/// The games a player played before D, and how many of those that his team played are there: days on
/// which the gamebook says that he did not play are not expected.
struct PlayerHistory {
  let played: Rows<PlayerGameSummary>
  private let player: Aggregate
  private let windows: [(String, Window)]

  init(of player: Aggregate, windows: [(String, Window)]) {
    played = playedGames(as: "played")
    self.player = player
    self.windows = windows
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(played, .before, matching: (\.playerLookup, player))
    Completeness(
      of: played, against: finalTeamGames(as: "team_games"),
      matching: (\.team, newest(played.teamAbbr).over(.season)), windows: windows
    )
    .excusing(absences(as: "absent"), matching: (\.playerLookup, player))
  }
}
