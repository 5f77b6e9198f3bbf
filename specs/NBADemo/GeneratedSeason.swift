/// A whole NBA season that never was: the raw tables of every feed, from a seed.
///
/// Same seed and year, same bytes, on any platform. The league, its players, injuries and trades
/// are invented; the teams, the calendar's shape and the distributions are those of the real one.
/// Box scores, play-by-play, minutes and plus-minus come from one simulation of every possession,
/// so they agree to the last digit, except where `traps` says a feed is wrong on purpose.
///
/// - Rows: 1,230 games, about 26,000 player-games, 215,000 shots, 650,000 rows in all.
/// - Days: `game_date` is the day at the arena; every timestamp is UTC.
/// - Cost: a third of a second in a release build, five seconds in a debug build.
public struct GeneratedSeason: Sendable {
  /// The schema the tables belong in.
  public static let dataset = "nba_raw"

  /// The year the season starts in, as `season_year` says it.
  public let year: Int
  /// Days since 1970-01-01 of opening night, the Tuesday between 18 and 24 October.
  public let openingDay: Int32
  /// Days since 1970-01-01 of the last day, a Sunday in April.
  public let lastDay: Int32
  public let tables: [SeasonTable]

  /// A second, small delivery: stat corrections of three games of one day in January, nine days
  /// later. Whole rows of tables that `tables` also has, under the same keys; each replaces the
  /// row of its key.
  public let lateRows: [SeasonTable]

  public let traps: SeasonTraps

  public init(seed: UInt64 = 2024, startingIn year: Int = 2024) {
    let season = PlayedSeason(seed: seed, startingIn: year)
    let plan = TrapPlan(season, seed: seed)
    let words = SeasonWords(season)
    let gamebook = Gamebook.rows(season, plan, seed: seed)
    let feed = BoxFeed.rows(season, plan)
    let corrections = StatCorrections(season, plan, words, gamebook: gamebook, feed: feed)
    self.year = year
    openingDay = season.days.opening.number
    lastDay = season.days.last.number
    tables =
      [
        Gamebook.table(gamebook, words, year: year),
        BoxFeed.table(feed, words, year: year),
        TeamBox.table(season, plan, words),
        PlayByPlay.table(PlayByPlay.rows(season, plan), season, words),
        Schedule.table(season, words),
        InjuryReports.table(season, words, seed: seed),
      ] + PointsProps(season, plan, seed: seed).tables(words) + [
        GameLines.table(season, plan, seed: seed),
        Rosters.table(season, words),
      ] + Reference.tables(season, plan, words)
    lateRows = corrections.tables
    traps = plan.described(in: season, corrected: corrections.spots)
  }

  /// The table of that name, or `nil` when there is none.
  public subscript(table: String) -> SeasonTable? { tables.first { $0.name == table } }
}
