import FeatureSpec
import FeatureTesting
import Testing

@Suite struct ContractRuleTests {
  @Test func `a contract is asked of the stored row`() {
    expectFindings(
      in: form { out in
        Feature(out.points, sum(games.points), over: .season)
        Contract("not below a game's", stored(out.points) >= newest(games.points).over(.season))
        Contract("has points", stored(out.points) >= 0)
      }
    ) {
      """
      error[contract-reads-stored]: contract 'not below a game's' reads rows 'games', which no column of the row holds
        --> FeatureCompilerTests/ContractRuleTests.swift
         |
         |         Contract("not below a game's", stored(out.points) >= newest(games.points).over(.season))
         |         ^^^^^^^^
         = help: read columns of the table: stored(out.…)
      """
    }
  }
}
