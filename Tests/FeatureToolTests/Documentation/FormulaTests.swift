import FeatureAlgebra
import Testing

@testable import FeatureTool

@Suite struct `Formulas` {
  private let a = Expression.feature("a")
  private let b = Expression.feature("b")
  private let one = Expression.literal(.double(1))

  @Test func `have parentheses only where they change the meaning`() {
    let sum = Expression.arithmetic(.plus, a, b)
    #expect(Formula(.arithmetic(.times, sum, a)).line == "(a + b) * a")
    #expect(Formula(.arithmetic(.plus, a, .arithmetic(.times, a, b))).line == "a + a * b")
    #expect(Formula(.arithmetic(.minus, a, sum)).line == "a - (a + b)")
    #expect(Formula(.arithmetic(.minus, sum, a)).line == "a + b - a")
    #expect(Formula(.ratio(a, .ratio(a, b))).line == "a / (a / b)")
    #expect(Formula(.negated(sum)).line == "-(a + b)")
    #expect(
      Formula(.all([.any([a, b]), .not(.comparison(.less, a, one))])).line
        == "(a or b) and not a < 1")
    #expect(
      Formula(.not(.all([a, b]))).line == "not (a and b)")
    #expect(Formula(.comparison(.equal, .comparison(.less, a, b), a)).line == "(a < b) = a")
  }

  @Test func `keep the commas of a choice apart from those of its list`() {
    let choice = Expression.choice(
      [Branch(when: .isNull(a), then: b)], otherwise: .literal(.null(.double)))
    #expect(Formula(choice).line == "b when a is NULL, else NULL")
    #expect(
      Formula(.firstPresent([choice, a])).line == "first present((b when a is NULL, else NULL), a)")
    #expect(Formula(.arithmetic(.plus, choice, a)).line == "(b when a is NULL, else NULL) + a")
  }

  @Test func `say filter and window inside the aggregate`() {
    let mean = Expression.aggregate(
      Aggregation(
        .mean, rows: "games", argument: .column(rows: "games", name: "points"),
        filter: .column(rows: "games", name: "started"), window: .last(5, .games)))
    #expect(Formula(mean).line == "mean(games.points where games.started, last 5 games)")
    #expect(
      Formula(.aggregate(Aggregation(.count, rows: "games", window: .season))).line
        == "count(games, season to date)")
  }

  @Test func `open where a line is too long`() {
    let long = Expression.feature("points_per_possession_of_the_last_ten_games_at_home")
    #expect(
      Formula(.ratio(long, .arithmetic(.plus, long, long))).lines == [
        "points_per_possession_of_the_last_ten_games_at_home",
        "/ (points_per_possession_of_the_last_ten_games_at_home",
        "   + points_per_possession_of_the_last_ten_games_at_home)",
      ])
    #expect(
      Formula(
        .choice([Branch(when: .comparison(.less, long, one), then: long)], otherwise: one)
      ).lines == [
        "points_per_possession_of_the_last_ten_games_at_home",
        "  when points_per_possession_of_the_last_ten_games_at_home < 1,", "else 1",
      ])
  }
}
