import FeatureAlgebra
import Testing

@testable import FeatureKernels

struct DayTests {
  @Test func `days between count from the first to the second`() throws {
    let rows = Scalar.days([.december(10), nil], [.december(14), .december(1)])
    #expect(try rows.values(.days(from: .a, to: .b)) == [4, nil])
    #expect(try rows.values(.days(from: .b, to: .a)) == [-4, nil])
  }

  @Test func `a day plus days`() throws {
    #expect(
      try Scalar.days([.december(31), nil]).values(.dayPlus(.a, 1))
        == [.day(Day.december(32).ordinal), nil])
  }

  @Test func `a day past the calendar is an error`() throws {
    #expect(try Scalar.days([.december(1)]).errors(.dayPlus(.a, .max)) == [.doesNotFit])
  }

  @Test func `the day of a moment is that of UTC, before 1970 too`() throws {
    let rows = Scalar(columns: [
      ("a", .timestamp, .timestamps([86_399_999_999, 86_400_000_000, -1, nil]))
    ])
    #expect(try rows.values(.dayOf(.a)) == [.day(0), .day(1), .day(-1), nil])
  }

  @Test func `a season's year turns with its first month`() throws {
    let rows = Scalar.days([
      Day(year: 2022, month: 9, day: 30), Day(year: 2022, month: 10, day: 1), nil,
      Day(year: 2000, month: 2, day: 29),
    ])
    #expect(try rows.values(.seasonYear(.a, firstMonth: 10)) == [2021, 2022, nil, 1999])
  }

  @Test func `whole years turn on the birthday, that of a leap day on the first of March`() throws {
    let rows = Scalar.days([
      Day(year: 2023, month: 6, day: 14), Day(year: 2023, month: 6, day: 15), nil,
      Day(year: 2024, month: 2, day: 29),
    ])
    let birth = Expression.literal(.day(try #require(Day(year: 2000, month: 6, day: 15))))
    let leap = Expression.literal(.day(try #require(Day(year: 2000, month: 2, day: 29))))
    #expect(try rows.values(.wholeYears(from: birth, to: .a)) == [22, 23, nil, 23])
    #expect(try rows.values(.wholeYears(from: leap, to: .a)) == [23, 23, nil, 24])
  }

  @Test func `previous is the row before and NULL in the first`() throws {
    #expect(try Scalar.integers([1, nil, 3]).values(.previous(.a)) == [nil, 1, nil])
    #expect(try Scalar.texts(["x", "y"]).values(.previous(.a)) == [nil, "x"])
    #expect(try Scalar.integers([1, 2, 3]).values(.previous(.previous(.a))) == [nil, nil, 1])
  }
}
