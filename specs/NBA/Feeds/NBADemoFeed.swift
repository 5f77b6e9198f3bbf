import FeatureSpec

/// A generated season: a Parquet file per raw table with the table's own columns, as `fastbreak demo`
/// writes them. Teams are brought to their one tricode; nothing else is touched.
enum NBADemoFeed {
  static let feed = Feed(
    "nba-demo",
    summary: "A generated season, one Parquet file per raw table",
    files: tables.map { file($0) }, loads: loads)

  private static let loads = [
    load(GamebookPlayerStats(), teams: ["team_abbr"]),
    load(BDLPlayerBoxScores(), teams: ["team_abbr"]),
    load(TeamBoxScore(), teams: ["team_abbr"]),
    load(PlayByPlay(), teams: ["player_1_team", "home_team_abbr", "away_team_abbr"]),
    load(
      Schedule(), teams: ["home_team_tricode", "away_team_tricode", "winning_team_tricode"]),
    load(InjuryReport(), teams: ["team"]),
    load(OddsAPIPointsProps()),
    load(BettingProsPointsProps()),
    load(GameLines()),
    load(TeamRosters(), teams: ["team_abbr"]),
    load(TravelDistances(), teams: ["from_team", "to_team"]),
    load(PlayerRegistry()),
    load(Teams(), teams: ["team_abbr"]),
  ]

  private static var tables: [TableDeclaration] { loads.map(\.table) }

  /// Tables that do not change during a season say nothing of when they were written.
  private static func columns(of table: TableDeclaration) -> [Column] {
    table.shape.columns.filter { column in
      column.name != table.shape.identity.rowHash?.name
        && (table.shape.identity.day != nil || column.name != table.shape.identity.freshness?.name)
    }
  }

  private static func file(_ table: TableDeclaration) -> FeedFile {
    FeedFile(
      table.name.table, "\(table.name.table).parquet",
      columns: columns(of: table).map { ($0.name, $0.type) }, isOptional: true)
  }

  private static func load<T: Table>(_ table: T, teams: [String] = []) -> FeedLoad {
    let declaration = TableDeclaration(table)
    var lines = columns(of: declaration).map { column in
      teams.contains(column.name)
        ? "\(IngestSQL.tricode(column.name)) AS \(column.name)" : column.name
    }
    if declaration.shape.identity.day == nil {
      lines.append("TIMESTAMP '2000-01-01 00:00:00' AS processed_at")
    }
    lines.append("CAST(NULL AS VARCHAR) AS refused")
    return FeedLoad(
      table,
      query: """
        SELECT
          \(lines.joined(separator: ",\n  "))
        FROM \(T.name.table)
        """)
  }
}
