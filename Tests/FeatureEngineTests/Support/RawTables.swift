import FeatureSpec

// The raw tables of the tiny pipeline. They hold no row hash, so that a test may write them by SQL.

/// `raw.lines`: what a player did in a game; `dnp` says that he did not play.
struct Lines: Table {
  static let name = TableName("raw", "lines")
  let gameDate = Column("game_date", .day).required
  let player = Column("player", .text).required
  let team = Column("team", .text).required
  let status = Column("status", .text).required.oneOf("active", "dnp")
  let points = Column("points", .integer, .points)
  let rating = Column("rating", .double, .rating)
  init() {}
  var identity: Identity { Identity(key: [gameDate, player], day: gameDate) }
}

/// `raw.backup_lines`: a second source of the same.
struct BackupLines: Table {
  static let name = TableName("raw", "backup_lines")
  let gameDate = Column("game_date", .day).required
  let player = Column("player", .text).required
  let team = Column("team", .text).required
  let points = Column("points", .integer, .points)
  init() {}
  var identity: Identity { Identity(key: [gameDate, player], day: gameDate) }
}

/// `raw.fixtures`: the schedule; status 1 is to be played, 3 was.
struct Fixtures: Table {
  static let name = TableName("raw", "fixtures")
  let gameDate = Column("game_date", .day).required
  let game = Column("game", .text).required
  let season = Column("season", .integer).required
  let status = Column("status", .integer).required
  let home = Column("home", .text).required
  let away = Column("away", .text).required
  let homeScore = Column("home_score", .integer, .points)
  let awayScore = Column("away_score", .integer, .points)
  init() {}
  var identity: Identity { Identity(key: [gameDate, game], day: gameDate) }
}

/// `raw.shots`: one row per attempt.
struct Shots: Table {
  static let name = TableName("raw", "shots")
  let gameDate = Column("game_date", .day).required
  let number = Column("number", .integer).required
  let player = Column("player", .text).required
  let made = Column("made", .boolean).required
  init() {}
  var identity: Identity { Identity(key: [gameDate, number], day: gameDate) }
}

/// `raw.quotes`: lines of several books on a player's points.
struct Quotes: Table {
  static let name = TableName("raw", "quotes")
  let gameDate = Column("game_date", .day).required
  let player = Column("player", .text).required
  let book = Column("book", .text).required
  let line = Column("line", .double, .points)
  let dataHash = Column("data_hash", .text).metadata
  init() {}
  var identity: Identity {
    Identity(key: [gameDate, player, book], day: gameDate, rowHash: dataHash)
  }
}

/// `raw.registry`: the id of a player.
struct Registry: Table {
  static let name = TableName("raw", "registry")
  let player = Column("player", .text).required
  let playerID = Column("player_id", .text)
  init() {}
  var identity: Identity { Identity(key: [player], day: nil) }
}

/// A line, whichever source it is from.
struct Line: RowShape {
  let gameDate = Column("game_date", .day).required
  let player = Column("player", .text).required
  let team = Column("team", .text).required
  let status = Column("status", .text).required.oneOf("active", "dnp")
  let points = Column("points", .integer, .points)
  let rating = Column("rating", .double, .rating)
  let source = Column("source", .text).oneOf("lines", "backup")
  init() {}
  var identity: Identity { Identity(key: [gameDate, player], day: gameDate) }
}

/// A game seen from one of its teams.
struct Side: RowShape {
  let gameDate = Column("game_date", .day).required
  let team = Column("team", .text).required
  let opponent = Column("opponent", .text).required
  let isHome = Column("is_home", .boolean).required
  let status = Column("status", .integer).required
  let score = Column("score", .integer, .points)
  let opponentScore = Column("opponent_score", .integer, .points)
  init() {}
  var identity: Identity { Identity(key: [gameDate, team], day: gameDate) }
}

/// Both sides of every game.
func sides(as alias: String) -> Rows<Side> {
  Rows(stacking: Side(), as: alias) {
    Part(Rows(Fixtures(), as: "\(alias)_home")) { game in
      [
        Mapping(\.team, game.home), Mapping(\.opponent, game.away), Mapping(\.isHome, true),
        Mapping(\.score, game.homeScore), Mapping(\.opponentScore, game.awayScore),
      ]
    }
    Part(Rows(Fixtures(), as: "\(alias)_away")) { game in
      [
        Mapping(\.team, game.away), Mapping(\.opponent, game.home), Mapping(\.isHome, false),
        Mapping(\.score, game.awayScore), Mapping(\.opponentScore, game.homeScore),
      ]
    }
  }
}

/// Sides of games that were played.
func playedSides(as alias: String) -> Rows<Side> {
  sides(as: alias).where { $0.status == 3 }
}
