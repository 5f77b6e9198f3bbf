import Testing

@testable import NBAKernels

@Suite struct PastGameTests {
  /// Games on the given days with the given points, newest first.
  private func settings(_ games: [(day: Int, points: Double)]) -> [GameSetting] {
    PastGame.settings(of: games.map { PastGame(day: $0.day, points: $0.points) })
  }

  @Test
  func `rest is counted from the game before, 0 on the day after, 7 at most, 3 for the first`() {
    let rest = settings([(40, 0), (39, 0), (37, 0), (30, 0), (10, 0)]).map(\.restDays)
    #expect(rest == [0, 1, 6, 7, 3])
  }

  @Test func `form compares the five games before with all before, never with newer ones`() {
    // Before the newest game: 30 30 30 30 30 and 20 20 20, means 30 and 26.25.
    let games: [(Int, Double)] = [
      (90, 0), (80, 30), (70, 30), (60, 30), (50, 30), (40, 30), (30, 20), (20, 20), (10, 20),
    ].map { ($0.0, Double($0.1)) }
    let forms = settings(games.map { (day: $0.0, points: $0.1) }).map(\.form)
    #expect(forms[0] == .hot)
    // Five before the 80th: 30 30 30 30 20 against 30 30 30 30 20 20 20: 28 - 25.7.
    #expect(forms[1] == .normal)
    // Fewer than three before.
    #expect(forms[6...].allSatisfy { $0 == .normal })
  }

  @Test func `three points more or less turn the form, both edges inside`() {
    // Eight games before: 5 recent at x, 3 older at 0: x - 5x/8 = 3x/8, which is 3 for x = 8.
    func form(_ recent: Double, _ older: Double) -> GameSetting.Form? {
      let points =
        [0] + Array(repeating: recent, count: 5) + Array(repeating: older, count: 3)
      return settings(points.enumerated().map { (day: 100 - $0 * 2, points: $1) })[0].form
    }
    #expect(form(8, 0) == .hot)
    #expect(form(7.9, 0) == .normal)
    #expect(form(0, 8) == .cold)
    #expect(form(0, 7.9) == .normal)
  }

  @Test func `fewer than three games before are normal whatever they hold`() {
    #expect(settings([(9, 0), (8, 60), (7, 0)]).map(\.form) == [.normal, .normal, .normal])
  }
}
