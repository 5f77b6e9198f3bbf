import FeatureAlgebra
import FeaturePlan
import Foundation
import Testing

/// Each expected text is derived by hand from D-05.
@Suite struct RowTextTests {
  static func text(_ value: RowText.Value, _ type: ColumnType) -> String {
    let row = RowText(of: [ColumnPlan(name: "x", type: type)]) {
      $0.precomposedStringWithCanonicalMapping
    }
    return String(decoding: row.bytes([value]).dropFirst(2), as: UTF8.self)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-12.5, "-12.5"), (0.1, "0.1"), (100, "100"),
      (1e-9, "0.000000001"), (4e-10, "0"), (-4e-10, "0"),
      // A tie in binary: 0.0009765625 is 2^-10, half away from zero gives …563.
      (0.0009765625, "0.000976563"), (-0.0009765625, "-0.000976563"),
      (123456.789, "123456.789"), (1e15, "1000000000000000"), (9.9e15, "9900000000000000"),
      (1e16, "1e+16"), (-1.5e300, "-1.5e+300"),
    ] as [(Double, String)])
  func `a double has nine decimals and no zeros at the end`(value: Double, text: String) {
    #expect(RowTextTests.text(.double(value), .double) == text)
  }

  @Test(
    arguments: [
      (0, 1, "0.0"), (5, 1, "0.5"), (-5, 1, "-0.5"), (12345, 2, "123.45"), (7, 3, "0.007"),
      (42, 0, "42"), (-1, 18, "-0.000000000000000001"),
    ] as [(Int64, Int, String)])
  func `a decimal has exactly its scale`(unscaled: Int64, scale: Int, text: String) {
    #expect(RowTextTests.text(.decimal(unscaled), .number(18, scale)) == text)
  }

  @Test(arguments: [
    ("paint", #""paint""#), ("  paint ", #""paint""#), ("", #""""#), (#"a"b\c"#, #""a\"b\\c""#),
    ("∅", #""∅""#), ("a|b=c", #""a|b=c""#), ("e\u{301}", "\"\u{e9}\""),
    ("\u{a0}x\u{3000}", #""x""#), ("\tx\n", "\"\tx\n\""),
  ])
  func `a text is trimmed, composed, quoted and escaped`(value: String, text: String) {
    #expect(RowTextTests.text(.text(value), .text) == text)
  }

  @Test func `other values are short and unambiguous`() throws {
    #expect(RowTextTests.text(.null, .text) == "∅")
    #expect(RowTextTests.text(.boolean(true), .boolean) == "t")
    #expect(RowTextTests.text(.boolean(false), .boolean) == "f")
    #expect(RowTextTests.text(.integer(.min), .integer) == "-9223372036854775808")
    let day = try #require(Day("2023-04-09"))
    #expect(RowTextTests.text(.day(day), .day) == "2023-04-09")
    #expect(RowTextTests.text(.timestamp(1_500_000), .timestamp) == "1500000")
    #expect(RowTextTests.text(.textList(["a", nil, "b,"]), .textList) == #"["a",∅,"b,"]"#)
    #expect(RowTextTests.text(.textList([]), .textList) == "[]")
    #expect(RowTextTests.text(.doubleList([0.5, nil, -0.0]), .doubleList) == "[0.5,∅,0]")
  }

  @Test func `columns stand in the order of their bytes, metadata is left out`() {
    let row = RowText(of: [
      ColumnPlan(name: "b", type: .integer), ColumnPlan(name: "a", type: .text),
      ColumnPlan(name: "B", type: .boolean),
      ColumnPlan(name: "processed_at", type: .timestamp, role: .metadata),
    ]) { $0 }
    #expect(row.columns.map(\.name) == ["B", "a", "b"])
    let bytes = row.bytes([.boolean(true), .text("x"), .integer(3)])
    #expect(String(decoding: bytes, as: UTF8.self) == #"B=t|a="x"|b=3"#)
  }

  @Test func `the plain rule takes texts as they are`() {
    let row = RowText(of: [ColumnPlan(name: "x", type: .text)], rule: .plain) { $0 }
    #expect(String(decoding: row.bytes([.text(#" a"b "#)]), as: UTF8.self) == #"x= a"b "#)
  }
}
