/// One described output table.
///
/// ```swift
/// Processor(writing: PlayerForm()) { out in
///   let games = Rows(PlayerGames(), as: "games")
///   let players = Population(entitiesOf: games, by: \.player)
///   For(players, on: .scheduled)
///   Reads(games, .before, matching: (\.player, players.player))
///   Feature(out.player, players.player)
///   Feature(out.pointsMeanLast5, mean(games.points), over: .last(5, .games))
/// }
/// ```
public struct Processor: Sendable {
  /// The name of the output table, which is the name of the processor.
  public let name: String
  public let table: TableDeclaration
  public let declarations: [Declaration]
  public let place: Place

  public init<Output: Table>(
    writing table: Output, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column,
    @DeclarationBuilder body: (Output) -> [Declaration]
  ) {
    self.name = Output.name.table
    self.table = TableDeclaration(table)
    self.declarations = body(table)
    self.place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
  }
}

/// All processors of a warehouse, the calendar that tells their days, and how files get in.
public struct Pipeline: Sendable {
  public let name: String
  public let calendar: CalendarDeclaration
  /// Tables that feeds fill.
  public let rawTables: [TableDeclaration]
  public let processors: [Processor]
  public let feeds: [Feed]
  public let place: Place

  public init(
    _ name: String, calendar: CalendarDeclaration, rawTables: [any Table] = [],
    feeds: [Feed] = [], fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column, @ProcessorBuilder processors: () -> [Processor]
  ) {
    self.name = name
    self.calendar = calendar
    self.rawTables = rawTables.map { TableDeclaration($0) }
    self.feeds = feeds
    self.processors = processors()
    self.place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
  }
}

/// Which days have games: from the schedule, never from a date series.
public struct CalendarDeclaration: Sendable {
  public let rows: RowsDeclaration
  public let season: Expression
  public let scheduled: Expression
  public let played: Expression
  public let place: Place

  public init<Shape>(
    _ rows: Rows<Shape>, season: (Rows<Shape>) -> Scalar, scheduled: (Rows<Shape>) -> Scalar,
    played: (Rows<Shape>) -> Scalar, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    self.rows = rows.declaration
    self.season = season(rows).expression
    self.scheduled = scheduled(rows).expression
    self.played = played(rows).expression
    self.place = Place(fileID: fileID, filePath: filePath, line: line, column: column)
  }
  init(
    rows: RowsDeclaration, season: Expression, scheduled: Expression, played: Expression,
    place: Place
  ) {
    self.rows = rows
    self.season = season
    self.scheduled = scheduled
    self.played = played
    self.place = place
  }
}
