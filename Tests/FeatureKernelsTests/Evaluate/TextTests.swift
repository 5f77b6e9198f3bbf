import FeatureAlgebra
import Testing

@testable import FeatureKernels

struct TextTests {
  @Test(
    arguments: [
      ("12:30", 12.5), ("0:00", 0), ("7:45", 7.75), ("100:60", 101), ("1:61", nil), ("1:5", nil),
      (":30", nil), ("1234:00", nil), ("1:3a", nil), ("", nil), ("١:٣٠", nil), ("-1:30", nil),
    ] as [(String, Double?)])
  func `clock times are minutes and every other text is NULL`(text: String, minutes: Double?) throws
  {
    #expect(
      try Scalar.texts([text]).values(.clockMinutes(.a)) == [minutes.map { .double($0) } ?? nil])
  }

  @Test func `letters are lowered one by one`() throws {
    #expect(
      try Scalar.texts(["O'NEAL", "ÀÉ", nil, "İ"]).values(.lowercased(.a))
        == ["o'neal", "àé", nil, "i"])
  }

  @Test func `two texts that become one have one code`() throws {
    let rows = Scalar.texts(["A", "a"])
    #expect(
      try rows.values(.comparison(.equal, .lowercased(.a), .text("a"))) == [true, true])
  }

  @Test func `joining leaves out what is missing`() throws {
    let rows = Scalar.texts(["x", nil, nil, ""], ["y", "y", nil, "y"])
    #expect(
      try rows.values(.joined([.a, .b], separator: ", ")) == ["x, y", "y", nil, ", y"])
  }

  @Test func `a concatenation is NULL where a part is`() throws {
    let rows = Scalar.texts(["x", nil], ["y", "y"])
    #expect(try rows.values(.concatenated([.a, .text("-"), .b])) == ["x-y", nil])
  }

  @Test func `many distinct pairs join as few do`() throws {
    let left = (0..<400).map { "l\($0)" }
    let right = (0..<400).map { "r\($0 % 399)" }
    #expect(
      try Scalar.texts(left, right).values(.concatenated([.a, .b]))
        == zip(left, right).map { .text($0 + $1) })
  }

  @Test func `a decimal becomes a text of all its digits`() throws {
    let rows = Scalar.doubles([-0.5, 2, nil, 0.044, -12.345])
    #expect(
      try rows.values(.cast(.cast(.a, .number(7, 2)), .text))
        == ["-0.50", "2.00", nil, "0.04", "-12.35"])
    #expect(
      try rows.values(.cast(.cast(.a, .number(7, 0)), .text)) == ["-1", "2", nil, "0", "-12"])
  }

  @Test func `integers, days and conditions become texts`() throws {
    #expect(try Scalar.integers([-7, nil, 40]).values(.cast(.a, .text)) == ["-7", nil, "40"])
    #expect(
      try Scalar.days([Day(year: 2023, month: 4, day: 9)]).values(.cast(.a, .text))
        == ["2023-04-09"])
    #expect(
      try Scalar.booleans([true, nil], [nil, nil]).values(.cast(.a, .text)) == ["true", nil])
  }

  @Test func `a list keeps what is missing and a list of the present does not`() throws {
    let rows = Scalar.texts(["x", nil], [nil, nil])
    #expect(try rows.values(.list([.a, .b])) == [.texts(["x", nil]), .texts([nil, nil])])
    #expect(try rows.values(.listOfPresent([.a, .b])) == [.texts(["x"]), .texts([])])
  }

  @Test func `a list of numbers holds doubles`() throws {
    let rows = Scalar.integers([1, nil])
    #expect(
      try rows.values(.list([.a, .real(0.5)])) == [.doubles([1, 0.5]), .doubles([nil, 0.5])])
  }
}
