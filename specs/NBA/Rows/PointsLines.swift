import FeatureSpec

/// The line on a player's points before tip-off, its opening, and which source gave them.
///
/// The bookmaker is DraftKings, else FanDuel, else the first by name; its line is the latest snapshot
/// before tip-off, its opening line the first snapshot. Where the first source has no line the
/// second's best line stands in. Without a tip-off time no snapshot is known to be before it.
struct PointsLines {
  let quotes: Rows<OddsAPIPointsProps>
  let offers: Rows<BettingProsPointsProps>
  let latest: Lookup<OddsAPIPointsProps>
  let opening: Lookup<OddsAPIPointsProps>
  let best: Lookup<BettingProsPointsProps>
  let current: Preference
  let first: Preference

  init(of player: Aggregate, before tipOff: Aggregate) {
    let quotes = Rows(OddsAPIPointsProps(), as: "quotes")
    latest = Lookup(
      quotes,
      .first([
        .preferring(quotes.bookmaker, "draftkings", "fanduel"), .smallest(quotes.bookmaker),
        .newest(quotes.snapshot),
      ]),
      matching: (\.playerLookup, player), andOnly: { $0.snapshot.isBefore(tipOff) })
    let openings = Rows(OddsAPIPointsProps(), as: "openings")
    opening = Lookup(
      openings, .first([.smallest(openings.snapshot)]),
      matching: (\.playerLookup, player), (\.bookmaker, latest.bookmaker),
      andOnly: { $0.snapshot.isBefore(tipOff) })
    let offers = Rows(BettingProsPointsProps(), as: "offers").where {
      $0.marketType == "points" && $0.betSide == "over" && $0.isActive
    }
    best = Lookup(
      offers,
      .first([
        .largest(offers.isBestLine), .preferring(offers.bookmaker, "draftkings", "fanduel"),
        .smallest(offers.bookmaker),
      ]),
      matching: (\.playerLookup, player), andOnly: { $0.bookmakerLastUpdate.isBefore(tipOff) })
    current = Preference(("odds_api", latest.pointsLine), ("bettingpros", best.pointsLine))
    first = Preference(("odds_api", opening.pointsLine), ("bettingpros", best.openingLine))
    self.quotes = quotes
    self.offers = offers
  }

  @DeclarationBuilder var inputs: [Declaration] {
    Reads(latest)
    Reads(opening)
    Reads(best)
  }
}
