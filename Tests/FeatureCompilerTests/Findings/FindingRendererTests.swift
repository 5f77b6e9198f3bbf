import FeatureCompiler
import FeatureSpec
import FeatureTesting
import Testing

@testable import FeatureCompiler

@Suite struct FindingRendererTests {
  private let place = Place(
    fileID: "Specs/Form.swift", filePath: "/x/Form.swift", line: 109, column: 12)

  @Test func `a finding shows sentence, place, line, word, notes and help`() {
    let finding = Finding(
      .duplicateFeature, "feature 'minutes' is given a value twice", at: place,
      notes: [
        .init(
          "the first is here",
          at: Place(fileID: "Specs/Form.swift", filePath: "", line: 7, column: 1))
      ], help: "rename one")
    let renderer = FindingRenderer { _ in "    Feature(out.minutes, sum(played.minutes))" }
    expectText(renderer.render(finding)) {
      """
      error[duplicate-feature]: feature 'minutes' is given a value twice
         --> Specs/Form.swift:109
          |
      109 |     Feature(out.minutes, sum(played.minutes))
          |     ^^^^^^^
          = note: the first is here: Specs/Form.swift:7
          = help: rename one
      """
    }
  }

  @Test func `a line that cannot be read is left out`() {
    let finding = Finding(.missingKey, "table 'x' has no key", at: place, severity: .warning)
    expectText(FindingRenderer().render(finding)) {
      """
      warning[missing-key]: table 'x' has no key
         --> Specs/Form.swift:109
      """
    }
  }

  @Test(
    arguments: [
      // The column is that of the parenthesis.
      ("  Feature(x)", 10, "  ^^^^^^^"),
      ("\tFor(x)", 5, "\t^^^"),
      ("let é = Größe(1)", 17, "        ^^^^^"),
      ("  Feature (x)", 11, "  ^^^^^^^"),
      ("Only(x)", 99, nil),
      ("(x)", 1, nil),
      ("", 1, nil),
    ] as [(String, Int, String?)])
  func `the word left of the parenthesis is underlined`(line: String, column: Int, carets: String?)
  {
    #expect(FindingRenderer.underline(in: line, column: column) == carets)
  }

  @Test func `findings are sorted by place and stand once`() {
    let later = Finding(.missingKey, "later", at: place)
    let earlier = Finding(
      .missingKey, "earlier",
      at: Place(fileID: "Specs/Form.swift", filePath: "", line: 3, column: 1))
    #expect(Findings([later, earlier, later]).all == [earlier, later])
  }
}
