/// What the league changes nine days after one day in January: points, assists and rebounds move
/// from one player to a teammate. Team totals stay.
struct StatCorrections: Sendable {
  /// Corrected rows, whole, with the same keys as before and a later `processed_at`.
  let tables: [SeasonTable]
  let spots: [TrapPlan.Spot]

  /// - Parameters:
  ///   - gamebook: rows of the gamebook as first delivered.
  ///   - feed: rows of the second feed.
  init(
    _ season: PlayedSeason, _ traps: TrapPlan, _ words: SeasonWords, gamebook: [PlayerRow],
    feed: [PlayerRow]
  ) {
    var lines: [TrapPlan.Spot: BoxLine] = [:]
    var events: [PlayEvent] = []
    for game in traps.corrected.map({ season.games[$0] }) {
      let played = game.home.appearances.filter { $0.line.seconds > 600 }
      for appearance in played {
        let spot = TrapPlan.Spot(game: game.index, player: appearance.player)
        lines[spot] = appearance.line
      }
      let changed = Self.creditAnother(game, in: season.events[game.events], played, &lines)
      events += changed
    }
    let original = Dictionary(
      uniqueKeysWithValues: traps.corrected.flatMap { place in
        season.games[place].home.appearances.map {
          (TrapPlan.Spot(game: place, player: $0.player), $0.line)
        }
      })
    lines = lines.filter { original[$0.key] != $0.value }
    let day = traps.corrected.first.map { season.games[$0].fixture.day } ?? season.days.opening
    let moment = day.at(hours: 9 * 24 + 15)
    func corrected(_ rows: [PlayerRow]) -> [PlayerRow] {
      rows.compactMap { row in
        guard let line = lines[TrapPlan.Spot(game: row.game, player: row.player)] else {
          return nil
        }
        var row = row
        row.line = line
        row.processed = moment
        return row
      }
    }
    spots = Array(lines.keys)
    tables = [
      Gamebook.table(corrected(gamebook), words, year: season.year),
      BoxFeed.table(corrected(feed), words, year: season.year),
      PlayByPlay.table(events, season, words, processed: moment),
    ]
  }

  /// Gives the first unassisted basket and the first assist of the home team to other players, and
  /// one rebound. Returns the events that changed.
  private static func creditAnother(
    _ game: PlayedGame, in events: ArraySlice<PlayEvent>, _ played: [Appearance],
    _ lines: inout [TrapPlan.Spot: BoxLine]
  ) -> [PlayEvent] {
    func spot(_ player: Int) -> TrapPlan.Spot { .init(game: game.index, player: player) }
    func isKnown(_ player: Int) -> Bool { lines[spot(player)] != nil }
    var changed: [PlayEvent] = []
    let own = events.filter {
      $0.isHome && $0.isMade && !$0.subtype.isFreeThrow && !$0.subtype.isThree
        && isKnown($0.shooter)
    }
    if var basket = own.first(where: { $0.other < 0 }),
      let other = played.first(where: { $0.player != basket.shooter })?.player
    {
      for (player, sign) in [(basket.shooter, -1), (other, 1)] {
        lines[spot(player)]?.fieldGoalsMade += sign
        lines[spot(player)]?.fieldGoalsAttempted += sign
      }
      basket.shooter = other
      changed.append(basket)
    }
    if var pass = own.first(where: { $0.other >= 0 && isKnown($0.other) }),
      let other = played.last(where: { $0.player != pass.shooter && $0.player != pass.other })?
        .player
    {
      lines[spot(pass.other)]?.assists -= 1
      lines[spot(other)]?.assists += 1
      pass.other = other
      changed.append(pass)
    }
    let rebounders = played.filter { $0.line.defensiveRebounds > 1 }
    if let first = rebounders.first?.player, let last = rebounders.last?.player, first != last {
      lines[spot(first)]?.defensiveRebounds -= 1
      lines[spot(last)]?.defensiveRebounds += 1
    }
    return changed
  }
}
