import FeatureSpec

/// A player's teammates in the last report before tip-off. NULL where no report of the day is known: 0
/// would say that all are fit (D-45).
struct ListedTeammates {
  private let listed = Rows(UpcomingInjuryContext(), as: "listed")
  private let own: Lookup<UpcomingInjuryContext>
  private let report: AnyReport
  private let team: Aggregate

  init(of player: Aggregate, in team: Aggregate, before tipOff: Aggregate) {
    own = Lookup(
      Rows(UpcomingInjuryContext(), as: "own_listing"), .atMostOne,
      matching: (\.playerLookup, player), (\.teamAbbr, team))
    report = AnyReport(before: tipOff)
    self.team = team
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(listed, .on, matching: (\.teamAbbr, team))
    Reads(own)
    report.inputs
  }

  @DeclarationBuilder func features(_ out: UpcomingPlayerGameContext) -> [Declaration] {
    Feature(
      out.starTeammatesOut,
      others(
        countIf(listed) { $0.injuryStatus == "out" && $0.pointsAvgSeason >= 18 },
        ownListing: own.injuryStatus == "out" && own.pointsAvgSeason >= 18))
    Feature(
      out.questionableTeammates,
      others(
        countIf(listed) { $0.injuryStatus.isOne(of: "questionable", "doubtful") },
        ownListing: own.injuryStatus.isOne(of: "questionable", "doubtful")))
    Feature(
      out.probableTeammates,
      others(
        countIf(listed) { $0.injuryStatus == "probable" },
        ownListing: own.injuryStatus == "probable"))
  }

  /// Of all that are listed so, those who are not the player himself.
  private func others(_ all: Aggregate, ownListing isOwn: Aggregate) -> Aggregate {
    when(report.isFound, all - when(isOwn, 1), elseMissing: .integer)
  }
}
