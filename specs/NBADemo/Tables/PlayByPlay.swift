/// `bigdataball_play_by_play`: shots and free throws under the reversed game id.
enum PlayByPlay {
  static func rows(_ season: PlayedSeason, _ traps: TrapPlan) -> [PlayEvent] {
    var rows: [PlayEvent] = []
    rows.reserveCapacity(season.events.count)
    for game in season.games where !traps.withoutPlayByPlay.contains(game.index) {
      let events = season.events[game.events]
      let isPartial = game.index == traps.partialPlayByPlay
      rows.append(contentsOf: isPartial ? events.prefix(events.count * 3 / 5) : events)
    }
    return rows
  }

  static func table(
    _ rows: [PlayEvent], _ season: PlayedSeason, _ words: SeasonWords, processed: Instant? = nil
  ) -> SeasonTable {
    let games = season.games
    func fixture(_ row: PlayEvent) -> Fixture { games[row.game].fixture }
    return SeasonTable(
      "bigdataball_play_by_play",
      [
        .word("game_id", rows, of: words.reversedIDs) { $0.game },
        .day("game_date", rows) { games[$0.game].fixture.day },
        .integer("event_number", rows) { $0.number },
        .word("event_type", rows, of: ["shot", "free throw"]) { $0.subtype.isFreeThrow ? 1 : 0 },
        .word("event_subtype", rows, of: PlayEvent.Subtype.words) { $0.subtype.rawValue },
        .boolean("shot_made", rows) { $0.isMade },
        .word("shot_type", rows, of: ["2PT", "3PT"]) {
          $0.subtype.isFreeThrow ? -1 : $0.subtype.isThree ? 1 : 0
        },
        .double("shot_distance", rows) { $0.distance < 0 ? nil : Double($0.distance) },
        .word("player_1_lookup", rows, of: words.lookups) { $0.shooter },
        .word("player_1_team", rows, of: words.tricodes) {
          $0.isHome ? fixture($0).home : fixture($0).away
        },
        .word("player_2_lookup", rows, of: words.lookups) { $0.other },
        .word("player_2_role", rows, of: ["assist", "block"]) {
          $0.other < 0 ? -1 : $0.isMade ? 0 : 1
        },
        .word("home_team_abbr", rows, of: words.tricodes) { fixture($0).home },
        .word("away_team_abbr", rows, of: words.tricodes) { fixture($0).away },
        .timestamp("processed_at", rows) { processed ?? games[$0.game].processed },
      ])
  }
}
