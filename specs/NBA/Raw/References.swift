public import FeatureSpec

/// `nba_raw.espn_team_rosters`: who belonged to a team on a day.
public struct TeamRosters: Table {
  public static let name = TableName("nba_raw", "espn_team_rosters")

  public let rosterDate = Column("roster_date", .day).required
  public let teamAbbr = Column("team_abbr", .text).required
  public let playerLookup = Column("player_lookup", .text).required
  public let playerName = Column("player_name", .text)
  public let birthDate = Column("birth_date", .day)
  public let position = Column("position", .text)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [rosterDate, teamAbbr, playerLookup], day: rosterDate, freshness: processedAt,
      rowHash: dataHash)
  }
}

/// `nba_raw.travel_distances`: from each team's home to each other's.
public struct TravelDistances: Table {
  public static let name = TableName("nba_raw", "travel_distances")

  public let fromTeam = Column("from_team", .text).required
  public let toTeam = Column("to_team", .text).required
  public let distance = Column("distance_miles", .double, .miles)
  public let timeZonesCrossed = Column("time_zones_crossed", .integer, .count)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [fromTeam, toTeam], day: nil, freshness: processedAt, rowHash: dataHash)
  }
}

/// `nba_raw.player_registry`: the one id of a player, by key and season.
public struct PlayerRegistry: Table {
  public static let name = TableName("nba_raw", "player_registry")

  public let playerLookup = Column("player_lookup", .text).required
  public let seasonYear = Column("season_year", .integer).required
  /// `<lookup>_<nnn>`.
  public let universalPlayerID = Column("universal_player_id", .text)
  public let nbaPlayerID = Column("nba_player_id", .integer)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(
      key: [playerLookup, seasonYear], day: nil, freshness: processedAt, rowHash: dataHash)
  }
}

/// `nba_raw.teams`: the thirty teams and their names.
public struct Teams: Table {
  public static let name = TableName("nba_raw", "teams")

  public let teamAbbr = Column("team_abbr", .text).required
  public let teamName = Column("team_name", .text)
  public let city = Column("city", .text)
  public let nickname = Column("nickname", .text)
  public let processedAt = Column("processed_at", .timestamp).metadata
  public let dataHash = Column("data_hash", .text).metadata

  public init() {}

  public var identity: Identity {
    Identity(key: [teamAbbr], day: nil, freshness: processedAt, rowHash: dataHash)
  }
}
