import FeatureSpec

struct ShotZones: Table {
  static let name = TableName("main", "psza")
  let player = Column("player_id", .integer32).required
  let date = Column("analysis_date", .day).required
  let paintRate = Column("paint_rate_last_10", .number(5, 2), .percent)
  let midRangeRate = Column("mid_range_rate_last_10", .number(5, 2), .percent)
  let threeRate = Column("three_pt_rate_last_10", .number(5, 2), .percent)
  let shots = Column("total_shots_last_10", .integer32, .count)
  let games10 = Column("games_in_sample_10", .integer32, .count)
  let paintPct = Column("paint_pct_last_10", .number(5, 3), .ratio)
  let midRangePct = Column("mid_range_pct_last_10", .number(5, 3), .ratio)
  let threePct = Column("three_pt_pct_last_10", .number(5, 3), .ratio)
  let paintPerGame = Column("paint_attempts_per_game", .number(4, 1))
  let midRangePerGame = Column("mid_range_attempts_per_game", .number(4, 1))
  let threePerGame = Column("three_pt_attempts_per_game", .number(4, 1))
  let paintRate20 = Column("paint_rate_last_20", .number(5, 2), .percent)
  let paintPct20 = Column("paint_pct_last_20", .number(5, 3), .ratio)
  let games20 = Column("games_in_sample_20", .integer32, .count)
  let zone = Column("primary_scoring_zone", .text)
  let rowHash = Column("data_hash", .text).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity {
    Identity(key: [player, date], day: date, freshness: processedAt, rowHash: rowHash)
  }
}

extension Processor {
  /// Where a player shoots from: one row per player with ten games or more, per game day.
  static let shotZones = Processor(writing: ShotZones()) { out in
    let games = Rows(PlayerGames(), as: "games")
    let players = Population(entitiesOf: games, by: \.player)
    let paint = sum(games.paintAttempts).over(.last(10, .games))
    let midRange = sum(games.midRangeAttempts).over(.last(10, .games))
    let three = sum(games.threeAttempts).over(.last(10, .games))
    let shots = paint + midRange + three
    let sample = count(games).over(.last(10, .games))
    let paint20 = sum(games.paintAttempts)
    let shots20 = sum(games.paintAttempts + games.midRangeAttempts + games.threeAttempts)
    let isFull = count(games).over(.season) >= 15
    let paintShare = percent(paint, of: shots)
    let midRangeShare = percent(midRange, of: shots)
    let threeShare = percent(three, of: shots)

    For(players, on: .played, bootstrap: 14)
    Reads(games, .before, matching: (\.player, players.player))
    Only(when: count(games).over(.season) >= 10)

    Feature(out.player, players.player)
    Feature(out.date, asOfDay)
    Feature(out.paintRate, paintShare)
    Feature(out.midRangeRate, midRangeShare)
    Feature(out.threeRate, threeShare)
    Feature(out.shots, shots)
    Feature(out.games10, sample)
    Feature(out.paintPct, sum(games.paintMakes) / sum(games.paintAttempts), over: .last(10, .games))
    Feature(
      out.midRangePct, sum(games.midRangeMakes) / sum(games.midRangeAttempts),
      over: .last(10, .games))
    Feature(out.threePct, sum(games.threeMakes) / sum(games.threeAttempts), over: .last(10, .games))
    Feature(out.paintPerGame, paint / sample)
    Feature(out.midRangePerGame, midRange / sample)
    Feature(out.threePerGame, three / sample)
    Feature(
      out.paintRate20, when(isFull, percent(paint20, of: shots20), elseMissing: .double),
      over: .last(20, .games))
    Feature(
      out.paintPct20, when(isFull, sum(games.paintMakes) / paint20, elseMissing: .double),
      over: .last(20, .games))
    Feature(out.games20, count(games), over: .last(20, .games))
    Feature(
      out.zone,
      firstMatch(
        (shots == 0, .missing(.text)), (paintShare >= 40, "paint"), (threeShare >= 40, "perimeter"),
        (midRangeShare >= 35, "mid_range"), otherwise: "balanced"))
    Writes(hash: out.rowHash, writtenAt: out.processedAt, hashing: .plain)
  }
}
