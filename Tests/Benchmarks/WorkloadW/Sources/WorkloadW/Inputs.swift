import FeatureSpec

/// One row per player and game in which he had playing time.
struct PlayerGames: Table {
  static let name = TableName("main", "pgs")
  let season = Column("season", .integer32).required
  let player = Column("player_id", .integer32).required
  let team = Column("team_id", .integer32).required
  let date = Column("game_date", .day).required
  let points = Column("points", .integer32, .points)
  let minutes = Column("minutes_played", .number(5, 1), .minutes)
  let usage = Column("usage_rate", .number(5, 2), .percent)
  let trueShooting = Column("ts_pct", .number(5, 3), .ratio)
  let paintAttempts = Column("paint_attempts", .integer32, .count)
  let paintMakes = Column("paint_makes", .integer32, .count)
  let midRangeAttempts = Column("mid_range_attempts", .integer32, .count)
  let midRangeMakes = Column("mid_range_makes", .integer32, .count)
  let threeAttempts = Column("three_pt_zone_attempts", .integer32, .count)
  let threeMakes = Column("three_pt_zone_makes", .integer32, .count)
  let rowHash = Column("data_hash", .text).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity {
    Identity(key: [player, date], day: date, freshness: processedAt, rowHash: rowHash)
  }
}

/// One row per team and game, seen from the defence.
struct TeamDefense: Table {
  static let name = TableName("main", "tdgs")
  let season = Column("season", .integer32).required
  let team = Column("team_id", .integer32).required
  let date = Column("game_date", .day).required
  let pointsAllowed = Column("points_allowed", .integer32, .points)
  let paintAttempts = Column("opp_paint_attempts", .integer32, .count)
  let paintMakes = Column("opp_paint_makes", .integer32, .count)
  let midRangeAttempts = Column("opp_mid_range_attempts", .integer32, .count)
  let midRangeMakes = Column("opp_mid_range_makes", .integer32, .count)
  let threeAttempts = Column("opp_three_pt_attempts", .integer32, .count)
  let threeMakes = Column("opp_three_pt_makes", .integer32, .count)
  let rating = Column("defensive_rating", .number(6, 2), .rating)
  let rowHash = Column("data_hash", .text).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity {
    Identity(key: [team, date], day: date, freshness: processedAt, rowHash: rowHash)
  }
}

/// One row per team and game.
struct TeamGames: Table {
  static let name = TableName("main", "team_games")
  let season = Column("season", .integer32).required
  let team = Column("team_id", .integer32).required
  let date = Column("game_date", .day).required
  let status = Column("game_status", .integer32).required
  var identity: Identity { Identity(key: [team, date], day: date) }
}
