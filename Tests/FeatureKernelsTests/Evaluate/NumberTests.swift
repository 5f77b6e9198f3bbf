import FeatureAlgebra
import Testing

@testable import FeatureKernels

struct NumberTests {
  @Test func `two integers add up to an integer`() throws {
    let rows = Scalar.integers([1, nil, 3], [2, 2, nil])
    #expect(try rows.values(.arithmetic(.plus, .a, .b)) == [3, nil, nil])
  }

  @Test func `an integer and a double add up to a double`() throws {
    #expect(try Scalar.integers([1]).values(.arithmetic(.plus, .a, .real(0.5))) == [1.5])
  }

  @Test func `a decimal is read as a double`() throws {
    let rows = Scalar(columns: [("a", .number(5, 1), .decimals([125, nil], scale: 1))])
    // 12.5 · 2 = 25
    #expect(try rows.values(.arithmetic(.times, .a, .whole(2))) == [25.0, nil])
  }

  @Test(arguments: [
    (Arithmetic.plus, Int64.max, Int64(1)), (.minus, .min, 1),
    (.times, 3_037_000_500, 3_037_000_500),
  ])
  func `integer arithmetic that leaves 64 bits is an error of its row`(
    op: Arithmetic, x: Int64, y: Int64
  ) throws {
    let rows = Scalar.integers([x, 1, nil], [y, 1, y])
    #expect(try rows.errors(.arithmetic(op, .a, .b)) == [.overflow, nil, nil])
  }

  @Test func `the smallest integer has no opposite and no size`() throws {
    let rows = Scalar.integers([.min, -7])
    #expect(try rows.errors(.negated(.a)) == [.overflow, nil])
    #expect(try rows.errors(.absolute(.a)) == [.overflow, nil])
  }

  @Test func `an error in a branch that is not taken does not count`() throws {
    // a · a overflows in the first row only, and there the condition takes 0.
    let square = Expression.arithmetic(.times, .a, .a)
    let guarded = Expression.choice(
      [Branch(when: .comparison(.greater, .a, .whole(1_000_000)), then: .whole(0))],
      otherwise: square)
    #expect(try Scalar.integers([.max, 3]).values(guarded) == [0, 9])
  }

  @Test func `an error after a deciding condition does not count`() throws {
    let square = Expression.comparison(.greater, .arithmetic(.times, .a, .a), .whole(0))
    let small = Expression.comparison(.less, .a, .whole(10))
    #expect(try Scalar.integers([.max, 3]).values(.all([small, square])) == [false, true])
    #expect(try Scalar.integers([.max, 3]).errors(.all([square, small])) == [.overflow, nil])
  }

  @Test func `a ratio by zero is NULL`() throws {
    let rows = Scalar.integers([7, 7, nil, 0], [2, 0, 1, 0])
    #expect(try rows.values(.ratio(.a, .b)) == [3.5, nil, nil, nil])
  }

  @Test func `a ratio by minus zero is NULL`() throws {
    #expect(try Scalar.doubles([1], [-0.0]).values(.ratio(.a, .b)) == [nil])
  }

  @Test func `the root of a negative number is NULL`() throws {
    #expect(try Scalar.doubles([9, -1, 0, nil]).values(.squareRoot(.a)) == [3.0, nil, 0.0, nil])
  }

  @Test func `floor goes down and gives a double`() throws {
    #expect(try Scalar.doubles([1.7, -1.2, nil]).values(.floor(.a)) == [1.0, -2.0, nil])
  }

  @Test(arguments: [
    (0.5, 0, 1.0), (-0.5, 0, -1.0), (2.5, 0, 3.0), (-2.5, 0, -3.0), (1.25, 1, 1.3),
    // 1.005 · 100 is 100.49999999999999: the double lies below the tie.
    (1.005, 2, 1.0), (2.675, 2, 2.68), (0.49999999999999994, 0, 0.0),
    (4_503_599_627_370_495.5, 0, 4_503_599_627_370_496.0), (1e300, 2, 1e300), (1e308, 4, 1e308),
  ])
  func `rounding goes half away from zero on doubles`(x: Double, scale: Int, result: Double) throws
  {
    #expect(try Scalar.doubles([x]).values(.rounded(.a, scale: scale)) == [.double(result)])
  }

  @Test func `clamping holds to the low edge first and is NULL where any part is`() throws {
    let rows = Scalar.integers([-5, 0, 5, nil], [3, nil, 3, 3])
    #expect(
      try rows.values(.clamped(.a, low: .whole(-2), high: .b)) == [-2, nil, 3, nil])
    // low above high: below 10 it is 10, though that is above 3.
    #expect(
      try Scalar.integers([5]).values(.clamped(.a, low: .whole(10), high: .whole(3))) == [10])
  }

  @Test func `clamping takes constant edges`() throws {
    let rows = Scalar.doubles([-1, 50, 101, nil])
    #expect(
      try rows.values(.clamped(.a, low: .whole(0), high: .whole(100)))
        == [0.0, 50.0, 100.0, nil])
  }

  @Test func `arithmetic of constants is a constant for every row`() throws {
    #expect(
      try Scalar.integers([1, 2]).values(.arithmetic(.plus, .whole(2), .whole(3))) == [5, 5])
  }

  @Test func `a text in arithmetic has no program`() {
    #expect(throws: KernelError.self) {
      try Scalar.texts(["x"]).values(.negated(.a))
    }
  }
}
