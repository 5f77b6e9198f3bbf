/// How often each team hosts each other team: 82 games a team, 41 at home.
///
/// Four games against each team of the division and six more of the conference, three against the
/// other four of the conference, two against each team of the other conference.
enum Matchups {
  /// `games[home][away]`
  static func draw(_ random: inout SeasonRandom) -> [[Int]] {
    let teams = Franchise.all.indices
    var games = teams.map { home in
      teams.map { away in
        if home == away { return 0 }
        return Franchise.isEastern(home) == Franchise.isEastern(away) ? 2 : 1
      }
    }
    // Between two divisions each team loses one home game and one road game of the four.
    for first in 0..<6 {
      for second in first + 1..<6 where (first < 3) == (second < 3) {
        let turn = random.below(5)
        for place in 0..<5 {
          let team = first * 5 + place
          games[second * 5 + (place + turn) % 5][team] -= 1
          games[team][second * 5 + (place + turn + 1) % 5] -= 1
        }
      }
    }
    return games
  }
}
