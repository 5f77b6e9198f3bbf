import FeatureCompiler
import FeaturePlan
import FeatureSpec
import FeatureTesting
import Testing

private struct Three: VectorShape {
  let points = Column("points", .double, .points)
  let share = Column("share", .double, .ratio).within(0...1)
  let pace = Column("pace", .double, .pace)
  /// A name that is no element.
  var other: Column { Column("other", .double) }
}

private struct Wrong: VectorShape {
  let first = Column("first", .double)
  let again = Column("first", .double)
  let whole = Column("whole", .integer)
  let loud = Column("Loud", .double)
}

private struct Paced: VectorShape {
  let points = Column("points", .double, .points)
  let pace = Column("pace", .double, .pace)
}

private struct Renamed: VectorShape {
  let points = Column("points", .double, .points)
  let pace = Column("tempo", .double, .pace)
}

private struct Nothing: VectorShape {}

private struct Vectors<Elements: VectorShape>: Table {
  static var name: TableName { TableName("features", "vectors") }
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let features = VectorColumn("features", Elements())
  init() {}
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// A processor that fills the vector by `elements` and does nothing else.
private func vectors<Elements>(
  _ elements: Elements.Type,
  @DeclarationBuilder _ body: (Vectors<Elements>) -> [Declaration]
) -> Pipeline {
  pipeline(
    Processor(writing: Vectors<Elements>()) { out in
      For(players, on: .scheduled)
      Reads(games, .before)
      Feature(out.player, players.player)
      Feature(out.day, asOfDay)
      body(out)
    })
}

@Suite struct VectorRuleTests {
  @Test func `each element once, in the order of the struct, with sources that may be unread`() {
    let spec = vectors(Three.self) { out in
      Vector(out.features) {
        Element(\.points, ("season", mean(games.points)), over: .season)
        Element(\.share, ("season", newest(games.share)), over: .season)
        for _ in 0..<1 { Element(\.pace, ("league", 98.5)) }
      }
    }
    expectFindings(in: spec) { "" }
  }

  @Test func `a missing, a doubled, an unknown and a misplaced element`() {
    expectFindings(
      in: vectors(Three.self) { out in
        Vector(out.features) {
          Element(\.points, ("league", 10))
          Element(\.pace, ("league", 98.5))
        }
      }
    ) {
      #"""
      error[missing-element]: vector 'features' is not given 1 of its 3 elements: 'share'
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |         Vector(out.features) {
         |         ^^^^^^
         = help: add Element(\.…, (source, value)) for each
      """#
    }
    expectFindings(
      in: vectors(Three.self) { out in
        Vector(out.features) {
          Element(\.points, ("league", 10))
          Element(\.share, ("league", 0.5))
          Element(\.share, ("league", 0.6))
          Element(\.pace, ("league", 98.5))
        }
      }
    ) {
      #"""
      error[duplicate-feature]: element 'share' is given a value twice
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |           Element(\.share, ("league", 0.6))
         |           ^^^^^^^
         = note: the first is here: FeatureCompilerTests/VectorRuleTests.swift
         = help: rename one, or take one out
      """#
    }
    expectFindings(
      in: vectors(Three.self) { out in
        Vector(out.features) {
          Element(\.points, ("league", 10))
          Element(\.share, ("league", 0.5))
          Element(\.pace, ("league", 98.5))
          Element(\.other, ("league", 1))
        }
      }
    ) {
      #"""
      error[unknown-element]: vector 'features' has no element 'other'
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |           Element(\.other, ("league", 1))
         |           ^^^^^^^
      """#
    }
    expectFindings(
      in: vectors(Three.self) { out in
        Vector(out.features) {
          Element(\.points, ("league", 10))
          Element(\.pace, ("league", 98.5))
          Element(\.share, ("league", 0.5))
        }
      }
    ) {
      #"""
      error[element-order]: element 'pace' stands where 'share' belongs in vector 'features'
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |           Element(\.pace, ("league", 98.5))
         |           ^^^^^^^
         = help: write the elements in the order of the vector's struct
      """#
    }
  }

  @Test func `an element has a unit and a type like any feature`() {
    expectFindings(
      in: vectors(Three.self) { out in
        Vector(out.features) {
          Element(\.points, ("season", newest(games.status)), over: .season)
          Element(\.share, ("season", newest(games.usage)), over: .season)
          Element(\.pace, ("league", 98.5))
        }
      }
    ) {
      #"""
      error[type-mismatch]: element 'points' is VARCHAR, but declared as DOUBLE
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |           Element(\.points, ("season", newest(games.status)), over: .season)
         |           ^^^^^^^

      error[mixed-units]: element 'share' is computed in percent, but declared in ratio
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |           Element(\.share, ("season", newest(games.usage)), over: .season)
         |           ^^^^^^^
         = help: ratio(a, b) is a / b; a percentage divided by 100 is a ratio
      """#
    }
  }

  @Test func `elements are doubles, named once, one at least`() {
    expectFindings(
      in: vectors(Wrong.self) { out in
        Vector(out.features) {
          Element(\.first, ("league", 1))
          Element(\.whole, ("league", 1))
          Element(\.loud, ("league", 1))
        }
      }
    ) {
      """
      error[bad-column]: element 'whole' of vector 'features' of table 'features.vectors' is BIGINT, not DOUBLE
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |     Processor(writing: Vectors<Elements>()) { out in
         |     ^^^^^^^^^
         = help: declare it as .double

      error[bad-name]: an element is called 'Loud'
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |     Processor(writing: Vectors<Elements>()) { out in
         |     ^^^^^^^^^
         = help: use small letters, digits and underscores, a letter first: 'points_last_10'

      error[duplicate-column]: vector 'features' of table 'features.vectors' has two elements 'first'
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |     Processor(writing: Vectors<Elements>()) { out in
         |     ^^^^^^^^^
         = help: rename one, or take one out
      """
    }
    expectFindings(in: vectors(Nothing.self) { out in Vector(out.features) {} }) {
      """
      error[bad-column]: vector 'features' of table 'features.vectors' has no elements
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |     Processor(writing: Vectors<Elements>()) { out in
         |     ^^^^^^^^^
         = help: give its struct a column of doubles for each name

      error[type-mismatch]: vector 'features': a list is empty
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |     expectFindings(in: vectors(Nothing.self) { out in Vector(out.features) {} }) {
         |                                                       ^^^^^^
         = help: convert one: value.converted(to: …)
      """
    }
  }

  @Test func `a vector that nothing fills is a missing feature`() {
    expectFindings(in: vectors(Three.self) { _ in [] }) {
      """
      error[missing-feature]: column 'features' of table 'features.vectors' is never computed
        --> FeatureCompilerTests/VectorRuleTests.swift
         |
         |     Processor(writing: Vectors<Elements>()) { out in
         |     ^^^^^^^^^
         = help: add Feature(out.…, value), or take the column out of the table
      """
    }
  }

  @Test func `the names are part of the meaning`() throws {
    func fingerprint<Elements: VectorShape>(
      _ type: Elements.Type, _ points: KeyPath<Elements, Column>, _ pace: KeyPath<Elements, Column>
    ) throws -> String? {
      try compile(
        vectors(type) { out in
          Vector(out.features) {
            Element(points, ("league", 10))
            Element(pace, ("league", 98.5))
          }
        }
      ).processors.first?.fingerprint
    }
    #expect(
      try fingerprint(Paced.self, \.points, \.pace)
        != fingerprint(Renamed.self, \.points, \.pace))
  }
}
