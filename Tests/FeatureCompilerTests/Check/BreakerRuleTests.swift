import FeatureSpec
import FeatureTesting
import Testing

@Suite struct BreakerRuleTests {
  private var fails: Fails {
    Fails(.incompleteData, when: count(games).over(.season) < 5, because: "few", canRetry: true)
  }

  @Test func `a breaker counts failures that the processor can have`() {
    expectFindings(
      in: form { out in
        fails
        CircuitBreaker(on: .incompleteUpstream)
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      error[idle-breaker]: the circuit breaker counts INCOMPLETE_UPSTREAM, which no Fails with canRetry: true gives
        --> FeatureCompilerTests/BreakerRuleTests.swift
         |
         |         CircuitBreaker(on: .incompleteUpstream)
         |         ^^^^^^^^^^^^^^
         = help: take it out, or add Fails(.incompleteUpstream, …, canRetry: true)
      """
    }
  }

  @Test func `a breaker opens at some time, for some time`() {
    expectFindings(
      in: form { out in
        fails
        CircuitBreaker(on: .incompleteData, attempts: 0)
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      error[idle-breaker]: a circuit breaker opens after 0 attempts for 7 days
        --> FeatureCompilerTests/BreakerRuleTests.swift
         |
         |         CircuitBreaker(on: .incompleteData, attempts: 0)
         |         ^^^^^^^^^^^^^^
         = help: both are at least 1
      """
    }
  }

  @Test func `a breaker of days opens at some time, for some time, and is the only one`() {
    expectFindings(
      in: form { out in
        ProcessorBreaker()
        ProcessorBreaker(of: .allDays, pauseMinutes: 0)
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      error[idle-breaker]: a processor breaker opens after 5 failures for 0 minutes and closes after 1 successes
        --> FeatureCompilerTests/BreakerRuleTests.swift
         |
         |         ProcessorBreaker(of: .allDays, pauseMinutes: 0)
         |         ^^^^^^^^^^^^^^^^
         = help: each is at least 1

      error[idle-breaker]: processor 'form' has two processor breakers
        --> FeatureCompilerTests/BreakerRuleTests.swift
         |
         |         ProcessorBreaker(of: .allDays, pauseMinutes: 0)
         |         ^^^^^^^^^^^^^^^^
         = note: the first is here: FeatureCompilerTests/BreakerRuleTests.swift
         = help: keep one
      """
    }
  }

  @Test func `a breaker names what it counts, and is the only one`() {
    expectFindings(
      in: form { out in
        fails
        CircuitBreaker(on: .incompleteData)
        CircuitBreaker()
        Feature(out.points, sum(games.points), over: .season)
      }
    ) {
      """
      error[idle-breaker]: a circuit breaker counts no kind of failure
        --> FeatureCompilerTests/BreakerRuleTests.swift
         |
         |         CircuitBreaker()
         |         ^^^^^^^^^^^^^^
         = help: name what it counts: CircuitBreaker(on: .incompleteData)

      error[idle-breaker]: processor 'form' has two circuit breakers
        --> FeatureCompilerTests/BreakerRuleTests.swift
         |
         |         CircuitBreaker()
         |         ^^^^^^^^^^^^^^
         = note: the first is here: FeatureCompilerTests/BreakerRuleTests.swift
         = help: name all kinds of failure in one CircuitBreaker
      """
    }
  }
}
