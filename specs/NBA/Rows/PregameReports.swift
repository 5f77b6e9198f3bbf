public import FeatureSpec

/// What the injury report says of a player, with the tip-off of his team's game.
public struct PregameReport: RowShape {
  public let gameDate = Column("game_date", .day).required
  public let team = Column("team", .text).required
  public let playerLookup = Column("player_lookup", .text).required
  public let injuryStatus =
    Column("injury_status", .text)
    .oneOf("available", "probable", "questionable", "doubtful", "out")
  public let confidenceScore = Column("confidence_score", .double, .ratio)
  public let reportedAt = Column("reported_at", .timestamp).required
  public let tipOff = Column("tip_off", .timestamp)

  public init() {}

  public var identity: Identity { Identity(key: [gameDate, team, playerLookup], day: gameDate) }
}

/// One row per player and day: the latest version of the report before tip-off. A version that came out
/// later is not looked at; without a tip-off time none is known to be before it.
func pregameReports(as alias: String) -> Rows<PregameReport> {
  Rows(stacking: PregameReport(), as: alias) {
    Part(
      Rows(InjuryReport(), as: "\(alias)_versions"), for: plannedTeamGames(as: "\(alias)_games"),
      .on, matching: (\.team, \.team)
    ) { _, game in
      [Mapping(\.tipOff, game.startTime)]
    }
  }
  .where { $0.reportedAt < $0.tipOff }
  .keepingFirst(
    per: { [$0.gameDate, $0.playerLookup] }, by: { [.newest($0.reportedAt)] })
}

/// Any version of the day's report before tip-off, of whatever team: without one, nobody is known to be
/// fit (D-45).
struct AnyReport {
  let rows: Rows<InjuryReport>
  private let first: Lookup<InjuryReport>

  init(before tipOff: Aggregate) {
    let reports = Rows(InjuryReport(), as: "any_report")
    first = Lookup(
      reports, .first([.newest(reports.reportedAt)]),
      andOnly: { $0.reportedAt.isBefore(tipOff) })
    rows = reports
  }

  @DeclarationBuilder var inputs: [Declaration] { Reads(first) }

  var isFound: Aggregate { first.isFound }
}
