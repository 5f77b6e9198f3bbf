public import FeatureSpec

extension Processor {
  /// What the last report before tip-off says of each player, and what he has scored this season.
  public static let upcomingInjuryContext = Processor(writing: UpcomingInjuryContext()) { out in
    let versions = Rows(InjuryReport(), as: "versions")
    let report = Population(eachRowOf: pregameReports(as: "report"))
    let played = playedGames(as: "played")
    For(report, on: .scheduled)
    Reads(played, .before, matching: (\.playerLookup, report.playerLookup))
    ProcessorBreaker()

    Feature(out.playerLookup, report.playerLookup)
    Feature(out.gameDate, asOfDay)
    Feature(out.teamAbbr, report.team)
    Feature(out.injuryStatus, report.injuryStatus)
    Feature(out.gamesPlayed, count(played), over: .season)
    Feature(out.pointsAvgSeason, mean(played.points), over: .season)

    Tracks(out.sourceInjuryReport, of: versions, expecting: 10)
    Tracks(out.sourcePlayerGame, of: played, expecting: 200)
    Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
  }
}
