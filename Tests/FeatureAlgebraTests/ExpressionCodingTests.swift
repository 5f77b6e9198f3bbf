import FeatureAlgebra
import Foundation
import Testing

/// Foundation has an `Expression` of its own.
private typealias Expression = FeatureAlgebra.Expression

@Suite struct `An expression as data` {
  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static let points = Expression.column(rows: "games", name: "points")
  private static let five = Expression.literal(.integer(5))
  private static let isHome = Expression.column(rows: "games", name: "is_home")

  @Test func `is a word and its operands`() throws {
    let share = Expression.ratio(Self.points, .arithmetic(.plus, Self.five, .literal(.double(1))))
    #expect(
      try json(share) == #"{"ratio":[{"column":["games","points"]},{"plus":[5,{"double":1}]}]}"#)
    #expect(try json(Expression.literal(.text("paint"))) == #""paint""#)
    #expect(try json(Expression.literal(.null(.number(5, 2)))) == #"{"null":"DECIMAL(5, 2)"}"#)
    #expect(try json(Expression.asOfDay) == #"{"asOfDay":[]}"#)
    #expect(
      try json(Expression.choice([Branch(when: Self.isHome, then: Self.five)], otherwise: .asOfDay))
        == #"{"choice":[[{"condition":{"column":["games","is_home"]},"value":5}],{"asOfDay":[]}]}"#)
  }

  private static let newest = Aggregation(
    .newest(2), rows: "games", argument: points, filter: isHome,
    window: Window.last(10, .games).acrossSeasons(noOlderThan: 400))
  private static let league = LeagueAverage(
    rows: "games", value: five, qualifying: isHome, atLeast: 3, fallback: 2.5)
  private static let call = KernelCall(
    kernel: "k", version: 2, values: [KernelCall.Part("v", .text)], columns: [],
    result: KernelCall.Part("r", .double))

  /// Values that JSON writes alike: 1 and 1.0, a text that is a word, a text that is a number.
  private static let literals: [Literal] = [
    .integer(1), .integer(.max), .double(1), .double(0.1), .text("1"), .text(""), .text("column"),
    .boolean(true), .boolean(false), .day(Day(ordinal: 19_000)), .null(.textList),
  ]
  private static let arithmetic: [Arithmetic] = [.plus, .minus, .times]
  private static let comparisons: [Comparison] = [
    .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ]
  /// One of each other case.
  private static let cases: [Expression] = [
    points, .feature("a.b"), .asOfDay, .seasonOpening, .aggregate(newest),
    .aggregate(Aggregation(.count, rows: "games")), .league(league),
    .coverage(.actual, window: "l5"), .previous(points), .negated(five), .absolute(five),
    .squareRoot(five), .floor(five), .ratio(five, points), .rounded(points, scale: 2),
    .clamped(points, low: five, high: .literal(.integer(9))), .all([]), .all([isHome, isHome]),
    .any([isHome]), .not(isHome), .isNull(points),
    .isIn(points, [.integer(1), .double(1), .null(.integer)]),
    .choice([Branch(when: isHome, then: points)], otherwise: five), .firstPresent([points, five]),
    .labelOfExtreme(.largest, [Labelled("a", points), Labelled("b", five)]),
    .days(from: .asOfDay, to: .seasonOpening), .wholeYears(from: .asOfDay, to: .asOfDay),
    .dayPlus(.asOfDay, -3), .dayOf(points), .seasonYear(.asOfDay, firstMonth: 10),
    .clockMinutes(points), .lowercased(points), .joined([points], separator: ", "),
    .concatenated([points, points]), .cast(points, .number(18, 0)), .list([points]),
    .listOfPresent([points]), .kernel(call, [five]),
  ]
  private static let all: [Expression] = {
    var all = cases
    for literal in literals { all.append(.literal(literal)) }
    for operation in arithmetic { all.append(.arithmetic(operation, points, five)) }
    for comparison in comparisons { all.append(.comparison(comparison, points, five)) }
    return all
  }()

  @Test func `reads back as it was`() throws {
    for expression in Self.all {
      let bytes = Data(try json(expression).utf8)
      #expect(try JSONDecoder().decode(Expression.self, from: bytes) == expression)
    }
  }

  @Test(arguments: ["[]", #"{"sum":[1,2]}"#, #"{"ratio":[1]}"#, #"{"null":"DECIMAL(5)"}"#, "1.5"])
  func `of no known form is refused`(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Expression.self, from: Data(json.utf8))
    }
  }

  @Test(arguments: [
    ColumnType.integer, .integer32, .number(18, 0), .double, .text, .boolean, .day, .timestamp,
    .textList, .doubleList,
  ]) func `a type reads back as it was`(type: ColumnType) throws {
    #expect(try JSONDecoder().decode(ColumnType.self, from: Data(try json(type).utf8)) == type)
  }
}
