/// Which team plays on which day, and how hard another game would be on it.
struct CalendarBoard: Sendable {
  /// `plays[team][offset]`, offsets counted from opening night.
  private var plays: [[Bool]]
  private(set) var gamesOn: [Int]

  init(days: Int) {
    plays = Array(repeating: Array(repeating: false, count: days), count: Franchise.all.count)
    gamesOn = Array(repeating: 0, count: days)
  }

  mutating func place(_ home: Int, _ away: Int, on offset: Int) {
    plays[home][offset] = true
    plays[away][offset] = true
    gamesOn[offset] += 1
  }

  mutating func remove(_ home: Int, _ away: Int, on offset: Int) {
    plays[home][offset] = false
    plays[away][offset] = false
    gamesOn[offset] -= 1
  }

  func isBusy(_ team: Int, on offset: Int) -> Bool {
    plays[team].indices.contains(offset) && plays[team][offset]
  }

  /// What a game on that day costs a team: 0 with rest on both sides, more for back-to-backs,
  /// four games in five days, and very much for three days in a row.
  func strain(on team: Int, at offset: Int) -> Double {
    func plays(_ distance: Int) -> Int { isBusy(team, on: offset + distance) ? 1 : 0 }
    let (before, after) = (plays(-1), plays(1))
    if before + plays(-2) == 2 || after + plays(2) == 2 || before + after == 2 { return 100 }
    let busiest = (-4...0).map { first in (first...first + 4).reduce(0) { $0 + plays($1) } }
    let crowded = (busiest.max() ?? 0) >= 3
    return Double(before + after) * 1.7 + (crowded ? 6 : 0)
  }
}
