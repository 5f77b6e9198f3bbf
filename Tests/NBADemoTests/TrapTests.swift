import NBADemo
import Testing

@Suite struct TrapTests {
  let traps = season.traps
  let gamebook = season.table("nbac_gamebook_player_stats")
  let feed = season.table("bdl_player_boxscores")
  let schedule = season.table("nbac_schedule")

  @Test func `a postponed game leaves a stale row under the same official id`() {
    let ids = schedule.words("nba_game_id")
    let texts = schedule.words("game_status_text")
    let statuses = schedule.counts("game_status")
    #expect(traps.postponedGames.count == 8)
    for id in traps.postponedGames {
      let rows = ids.indices.filter { ids[$0] == id }
      #expect(rows.map { texts[$0] == "PPD" } == [true, false])
      #expect(rows.map { statuses[$0] } == [1, 3])
    }
  }

  @Test func `some games are in one box-score feed only`() {
    let (first, second) = (Set(gamebook.words("game_id")), Set(feed.words("game_id")))
    #expect(second.subtracting(first).sorted() == traps.gamesWithoutGamebook.sorted())
    #expect(first.subtracting(second).sorted() == traps.gamesWithoutBoxFeed.sorted())
  }

  @Test func `some players are missing from a gamebook that has their game`() {
    let first = Set(gamebook.keys("game_id", "player_lookup"))
    let second = Set(feed.keys("game_id", "player_lookup"))
    #expect(traps.playersMissingFromGamebook.count == 12)
    #expect(traps.playersMissingFromGamebook.allSatisfy { !first.contains($0.key) })
    #expect(traps.playersMissingFromGamebook.allSatisfy { second.contains($0.key) })
  }

  @Test func `two stars have an active row without a minute`() {
    let keys = gamebook.keys("game_id", "player_lookup")
    let (states, minutes) = (gamebook.words("player_status"), gamebook.text("minutes"))
    let rows = keys.indices.filter { states[$0] == "active" && minutes[$0] == "00:00" }
    let found = Set(rows.map { keys[$0] })
    #expect(found == Set(traps.strayActiveRows.map(\.key)))
    #expect(found.count == 2)
  }

  @Test func `some minutes read like 24:60`() {
    let odd = gamebook.text("minutes").count { $0?.hasSuffix(":60") ?? false }
    #expect((25...90).contains(odd))
  }

  @Test func `some games have no play-by-play and one has part of it`() {
    let plays = season.table("bigdataball_play_by_play")
    var counts: [String: Int] = [:]
    for id in plays.words("game_id") { counts[id, default: 0] += 1 }
    #expect(counts.count == 1230 - 5)
    #expect(traps.gamesWithoutPlayByPlay.allSatisfy { counts[reversed($0)] == nil })
    #expect((counts[reversed(traps.gameWithPartialPlayByPlay)] ?? 0) < 170)
  }

  @Test func `the second feed spells three teams in two ways`() {
    let spelt = Set(feed.words("team_abbr"))
    #expect(spelt.isSuperset(of: ["BRK", "BKN", "CHO", "CHA", "PHO", "PHX"]))
    #expect(Set(gamebook.words("team_abbr")).isDisjoint(with: ["BRK", "CHO", "PHO"]))
  }

  @Test func `one bookmaker spells a team in another way`() {
    let names = Set(season.table("odds_api_game_lines").words("outcome_name"))
    #expect(names.isSuperset(of: ["LA Clippers", "Los Angeles Clippers"]))
  }

  @Test(arguments: ["odds_api_player_points_props", "odds_api_game_lines"])
  func `some prices are from after tip-off`(name: String) {
    let table = season.table(name)
    // The latest tip-off of a day is a bound that no honest price is beyond.
    var latest: [Int: Int] = [:]
    for (day, start) in zip(schedule.days("game_date"), schedule.moments("start_time")) {
      latest[day] = max(latest[day] ?? 0, start)
    }
    let rows = zip(table.days("game_date"), table.moments("snapshot_timestamp"))
    let late = rows.count { $1 > latest[$0] ?? 0 }
    #expect(late > 50)
    #expect(late < table.rowCount / 20)
  }

  @Test func `some rows arrive days after their game`() {
    let rows = zip(gamebook.moments("processed_at"), gamebook.days("game_date"))
    let late = rows.count { $0 - $1 * 86_400 > 3 * 86_400 }
    #expect((200...800).contains(late))
    #expect(traps.gamesProcessedLate.count == 12)
  }

  @Test func `one game has no team box score and five have no lines`() {
    let teams = Set(season.table("nbac_team_boxscore").words("game_id"))
    #expect(traps.gamesWithoutTeamBox.allSatisfy { !teams.contains($0) })
    #expect(Set(season.table("odds_api_game_lines").words("game_id")).count == 1225)
  }

  @Test func `some players are not in the registry`() {
    let known = Set(season.table("player_registry").words("player_lookup"))
    let unknown = Set(feed.words("player_lookup")).subtracting(known)
    #expect(unknown == Set(traps.unregisteredPlayers))
    #expect(!unknown.isEmpty)
  }

  @Test func `traded players appear for both teams and signed ones late`() {
    let rows = zip(gamebook.keys("player_lookup", "team_abbr"), gamebook.days("game_date"))
    var first: [String: Int] = [:]
    for (key, day) in rows { first[key] = min(first[key] ?? .max, day) }
    #expect(traps.transfers.count { $0.from != nil } == 26)
    #expect(traps.transfers.count { $0.from == nil } == 3)
    for transfer in traps.transfers {
      let joined = first["\(transfer.playerLookup) \(transfer.to)"] ?? 0
      #expect(joined >= Int(transfer.day))
      if let from = transfer.from { #expect(first["\(transfer.playerLookup) \(from)"] != nil) }
    }
  }

  /// `20241022_BOS_NYK` as the play-by-play writes it.
  private func reversed(_ id: String) -> String {
    let parts = id.split(separator: "_")
    return "\(parts[0])_\(parts[2])_\(parts[1])"
  }
}

extension SeasonTraps.PlayerGame {
  var key: String { "\(gameID) \(playerLookup)" }
}
