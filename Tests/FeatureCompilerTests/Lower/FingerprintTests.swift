import FeatureCompiler
import FeaturePlan
import FeatureSpec
import FeatureTesting
import Testing

@Suite struct FingerprintTests {
  private let before: [String: String]

  init() throws { before = try Sample().fingerprints() }

  /// What differs after an edit of the sample: features by name, "" for the processor.
  private func changed(_ edit: (inout Sample) -> Void) throws -> [String] {
    var sample = Sample()
    edit(&sample)
    return changes(before, try sample.fingerprints())
  }

  @Test func `equal specs have equal fingerprints and equal plans`() throws {
    #expect(try changed { _ in } == [])
    #expect(try Sample().plan() == Sample().plan())
  }

  @Test func `fingerprints are the same in every run`() {
    expectText(before.sorted { $0.key < $1.key }.map { "\($0) \($1)" }.joined(separator: "\n")) {
      """
       9197f0a03d89a6df
      cache_date e4a9b9b7f9163b47
      player 3a9d5bf9a741116b
      points_last_5 21b76082d8f9ae5c
      points_season 458bfdfee935b978
      points_trend c41055d73fc1d6a5
      """
    }
  }

  @Test func `the order of the sentences changes none`() throws {
    #expect(try changed { $0.isReversed = true } == [])
  }

  @Test func `the name of an alias changes none`() throws {
    #expect(try changed { $0.alias = "box_scores" } == [])
  }

  @Test func `a contract changes none`() throws {
    #expect(try changed { $0.limit = 200 } == [])
  }

  @Test func `a window changes the features that use it, those that read them, and the processor`()
    throws
  {
    #expect(
      try changed { $0.window = .last(7, .games) } == ["", "points_last_5", "points_trend"])
  }

  @Test func `an age bound is part of a window`() throws {
    #expect(
      try changed { $0.window = .last(5, .games).noOlderThan(30) }
        == ["", "points_last_5", "points_trend"])
  }

  @Test func `a condition on rows changes every feature over them`() throws {
    #expect(
      try changed { $0.condition = { $0.minutes > 0 } }
        == ["", "player", "points_last_5", "points_season", "points_trend"])
  }

  @Test func `the reason of a failure is stored, so it changes the processor alone`() throws {
    #expect(try changed { $0.reason = "fewer than five games" } == [""])
  }

  @Test func `the calendar changes what depends on seasons`() throws {
    let other = CalendarDeclaration(
      Rows(TeamDays(), as: "calendar"), season: { $0.season + 1 }, scheduled: { $0.status == 1 },
      played: { $0.status == 3 })
    let spec = Sample().pipeline
    let plan = try compile(
      Pipeline("samples", calendar: other, rawTables: [Games(), TeamDays(), Cities()]) {
        for processor in spec.processors { processor }
      })
    var marks = ["": plan.processors[0].fingerprint]
    for feature in plan.processors[0].features { marks[feature.name] = feature.fingerprint }
    #expect(changes(before, marks) == ["", "points_last_5", "points_season", "points_trend"])
  }

  @Test func `a column's type changes its feature`() throws {
    let narrow = try form { out in Feature(out.points, sum(games.points), over: .season) }.marks
    let wide = try pipeline(
      Processor(writing: WideForm()) { out in
        For(players, on: .scheduled)
        Reads(games, .before, matching: (\.player, players.player))
        Feature(out.player, players.player)
        Feature(out.day, asOfDay)
        Feature(out.points, sum(games.points), over: .season)
      }
    ).marks
    #expect(changes(narrow, wide) == ["", "points"])
  }

  @Test func `a mapping of a stack changes the features that read its column`() throws {
    func marks(_ points: @escaping (Rows<Games>) -> Scalar) throws -> [String: String] {
      let lines = Rows(stacking: Games(), as: "lines") {
        Part(Rows(Games(), as: "own")) { [Mapping(\.points, points($0))] }
      }
      return try form { out in
        let shots = Intermediate("shots", .integer, .count, sum(lines.shots), over: .season)
        Reads(lines, .before, matching: (\.player, players.player))
        shots
        Feature(out.points, sum(lines.points).over(.season) + shots.value)
      }.marks
    }
    #expect(
      changes(try marks { $0.points }, try marks { $0.points + $0.makes }) == ["", "points"])
  }
}

private struct WideForm: Table {
  static let name = Form.name
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .number(8, 3), .points)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

extension Pipeline {
  /// The fingerprints of its one processor.
  fileprivate var marks: [String: String] {
    get throws {
      let plan = try compile(self).processors[0]
      var marks = ["": plan.fingerprint]
      for feature in plan.features { marks[feature.name] = feature.fingerprint }
      return marks
    }
  }
}
