import FeatureSpec
import FeatureTesting
import Testing

@Suite struct PopulationRuleTests {
  @Test func `a processor says who gets a row`() {
    expectFindings(
      in: pipeline(
        Processor(writing: Form()) { out in
          Reads(games, .before)
          Feature(out.player, newest(games.player), over: .season)
          Feature(out.day, asOfDay)
          Feature(out.points, sum(games.points), over: .season)
        })
    ) {
      """
      error[no-population]: processor 'form' does not say who gets a row
        --> FeatureCompilerTests/PopulationRuleTests.swift
         |
         |         Processor(writing: Form()) { out in
         |         ^^^^^^^^^
         = help: add For(population, on: .scheduled), or .played for days with finished games
      """
    }
  }

  @Test func `a processor says it once`() {
    expectFindings(
      in: form { out in
        For(Population(eachRowOf: Rows(Games(), as: "box")), on: .played)
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      error[two-populations]: processor 'form' has a second population
        --> FeatureCompilerTests/PopulationRuleTests.swift
         |
         |         For(Population(eachRowOf: Rows(Games(), as: "box")), on: .played)
         |         ^^^
         = note: the first is here: FeatureCompilerTests/Samples.swift
         = help: one processor fills one table for one population; write a second processor
      """
    }
  }
}
