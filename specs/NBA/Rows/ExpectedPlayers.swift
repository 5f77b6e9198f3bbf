public import FeatureSpec

/// A player who is expected to play for a team on a day, and what says so (D-19).
public struct ExpectedPlayer: RowShape {
  public let gameDate = Column("game_date", .day).required
  public let playerLookup = Column("player_lookup", .text).required
  public let teamAbbr = Column("team_abbr", .text).required
  /// `nobody`: nothing says who plays for the team; the row stands for all of them.
  public let source =
    Column("universe_source", .text).required
    .oneOf("gamebook", "roster", "recent_games", "nobody")
  public let playerStatus = Column("player_status", .text).oneOf("active", "dnp", "inactive")
  /// The day of the roster or of the game that names him; NULL in the gamebook.
  public let seenOn = Column("seen_on", .day)

  public init() {}

  public var identity: Identity { Identity(key: [gameDate, playerLookup], day: gameDate) }
}

/// Who is expected to play on a day, team by team.
///
/// Where the gamebook has rows of a team, its active players. Else those of the team's newest roster, at
/// most 90 days old; else those who played for it in the last 30 days; else one row that says that nobody
/// is known. Who is on two lists at once belongs to the newer one; `listings` tells whether neither is.
struct ExpectedPlayers {
  let rosters = Rows(TeamRosters(), as: "rosters")
  let rows: Rows<ExpectedPlayer>
  /// The newest roster of each team that plays, every row of it: a player may be on two of one day.
  let listings = Rows(stacking: ExpectedPlayer(), as: "listings") {
    Part(
      Rows(TeamRosters(), as: "listing_rosters"), for: plannedTeamGames(as: "listing_games"),
      .newestDay(maximumAge: 90), matching: (\.teamAbbr, \.team)
    ) { roster, _ in
      [
        Mapping(\.source, "roster"), Mapping(\.playerStatus, .missing(.text)),
        Mapping(\.seenOn, roster.rosterDate),
      ]
    }
  }

  init(as alias: String) {
    let rosters = rosters
    rows = Rows(stacking: ExpectedPlayer(), as: alias, firstPartPer: \.teamAbbr) {
      Part(Rows(GamebookPlayerStats(), as: "gamebook")) { _ in
        [Mapping(\.source, "gamebook"), Mapping(\.seenOn, .missing(.day))]
      }
      Part(
        rosters, for: plannedTeamGames(as: "roster_games"), .newestDay(maximumAge: 90),
        matching: (\.teamAbbr, \.team)
      ) { roster, _ in
        [
          Mapping(\.source, "roster"), Mapping(\.playerStatus, .missing(.text)),
          Mapping(\.seenOn, roster.rosterDate),
        ]
      }
      Part(
        playedGames(as: "recent"), for: plannedTeamGames(as: "recent_games"),
        .before(maximumAge: 30), matching: (\.teamAbbr, \.team)
      ) { line, _ in
        [
          Mapping(\.source, "recent_games"), Mapping(\.playerStatus, .missing(.text)),
          Mapping(\.seenOn, line.gameDate),
        ]
      }
      Part(
        Rows(Schedule(), as: "planned"), for: plannedTeamGames(as: "planned_games"), .on,
        matching: (\.gameID, \.gameID)
      ) { _, game in
        [
          Mapping(\.playerLookup, concatenated("nobodyof", game.team.lowercased)),
          Mapping(\.teamAbbr, game.team), Mapping(\.source, "nobody"),
          Mapping(\.playerStatus, .missing(.text)), Mapping(\.seenOn, .missing(.day)),
        ]
      }
    }
    .where { $0.source != "gamebook" || $0.playerStatus == "active" }
    .keepingFirst(
      per: { [$0.gameDate, $0.playerLookup] },
      by: {
        [
          .preferring($0.source, "gamebook", "roster", "recent_games"), .newest($0.seenOn),
          .smallest($0.teamAbbr),
        ]
      })
  }
}
