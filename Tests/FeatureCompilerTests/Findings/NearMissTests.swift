import Testing

@testable import FeatureCompiler

@Suite struct NearMissTests {
  @Test(arguments: [
    ("points", "points", 0), ("pionts", "points", 1), ("point", "points", 1), ("", "abc", 3),
    ("minutes", "points", 4),
  ])
  func `edits are letters put in, taken out, replaced or swapped`(
    left: String, right: String, edits: Int
  ) {
    #expect(NearMiss.edits(from: left, to: right) == edits)
    #expect(NearMiss.edits(from: right, to: left) == edits)
  }

  @Test func `what is far away is not offered`() {
    #expect(NearMiss.nearest(to: "pionts", in: ["assists", "points", "paints"]) == "points")
    #expect(NearMiss.nearest(to: "pace", in: ["points"]) == nil)
  }
}
