import FeatureAlgebra
import Testing

@testable import FeatureKernels

struct LogicTests {
  private static let truths: [Bool?] = [true, true, true, false, false, false, nil, nil, nil]
  private static let others: [Bool?] = [true, false, nil, true, false, nil, true, false, nil]
  private let rows = Scalar.booleans(LogicTests.truths, LogicTests.others)

  @Test func `and is false where any side is, else NULL where any side is`() throws {
    #expect(
      try rows.values(.all([.a, .b]))
        == [true, false, nil, false, false, false, nil, false, nil])
  }

  @Test func `or is true where any side is, else NULL where any side is`() throws {
    #expect(
      try rows.values(.any([.a, .b])) == [true, true, true, true, false, nil, true, nil, nil])
  }

  @Test func `not leaves NULL alone`() throws {
    #expect(
      try Scalar.booleans([true, false, nil], [nil, nil, nil]).values(.not(.a)) == [
        false, true, nil,
      ])
  }

  @Test func `and of nothing is true, or of nothing is false`() throws {
    let one = Scalar.integers([1])
    #expect(try one.values(.all([])) == [true])
    #expect(try one.values(.any([])) == [false])
  }

  @Test func `is missing is never NULL`() throws {
    #expect(try Scalar.integers([1, nil]).values(.isNull(.a)) == [false, true])
    #expect(try rows.values(.isNull(.a)).suffix(3) == [true, true, true])
  }

  @Test(arguments: [
    (Comparison.equal, [false, true, false]), (.notEqual, [true, false, true]),
    (.less, [true, false, false]), (.lessOrEqual, [true, true, false]),
    (.greater, [false, false, true]), (.greaterOrEqual, [false, true, true]),
  ])
  func `comparisons of numbers`(op: Comparison, holds: [Bool]) throws {
    let integers = Scalar.integers([1, 2, 3, nil], [2, 2, 2, 2])
    let doubles = Scalar.doubles([1, 2, 3, nil], [2, 2, 2, 2])
    let expected = holds.map { Value.truth($0) } + [.null]
    #expect(try integers.values(.comparison(op, .a, .b)) == expected)
    #expect(try doubles.values(.comparison(op, .a, .b)) == expected)
    #expect(try integers.values(.comparison(op, .a, .real(2.0))) == expected)
  }

  @Test func `integers are compared as integers`() throws {
    // As doubles the two are one number.
    let rows = Scalar.integers([9_007_199_254_740_993], [9_007_199_254_740_992])
    #expect(try rows.values(.comparison(.equal, .a, .b)) == [false])
    let doubles = Scalar.integers([9_007_199_254_740_993])
    #expect(
      try doubles.values(.comparison(.equal, .a, .real(9_007_199_254_740_992.0))) == [true])
  }

  @Test func `texts are compared by their bytes`() throws {
    // é as one scalar and as two: one grapheme, two texts. B comes before a.
    let rows = Scalar.texts(["é", "B", "a", "ab", nil], ["e\u{301}", "a", "a", "a", "a"])
    #expect(try rows.values(.comparison(.equal, .a, .b)) == [false, false, true, false, nil])
    #expect(try rows.values(.comparison(.less, .a, .b)) == [false, true, false, false, nil])
  }

  @Test func `texts are compared with a literal through the dictionary`() throws {
    let rows = Scalar.texts(["paint", "mid", nil, "paint"])
    #expect(
      try rows.values(.comparison(.equal, .a, .text("paint"))) == [true, false, nil, true])
    #expect(
      try rows.values(.comparison(.greater, .text("o"), .a)) == [false, true, nil, false])
  }

  @Test func `false comes before true`() throws {
    #expect(
      try Scalar.booleans([false, true, nil], [true, true, true]).values(
        .comparison(.less, .a, .b)) == [true, false, nil])
  }

  @Test func `membership is NULL where the value is`() throws {
    #expect(
      try Scalar.texts(["a", "b", nil]).values(.isIn(.a, [.text("b"), .text("c")]))
        == [false, true, nil])
    #expect(
      try Scalar.integers([1, 2, nil]).values(.isIn(.a, [.integer(2)])) == [false, true, nil])
    #expect(
      try Scalar.integers([1, 2]).values(.isIn(.a, [.double(2)])) == [false, true])
  }
}
