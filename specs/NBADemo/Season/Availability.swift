/// Who of a roster can play on a day.
struct Availability: Sendable {
  private let absences: [[Absence]]
  /// First day with the new team, for players who moved.
  private let arrivals: [Int: CivilDay]

  init(_ league: League, _ days: SeasonDays, _ moves: [Move], seed: UInt64) {
    absences = league.players.indices.map { Absence.draw(for: $0, in: days, seed: seed) }
    arrivals = Dictionary(uniqueKeysWithValues: moves.map { ($0.player, $0.available) })
  }

  /// What the day says about one player before anybody dresses.
  struct Standing: Sendable {
    let player: Int
    var canPlay: Bool
    var report: Report?
    var reason: Int
    /// Days until he is back.
    var daysLeft = 0
  }

  func standing(
    of player: Int, talent: Double, on day: CivilDay, isTired: Bool, _ random: inout SeasonRandom
  ) -> Standing {
    if let arrival = arrivals[player], day < arrival {
      return Standing(
        player: player, canPlay: false, report: .out, reason: AbsenceReason.tradePending,
        daysLeft: 99)
    }
    for absence in absences[player] {
      if absence.covers(day) {
        let isLast = absence.last - day < 2
        let report: Report =
          absence.first == day ? .scratched : isLast && random.chance(0.4) ? .doubtful : .out
        return Standing(
          player: player, canPlay: false, report: report, reason: absence.reason,
          daysLeft: absence.last - day)
      }
      if absence.last < day && day - absence.last <= 3 {
        return Standing(player: player, canPlay: true, report: .returning, reason: absence.reason)
      }
      if absence.first == day + 1 && random.chance(0.5) {
        return Standing(player: player, canPlay: true, report: .hurtInGame, reason: absence.reason)
      }
    }
    if isTired && talent > 1.2 && random.chance(0.1) {
      return Standing(
        player: player, canPlay: false, report: .out, reason: AbsenceReason.rest)
    }
    if random.chance(0.045) {
      let reason = AbsenceReason.short(&random)
      return Standing(player: player, canPlay: true, report: .knock, reason: reason)
    }
    return Standing(player: player, canPlay: true, report: nil, reason: 0)
  }

  /// Standings of a roster, best player first. At most thirteen can play, and at least nine do:
  /// where too many are hurt, those nearest their return come back early.
  func standings(
    of roster: [Int], _ league: League, on day: CivilDay, isTired: Bool,
    _ random: inout SeasonRandom
  ) -> [Standing] {
    var standings = roster.map {
      standing(
        of: $0, talent: league.players[$0].talent, on: day, isTired: isTired, &random)
    }
    var dressed = 0
    for place in standings.indices where standings[place].canPlay {
      dressed += 1
      guard dressed > 13 else { continue }
      standings[place].canPlay = false
      standings[place].report = .out
      standings[place].reason = AbsenceReason.twoWay
    }
    let hurt = standings.indices.filter { !standings[$0].canPlay }
      .sorted { (standings[$0].daysLeft, $0) < (standings[$1].daysLeft, $1) }
    for place in hurt.prefix(max(0, 9 - dressed)) {
      standings[place].canPlay = true
      standings[place].report = .returning
    }
    return standings
  }
}
