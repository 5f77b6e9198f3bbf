import FeatureSpec

struct GamesCovered: Table {
  static let name = TableName("main", "cmpl")
  let player = Column("player_id", .integer32).required
  let date = Column("check_date", .day).required
  let team = Column("team_id", .integer32).required
  let windows = [5, 7, 10, 14, 30].map(WindowCounts.init)
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity { Identity(key: [player, date], day: date, freshness: processedAt) }

  struct WindowCounts: ColumnGroup {
    let days: Int
    let expected: Column
    let actual: Column
    init(_ days: Int) {
      self.days = days
      expected = Column("l\(days)d_expected", .integer32, .count).required
      actual = Column("l\(days)d_actual", .integer32, .count).required
    }
  }
}

extension Processor {
  /// How many games of his team a player has, by window: one row per player seen this season.
  static let gamesCovered = Processor(writing: GamesCovered()) { out in
    let games = Rows(PlayerGames(), as: "games")
    let schedule = Rows(TeamGames(), as: "team_games").where { $0.status == 3 }
    let players = Population(entitiesOf: games, by: \.player)
    let team = newest(games.team).over(.season)

    For(players, on: .played, bootstrap: 14)
    Reads(games, .before, matching: (\.player, players.player))
    Completeness(
      of: games, against: schedule, matching: (\.team, team),
      windows: out.windows.map { ("l\($0.days)d", .last($0.days, .days)) })

    Feature(out.player, players.player)
    Feature(out.date, asOfDay)
    Feature(out.team, team)
    for window in out.windows {
      Feature(window.expected, WindowCompleteness("l\(window.days)d").expected)
      Feature(window.actual, WindowCompleteness("l\(window.days)d").actual)
    }
    Writes(writtenAt: out.processedAt, hashing: .columnByColumn)
  }
}

extension Pipeline {
  /// Workload W: four tables over a prepared season, as a careful author would declare them.
  static let workloadW = Pipeline(
    "workload_w",
    calendar: CalendarDeclaration(
      Rows(TeamGames(), as: "calendar_games"), season: { $0.season },
      scheduled: { $0.status.isOne(of: 1, 3) }, played: { $0.status == 3 }),
    rawTables: [PlayerGames(), TeamDefense(), TeamGames()]
  ) {
    Processor.shotZones
    Processor.dailyCache
    Processor.zoneDefense
    Processor.gamesCovered
  }
}
