public import FeatureSpec

/// The shipped pipeline: from the raw tables of the NBA to features of players and teams.
public enum NBAFeatures {
  /// Days have games where the schedule says so: one row per official game id, scheduled when it is to
  /// be played or was, and not while it is postponed.
  public static let calendar = CalendarDeclaration(
    currentGames(as: "calendar"), season: { $0.seasonYear.orElse(seasonYear(of: $0.gameDate)) },
    scheduled: { $0.gameStatus.isOne(of: 1, 3) && !$0.isPostponed },
    played: { $0.gameStatus == 3 })

  public static let rawTables: [any Table] = [
    GamebookPlayerStats(), BDLPlayerBoxScores(), TeamBoxScore(), PlayByPlay(), PlayerZonePoints(),
    Schedule(), InjuryReport(), OddsAPIPointsProps(), BettingProsPointsProps(), GameLines(),
    TeamRosters(), TravelDistances(), PlayerRegistry(), Teams(),
  ]

  public static let pipeline = Pipeline(
    "nba", calendar: calendar, rawTables: rawTables, feeds: [NBAStats.feed, NBADemoFeed.feed]
  ) {
    Processor.playerGameSummary
    Processor.teamOffenseGameSummary
    Processor.teamDefenseGameSummary
    Processor.teamDefenseZoneAnalysis
    Processor.playerShotZoneAnalysis
    Processor.upcomingTeamGameContext
    Processor.upcomingInjuryContext
    Processor.upcomingPlayerGameContext
    Processor.playerCompositeFactors
    Processor.playerDailyCache
    Processor.playerGameSettings
    Processor.mlFeatureStore
    Processor.movingAverageBaseline
    Processor.zoneMatchup
    Processor.similarityBalanced
    Processor.xgboost
    Processor.ensemble
    Processor.playerPropPredictions
  }
}
