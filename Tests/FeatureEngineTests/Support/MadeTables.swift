import FeatureSpec

// The output tables of the tiny pipeline.

/// `made.player_games`: past tense, one row per player and game.
struct PlayerGames: Table {
  static let name = TableName("made", "player_games")
  let player = Column("player", .text).required
  let gameDate = Column("game_date", .day).required
  let team = Column("team", .text).required
  let opponent = Column("opponent", .text).required
  let isHome = Column("is_home", .boolean).required
  let points = Column("points", .integer, .points)
  let rating = Column("rating", .double, .rating)
  let shots = Column("shots", .integer, .count)
  let madeShots = Column("made_shots", .integer, .count)
  let line = Column("line", .number(4, 1), .points)
  let margin = Column("margin", .number(5, 1), .points)
  let playerID = Column("player_id", .text)
  let source = Column("source", .text).oneOf("lines", "backup")
  let tracking = SourceTracking("source_lines")
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  init() {}
  var identity: Identity {
    Identity(
      key: [gameDate, player], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}

/// `made.team_games`: past tense, one row per team and game.
struct TeamGames: Table {
  static let name = TableName("made", "team_games")
  let team = Column("team", .text).required
  let gameDate = Column("game_date", .day).required
  let opponent = Column("opponent", .text).required
  let margin = Column("margin", .integer, .points).within(-60...60)
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  init() {}
  var identity: Identity {
    Identity(key: [gameDate, team], day: gameDate, freshness: processedAt, rowHash: dataHash)
  }
}

/// `made.player_form`: as of a day, downstream of `player_games`.
struct PlayerForm: Table {
  static let name = TableName("made", "player_form")
  let player = Column("player", .text).required
  let day = Column("cache_date", .day).required
  /// More than 60 breaks the contract, more than 999.9 does not fit.
  let pointsMean = Column("points_mean", .number(4, 1), .points).within(0...60)
  let pointsLast7Days = Column("points_last_7_days", .integer, .points)
  let games = Column("games", .integer, .count)
  let againstLeague = Column("against_league", .number(6, 2), .points)
  let rating = Column("rating", .double, .rating)
  let streak = Column("streak", .integer, .count)
  let completeness = CompletenessColumns()
  let tracking = SourceTracking("source_games")
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  init() {}
  var identity: Identity {
    Identity(key: [player, day], day: day, freshness: processedAt, rowHash: dataHash)
  }
}

/// `made.player_tags`: downstream of `player_form` on the same day.
struct PlayerTags: Table {
  static let name = TableName("made", "player_tags")
  let player = Column("player", .text).required
  let day = Column("cache_date", .day).required
  let isHot = Column("is_hot", .boolean)
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  init() {}
  var identity: Identity {
    Identity(key: [player, day], day: day, freshness: processedAt, rowHash: dataHash)
  }
}

/// `made.team_form`: as of a day, with a window of days only, downstream of `team_games`.
struct TeamForm: Table {
  static let name = TableName("made", "team_form")
  let team = Column("team", .text).required
  let day = Column("cache_date", .day).required
  let marginLast4Days = Column("margin_last_4_days", .integer, .points)
  let gamesLast4Days = Column("games_last_4_days", .integer, .count)
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  init() {}
  var identity: Identity {
    Identity(key: [team, day], day: day, freshness: processedAt, rowHash: dataHash)
  }
}

/// The same table before it had `games_last_4_days`.
struct OlderTeamForm: Table {
  static let name = TableName("made", "team_form")
  let team = Column("team", .text).required
  let day = Column("cache_date", .day).required
  let marginLast4Days = Column("margin_last_4_days", .integer, .points)
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  init() {}
  var identity: Identity {
    Identity(key: [team, day], day: day, freshness: processedAt, rowHash: dataHash)
  }
}
