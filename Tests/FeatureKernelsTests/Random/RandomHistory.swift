import FeatureAlgebra
import FeatureKernels

/// Random rows of a few entities with clustered days and ties, and random aggregates over them.
struct RandomHistory {
  static let alias = "h"
  /// Columns beside the random ones: entity key, day, and what breaks ties within a day.
  static let types: [(name: String, type: ColumnType)] =
    [("player", .text), ("day", .day), ("game", .integer)] + RandomColumns.types

  /// The first day on which games are played, and how many days the season has.
  static let firstDay: Int32 = 19_000
  static let span = 30
  static let players = ["ada", "bo", "Cy", "é", "e\u{301}"]

  var random = RandomColumns()

  func table(rows: Int, _ dice: inout Dice) throws -> Table {
    let columns = RandomColumns.types.map { ($0.name, random.column($0.name, rows: rows, &dice)) }
    let players = (0..<rows).map { _ in
      dice.oneIn(20) ? nil : dice.pick(RandomHistory.players)
    }
    let days = (0..<rows).map { _ -> Day? in
      dice.oneIn(40)
        ? nil : Day(ordinal: RandomHistory.firstDay + Int32(dice.roll(RandomHistory.span)))
    }
    return try Table(
      [
        ("player", Column.texts(players)), ("day", .days(days)),
        ("game", .integers((0..<rows).map { Int64($0) })),
      ] + columns, count: rows)
  }

  static func window(_ dice: inout Dice) -> Window {
    let span: Window.Span =
      switch dice.roll(4) {
      case 0: .days(dice.pick([0, 1, 2, 7, 14, 100]))
      case 1: .all
      default: .rows(dice.pick([0, 1, 2, 3, 5, 10]))
      }
    return Window(
      span, withinSeason: dice.oneIn(2), maximumAge: dice.oneIn(3) ? dice.roll(20) : nil)
  }

  static func aggregation(
    _ random: RandomExpression, depth: Int, _ dice: inout Dice
  ) -> Aggregation {
    var filter: Expression?
    if dice.oneIn(2) { filter = random.expression(.truth, depth, &dice) }
    let window = window(&dice)
    func make(_ function: AggregateFunction, _ argument: Expression?) -> Aggregation {
      Aggregation(function, rows: alias, argument: argument, filter: filter, window: window)
    }
    switch dice.roll(14) {
    case 0: return make(.count, nil)
    case 1: return make(.count, random.expression(depth, &dice))
    case 2:
      return make(
        .countDistinct, random.expression(dice.pick([.integer, .text, .day]), depth, &dice))
    case 3: return make(.sum, random.exact(depth, &dice))
    case 4: return make(.mean, random.exact(depth, &dice))
    case 5: return make(.sampleDeviation, random.exact(depth, &dice))
    case 6: return make(.populationDeviation, random.exact(depth, &dice))
    case 7:
      return make(
        dice.pick([.smallest, .largest]),
        random.expression(dice.pick([.number, .integer, .text, .day, .truth]), depth, &dice))
    case 8: return make(.median, random.expression(.number, depth, &dice))
    case 9, 10: return make(.newest(dice.roll(4) + 1), random.expression(depth, &dice))
    case 11: return make(.oldest, random.expression(depth, &dice))
    case 12: return make(dice.pick([.anyTrue, .allTrue]), random.expression(.truth, depth, &dice))
    default: return make(.streak, random.expression(.truth, depth, &dice))
    }
  }
}
