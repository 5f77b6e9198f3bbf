public import FeatureSpec

/// `nba_raw.odds_api_player_points_props`: lines on a player's points, one row per bookmaker and snapshot.
public struct OddsAPIPointsProps: Table {
  public static let name = TableName("nba_raw", "odds_api_player_points_props")

  public let gameDate = Column("game_date", .day).required
  public let snapshot = Column("snapshot_timestamp", .timestamp).required
  public let bookmaker = Column("bookmaker", .text).required
  public let playerLookup = Column("player_lookup", .text).required
  public let pointsLine = Column("points_line", .double, .points)
  /// American odds.
  public let overPrice = Column("over_price", .integer)
  public let underPrice = Column("under_price", .integer)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup, bookmaker, snapshot], day: gameDate, freshness: processedAt,
      rowHash: dataHash)
  }
}

/// `nba_raw.bettingpros_player_points_props`: the second source of lines, with the opening line.
public struct BettingProsPointsProps: Table {
  public static let name = TableName("nba_raw", "bettingpros_player_points_props")

  public let gameDate = Column("game_date", .day).required
  public let marketType = Column("market_type", .text).required
  public let betSide = Column("bet_side", .text).required.oneOf("over", "under")
  public let playerLookup = Column("player_lookup", .text).required
  public let pointsLine = Column("points_line", .double, .points)
  public let openingLine = Column("opening_line", .double, .points)
  public let isActive = Column("is_active", .boolean)
  public let isBestLine = Column("is_best_line", .boolean)
  public let bookmaker = Column("bookmaker", .text).required
  public let bookmakerLastUpdate = Column("bookmaker_last_update", .timestamp)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, playerLookup, marketType, betSide, bookmaker], day: gameDate,
      freshness: processedAt, rowHash: dataHash)
  }
}
