import FeatureSpec

struct DailyCache: Table {
  static let name = TableName("main", "pdc")
  let player = Column("player_id", .integer32).required
  let date = Column("cache_date", .day).required
  let points5 = Column("points_avg_last_5", .number(5, 1), .points)
  let points10 = Column("points_avg_last_10", .number(5, 1), .points)
  let pointsSeason = Column("points_avg_season", .number(5, 1), .points)
  let pointsDeviation = Column("points_std_last_10", .number(5, 2), .points)
  let minutes10 = Column("minutes_avg_last_10", .number(5, 1), .minutes)
  let usage10 = Column("usage_rate_last_10", .number(5, 2), .percent)
  let trueShooting10 = Column("ts_pct_last_10", .number(5, 3), .ratio)
  let usageSeason = Column("player_usage_rate_season", .number(5, 2), .percent)
  let gamesSeason = Column("games_played_season", .integer32, .count)
  let games7 = Column("games_in_last_7_days", .integer32, .count)
  let games14 = Column("games_in_last_14_days", .integer32, .count)
  let minutes7 = Column("minutes_in_last_7_days", .number(6, 1), .minutes)
  let minutes14 = Column("minutes_in_last_14_days", .number(6, 1), .minutes)
  let backToBacks = Column("back_to_backs_last_14_days", .integer32, .count)
  let rowHash = Column("data_hash", .text).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity {
    Identity(key: [player, date], day: date, freshness: processedAt, rowHash: rowHash)
  }
}

extension Processor {
  /// Form and fatigue before a game: one row per player with a game that day and five before it.
  static let dailyCache = Processor(writing: DailyCache()) { out in
    let box = Population(eachRowOf: Rows(PlayerGames(), as: "box"))
    let games = Rows(PlayerGames(), as: "games")
    let gap = games.date.days(since: previous(games.date))

    For(box, on: .played, bootstrap: 14)
    Reads(games, .before, matching: (\.player, box.player))
    Only(when: count(games).over(.season) >= 5)

    Feature(out.player, box.player)
    Feature(out.date, asOfDay)
    Feature(out.points5, mean(games.points), over: .last(5, .games))
    Feature(out.points10, mean(games.points), over: .last(10, .games))
    Feature(out.pointsSeason, mean(games.points), over: .season)
    Feature(out.pointsDeviation, deviation(games.points), over: .last(10, .games))
    Feature(out.minutes10, mean(games.minutes), over: .last(10, .games))
    Feature(out.usage10, mean(games.usage), over: .last(10, .games))
    Feature(out.trueShooting10, mean(games.trueShooting), over: .last(10, .games))
    Feature(out.usageSeason, mean(games.usage), over: .season)
    Feature(out.gamesSeason, count(games), over: .season)
    Feature(out.games7, count(games), over: .last(7, .days))
    Feature(out.games14, count(games), over: .last(14, .days))
    Feature(out.minutes7, sum(games.minutes).orElse(0), over: .last(7, .days))
      .byDefault(because: "who played no game played no minute")
    Feature(out.minutes14, sum(games.minutes).orElse(0), over: .last(14, .days))
      .byDefault(because: "who played no game played no minute")
    // Both games lie in the last 14 days when the later one lies in the last 13.
    Feature(out.backToBacks, countIf(games) { _ in gap == 1 }, over: .last(13, .days))
    Writes(hash: out.rowHash, writtenAt: out.processedAt, hashing: .plain)
  }
}
