import Testing

@testable import NBADemo

@Suite struct LeagueTests {
  @Test(arguments: [
    ("Žiga Šarčević", "zigasarcevic"), ("Shay O'Mara Jr.", "shayomarajr"),
    ("Niall Durant-Cole III", "nialldurantcoleiii"), ("Tor St.Clair", "torstclair"),
  ])
  func `lookups are names without accents, marks and blanks`(name: String, lookup: String) {
    #expect(PlayerName(name).lookup == lookup)
  }

  @Test func `every letter of the name lists folds to ASCII`() {
    for word in NameLists.given + NameLists.family {
      let letters = word.filter { $0.isLetter }.count
      #expect(PlayerName(word).lookup.count == letters)
    }
  }

  @Test func `lookups are unique, and some names need folding`() {
    let names = PlayerName.draw(483, seed: 1)
    #expect(Set(names.map(\.lookup)).count == 483)
    #expect(names.contains { !$0.display.utf8.allSatisfy { $0 < 128 } })
    #expect(names.contains { $0.display.contains("'") })
    #expect(names.contains { $0.display.contains("-") })
    #expect(names.contains { $0.display.hasSuffix("Jr.") })
  }

  // Reference: great-circle distances of the arenas' coordinates, radius 3,958.8 miles.
  @Test(arguments: [("BOS", "GSW", 2691.2), ("BKN", "NYK", 4.8), ("DEN", "UTA", 371.0)])
  func `distances follow the great circle`(from: String, to: String, miles: Double) {
    let teams = Franchise.all.filter { $0.tricode == from || $0.tricode == to }
    #expect(abs(Travel.miles(from: teams[0], to: teams[1]) - miles) < 2)
    #expect(
      Travel.miles(from: teams[0], to: teams[1]) == Travel.miles(from: teams[1], to: teams[0]))
  }

  @Test func `a trip from coast to coast crosses three zones`() {
    let teams = Franchise.all.filter { $0.tricode == "BOS" || $0.tricode == "LAL" }
    #expect(Travel.zonesCrossed(from: teams[0], to: teams[1]) == 3)
  }

  @Test func `days convert to dates and back`() {
    for number in stride(from: Int32(-1000), through: 30_000, by: 1) {
      let day = CivilDay(number: number + 20_000)
      #expect(CivilDay(day.parts.year, day.parts.month, day.parts.day) == day)
    }
  }

  // Opening nights of the league.
  @Test(arguments: [
    (2021, "20211019", "20220410"), (2022, "20221018", "20230409"), (2023, "20231024", "20240414"),
    (2024, "20241022", "20250413"),
  ])
  func `seasons open and end on the league's days`(year: Int, opening: String, last: String) {
    let days = SeasonDays(startingIn: year, seed: 1)
    #expect(days.opening.compact == opening)
    #expect(days.last.compact == last)
    #expect(days.targets.reduce(0, +) == 1230)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `any seed gives a calendar of 1,230 games`(seed: UInt64) {
    let games = SeasonCalendar.draw(SeasonDays(startingIn: 2022, seed: seed), seed: seed)
    #expect(Set(games.map(\.id)).count == 1230)
    #expect(Set(games.map(\.number)) == Set(1...1230))
    #expect(games.count { $0.postponedFrom != nil } == 8)
  }

  @Test func `clocks change on the right Sundays`() {
    #expect(CivilDay(2024, 11, 2).hasDaylightTime)
    #expect(!CivilDay(2024, 11, 3).hasDaylightTime)
    #expect(!CivilDay(2025, 3, 8).hasDaylightTime)
    #expect(CivilDay(2025, 3, 9).hasDaylightTime)
  }

  @Test func `normals have mean 0 and deviation 1`() {
    var random = SeasonRandom(seed: 3, for: .traps)
    let drawn = (0..<20_000).map { _ in random.normal() }
    let mean = drawn.reduce(0, +) / 20_000
    let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.04)
  }
}
