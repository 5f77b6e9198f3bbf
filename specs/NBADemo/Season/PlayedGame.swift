/// A game that is over, with what was thought of it before.
struct PlayedGame: Sendable {
  /// Place in the season's order of games.
  let index: Int
  let fixture: Fixture
  let home: TeamGame
  let away: TeamGame
  let overtimes: Int
  /// Its shots and free throws in `PlayedSeason.events`.
  let events: Range<Int>
  /// What a good bookmaker expects of the home team's lead and of both scores together.
  let expectedMargin: Double
  let expectedTotal: Double

  var sides: [TeamGame] { [away, home] }
  var winner: Int { home.score > away.score ? fixture.home : fixture.away }
}

/// One team's part in a game.
struct TeamGame: Sendable {
  let team: Int
  let isHome: Bool
  let score: Int
  let opponentScore: Int
  let teamTurnovers: Int
  /// Everybody on the roster that day.
  let appearances: [Appearance]

  /// The team's row of the box score: the players' sum and the turnovers charged to nobody.
  var line: BoxLine {
    var sum = BoxLine()
    for appearance in appearances { sum += appearance.line }
    sum.turnovers += teamTurnovers
    sum.plusMinus = score - opponentScore
    return sum
  }
}

/// One rostered player on a game day, whether he played or not.
struct Appearance: Sendable {
  let player: Int
  var status: Status
  let isStarter: Bool
  /// All 0 unless he played.
  let line: BoxLine
  /// His way through the day's injury reports; `nil` when they do not name him.
  let report: Report?
  /// Place in `AbsenceReason.words`.
  let reason: Int
  /// Points to expect before the game if he plays.
  let expectedPoints: Double

  enum Status: Int, Sendable {
    case active, dnp, inactive
    static let words = ["active", "dnp", "inactive"]
  }
}

/// How the versions of the injury report speak of a player: the evening before, the morning,
/// two hours before tip-off.
enum Report: Sendable {
  /// Known not to play.
  case out
  /// Hurt since yesterday: doubts until shortly before the game, then out.
  case scratched
  /// Never better than doubtful, and does not play.
  case doubtful
  /// Back from an absence.
  case returning
  /// A knock that keeps him from nothing.
  case knock
  /// Hurt during the game: only a version after tip-off names him.
  case hurtInGame

  static let statuses = ["available", "probable", "questionable", "doubtful", "out"]

  /// Places in `statuses` for the three versions before tip-off.
  var versions: [Int] {
    switch self {
    case .out: [4, 4, 4]
    case .scratched: [2, 3, 4]
    case .doubtful: [3, 3, 3]
    case .returning: [2, 2, 0]
    case .knock: [2, 1, 1]
    case .hurtInGame: []
    }
  }
}
