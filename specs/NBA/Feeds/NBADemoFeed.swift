import FeatureSpec

/// A generated season: a Parquet file per raw table with the table's own columns, as `fastbreak demo`
/// writes them. Teams are brought to their one tricode and name, the hour of an injury report to UTC;
/// nothing else is touched.
enum NBADemoFeed {
  static let feed = Feed(
    "nba-demo",
    summary: "A generated season, one Parquet file per raw table",
    files: loads.map { file($0.table) }, loads: loads)

  private static let loads = [
    load(
      GamebookPlayerStats(), teams: ["team_abbr"], refused: IngestSQL.refusedMinutes("minutes")),
    load(BDLPlayerBoxScores(), teams: ["team_abbr"]),
    load(TeamBoxScore(), teams: ["team_abbr"], refused: IngestSQL.refusedMinutes("minutes")),
    load(PlayByPlay(), teams: ["player_1_team", "home_team_abbr", "away_team_abbr"]),
    load(
      Schedule(), teams: ["home_team_tricode", "away_team_tricode", "winning_team_tricode"]),
    load(
      InjuryReport(), teams: ["team"],
      computed: ["reported_at": IngestSQL.newYork("report_date", hour: "report_hour")]),
    load(OddsAPIPointsProps()),
    load(BettingProsPointsProps()),
    load(GameLines(), changed: ["outcome_name": IngestSQL.teamName("outcome_name")]),
    load(TeamRosters(), teams: ["team_abbr"]),
    load(TravelDistances(), teams: ["from_team", "to_team"]),
    load(PlayerRegistry()),
    load(
      Teams(), teams: ["team_abbr"], changed: ["team_name": IngestSQL.teamName("team_name")]),
  ]

  /// Tables that do not change during a season say nothing of when they were written.
  private static func columns(of table: TableDeclaration) -> [Column] {
    table.shape.columns.filter { column in
      column.name != table.shape.identity.rowHash?.name
        && (table.shape.identity.day != nil || column.name != table.shape.identity.freshness?.name)
        && !computedColumns.contains(column.name)
    }
  }

  /// Columns that no file has, because others tell them.
  private static let computedColumns: Set<String> = ["reported_at"]

  private static func file(_ table: TableDeclaration) -> FeedFile {
    FeedFile(
      table.name.table, "\(table.name.table).parquet",
      columns: columns(of: table).map { ($0.name, $0.type) }, isOptional: true)
  }

  /// - Parameters:
  ///   - teams: columns that hold a tricode.
  ///   - changed: expressions for columns that are not taken as they are.
  ///   - computed: expressions for columns that the file does not have.
  ///   - refused: why a row is refused; NULL where it is not.
  private static func load<T: Table>(
    _ table: T, teams: [String] = [], changed: [String: String] = [:],
    computed: [String: String] = [:], refused: String = "CAST(NULL AS VARCHAR)"
  ) -> FeedLoad {
    let declaration = TableDeclaration(table)
    var lines = columns(of: declaration).map { column in
      if let expression = changed[column.name] { return "\(expression) AS \(column.name)" }
      return teams.contains(column.name)
        ? "\(IngestSQL.tricode(column.name)) AS \(column.name)" : column.name
    }
    lines += computed.sorted { $0.key < $1.key }.map { "\($0.value) AS \($0.key)" }
    if declaration.shape.identity.day == nil {
      lines.append("TIMESTAMP '2000-01-01 00:00:00' AS processed_at")
    }
    lines.append("\(refused) AS refused")
    return FeedLoad(
      table,
      query: """
        SELECT
          \(lines.joined(separator: ",\n  "))
        FROM \(T.name.table)
        """)
  }
}
