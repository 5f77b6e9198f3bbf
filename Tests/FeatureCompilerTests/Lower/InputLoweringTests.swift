import FeatureCompiler
import FeaturePlan
import FeatureSpec
import FeatureTesting
import Testing

private struct Tracked: Table {
  static let name = TableName("features", "tracked")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .number(5, 1))
  let source = SourceTracking("source_games")
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private struct Mate: RowShape {
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let points = Column("points", .integer, .points)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

@Suite struct InputLoweringTests {
  /// Each input with its table and scope, and each requirement with its inputs.
  private func inputs(
    _ value: Aggregate, @DeclarationBuilder _ body: (Tracked) -> [Declaration] = { _ in [] }
  ) throws -> String {
    let tracked = Processor(writing: Tracked()) { out in
      For(Population(entitiesOf: games, by: \.player, within: .last(3, .days)), on: .scheduled)
      Reads(games, .before)
      Tracks(out.source, of: games, expecting: 10)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      Feature(out.points, value).byDefault(because: "the league scores about 1")
      body(out)
    }
    let plan = try compile(pipeline(tracked)).processors[0]
    let lines =
      plan.inputs.map { "\($0.name) \($0.table) \(words($0.scope))" }
      + plan.dependencies.map { "requires \($0.inputs) as \($0.name)" }
    return lines.joined(separator: "\n")
  }

  /// A scope as it is declared; values by their meaning.
  private func words(_ scope: InputScope.Scope) -> String {
    guard case .matching(let values) = scope else { return "\(scope)" }
    return "matching \(values.map { "\($0.column) = \($0.value.meaning)" })"
  }

  @Test func `a history reaches as far as its widest window, and the calendar is an input`() throws
  {
    expectText(
      try inputs(
        sum(games.points).over(.last(7, .days)) + sum(games.points).over(.last(30, .days)))
    ) {
      """
      source_games raw.games before(days: Optional(30), withinSeason: true)
      team_days raw.team_days sameDay
      """
    }
    expectText(try inputs(sum(games.points).over(.last(7, .days)) + count(games).over(.season))) {
      """
      source_games raw.games before(days: nil, withinSeason: true)
      team_days raw.team_days sameDay
      """
    }
  }

  @Test func `rows found for those of the day are an input as far back as they may lie`() throws {
    let mates = Rows(stacking: Mate(), as: "mates") {
      Part(
        Rows(Games(), as: "own"), for: Rows(TeamDays(), as: "teams"), .newestDay(maximumAge: 90),
        matching: (\.team, \.team))
    }
    expectText(
      try inputs(sum(mates.points)) { _ in
        Reads(mates, .on, matching: (\.player, players.player))
      }
    ) {
      """
      games raw.games before(days: Optional(90), withinSeason: false)
      source_games raw.games before(days: Optional(3), withinSeason: true)
      team_days raw.team_days sameDay
      """
    }
  }

  @Test func `what is announced of later rows is an input of its own`() throws {
    let mates = Rows(stacking: Mate(), as: "mates") {
      Part(
        Rows(TeamDays(), as: "ahead"), for: Rows(TeamDays(), as: "teams"), .after(within: 7),
        matching: (\.team, \.team)
      ) { _, _ in
        [Mapping(\.player, 1), Mapping(\.points, 2)]
      }
    }
    expectText(
      try inputs(sum(mates.points)) { _ in
        Reads(mates, .on, matching: (\.player, players.player))
      }
    ) {
      """
      source_games raw.games before(days: Optional(3), withinSeason: true)
      team_days raw.team_days sameDay
      team_days_after raw.team_days after(days: 7, columns: ["game_date", "team"])
      """
    }
  }

  @Test func `without the season's bound the season is none`() throws {
    expectText(
      try inputs(sum(games.points).over(.last(5, .games).acrossSeasons(noOlderThan: 400)))
    ) {
      """
      source_games raw.games before(days: Optional(400), withinSeason: false)
      team_days raw.team_days sameDay
      """
    }
  }

  @Test func `the season and some days of any season are not all history`() throws {
    expectText(
      try inputs(
        sum(games.points).over(.season)
          + newest(games.points).over(.last(1, .games).acrossSeasons(noOlderThan: 60)))
    ) {
      """
      source_games raw.games beforeInSeason(orDays: 60)
      team_days raw.team_days sameDay
      """
    }
    expectText(
      try inputs(
        sum(games.points).over(.last(7, .days))
          + newest(games.points).over(.last(1, .games).acrossSeasons(noOlderThan: 60)))
    ) {
      """
      source_games raw.games before(days: Optional(60), withinSeason: false)
      team_days raw.team_days sameDay
      """
    }
  }

  @Test func `of rows without a day those count that the day can match`() throws {
    func city(_ alias: String, _ team: Aggregate) -> Lookup<Cities> {
      Lookup(Rows(Cities(), as: alias), .atMostOne, timing: .timeless, matching: (\.team, team))
    }
    let ofTheSeason = city("city", seasonYear(of: seasonOpening).converted(to: .text))
    let side = Lookup(
      Rows(TeamDays(), as: "side"), .atMostOne, matching: (\.season, players.player))
    let ofTheTeam = city("home", side.opponent)
    expectText(try inputs(1 + ofTheSeason.height) { _ in Reads(ofTheSeason) }) {
      """
      cities raw.cities matching ["team = (season year(season opening, from month 10) as VARCHAR)"]
      source_games raw.games before(days: Optional(3), withinSeason: true)
      team_days raw.team_days sameDay
      """
    }
    expectText(
      try inputs(ofTheTeam.height + ofTheSeason.height) { _ in
        Reads(ofTheSeason)
        Reads(side)
        Reads(ofTheTeam)
      }
    ) {
      """
      cities raw.cities everything
      source_games raw.games before(days: Optional(3), withinSeason: true)
      team_days raw.team_days sameDay
      """
    }
  }

  @Test func `the previous row may be any earlier one`() throws {
    expectText(
      try inputs(countIf(games) { $0.points > previous($0.points) }.over(.last(7, .days)))
    ) {
      """
      source_games raw.games before(days: nil, withinSeason: false)
      team_days raw.team_days sameDay
      """
    }
  }

  @Test func `windows inside a league average and of completeness reach too`() throws {
    expectText(
      try inputs(
        leagueMean(
          of: mean(games.points).over(.last(60, .days)), over: games,
          qualifying: count(games).over(.last(90, .days)) > 3, atLeast: 10, otherwise: 1)
          + WindowCompleteness("l120").actual
      ) { _ in
        Completeness(
          of: games, against: Rows(TeamDays(), as: "schedule"),
          matching: (\.team, newest(games.team).over(.last(10, .days))),
          windows: [("l120", .last(120, .days))])
      }
    ) {
      """
      source_games raw.games before(days: Optional(120), withinSeason: true)
      team_days raw.team_days sameDay
      team_days_before raw.team_days before(days: Optional(120), withinSeason: true)
      """
    }
  }

  @Test func `every way to read a table is an input of its own`() throws {
    let today = Rows(Games(), as: "today")
    let last = Lookup(
      Rows(TeamDays(), as: "last"), .first([.newest(Rows(TeamDays(), as: "last").day)]),
      timing: .before(maximumAge: 9), matching: (\.status, players.player))
    let city = Lookup(
      Rows(Cities(), as: "city"), .atMostOne, timing: .timeless, matching: (\.team, last.team))
    expectText(
      try inputs(sum(today.points) + last.status + when(city.isFound, 1)) { _ in
        Reads(today, .on, matching: (\.player, players.player))
        Reads(last)
        Reads(city)
        Requires(today, atLeast: 3)
        Requires(games, atLeast: 100)
      }
    ) {
      """
      cities raw.cities everything
      games raw.games sameDay
      source_games raw.games before(days: Optional(3), withinSeason: true)
      team_days raw.team_days sameDay
      team_days_before raw.team_days before(days: Optional(9), withinSeason: false)
      requires ["games"] as games
      requires ["source_games"] as source_games
      """
    }
  }
}
