public import FeatureSpec

/// `nba_raw.odds_api_game_lines`: spreads and totals, one row per bookmaker, snapshot and outcome.
public struct GameLines: Table {
  public static let name = TableName("nba_raw", "odds_api_game_lines")

  public let gameDate = Column("game_date", .day).required
  public let snapshot = Column("snapshot_timestamp", .timestamp).required
  /// The vendor's own id: never joined on.
  public let gameID = Column("game_id", .text).required
  public let bookmaker = Column("bookmaker_key", .text).required
  public let market = Column("market_key", .text).required.oneOf("spreads", "totals")
  /// A team's full name, or Over, or Under.
  public let outcome = Column("outcome_name", .text).required
  /// American odds.
  public let price = Column("outcome_price", .integer)
  /// The spread of the team named, or the total.
  public let point = Column("outcome_point", .double, .points)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [gameDate, gameID, market, outcome, bookmaker, snapshot], day: gameDate,
      freshness: processedAt, rowHash: dataHash)
  }
}
