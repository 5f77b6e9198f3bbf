import Testing

@testable import FeatureEngine

/// The shipped search for similar games on the command line: SQL cannot run it.
@Suite(
  .enabled(
    if: Child.executable != nil, "the fastbreak executable is not beside the tests: swift build"))
struct RefusedKernelTests {
  @Test(arguments: [[], ["--only", "similarity_balanced_v1"]])
  func `SQL is refused before anything is computed, with a way to go on`(only: [String]) throws {
    let folder = TemporaryFolder()
    let path = folder.path("warehouse.duckdb")
    try MadeSeason.copy(to: path)
    let days = ShippedSeason.days
    let range = ["--from", "\(days.lowerBound)", "--to", "\(days.upperBound)", "--warehouse", path]
    let run = try Child(["run", "--evaluator", "sql"] + only + range)
    #expect(run.wait() == .exit(2))
    #expect(run.output.isEmpty)
    #expect(
      run.errors == """
        error: similarity_balanced_v1 is computed by the hand kernel 'similar_games', which SQL cannot run
          help: compute it by --evaluator kernels, or name other processors with --only

        """)
    let shipped = try ShippedWarehouse(path: path)
    #expect(try shipped.stored().isEmpty)
  }
}
