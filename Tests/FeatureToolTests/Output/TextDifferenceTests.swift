import Testing

@testable import FeatureTool

@Suite struct `Unified differences` {
  private let plain = Palette(isOn: false)

  @Test func `name lines and the statement they are in`() {
    let old = "-- merge\na\nb\nc\nd\ne\nf\n"
    let new = "-- merge\na\nb\nc\nd\nE\nf\ng\n"
    let difference = TextDifference(from: old, to: new)
    #expect(difference.added == 2)
    #expect(difference.removed == 1)
    #expect(
      difference.unified(plain) == [
        "@@ -3,5 +3,6 @@ merge", " b", " c", " d", "-e", "+E", " f", "+g",
      ])
  }

  @Test func `of distant changes are two hunks`() {
    let lines = (1...20).map(String.init)
    var changed = lines
    changed[1] = "two"
    changed[18] = "nineteen"
    let difference = TextDifference(
      from: lines.joined(separator: "\n"), to: changed.joined(separator: "\n"))
    #expect(
      difference.unified(plain).filter { $0.hasPrefix("@@") } == [
        "@@ -1,5 +1,5 @@", "@@ -16,5 +16,5 @@",
      ])
  }

  @Test func `of equal texts are empty`() {
    #expect(TextDifference(from: "a\n", to: "a\n").unified(plain).isEmpty)
  }
}
