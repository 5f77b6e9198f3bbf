import FeatureSpec
import FeatureTesting
import Testing

/// What a player's game may hold and hide.
private struct Told: Table {
  static let name = TableName("features", "told")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .double, .points)
  let source = Column("points_source", .text)
  let isHot = Column("is_hot", .boolean)
  let rows = Column("rows", .integer, .count).metadata
  var identity: Identity { Identity(key: [player, day], day: day) }
}

private let form5 = mean(games.points).over(.last(5, .games))

/// A row of a player with the points given, and what tells of them.
private func told(
  points: (Told) -> Feature, source: Aggregate = "mean",
  isHot: (Told) -> Feature = { Feature($0.isHot, form5 > 20) }
) -> Pipeline {
  pipeline(
    Processor(writing: Told()) { out in
      For(players, on: .scheduled)
      Reads(games, .before, matching: (\.player, players.player))
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      points(out)
      Feature(out.source, source)
      isHot(out)
      Feature(out.rows, 0)
    })
}

@Suite struct DefaultRuleTests {
  @Test func `a constant in the place of a missing value is an error`() {
    expectFindings(in: told { Feature($0.points, form5.orElse(10)) }) {
      #"""
      error[silent-default]: feature 'points' takes 10 where mean(games.points) over last 5 games is missing, and no column says so
        --> FeatureCompilerTests/DefaultRuleTests.swift
         |
         |     expectFindings(in: told { Feature($0.points, form5.orElse(10)) }) {
         |                               ^^^^^^^
         = help: leave it missing; or store where it is: the label of a Preference, an .isMissing; or say why no column is needed: .byDefault(because: "…")
      """#
    }
  }

  @Test func `a choice that asks what is missing is one too, whichever way round`() {
    for value in [
      when(form5.isMissing, 10.0, otherwise: form5), when(form5.isPresent, form5, otherwise: 10.0),
      when(form5.isPresent && form5 > 1, form5 * 2, otherwise: 10.0),
    ] {
      let found = rendered(told { Feature($0.points, value) })
      #expect(
        found.hasPrefix(
          "error[silent-default]: feature 'points' takes 10.0 where mean(games.points)"))
    }
  }

  @Test func `what the row shows is not silent`() {
    let preference = Preference([("form", form5)], default: ("default", 10))
    expectFindings(
      in: told(points: { Feature($0.points, preference.value) }, source: preference.label)
    ) { "" }
    expectFindings(
      in: told(
        points: { Feature($0.points, form5.orElse(10)) },
        source: when(form5.isMissing, "default", elseMissing: .text))
    ) { "" }
    expectFindings(
      in: told(
        points: { Feature($0.points, form5.orElse(10)) },
        source: concatenated(
          "form: ", form5.converted(to: .number(9, 2)).converted(to: .text).orElse("none")))
    ) { "" }
  }

  @Test func `another default does not tell of it, nor does half of what may be missing`() {
    let shots = mean(games.shots).over(.last(5, .games))
    let found = rendered(
      told(
        points: { Feature($0.points, form5.orElse(10)) },
        isHot: { Feature($0.isHot, when(form5.isPresent, form5 > 20, otherwise: false)) }))
    #expect(found.contains("feature 'points' takes 10 where"))
    #expect(found.contains("feature 'is_hot' takes false where"))
    #expect(
      rendered(
        told(
          points: { Feature($0.points, firstPresent(form5 - shots, 0)) },
          source: when(form5.isMissing, "default", elseMissing: .text))
      ).contains("takes 0 where mean(games.shots) over last 5 games is missing"))
  }

  @Test func `a ratio is missing where it divides by 0`() {
    let made = sum(games.makes).over(.season)
    let all = count(games).over(.season)
    #expect(
      rendered(told { Feature($0.points, (count(games).over(.last(1, .games)) / all).orElse(0)) })
        .contains("feature 'points' takes 0 where (count(games) over last 1 games / count(games)"))
    #expect(!rendered(told { Feature($0.points, (all / 2).orElse(0)) }).contains("silent-default"))
    #expect(rendered(told { Feature($0.points, (made / 2).orElse(0)) }).contains("silent-default"))
  }

  @Test func `a default inside an aggregate or a part is found`() {
    #expect(
      rendered(told { Feature($0.points, mean(games.shots.orElse(0)).over(.season)) })
        .contains("feature 'points' takes 0 where games.shots is missing"))
    let line = Rows(stacking: Games(), as: "line") {
      Part(Rows(Games(), as: "own")) { [Mapping(\.points, $0.points.orElse(0))] }
    }
    let player = Population(entitiesOf: line, by: \.player)
    #expect(
      rendered(
        pipeline(
          Processor(writing: Form()) { out in
            For(player, on: .scheduled)
            Reads(line, .before, matching: (\.player, player.player))
            Feature(out.player, player.player)
            Feature(out.day, asOfDay)
            Feature(out.points, mean(line.points), over: .season)
          })
      ).contains("column 'points' of the stack takes 0 where own.points is missing"))
  }

  @Test func `a league's constant needs its reason`() {
    let league = leagueMean(
      of: form5, over: games, qualifying: count(games).over(.season) > 0, atLeast: 10, otherwise: 12
    )
    #expect(
      rendered(told { Feature($0.points, form5 - league) }).contains(
        "feature 'points' takes 12.0 where fewer than 10 entities of 'games' have a mean"))
    expectFindings(
      in: told {
        Feature($0.points, form5 - league).byDefault(because: "about the mean of ten years")
      }
    ) { "" }
  }

  @Test func `a number that is the same in every row is an error, a text or metadata are not`() {
    expectFindings(in: told { Feature($0.points, 0.5) }) {
      #"""
      error[silent-default]: feature 'points' is 0.5 in every row
        --> FeatureCompilerTests/DefaultRuleTests.swift
         |
         |     expectFindings(in: told { Feature($0.points, 0.5) }) {
         |                               ^^^^^^^
         = help: compute it, leave it .missing(…) while nothing tells it, or say why: .byDefault(because: "…")
      """#
    }
    expectFindings(in: told { Feature($0.points, .missing(.double)) }) { "" }
    expectFindings(
      in: told { Feature($0.points, 0.5).byDefault(because: "there is one rule") }
    ) { "" }
  }

  @Test func `an unknown condition is not true, and false is no default inside a condition`() {
    expectFindings(
      in: told(
        points: {
          Feature($0.points, when((form5 > 20).orElse(false), form5, elseMissing: .double))
        })
    ) { "" }
    #expect(
      rendered(
        told(
          points: { Feature($0.points, count(games).over(.season)) },
          isHot: { Feature($0.isHot, (form5 > 20).orElse(false)) })
      ).contains("feature 'is_hot' takes false where mean(games.points)"))
  }

  @Test func `an element's default has a label, which a column must hold`() {
    // The value under a label is computed: a default inside it would pass for a fact.
    let chain = Preference([("computed", form5.orElse(3))], default: ("default", 10))
    #expect(
      rendered(told(points: { Feature($0.points, chain.value) }, source: chain.label))
        .contains("takes 3 where mean(games.points)"))
  }
}
