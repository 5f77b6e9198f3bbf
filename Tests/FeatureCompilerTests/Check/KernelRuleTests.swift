import FeatureSpec
import FeatureTesting
import Testing

private struct Nearest: KernelShape {
  static let name = "nearest"
  static let version = 1
  let target = KernelValue("target", .double, .points)
  let status = KernelValue("status", .text)
  let points = KernelColumn("points", .integer, .points)
  let distance = KernelResult("distance", .double, .points)
  let found = KernelResult("found", .integer, .count)
}

private struct Twice: KernelShape {
  static let name = "Twice"
  static let version = 1
  let value = KernelValue("points", .double, .points)
  let column = KernelColumn("points", .double, .points)
  let distance = KernelResult("distance", .double, .points)
}

@Suite struct KernelRuleTests {
  @Test func `a kernel with all its inputs, some of its results unread, is sound`() {
    let spec = form { out in
      let nearest = HandKernel(Nearest(), over: games, .last(10, .games)) {
        Given(\.target, mean(games.points).over(.season))
        Given(\.status, newest(games.status).over(.season))
        Given(\.points, games.points)
      }
      nearest
      Feature(out.points, nearest.distance)
    }
    expectFindings(in: spec) { "" }
  }

  @Test func `missing and doubled inputs`() {
    expectFindings(
      in: form { out in
        let nearest = HandKernel(Nearest(), over: games, .last(10, .games)) {
          Given(\.target, 10)
          Given(\.target, 20)
          Given(\.points, games.points)
        }
        nearest
        Feature(out.points, nearest.distance)
      }
    ) {
      #"""
      error[missing-input]: kernel 'nearest' is not given 1 of its 3 inputs: 'status'
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |         let nearest = HandKernel(Nearest(), over: games, .last(10, .games)) {
         |                       ^^^^^^^^^^
         = help: add Given(\.…, value) for each

      error[duplicate-input]: kernel 'nearest' is given 'target' twice
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |           Given(\.target, 20)
         |           ^^^^^
         = note: the first is here: FeatureCompilerTests/KernelRuleTests.swift
         = help: take one out
      """#
    }
  }

  @Test func `inputs have types, units, windows and one level`() {
    let other = Rows(TeamDays(), as: "team_days")
    expectFindings(
      in: form { out in
        let nearest = HandKernel(Nearest(), over: games, .last(0, .games)) {
          Given(\.target, mean(games.minutes).over(.season))
          Given(\.status, 5)
          Given(\.points, other.pace)
        }
        nearest
        Feature(out.points, nearest.distance)
      }
    ) {
      #"""
      error[mixed-units]: input 'target' of kernel 'nearest' is computed in minutes, but declared in points
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |           Given(\.target, mean(games.minutes).over(.season))
         |           ^^^^^
         = help: convert one; an Intermediate without a unit makes the conversion explicit

      error[type-mismatch]: input 'status' of kernel 'nearest' is BIGINT, but declared as VARCHAR
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |           Given(\.status, 5)
         |           ^^^^^
         = help: write value.converted(to: .text)

      error[mixed-rows]: input 'points' of kernel 'nearest' mixes rows 'games' and 'team_days'
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |           Given(\.points, other.pace)
         |           ^^^^^
         = help: aggregate each by itself, then put the two values together

      error[window-without-bound]: input 'points' of kernel 'nearest' looks at the last 0 rows
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |           Given(\.points, other.pace)
         |           ^^^^^
         = help: a window holds at least one row
      """#
    }
  }

  @Test func `a kernel over rows that are no history`() {
    let cities = Rows(Cities(), as: "cities")
    expectFindings(
      in: form { out in
        let nearest = HandKernel(Nearest(), over: cities, .last(3, .games)) {
          Given(\.target, 1)
          Given(\.status, "active")
          Given(\.points, 1)
        }
        nearest
        Feature(out.points, nearest.distance)
      }
    ) {
      #"""
      error[undeclared-rows]: input 'points' of kernel 'nearest' reads rows 'cities', which nothing declares
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |           Given(\.points, 1)
         |           ^^^^^
         = help: add Reads(cities, .before, matching: …), or .on for the rows of the day itself
      """#
    }
  }

  @Test func `a kernel that does not stand in the body computes nothing`() {
    expectFindings(
      in: form { out in
        let nearest = HandKernel(Nearest(), over: games, .last(10, .games)) {
          Given(\.target, 1)
          Given(\.status, "active")
          Given(\.points, games.points)
        }
        Feature(out.points, nearest.distance)
      }
    ) {
      """
      error[unknown-feature]: feature 'points' reads feature 'nearest.distance', which nothing computes
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |         Feature(out.points, nearest.distance)
         |         ^^^^^^^
      """
    }
  }

  @Test func `two inputs of one name, and a name that is not snake_case`() {
    expectFindings(
      in: form { out in
        let twice = HandKernel(Twice(), over: games, .last(10, .games)) {
          Given(\.value, 1)
          Given(\.column, games.points)
        }
        twice
        Feature(out.points, twice.distance)
      }
    ) {
      #"""
      error[bad-kernel]: kernel 'Twice' has two inputs 'points'
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |         let twice = HandKernel(Twice(), over: games, .last(10, .games)) {
         |                     ^^^^^^^^^^
         = help: rename one in its shape

      error[bad-name]: a kernel is called 'Twice'
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |         let twice = HandKernel(Twice(), over: games, .last(10, .games)) {
         |                     ^^^^^^^^^^
         = help: use small letters, digits and underscores, a letter first: 'points_last_10'

      error[duplicate-input]: kernel 'Twice' is given 'points' twice
        --> FeatureCompilerTests/KernelRuleTests.swift
         |
         |           Given(\.column, games.points)
         |           ^^^^^
         = note: the first is here: FeatureCompilerTests/KernelRuleTests.swift
         = help: take one out
      """#
    }
  }
}
