import FeatureAlgebra
import Testing

@testable import FeatureKernels

struct ChoiceTests {
  @Test func `the first true condition decides and NULL is not true`() throws {
    let rows = Scalar.integers([50, 30, 10, nil])
    let zone = Expression.choice(
      [
        Branch(when: .comparison(.greaterOrEqual, .a, .whole(40)), then: .text("paint")),
        Branch(when: .comparison(.greaterOrEqual, .a, .whole(20)), then: .text("mid")),
      ], otherwise: .text("balanced"))
    #expect(try rows.values(zone) == ["paint", "mid", "balanced", "balanced"])
  }

  @Test func `branches of integers and doubles meet as doubles`() throws {
    let choice = Expression.choice(
      [Branch(when: .comparison(.equal, .a, .whole(1)), then: .a)], otherwise: .real(0.5))
    #expect(try Scalar.integers([1, 2]).values(choice) == [1.0, 0.5])
  }

  @Test func `a branch may be missing`() throws {
    let choice = Expression.choice(
      [Branch(when: .comparison(.equal, .a, .whole(1)), then: .literal(.null(.text)))],
      otherwise: .text("x"))
    #expect(try Scalar.integers([1, 2]).values(choice) == [nil, "x"])
  }

  @Test func `lists can be chosen between`() throws {
    let choice = Expression.choice(
      [Branch(when: .comparison(.equal, .a, .whole(1)), then: .list([.text("one")]))],
      otherwise: .literal(.null(.textList)))
    #expect(try Scalar.integers([1, 2]).values(choice) == [.texts(["one"]), nil])
  }

  @Test func `the first that is present wins`() throws {
    let rows = Scalar.integers([1, nil, nil], [7, 8, nil])
    #expect(try rows.values(.firstPresent([.a, .b])) == [1, 8, nil])
    #expect(try rows.values(.firstPresent([.a, .b, .whole(0)])) == [1, 8, 0])
  }

  @Test func `the label of the largest value, ties to the earlier`() throws {
    let rows = Scalar.integers([1, 5, nil, nil], [2, 5, 3, nil])
    let zone = Expression.labelOfExtreme(.largest, [Labelled("left", .a), Labelled("right", .b)])
    #expect(try rows.values(zone) == ["right", "left", "right", nil])
  }

  @Test func `the label of the smallest value, ties to the earlier`() throws {
    let rows = Scalar.doubles([1, 5, nil], [2, 5, 3])
    let zone = Expression.labelOfExtreme(.smallest, [Labelled("left", .a), Labelled("right", .b)])
    #expect(try rows.values(zone) == ["left", "left", "right"])
  }
}
