import FeatureAlgebra
import FeatureKernels
import FeaturePlan
import Foundation
import Testing

/// Each expected text is derived by hand from D-05.
struct RowTextsTests {
  /// The text of each row of a table of columns.
  static func texts(
    _ columns: [(ColumnPlan, FeatureKernels.Column)], _ rule: WritePlan.HashRule = .canonical
  ) throws -> [String] {
    let texts = RowTexts(
      of: columns.map(\.0), in: try Table(columns.map { ($0.0.name, $0.1) }), rule
    ) { $0.precomposedStringWithCanonicalMapping }
    var found: [String] = []
    texts.write(0..<texts.count) { found.append(String(decoding: $0, as: UTF8.self)) }
    return found
  }

  /// The text of the one value of a column.
  static func text(
    _ value: FeatureKernels.Column, _ type: ColumnType, _ rule: WritePlan.HashRule = .canonical
  ) throws -> String {
    let texts = try texts([(ColumnPlan(name: "x", type: type), value)], rule)
    return String(try #require(texts.first).dropFirst(2))
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-12.5, "-12.5"), (0.1, "0.1"), (100, "100"),
      (1e-9, "0.000000001"), (4e-10, "0"), (-4e-10, "0"),
      // A tie in binary: 0.0009765625 is 2^-10, half away from zero gives …563.
      (0.0009765625, "0.000976563"), (-0.0009765625, "-0.000976563"),
      (123456.789, "123456.789"),
      (1e15, "1000000000000000"), (9.9e15, "9900000000000000"), (1e15 + 0.5, "1000000000000000.5"),
      (1e16, "1e+16"), (-1.5e300, "-1.5e+300"),
      // Rows that fail may hold what is no number: it must not stop the others.
      (.nan, "nan"), (-.infinity, "-inf"),
    ] as [(Double, String)])
  func `a double has nine decimals and no zeros at the end`(value: Double, text: String) throws {
    #expect(try RowTextsTests.text(.doubles([value]), .double) == text)
  }

  @Test(
    arguments: [
      (0, 1, "0.0"), (5, 1, "0.5"), (-5, 1, "-0.5"), (12345, 2, "123.45"), (7, 3, "0.007"),
      (42, 0, "42"), (-1, 18, "-0.000000000000000001"),
    ] as [(Int64, Int, String)])
  func `a decimal has exactly its scale`(unscaled: Int64, scale: Int, text: String) throws {
    let column = FeatureKernels.Column.decimals([unscaled], scale: scale)
    #expect(try RowTextsTests.text(column, .number(18, scale)) == text)
  }

  @Test(arguments: [
    ("paint", #""paint""#), ("  paint ", #""paint""#), ("", #""""#), ("   ", #""""#),
    (#"a"b\c"#, #""a\"b\\c""#),
    ("∅", #""∅""#), ("a|b=c", #""a|b=c""#), ("e\u{301}", "\"\u{e9}\""),
    ("\u{a0}x\u{3000}", #""x""#), ("\tx\n", "\"\tx\n\""),
  ])
  func `a text is trimmed, composed, quoted and escaped`(value: String, text: String) throws {
    #expect(try RowTextsTests.text(.texts([value]), .text) == text)
  }

  @Test func `other values are short and unambiguous`() throws {
    func text(_ value: FeatureKernels.Column, _ type: ColumnType) throws -> String {
      try RowTextsTests.text(value, type)
    }
    #expect(try text(.texts([nil]), .text) == "∅")
    #expect(try text(.booleans([true]), .boolean) == "t")
    #expect(try text(.booleans([false]), .boolean) == "f")
    #expect(try text(.integers([.min]), .integer) == "-9223372036854775808")
    #expect(try text(.days([Day("2023-04-09")]), .day) == "2023-04-09")
    #expect(try text(.timestamps([1_500_000]), .timestamp) == "1500000")
    #expect(try text(.textLists([["a", nil, "b,"]]), .textList) == #"["a",∅,"b,"]"#)
    #expect(try text(.textLists([[]]), .textList) == "[]")
    #expect(try text(.textLists([nil]), .textList) == "∅")
    #expect(try text(.doubleLists([[0.5, nil, -0.0]]), .doubleList) == "[0.5,∅,0]")
  }

  @Test func `columns stand in the order of their bytes, metadata is left out`() throws {
    let texts = try RowTextsTests.texts([
      (ColumnPlan(name: "b", type: .integer), .integers([3, nil])),
      (ColumnPlan(name: "a", type: .text), .texts(["x", "y"])),
      (ColumnPlan(name: "B", type: .boolean), .booleans([true, false])),
      (ColumnPlan(name: "processed_at", type: .timestamp, role: .metadata), .timestamps([1, 2])),
    ])
    #expect(texts == [#"B=t|a="x"|b=3"#, #"B=f|a="y"|b=∅"#])
  }

  @Test func `the plain rule takes texts as they are`() throws {
    #expect(try RowTextsTests.text(.texts([#" a"b "#]), .text, .plain) == #" a"b "#)
  }

  @Test func `rows are written from anywhere, in runs of any length`() throws {
    let numbers = (0..<1_000).map { Int64($0) }
    let texts = RowTexts(
      of: [ColumnPlan(name: "x", type: .integer)],
      in: try Table([("x", .integers(numbers.map { $0 % 7 == 0 ? nil : $0 }))]), .canonical
    ) { $0 }
    for rows in [0..<1_000, 3..<4, 250..<777, 512..<512] {
      var found: [String] = []
      texts.write(rows) { found.append(String(decoding: $0, as: UTF8.self)) }
      #expect(found == rows.map { $0 % 7 == 0 ? "x=∅" : "x=\($0)" })
    }
  }
}
