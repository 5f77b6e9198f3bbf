import FeatureAlgebra

/// Typed random expressions over the columns of `RandomColumns`: every one has a type by `TypeRules`.
struct RandomExpression {
  var alias = "r"
  /// The columns that may be read.
  var columns = RandomColumns.types
  /// Whether `previous` may appear.
  var hasPrevious = false
  /// Leaves beside columns and literals, by type: aggregates and the like.
  var leaves: [ColumnType: [Expression]] = [:]

  /// What is asked for: number means any number type.
  enum Want: CaseIterable {
    case integer, number, truth, text, day, timestamp, textList, doubleList
  }

  func expression(_ depth: Int, _ dice: inout Dice) -> Expression {
    expression(dice.pick(Want.allCases), depth, &dice)
  }

  func expression(_ want: Want, _ depth: Int, _ dice: inout Dice) -> Expression {
    if depth > 0, hasPrevious, dice.oneIn(12) {
      return .previous(expression(want, depth - 1, &dice))
    }
    switch want {
    case .integer: return integer(depth, &dice)
    case .number: return number(depth, &dice)
    case .truth: return truth(depth, &dice)
    case .text: return text(depth, &dice)
    case .day: return day(depth, &dice)
    case .timestamp: return depth > 0 ? chosen(.timestamp, depth, &dice) : column(.timestamp, &dice)
    case .textList: return list(.text, depth, &dice)
    case .doubleList: return list(.number, depth, &dice)
    }
  }

  /// A column or another leaf of one of the types.
  private func leaf(_ dice: inout Dice, _ accepts: (ColumnType) -> Bool) -> Expression {
    let named = columns.filter { accepts($0.type) }.map {
      Expression.column(rows: alias, name: $0.name)
    }
    let others = leaves.filter { accepts($0.key) }.sorted {
      $0.key.description < $1.key.description
    }
    .flatMap(\.value)
    if !others.isEmpty, named.isEmpty || dice.oneIn(2) { return dice.pick(others) }
    return named.isEmpty ? .literal(.null(.integer)) : dice.pick(named)
  }

  private func column(_ want: Want, _ dice: inout Dice) -> Expression {
    leaf(&dice) { type in
      switch want {
      case .integer: type.isInteger
      case .number: type.isNumeric
      case .truth: type == .boolean
      case .text: type == .text
      case .day: type == .day
      case .timestamp: type == .timestamp
      case .textList, .doubleList: false
      }
    }
  }

  private func integer(_ depth: Int, _ dice: inout Dice) -> Expression {
    guard depth > 0, !dice.oneIn(6) else {
      if dice.oneIn(12) { return .literal(.null(.integer)) }
      return dice.oneIn(3)
        ? .literal(.integer(dice.pick([0, 1, 2, 3, -1, 10, 100, 48])))
        : column(.integer, &dice)
    }
    let next = depth - 1
    switch dice.roll(11) {
    case 0: return .negated(integer(next, &dice))
    case 9: return .wholeYears(from: day(next, &dice), to: day(next, &dice))
    case 1: return .absolute(integer(next, &dice))
    case 2, 3:
      return .arithmetic(
        dice.pick([.plus, .minus, .times]), integer(next, &dice), integer(next, &dice))
    case 4:
      return .clamped(integer(next, &dice), low: integer(next, &dice), high: integer(next, &dice))
    case 5: return .days(from: day(next, &dice), to: day(next, &dice))
    case 6: return .seasonYear(day(next, &dice), firstMonth: dice.roll(12) + 1)
    case 7:
      return .cast(
        dice.oneIn(3) ? truth(next, &dice) : number(next, &dice), .integer)
    case 8: return chosen(.integer, depth, &dice)
    default: return .firstPresent([integer(next, &dice), integer(next, &dice)])
    }
  }

  private func number(_ depth: Int, _ dice: inout Dice) -> Expression {
    guard depth > 0, !dice.oneIn(6) else {
      if dice.oneIn(12) { return .literal(.null(dice.pick([.double, .number(7, 2)]))) }
      return dice.oneIn(3)
        ? .literal(.double(dice.pick([0, 0.5, 0.44, -1.5, 100, 2.5, 1e-3])))
        : column(.number, &dice)
    }
    let next = depth - 1
    switch dice.roll(15) {
    case 0: return integer(depth, &dice)
    case 1: return .negated(number(next, &dice))
    case 2: return .absolute(number(next, &dice))
    case 3: return .squareRoot(number(next, &dice))
    case 4: return .floor(number(next, &dice))
    case 5, 6:
      return .arithmetic(
        dice.pick([.plus, .minus, .times]), number(next, &dice), number(next, &dice))
    case 7: return .ratio(number(next, &dice), number(next, &dice))
    case 8: return .rounded(number(next, &dice), scale: dice.roll(5))
    case 9:
      return .clamped(number(next, &dice), low: number(next, &dice), high: number(next, &dice))
    case 10: return .clockMinutes(text(next, &dice))
    case 11:
      return .cast(number(next, &dice), dice.pick([.double, .number(18, 3), .number(9, 1)]))
    case 12: return chosen(.number, depth, &dice)
    case 13:
      let model = RandomModel().model(&dice)
      return .prediction(model, model.features.map { Labelled($0, number(next, &dice)) })
    default: return .firstPresent([number(next, &dice), number(next, &dice)])
    }
  }

