/// The words that many tables share, each by the place of what it names.
struct SeasonWords: Sendable {
  let gameIDs: [String]
  let reversedIDs: [String]
  let officialIDs: [String]
  let lookups: [String]
  let names: [String]
  let tricodes = Franchise.tricodes
  /// Tricodes, then the variants of the teams in `varied`.
  let variedTricodes: [String]
  private let varied: [Int]

  init(_ season: PlayedSeason) {
    gameIDs = season.games.map(\.fixture.id)
    reversedIDs = season.games.map(\.fixture.reversedID)
    officialIDs = season.games.map { $0.fixture.officialID(season: season.year) }
    lookups = season.league.players.map(\.name.lookup)
    names = season.league.players.map(\.name.display)
    varied = Franchise.all.indices.filter { Franchise.all[$0].variant != Franchise.tricodes[$0] }
    variedTricodes = Franchise.tricodes + varied.map { Franchise.all[$0].variant }
  }

  /// Place of the team's variant in `variedTricodes`; of its tricode where it has none.
  func variant(of team: Int) -> Int {
    varied.firstIndex(of: team).map { $0 + Franchise.tricodes.count } ?? team
  }
}

extension PlayedGame {
  /// When a feed had the game in: about thirty hours after midnight of its day, in UTC.
  var processed: Instant { fixture.day.at(hours: 30.5) + (index * 137) % 3600 }
}
