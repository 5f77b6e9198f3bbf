import FeatureAlgebra
import Testing

@testable import FeatureKernels

struct StoringTests {
  @Test func `a decimal is rounded half away from zero to its scale`() throws {
    // 0.285 · 100 is 28.499999999999996, below the tie.
    let rows = Scalar.doubles([1.25, -1.25, 0.285, nil])
    #expect(
      try rows.values(.a, as: .number(5, 1))
        == [.decimal(13, scale: 1), .decimal(-13, scale: 1), .decimal(3, scale: 1), nil])
    #expect(try rows.values(.a, as: .number(5, 2))[2] == .decimal(28, scale: 2))
  }

  @Test func `a decimal that is too long is an error of its row`() throws {
    let rows = Scalar.doubles([99.94, 99.95, -99.95, nil])
    #expect(
      try rows.errors(.a, as: .number(3, 1)) == [nil, .doesNotFit, .doesNotFit, nil])
  }

  @Test func `an integer becomes a decimal exactly`() throws {
    let rows = Scalar.integers([900_719_925_474_099_3, 100_000_000_000_000_000])
    #expect(
      try rows.errors(.a, as: .number(18, 1)) == [nil, .doesNotFit])
    #expect(
      try Scalar.integers([9_007_199_254_740_993]).values(.a, as: .number(18, 1))
        == [.decimal(90_071_992_547_409_930, scale: 1)])
  }

  @Test func `an integer column takes the nearest integer`() throws {
    #expect(try Scalar.doubles([2.5, -2.5, 2.4]).values(.a, as: .integer) == [3, -3, 2])
    #expect(
      try Scalar.doubles([9.3e18, -9_223_372_036_854_775_808]).errors(.a, as: .integer)
        == [.doesNotFit, nil])
  }

  @Test func `a short integer column refuses what needs more than 32 bits`() throws {
    let rows = Scalar.integers([2_147_483_647, 2_147_483_648, -2_147_483_648, -2_147_483_649])
    #expect(
      try rows.errors(.a, as: .integer32) == [nil, .doesNotFit, nil, .doesNotFit])
  }

  @Test func `infinity is not stored`() throws {
    let product = Expression.arithmetic(.times, .a, .a)
    #expect(
      try Scalar.doubles([1e200, 2, nil]).errors(product, as: .double) == [.notFinite, nil, nil])
    #expect(
      try Scalar.doubles([1e200, 2]).errors(.list([product]), as: .doubleList)
        == [.notFinite, nil])
  }

  @Test func `infinity on the way to a finite value does no harm`() throws {
    let product = Expression.arithmetic(.times, .a, .a)
    #expect(
      try Scalar.doubles([1e200]).values(
        .clamped(product, low: .whole(0), high: .whole(100)), as: .number(4, 1))
        == [.decimal(1000, scale: 1)])
  }

  @Test func `numbers are cast as they are stored`() throws {
    #expect(try Scalar.doubles([2.5]).values(.cast(.a, .integer)) == [3])
    #expect(
      try Scalar.doubles([2.345]).values(.cast(.a, .number(5, 1))) == [.decimal(23, scale: 1)])
    #expect(try Scalar.integers([3]).values(.cast(.a, .double)) == [3.0])
    #expect(
      try Scalar.booleans([true, false, nil], [nil, nil, nil]).values(.cast(.a, .integer))
        == [1, 0, nil])
  }

  @Test func `a text is not stored as a number`() {
    #expect(throws: KernelError.self) { try Scalar.texts(["1"]).values(.a, as: .integer) }
  }
}
