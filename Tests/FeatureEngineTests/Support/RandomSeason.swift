/// A season of the tiny pipeline's tables with everything that rows can be: NULLs, ties, players of two
/// teams, absences, second sources, several quotes, scores and lines that are missing.
struct RandomSeason {
  /// Teams play in November 2022, on two days of three.
  let days: [Int]
  private(set) var statements: [String] = []
  private static let teams = ["A", "B", "C", "D", "E", "F"]

  var sql: String { statements.joined(separator: ";\n") }

  init(seed: UInt64, days count: Int = 14, players: Int = 4) {
    var random = SeededRandom(seed: seed)
    days = (1...(count * 3 / 2)).filter { $0 % 3 != 2 }.prefix(count).map { $0 }
    var fixtures: [String] = []
    var lines: [String] = []
    var backups: [String] = []
    var shots: [String] = []
    var quotes: [String] = []
    for day in days {
      let date = "DATE '2022-11-\(day < 10 ? "0" : "")\(day)'"
      let order = Self.teams.shuffled(using: &random)
      let isLast = day == days.last
      for pair in 0..<3 where random.chance(0.8) || pair == 0 {
        let (home, away) = (order[2 * pair], order[2 * pair + 1])
        let scores = isLast ? "NULL, NULL" : "\(80 + random.below(40)), \(80 + random.below(40))"
        fixtures.append(
          "(\(date), 'g\(day)_\(pair)', 2022, \(isLast ? 1 : 3), '\(home)', '\(away)', \(scores))")
        for (team, number) in [home, away].flatMap({ team in (0..<players).map { (team, $0) } })
        where !isLast {
          // The last of each team changes his team in the middle of the month.
          let owner =
            number == players - 1 && day > 10
            ? Self.teams[(team.utf8.first.map(Int.init) ?? 0) % 6] : team
          let player = "\(owner.lowercased())\(number)"
          guard number != players - 1 || owner == team else { continue }
          let points = random.chance(0.1) ? "NULL" : "\(random.below(30))"
          let rating = random.chance(0.3) ? "NULL" : "\(Double(random.below(2_000)) / 16)"
          if random.chance(0.1) {
            lines.append("(\(date), '\(player)', '\(team)', 'dnp', NULL, NULL)")
          } else if random.chance(0.85) {
            lines.append("(\(date), '\(player)', '\(team)', 'active', \(points), \(rating))")
          }
          if random.chance(0.3) { backups.append("(\(date), '\(player)', '\(team)', \(points))") }
          for _ in 0..<random.below(3) {
            shots.append("(\(date), \(shots.count), '\(player)', \(random.chance(0.5)))")
          }
          for book in ["best", "other", "third"] where random.chance(0.2) {
            let line = "\(random.below(40)).5"
            quotes.append("(\(date), '\(player)', '\(book)', \(line), '\(random.below(1 << 30))')")
          }
        }
      }
    }
    let registry = Self.teams.flatMap { team in
      (0..<players).map {
        "('\(team.lowercased())\($0)', \($0 == 0 ? "NULL" : "'id\(team)\($0)'"))"
      }
    }
    for (table, rows) in [
      ("fixtures", fixtures), ("lines", lines), ("backup_lines", backups), ("shots", shots),
      ("quotes", quotes.map(Self.hashed)), ("registry", registry),
    ] where !rows.isEmpty {
      statements.append(
        "INSERT INTO raw.\(table) FROM (VALUES \(rows.shuffled(using: &random).joined(separator: ",\n")))"
      )
    }
  }

  /// A hash of sixteen hexadecimal digits in the place of the number at the end.
  private static func hashed(_ row: String) -> String {
    guard let quote = row.dropLast(2).lastIndex(of: "'") else { return row }
    return row[..<quote] + "LEFT(SHA256(" + row[quote...].dropLast() + "), 16))"
  }
}

/// A repeatable source of random numbers: SplitMix64.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func chance(_ probability: Double) -> Bool {
    Double(next() >> 11) * 0x1p-53 < probability
  }
}
