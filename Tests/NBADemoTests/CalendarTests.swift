import NBADemo
import Testing

@Suite struct CalendarTests {
  let schedule = season.table("nbac_schedule")
  /// Days on which each team played, in order.
  let played: [String: [Int]]

  init() {
    var played: [String: [Int]] = [:]
    for team in ["home_team_tricode", "away_team_tricode"] {
      let rows = zip(zip(schedule.words(team), schedule.days("game_date")), status(schedule))
      for ((team, day), status) in rows where status == 3 { played[team, default: []].append(day) }
    }
    self.played = played.mapValues { $0.sorted() }
  }

  @Test func `thirty teams play 82 games each`() {
    #expect(played.count == 30)
    #expect(played.values.allSatisfy { $0.count == 82 })
  }

  @Test func `every team is at home 41 times`() {
    var homes: [String: Int] = [:]
    for (team, status) in zip(schedule.words("home_team_tricode"), status(schedule))
    where status == 3 { homes[team, default: 0] += 1 }
    #expect(homes.values.allSatisfy { $0 == 41 })
  }

  @Test func `no team plays twice on a day or three days in a row`() {
    for days in played.values {
      #expect(zip(days, days.dropFirst()).allSatisfy { $0 < $1 })
      #expect(zip(days, days.dropFirst(2)).allSatisfy { $1 - $0 > 2 })
    }
  }

  @Test func `every team plays on consecutive days sometimes`() {
    for days in played.values {
      let pairs = zip(days, days.dropFirst()).filter { $1 - $0 == 1 }.count
      #expect((8...24).contains(pairs))
    }
  }

  @Test func `the season opens on a Tuesday in October and lasts about 165 days of play`() {
    let days = Set(schedule.days("game_date"))
    #expect(days.min() == Int(season.openingDay))
    #expect(days.max() == Int(season.lastDay))
    #expect((155...168).contains(days.count))
    // 20018 is 2024-10-22.
    #expect(season.openingDay == 20_018)
  }

  @Test func `a day holds at most fifteen games`() {
    var games: [Int: Int] = [:]
    for (day, status) in zip(schedule.days("game_date"), status(schedule)) where status == 3 {
      games[day, default: 0] += 1
    }
    #expect(games.values.allSatisfy { (1...15).contains($0) })
  }

  @Test func `the league rests for six days around the All-Star game`() {
    let days = Set(schedule.days("game_date")).sorted()
    #expect(zip(days, days.dropFirst()).contains { $1 - $0 == 7 })
  }

  @Test func `games start in the afternoon or evening, often on the next day by UTC`() {
    let starts = zip(schedule.moments("start_time"), schedule.days("game_date"))
    let hours = starts.map { Double($0 - $1 * 86_400) / 3600 }
    #expect(hours.allSatisfy { (16...29).contains($0) })
    #expect(hours.filter { $0 >= 24 }.count > 700)
  }
}

private func status(_ schedule: SeasonTable) -> [Int] { schedule.counts("game_status") }
