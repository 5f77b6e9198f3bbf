/// One player in one game as a box-score feed tells it.
struct PlayerRow: Sendable {
  let game: Int
  let day: CivilDay
  let team: Int
  let player: Int
  let status: Appearance.Status
  let isStarter: Bool
  /// `nil` where the feed has no numbers because he did not play.
  var line: BoxLine?
  /// Writes whole minutes the other way: 25:00 as `24:60`.
  var writesSixty = false
  var processed: Instant

  init(_ appearance: Appearance, _ side: TeamGame, _ game: PlayedGame) {
    self.game = game.index
    day = game.fixture.day
    team = side.team
    player = appearance.player
    status = appearance.status
    isStarter = appearance.isStarter
    line = appearance.status == .active ? appearance.line : nil
    processed = game.processed
  }

  /// `MM:SS`
  var minutes: String? {
    guard let seconds = line?.seconds else { return nil }
    let borrows = writesSixty && seconds % 60 == 0 && seconds > 0
    let (whole, rest) = borrows ? (seconds / 60 - 1, 60) : (seconds / 60, seconds % 60)
    return "\(whole < 10 ? "0" : "")\(whole):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// Minutes to two decimals.
  var decimalMinutes: Double? {
    line.map { (Double($0.seconds) / 60 * 100).rounded() / 100 }
  }
}

/// The statistics of rows that hold a `BoxLine`, as columns in the order of the feeds.
struct BoxColumns<Row> {
  let rows: [Row]
  let line: (Row) -> BoxLine?

  func column(_ name: String, _ value: KeyPath<BoxLine, Int>) -> SeasonColumn {
    .integer(name, rows) { row in line(row).map { $0[keyPath: value] } }
  }

  var shooting: [SeasonColumn] {
    [
      column("points", \.points),
      column("field_goals_made", \.fieldGoalsMade),
      column("field_goals_attempted", \.fieldGoalsAttempted),
      column("three_pointers_made", \.threesMade),
      column("three_pointers_attempted", \.threesAttempted),
      column("free_throws_made", \.freeThrowsMade),
      column("free_throws_attempted", \.freeThrowsAttempted),
      column("offensive_rebounds", \.offensiveRebounds),
      column("defensive_rebounds", \.defensiveRebounds),
    ]
  }

  var totalRebounds: SeasonColumn { column("total_rebounds", \.rebounds) }

  var others: [SeasonColumn] {
    [
      column("assists", \.assists),
      column("steals", \.steals),
      column("blocks", \.blocks),
      column("turnovers", \.turnovers),
      column("personal_fouls", \.fouls),
    ]
  }

  var plusMinus: SeasonColumn { column("plus_minus", \.plusMinus) }
}