  private func truth(_ depth: Int, _ dice: inout Dice) -> Expression {
    guard depth > 0, !dice.oneIn(6) else {
      return dice.oneIn(6)
        ? .literal(dice.pick([.boolean(true), .boolean(false), .null(.boolean)]))
        : column(.truth, &dice)
    }
    let next = depth - 1
    switch dice.roll(9) {
    case 0, 1, 2:
      let want = dice.pick([Want.integer, .number, .text, .day, .truth, .timestamp])
      return .comparison(
        dice.pick([.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]),
        expression(want, next, &dice), expression(want, next, &dice))
    case 3: return .all((0..<dice.roll(4)).map { _ in truth(next, &dice) })
    case 4: return .any((0..<dice.roll(4)).map { _ in truth(next, &dice) })
    case 5: return .not(truth(next, &dice))
    case 6: return .isNull(expression(dice.pick(Want.allCases), next, &dice))
    case 7: return isIn(next, &dice)
    default: return chosen(.truth, depth, &dice)
    }
  }

  private func isIn(_ depth: Int, _ dice: inout Dice) -> Expression {
    switch dice.roll(4) {
    case 0: return .isIn(integer(depth, &dice), [.integer(1), .integer(-2), .integer(2_020)])
    case 1: return .isIn(number(depth, &dice), [.double(0.5), .double(0), .double(12.5)])
    case 2: return .isIn(text(depth, &dice), [.text("paint"), .text("é"), .text("O'Neal")])
    default: return .isIn(day(depth, &dice), [.day(Day(ordinal: 19_003)), .day(Day(ordinal: 0))])
    }
  }

  private func text(_ depth: Int, _ dice: inout Dice) -> Expression {
    guard depth > 0, !dice.oneIn(6) else {
      return dice.oneIn(4)
        ? .literal(dice.pick([.text("paint"), .text(""), .text("it's"), .null(.text)]))
        : column(.text, &dice)
    }
    let next = depth - 1
    switch dice.roll(8) {
    case 0: return .lowercased(text(next, &dice))
    case 1:
      return .joined(
        (0..<dice.roll(3) + 1).map { _ in text(next, &dice) },
        separator: dice.pick([", ", "", "'"]))
    case 2: return .concatenated((0..<dice.roll(3) + 1).map { _ in text(next, &dice) })
    case 3: return .cast(integer(next, &dice), .text)
    case 4: return .cast(dice.oneIn(2) ? day(next, &dice) : truth(next, &dice), .text)
    case 7:
      let scale = dice.roll(4)
      return .cast(.cast(number(next, &dice), .number(15, scale)), .text)
    case 5:
      let labels = dice.pick([["paint", "mid", "three"], ["a", "b", "a"]])
      return .labelOfExtreme(
        dice.pick([.smallest, .largest]), labels.map { Labelled($0, number(next, &dice)) })
    case 6: return chosen(.text, depth, &dice)
    default: return .firstPresent([text(next, &dice), text(next, &dice)])
    }
  }

  private func day(_ depth: Int, _ dice: inout Dice) -> Expression {
    guard depth > 0, !dice.oneIn(4) else {
      return dice.oneIn(5)
        ? .literal(dice.pick([.day(Day(ordinal: 19_010)), .null(.day)])) : column(.day, &dice)
    }
    let next = depth - 1
    switch dice.roll(4) {
    case 0: return .dayPlus(day(next, &dice), dice.roll(61) - 30)
    case 1: return .dayOf(expression(.timestamp, next, &dice))
    case 2: return chosen(.day, depth, &dice)
    default: return .firstPresent([day(next, &dice), day(next, &dice)])
    }
  }

  private func chosen(_ want: Want, _ depth: Int, _ dice: inout Dice) -> Expression {
    let branches = (0..<dice.roll(3) + 1).map { _ in
      Branch(
        when: truth(depth - 1, &dice), then: expression(want, depth - 1, &dice))
    }
    return .choice(branches, otherwise: expression(want, depth - 1, &dice))
  }

  private func list(_ want: Want, _ depth: Int, _ dice: inout Dice) -> Expression {
    let elements = (0..<dice.roll(3) + 1).map { _ in expression(want, max(depth - 1, 0), &dice) }
    return dice.oneIn(2) ? .list(elements) : .listOfPresent(elements)
  }

  /// An argument of an exact sum.
  func exact(_ depth: Int, _ dice: inout Dice) -> Expression {
    switch dice.roll(6) {
    case 0: return integer(depth, &dice)
    case 1: return column(.integer, &dice)
    case 2: return .column(rows: alias, name: dice.pick(["c1", "c2", "c3"]))
    case 3: return .rounded(number(depth, &dice), scale: dice.roll(4))
    case 4: return .cast(number(depth, &dice), .number(12, 2))
    default:
      return .choice(
        [Branch(when: truth(depth, &dice), then: .column(rows: alias, name: "c1"))],
        otherwise: .literal(.null(.number(5, 1))))
    }
  }
}
