import DuckDB
import FeatureAlgebra
import FeaturePlan
import Testing

@testable import FeatureSQL

private let types = PlanTypes(features: [])

/// What DuckDB makes of an expression over literals.
private func value(_ expression: Expression) throws -> String {
  let sql = try ExpressionShape(types: types, leaves: Leaves { _ in nil }).shape(expression).sql
  let connection = try Database().connect()
  let text = try Printer.text(sql, in: .duckDB)
  return Season.text(try connection.query("SELECT \(text)").value())
}

private func int(_ value: Int64) -> Expression { .literal(.integer(value)) }
private func num(_ value: Double) -> Expression { .literal(.double(value)) }
private func str(_ value: String) -> Expression { .literal(.text(value)) }
private let nothing = Expression.literal(.null(.double))
private let noText = Expression.literal(.null(.text))
private func day(_ text: String) -> Expression { .literal(.day(Day(text) ?? Day(ordinal: 0))) }

// Each row is a line of docs/semantics.md.
private let cases: [(Expression, String)] = [
  (.ratio(int(7), int(2)), "3.5"),
  (.ratio(int(7), int(0)), "NULL"),
  (.ratio(num(0), num(0)), "NULL"),
  (.rounded(num(2.5), scale: 0), "3.0"),
  (.rounded(num(-2.5), scale: 0), "-3.0"),
  (.rounded(num(0.125), scale: 2), "0.13"),
  (.clamped(num(120), low: int(0), high: int(100)), "100.0"),
  (.clamped(num(-1), low: int(0), high: int(100)), "0.0"),
  (.clamped(nothing, low: int(0), high: int(100)), "NULL"),
  (.clamped(num(5), low: nothing, high: int(100)), "NULL"),
  (.clamped(int(-5), low: int(0), high: int(10)), "0"),
  (.squareRoot(num(-1)), "NULL"),
  (.squareRoot(num(9)), "3.0"),
  (.floor(num(-0.5)), "-1.0"),
  (.comparison(.equal, nothing, nothing), "NULL"),
  (.isIn(nothing, [.double(1)]), "NULL"),
  (.isIn(int(1), [.integer(2), .null(.integer)]), "false"),
  (.isIn(int(1), []), "false"),
  (.choice([Branch(when: .literal(.null(.boolean)), then: int(1))], otherwise: int(2)), "2"),
  (.firstPresent([nothing, num(2), num(3)]), "2.0"),
  (.firstPresent([nothing, nothing]), "NULL"),
  (.labelOfExtreme(.smallest, [Labelled("a", nothing), Labelled("b", num(2))]), "b"),
  (.labelOfExtreme(.largest, [Labelled("a", num(2)), Labelled("b", num(2))]), "a"),
  (.labelOfExtreme(.smallest, [Labelled("a", nothing), Labelled("b", nothing)]), "NULL"),
  (.labelOfExtreme(.smallest, [Labelled("a", num(3)), Labelled("b", num(-2))]), "b"),
  (.days(from: day("2022-12-30"), to: day("2023-01-02")), "3"),
  (.dayPlus(day("2022-12-30"), 3), "2023-01-02"),
  (.dayPlus(day("2023-01-02"), -3), "2022-12-30"),
  (.wholeYears(from: day("2000-06-15"), to: day("2023-06-14")), "22"),
  (.wholeYears(from: day("2000-06-15"), to: day("2023-06-15")), "23"),
  (.wholeYears(from: day("2000-02-29"), to: day("2023-02-28")), "22"),
  (.wholeYears(from: day("2000-02-29"), to: day("2023-03-01")), "23"),
  (.wholeYears(from: day("2023-06-15"), to: day("2023-06-14")), "-1"),
  (.seasonYear(day("2022-09-30"), firstMonth: 10), "2021"),
  (.seasonYear(day("2022-10-01"), firstMonth: 10), "2022"),
  (.clockMinutes(str("12:30")), "12.5"),
  (.clockMinutes(str("240:00")), "240.0"),
  (.clockMinutes(str("5:60")), "6.0"),
  (.clockMinutes(str("12:61")), "NULL"),
  (.clockMinutes(str("12:3")), "NULL"),
  (.clockMinutes(str("1234:30")), "NULL"),
  (.clockMinutes(str(" 12:30")), "NULL"),
  (.clockMinutes(str("12:30\n")), "NULL"),
  (.clockMinutes(noText), "NULL"),
  (.joined([str("a"), noText, str("b")], separator: ", "), "a, b"),
  (.joined([noText, noText], separator: ", "), "NULL"),
  (.concatenated([str("a"), noText]), "NULL"),
  (.cast(num(2.5), .integer), "3"),
  (.cast(num(-2.5), .integer), "-3"),
  (.cast(num(1.005), .number(5, 2)), "1.00"),
  (.cast(.literal(.boolean(true)), .integer), "1"),
  (.cast(.literal(.boolean(true)), .text), "true"),
  (.cast(day("2023-01-02"), .text), "2023-01-02"),
  (.list([nothing, num(1)]), "[NULL, 1.0]"),
  (.listOfPresent([nothing, int(1), nothing]), "[1.0]"),
  (.listOfPresent([noText, noText]), "[]"),
  (.arithmetic(.times, int(100_000), int(100_000)), "10000000000"),
  (.arithmetic(.plus, num(0.1), num(0.2)), "0.30000000000000004"),
]

@Test(arguments: cases.indices) func `DuckDB agrees with the contract`(index: Int) throws {
  let (expression, expected) = cases[index]
  #expect(try value(expression) == expected, "\(expression.meaning)")
}

@Test(arguments: [
  Expression.arithmetic(.plus, int(.max), int(1)),
  .arithmetic(.times, int(.max), int(2)),
  .cast(num(1e19), .integer),
  .cast(num(1000), .number(5, 2)),
  .cast(.ratio(num(1e308), num(1e-10)), .number(18, 2)),
])
func `overflow is an error, never a wrap`(expression: Expression) {
  #expect(throws: DuckDBError.self) { try value(expression) }
}
