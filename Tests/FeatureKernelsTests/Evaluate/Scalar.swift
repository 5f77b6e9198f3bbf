import FeatureAlgebra
import Testing

@testable import FeatureKernels

/// A few rows under the alias `r`, for tests of single operators.
struct Scalar {
  var columns: [(name: String, type: ColumnType, column: Column)]

  /// One integer column `a`, and `b` beside it where given.
  static func integers(_ a: [Int64?], _ b: [Int64?]? = nil) -> Scalar {
    Scalar(
      columns: [("a", .integer, .integers(a))] + (b.map { [("b", .integer, .integers($0))] } ?? []))
  }

  static func doubles(_ a: [Double?], _ b: [Double?]? = nil) -> Scalar {
    Scalar(
      columns: [("a", .double, .doubles(a))] + (b.map { [("b", .double, .doubles($0))] } ?? []))
  }

  static func booleans(_ a: [Bool?], _ b: [Bool?]) -> Scalar {
    Scalar(columns: [("a", .boolean, .booleans(a)), ("b", .boolean, .booleans(b))])
  }

  static func texts(_ a: [String?], _ b: [String?]? = nil) -> Scalar {
    Scalar(columns: [("a", .text, .texts(a))] + (b.map { [("b", .text, .texts($0))] } ?? []))
  }

  static func days(_ a: [Day?], _ b: [Day?]? = nil) -> Scalar {
    Scalar(columns: [("a", .day, .days(a))] + (b.map { [("b", .day, .days($0))] } ?? []))
  }

  private func run(
    _ expression: Expression, as type: ColumnType? = nil
  ) throws -> (column: Column, errors: [EvaluationError]) {
    let types = Dictionary(
      columns.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first })
    let evaluator = try Evaluator([(expression, storedAs: type)], alias: "r", columns: types)
    return try evaluator.evaluate(Table(columns.map { ($0.name, $0.column) }))[0]
  }

  /// The values; a test that expects none to fail says so by asking.
  func values(_ expression: Expression, as type: ColumnType? = nil) throws -> [Value] {
    let (column, errors) = try run(expression, as: type)
    #expect(errors.isEmpty)
    return (0..<column.count).map { Value(column, $0) }
  }

  /// What went wrong, by row.
  func errors(
    _ expression: Expression, as type: ColumnType? = nil
  ) throws -> [EvaluationError.Code?] {
    let (column, errors) = try run(expression, as: type)
    return (0..<column.count).map { row in errors.first { $0.row == row }?.code }
  }
}

extension Expression {
  static let a = Expression.column(rows: "r", name: "a")
  static let b = Expression.column(rows: "r", name: "b")
}

/// Values written as literals: `[1, nil]`.
extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  init(integerLiteral value: Int64) { self = .integer(value) }
  init(floatLiteral value: Double) { self = .double(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(nilLiteral: ()) { self = .null }
}
