import FeatureSpec

/// The spreads of teams, by their full names.
func spreadLines(as alias: String) -> Rows<GameLines> {
  Rows(GameLines(), as: alias).where { $0.market == "spreads" }
}

/// The totals of games: the point of the outcome Over. They name no team, so that they are found by the
/// vendor's own id of a game whose team is known.
func totalLines(as alias: String) -> Rows<GameLines> {
  Rows(GameLines(), as: alias).where { $0.market == "totals" && $0.outcome == "Over" }
}

/// The spread and the total of a team's game at one bookmaker before tip-off: that of the latest
/// snapshot, DraftKings before FanDuel before others; the opening line is the same bookmaker's first.
struct BookmakerLines {
  let spreads: Rows<GameLines>
  let name: Lookup<Teams>
  let spread: Lookup<GameLines>
  let openingSpread: Lookup<GameLines>
  let total: Lookup<GameLines>
  let openingTotal: Lookup<GameLines>

  init(of team: Aggregate, before tipOff: Aggregate) {
    name = teamName(of: team)
    let spreads = spreadLines(as: "spread")
    spread = Lookup(
      spreads, .first(BookmakerLines.latest(spreads)), matching: (\.outcome, name.teamName),
      andOnly: { $0.snapshot.isBefore(tipOff) })
    let openings = spreadLines(as: "opening_spread")
    openingSpread = Lookup(
      openings, .first([.smallest(openings.snapshot)]), matching: (\.outcome, name.teamName),
      (\.bookmaker, spread.bookmaker), andOnly: { $0.snapshot.isBefore(tipOff) })
    let totals = totalLines(as: "total")
    total = Lookup(
      totals, .first(BookmakerLines.latest(totals)), matching: (\.gameID, spread.gameID),
      andOnly: { $0.snapshot.isBefore(tipOff) })
    let openingTotals = totalLines(as: "opening_total")
    openingTotal = Lookup(
      openingTotals, .first([.smallest(openingTotals.snapshot)]),
      matching: (\.gameID, spread.gameID), (\.bookmaker, total.bookmaker),
      andOnly: { $0.snapshot.isBefore(tipOff) })
    self.spreads = spreads
  }

  private static func latest(_ lines: Rows<GameLines>) -> [SortTerm] {
    [
      .newest(lines.snapshot), .preferring(lines.bookmaker, "draftkings", "fanduel"),
      .smallest(lines.bookmaker),
    ]
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(name)
    Reads(spread)
    Reads(openingSpread)
    Reads(total)
    Reads(openingTotal)
  }

  /// The later of the two current snapshots.
  var updatedAt: Aggregate {
    when(total.snapshot > spread.snapshot, total.snapshot, otherwise: spread.snapshot)
  }
}

/// The middle of all bookmakers' lines at the first and at the latest snapshot before tip-off, of the
/// team's own outcome only: of both teams' the middle would be near 0.
struct ConsensusLines {
  let name: Lookup<Teams>
  private let lastSpread: Lookup<GameLines>
  private let firstSpread: Lookup<GameLines>
  private let lastTotal: Lookup<GameLines>
  private let firstTotal: Lookup<GameLines>
  let spreads = spreadLines(as: "spreads")
  private let openingSpreads = spreadLines(as: "opening_spreads")
  private let totals = totalLines(as: "totals")
  private let openingTotals = totalLines(as: "opening_totals")

  init(of team: Aggregate, before tipOff: Aggregate) {
    name = teamName(of: team)
    let newSpreads = spreadLines(as: "last_spread")
    lastSpread = Lookup(
      newSpreads, .first([.newest(newSpreads.snapshot)]), matching: (\.outcome, name.teamName),
      andOnly: { $0.snapshot.isBefore(tipOff) })
    let oldSpreads = spreadLines(as: "first_spread")
    firstSpread = Lookup(
      oldSpreads, .first([.smallest(oldSpreads.snapshot)]), matching: (\.outcome, name.teamName),
      andOnly: { $0.snapshot.isBefore(tipOff) })
    let newTotals = totalLines(as: "last_total")
    lastTotal = Lookup(
      newTotals, .first([.newest(newTotals.snapshot)]), matching: (\.gameID, lastSpread.gameID),
      andOnly: { $0.snapshot.isBefore(tipOff) })
    let oldTotals = totalLines(as: "first_total")
    firstTotal = Lookup(
      oldTotals, .first([.smallest(oldTotals.snapshot)]),
      matching: (\.gameID, lastSpread.gameID), andOnly: { $0.snapshot.isBefore(tipOff) })
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(name)
    Reads(lastSpread)
    Reads(firstSpread)
    Reads(lastTotal)
    Reads(firstTotal)
    Reads(
      spreads, .on, matching: (\.outcome, name.teamName), (\.snapshot, lastSpread.snapshot))
    Reads(
      openingSpreads, .on, matching: (\.outcome, name.teamName),
      (\.snapshot, firstSpread.snapshot))
    Reads(
      totals, .on, matching: (\.gameID, lastTotal.gameID), (\.snapshot, lastTotal.snapshot))
    Reads(
      openingTotals, .on, matching: (\.gameID, firstTotal.gameID),
      (\.snapshot, firstTotal.snapshot))
  }

  var spread: Aggregate { median(spreads.point) }
  var openingSpread: Aggregate { median(openingSpreads.point) }
  var total: Aggregate { median(totals.point) }
  var openingTotal: Aggregate { median(openingTotals.point) }
}

/// The team's full name, as the lines have it.
private func teamName(of team: Aggregate) -> Lookup<Teams> {
  Lookup(
    Rows(Teams(), as: "team_name"), .atMostOne, timing: .timeless, matching: (\.teamAbbr, team))
}
