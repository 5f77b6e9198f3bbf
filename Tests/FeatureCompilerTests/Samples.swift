import FeatureCompiler
import FeatureSpec

/// A row per player and game.
struct Games: Table {
  static let name = TableName("raw", "games")
  let player = Column("player", .integer).required
  let day = Column("game_date", .day).required
  let team = Column("team", .text)
  let points = Column("points", .integer, .points)
  let shots = Column("shots", .integer, .count)
  let makes = Column("makes", .integer, .count)
  let minutes = Column("minutes", .number(5, 1), .minutes)
  let share = Column("share", .number(5, 3), .ratio)
  let usage = Column("usage", .number(5, 2), .percent)
  let speed = Column("speed", .double)
  let status = Column("status", .text).oneOf("active", "dnp", "inactive")
  let processedAt = Column("processed_at", .timestamp).metadata
  var identity: Identity { Identity(key: [player, day], day: day, freshness: processedAt) }
}

/// A row per team and game.
struct TeamDays: Table {
  static let name = TableName("raw", "team_days")
  let team = Column("team", .text).required.announced
  let day = Column("game_date", .day).required.announced
  let opponent = Column("opponent", .text).announced
  let pace = Column("pace", .number(5, 1), .pace)
  let season = Column("season", .integer)
  let status = Column("status", .integer)
  var identity: Identity { Identity(key: [team, day], day: day) }
}

/// Without a day.
struct Cities: Table {
  static let name = TableName("raw", "cities")
  let team = Column("team", .text).required
  let height = Column("height", .double, .feet)
  var identity: Identity { Identity(key: [team], day: nil) }
}

/// The smallest output: a key, a day, one number.
struct Form: Table {
  static let name = TableName("features", "form")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .number(5, 1), .points)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// The calendar of the samples.
let calendar = CalendarDeclaration(
  Rows(TeamDays(), as: "calendar"), season: { $0.season }, scheduled: { $0.status.isOne(of: 1, 3) },
  played: { $0.status == 3 })

/// The rows that the samples read, under the aliases they have.
let games = Rows(Games(), as: "games")
let players = Population(entitiesOf: games, by: \.player)

/// What every processor over `Form` says besides its points.
@DeclarationBuilder func frame(_ out: Form) -> [Declaration] {
  For(players, on: .scheduled)
  Reads(games, .before, matching: (\.player, players.player))
  Feature(out.player, players.player)
  Feature(out.day, asOfDay)
}

/// A pipeline of the processors over the sample tables.
func pipeline(_ processors: Processor...) -> Pipeline {
  Pipeline("samples", calendar: calendar, rawTables: [Games(), TeamDays(), Cities()]) {
    for processor in processors { processor }
  }
}

/// A processor over `Form`: the frame and what the body adds. Findings about the whole processor point
/// at the call.
func form(
  fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
  column: Int = #column, @DeclarationBuilder _ body: (Form) -> [Declaration]
) -> Pipeline {
  pipeline(
    Processor(
      writing: Form(), fileID: fileID, filePath: filePath, line: line, column: column
    ) { out in
      frame(out)
      body(out)
    })
}

/// The findings of a pipeline without source lines.
func rendered(_ pipeline: Pipeline) -> String {
  FindingRenderer(showsLineNumbers: false).render(check(pipeline))
}
