import FeatureSpec
import FeatureTesting
import Testing

@Suite struct ReadingOrderRuleTests {
  @Test func `a lookup is not found by a window or a feature`() {
    let city = Lookup(
      Rows(Cities(), as: "city"), .atMostOne, timing: .timeless,
      matching: (\.team, newest(games.team).over(.season)))
    let other = Lookup(
      Rows(Cities(), as: "other"), .atMostOne, timing: .timeless,
      matching: (\.height, stored(Form().points)))
    expectFindings(
      in: form { out in
        Reads(city)
        Reads(other)
        Feature(out.points, when(city.isFound && other.isFound, 1))
      }
    ) {
      """
      error[lookup-order]: rows 'city' are found by newest of 'games', which is known only later
        --> FeatureCompilerTests/ReadingOrderRuleTests.swift
         |
         |         Reads(city)
         |         ^^^^^
         = help: match with the population or with another lookup

      error[lookup-order]: rows 'other' are found by feature 'points', which is known only later
        --> FeatureCompilerTests/ReadingOrderRuleTests.swift
         |
         |         Reads(other)
         |         ^^^^^
         = help: match with the population or with another lookup
      """
    }
  }

  @Test func `lookups are not found by one another`() {
    let blank = Lookup(Rows(TeamDays(), as: "two"), .atMostOne, matching: (\.status, 1))
    let one = Lookup(Rows(TeamDays(), as: "one"), .atMostOne, matching: (\.team, blank.team))
    let two = Lookup(Rows(TeamDays(), as: "two"), .atMostOne, matching: (\.team, one.team))
    expectFindings(
      in: form { out in
        Reads(one)
        Reads(two)
        Feature(out.points, when(one.isFound && two.isFound, 1))
      }
    ) {
      """
      error[lookup-order]: rows are found by one another: 'one' by 'two' by 'one'
        --> FeatureCompilerTests/ReadingOrderRuleTests.swift
         |
         |         Reads(one)
         |         ^^^^^
         = help: find one of them by the population alone
      """
    }
  }

  @Test func `histories are not found by one another`() {
    let one = Rows(TeamDays(), as: "one")
    let two = Rows(TeamDays(), as: "two")
    expectFindings(
      in: form { out in
        Reads(one, .before, matching: (\.team, newest(two.team).over(.season)))
        Reads(two, .before, matching: (\.team, newest(one.team).over(.season)))
        Feature(out.points, count(one) + count(two), over: .season)
      }
    ) {
      #"""
      error[lookup-order]: rows are found by one another: 'one' by 'two' by 'one'
        --> FeatureCompilerTests/ReadingOrderRuleTests.swift
         |
         |         Reads(one, .before, matching: (\.team, newest(two.team).over(.season)))
         |         ^^^^^
         = help: find one of them by the population alone
      """#
    }
  }
}
