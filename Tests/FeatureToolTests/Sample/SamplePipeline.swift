import FeatureSpec
import FeatureTool

/// A small league: games of players, and two processors of which the second reads the first.
enum Sample {
  /// What a test changes in the specs.
  struct Edit {
    var games = 10
    var minutes: Double = 0
    var weight: Double = 2
    var hasStreak = false
    var formName = "points_mean_last_10"
    var scale = 1
    /// Rows of games that a day of the form needs.
    var gamesRequired = 0
    /// A cheat: every game is seen a day early.
    var datesGamesBack = false
    init() {}
  }

  static func pipeline(_ edit: Edit = Edit(), feeds: [Feed] = [feed]) -> Pipeline {
    let schedule = Rows(SampleSchedule(), as: "schedule")
    let calendar = CalendarDeclaration(
      schedule, season: { $0.season }, scheduled: { $0.status != 2 }, played: { $0.status == 3 })
    return Pipeline(
      "sample", calendar: calendar, rawTables: [SampleSchedule(), SampleGames()], feeds: feeds
    ) {
      form(edit)
      rest(edit)
    }
  }

  static let tool = Tool(pipeline())

  private static func form(_ edit: Edit) -> Processor {
    Processor(writing: PlayerForm(edit)) { out in
      let played = games(edit).where { $0.minutes > .constant(edit.minutes) }
      let players = Population(entitiesOf: played, by: \.player)
      For(players, on: .scheduled)
      Reads(played, .before, matching: (\.player, players.player))
      if edit.gamesRequired > 0 { Requires(played, atLeast: edit.gamesRequired) }
      Feature(out.player, players.player)
      Feature(out.formDate, asOfDay)
      Feature(out.points, mean(played.points), over: .last(edit.games, .games))
      Feature(out.minutes, sum(played.minutes), over: .last(7, .days))
      Feature(out.load, stored(out.minutes) * .constant(edit.weight))
      if let games = out.games { Feature(games, count(played), over: .season) }
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }

  private static func games(_ edit: Edit) -> Rows<SampleGames> {
    guard edit.datesGamesBack else { return Rows(SampleGames(), as: "played") }
    return Rows(stacking: SampleGames(), as: "played") {
      Part(Rows(SampleGames(), as: "games")) { [Mapping(\.day, $0.day.plus(days: -1))] }
    }
  }

  private static func rest(_ edit: Edit) -> Processor {
    Processor(writing: PlayerRest()) { out in
      let form = Rows(PlayerForm(edit), as: "form")
      let players = Population(eachRowOf: form)
      if edit.gamesRequired > 0 { Requires(form, atLeast: 1) }
      For(players, on: .scheduled)
      Feature(out.player, players.player)
      Feature(out.restDate, asOfDay)
      Feature(out.isTired, players.minutes > 120)
      Writes(hash: out.dataHash, createdAt: out.createdAt, writtenAt: out.processedAt)
    }
  }
}

struct SampleSchedule: Table {
  static let name = TableName("raw", "schedule")
  let game = Column("game", .text).required
  let day = Column("game_date", .day).required
  let season = Column("season", .integer)
  let status = Column("status", .integer)
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity { Identity(key: [game], day: day, freshness: processedAt) }
}

struct SampleGames: Table {
  static let name = TableName("raw", "player_games")
  let player = Column("player", .text).required
  let game = Column("game", .text).required
  let day = Column("game_date", .day).required
  let points = Column("points", .integer, .points)
  let minutes = Column("minutes", .number(5, 2), .minutes)
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity { Identity(key: [player, day], day: day, freshness: processedAt) }
}

struct PlayerForm: Table {
  static let name = TableName("features", "player_form")
  let player = Column("player", .text).required
  let formDate = Column("form_date", .day).required
  let points: Column
  let minutes = Column("minutes_last_7_days", .number(7, 2), .minutes)
  let load = Column("load", .double, .minutes)
  let games: Column?
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  init() { self.init(Sample.Edit()) }
  init(_ edit: Sample.Edit) {
    points = Column(edit.formName, .number(5, edit.scale), .points)
    games = edit.hasStreak ? Column("games_this_season", .integer, .count) : nil
  }
  var identity: Identity {
    Identity(
      key: [player, formDate], day: formDate, freshness: processedAt, rowHash: dataHash)
  }
}

struct PlayerRest: Table {
  static let name = TableName("features", "player_rest")
  let player = Column("player", .text).required
  let restDate = Column("rest_date", .day).required
  let isTired = Column("is_tired", .boolean)
  let dataHash = Column("data_hash", .text).metadata
  let createdAt = Column("created_at", .timestamp).metadata
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity {
    Identity(
      key: [player, restDate], day: restDate, freshness: processedAt, rowHash: dataHash)
  }
}
