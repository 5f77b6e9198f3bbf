import NBADemo
import Testing

@Suite struct LateRowsTests {
  @Test func `late rows belong to rows already delivered, and come later`() {
    for late in season.lateRows {
      let first = season.table(late.name)
      let key = late["player_lookup"] == nil ? "event_number" : "player_lookup"
      let known = Dictionary(
        uniqueKeysWithValues: zip(first.keys("game_id", key), first.moments("processed_at")))
      #expect(late.rowCount > 0)
      for (key, moment) in zip(late.keys("game_id", key), late.moments("processed_at")) {
        #expect(known[key].map { $0 < moment } == true)
      }
    }
  }

  @Test func `corrections lie on one day in January`() {
    let days = Set(season.lateRows.flatMap { $0.days("game_date") })
    // 20089 is 2025-01-01, 20119 is 2025-01-31.
    #expect(days.count == 1)
    #expect(days.allSatisfy { (20_089...20_119).contains($0) })
  }

  @Test func `corrections change numbers but no team's total`() throws {
    let late = try #require(season.lateRows.first)
    let first = season.table(late.name)
    for column in ["points", "assists", "defensive_rebounds", "field_goals_attempted"] {
      let before = Dictionary(
        uniqueKeysWithValues: zip(first.keys("game_id", "player_lookup"), first.counts(column)))
      let rows = zip(late.keys("game_id", "player_lookup"), late.counts(column))
      let changes = rows.map { $1 - (before[$0] ?? 0) }
      #expect(changes.contains { $0 != 0 })
      #expect(changes.reduce(0, +) == 0)
    }
  }

  @Test func `corrected play-by-play adds up to the corrected box score`() throws {
    try #require(season.lateRows.count == 3)
    let plays = season.table("bigdataball_play_by_play")
    let late = season.lateRows[2]
    func makes(_ table: SeasonTable) -> [String: (String, Bool)] {
      let shots = zip(table.words("player_1_lookup"), table.text("shot_type").map { $0 != nil })
      let made = zip(shots, table.flags("shot_made")).map { ($0.0, $0.1 && $1) }
      return Dictionary(uniqueKeysWithValues: zip(table.keys("game_id", "event_number"), made))
    }
    let merged = makes(plays).merging(makes(late)) { $1 }
    let box = season.lateRows[0]
    let made = box.counts("field_goals_made")
    for (row, player) in box.words("player_lookup").enumerated() {
      let prefix = compact(box.words("game_id")[row])
      let count = merged.count { $0.key.hasPrefix(prefix) && $0.value == (player, true) }
      #expect(count == made[row])
    }
  }

  /// `20250112_BOS_NYK` to the date and teams of the play-by-play's id.
  private func compact(_ id: String) -> String {
    let parts = id.split(separator: "_")
    return "\(parts[0])_\(parts[2])_\(parts[1]) "
  }
}
