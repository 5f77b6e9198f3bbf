import FeatureCompiler
import FeaturePlan
import FeatureSpec

/// Three numbers that differ in what they read.
struct Wide: Table {
  static let name = TableName("features", "wide")
  let player = Column("player", .integer).required
  let day = Column("cache_date", .day).required
  let recent = Column("points_last_5", .number(5, 1), .points)
  let season = Column("points_season", .number(5, 1), .points)
  let trend = Column("points_trend", .number(6, 2), .points)
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// What a test changes of the sample; everything else stays.
struct Sample {
  var alias = "games"
  var window = Window.last(5, .games)
  var condition: ((Rows<Games>) -> Scalar)?
  var reason: Aggregate = "too few games"
  var limit: Double = 100
  var isReversed = false

  /// `points_trend` reads the other two.
  var pipeline: Pipeline {
    let all = Rows(Games(), as: alias)
    let games = condition.map { all.where($0) } ?? all
    let players = Population(entitiesOf: games, by: \.player)
    return FeatureCompilerTests.pipeline(
      Processor(writing: Wide()) { out in
        let features: [Feature] = [
          Feature(out.player, players.player), Feature(out.day, asOfDay),
          Feature(out.recent, mean(games.points), over: window),
          Feature(out.season, mean(games.points), over: .season),
          Feature(out.trend, stored(out.recent) - stored(out.season)),
        ]
        For(players, on: .scheduled)
        Reads(games, .before)
        for feature in isReversed ? features.reversed() : features { feature }
        Fails(
          .insufficientData, when: count(games).over(.season) < 5, because: reason, canRetry: true)
        Contract("not too many", stored(out.recent) < .constant(limit))
      })
  }

  func plan() throws(Findings) -> ProcessorPlan {
    let plan = try compile(pipeline)
    return plan.processors[0]
  }

  /// The processor's fingerprint under "", those of its features under their names.
  func fingerprints() throws(Findings) -> [String: String] {
    let plan = try plan()
    var marks = ["": plan.fingerprint]
    for feature in plan.features { marks[feature.name] = feature.fingerprint }
    return marks
  }
}

/// The names whose fingerprints differ, sorted.
func changes(_ first: [String: String], _ second: [String: String]) -> [String] {
  Set(first.keys).union(second.keys).filter { first[$0] != second[$0] }.sorted()
}
