/// `nbac_injury_report`: several versions of each day's list, by the clock of New York.
enum InjuryReports {
  private struct Row: Sendable {
    let reportDay: CivilDay
    let hour: Int
    let day: CivilDay
    let team: Int
    let player: Int
    let status: Int
    let reason: Int
    let confidence: Double
    let processed: Instant
  }

  static func table(_ season: PlayedSeason, _ words: SeasonWords, seed: UInt64) -> SeasonTable {
    var rows: [Row] = []
    rows.reserveCapacity(36_000)
    for game in season.games {
      var random = SeasonRandom(seed: seed, for: .reports, game.index)
      for side in game.sides { append(side, game, to: &rows, &random) }
    }
    return SeasonTable(
      "nbac_injury_report",
      [
        .day("report_date", rows) { $0.reportDay },
        .integer("report_hour", rows) { $0.hour },
        .day("game_date", rows) { $0.day },
        .word("team", rows, of: words.tricodes) { $0.team },
        .word("player_lookup", rows, of: words.lookups) { $0.player },
        .word("injury_status", rows, of: Report.statuses) { $0.status },
        .word("reason", rows, of: AbsenceReason.words) { $0.reason },
        .double("confidence_score", rows) { $0.confidence },
        .timestamp("processed_at", rows) { $0.processed },
      ])
  }

  private static func append(
    _ side: TeamGame, _ game: PlayedGame, to rows: inout [Row], _ random: inout SeasonRandom
  ) {
    let day = game.fixture.day
    let behind = day.hasDaylightTime ? 4 : 5
    let tipOff =
      Int(
        (game.fixture.tipOff.microseconds - day.at(hours: 0).microseconds)
          / 3_600_000_000) - behind
    let hours = [17 - 24, max(tipOff - 8, 8), tipOff - 2]
    for appearance in side.appearances {
      guard let report = appearance.report else { continue }
      let after = report.versions.isEmpty
      let versions = after ? [(min(tipOff + 1, 23), 4)] : Array(zip(hours, report.versions))
      for (hour, status) in versions {
        let low = status == 4 ? 0.82 : 0.6
        let sure = random.chance(0.08) ? random.between(0.5, 0.79) : random.between(low, 1)
        rows.append(
          Row(
            reportDay: hour < 0 ? day + -1 : day, hour: hour < 0 ? hour + 24 : hour, day: day,
            team: side.team, player: appearance.player, status: status,
            reason: appearance.reason, confidence: (sure * 100).rounded() / 100,
            processed: day.at(hours: Double(hour + behind)) + random.within(5...25) * 60))
      }
    }
  }
}
