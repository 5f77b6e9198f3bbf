import FeatureSpec

/// The names of the vectors in `made.player_vectors`.
struct FormVector: VectorShape {
  let pointsMeanLast2 = Column("points_mean_last_2", .double, .points).required.within(0...60)
  let rating = Column("rating", .double, .rating)
  let restDays = Column("rest_days", .double, .days).required
  init() {}
}

/// `made.player_vectors`: a vector per player, with what is known of where its elements come from.
struct PlayerVectors: Table {
  static let name = TableName("made", "player_vectors")
  let player = Column("player", .text).required
  let day = Column("cache_date", .day).required
  let features = VectorColumn("features", FormVector()).required
  let names = Column("feature_names", .textList).required
  let featureCount = Column("feature_count", .integer, .count).required
  let quality = Column("quality", .number(5, 2), .score).required
  let defaulted = Column("defaulted", .integer, .count).required
  let dataHash = Column("data_hash", .text).metadata
  init() {}
  var identity: Identity { Identity(key: [player, day], day: day, rowHash: dataHash) }
}

/// `made.vector_readers`: elements read of the population, of lookups and of histories.
struct VectorReaders: Table {
  static let name = TableName("made", "vector_readers")
  let player = Column("player", .text).required
  let day = Column("cache_date", .day).required
  let points = Column("points", .double, .points)
  let rating = Column("rating", .double, .rating)
  let previousPoints = Column("previous_points", .double, .points)
  let highestRating = Column("highest_rating", .double, .rating)
  let restSum = Column("rest_sum", .double, .days)
  let ratedDays = Column("rated_days", .integer, .count)
  let stackedPoints = Column("stacked_points", .double, .points)
  init() {}
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// A stack that has a vector column.
struct StackedVector: RowShape {
  let player = Column("player", .text).required
  let day = Column("cache_date", .day).required
  let features = VectorColumn("features", FormVector())
  init() {}
  var identity: Identity { Identity(key: [player, day], day: day) }
}

/// Two processors over the raw tables of the tiny season: one fills vectors, the other reads them.
struct VectorPipeline {
  /// Where the rest of a first game is not known.
  var unknownRest: Aggregate = 7

  var pipeline: Pipeline {
    Pipeline(
      "vectors",
      calendar: CalendarDeclaration(
        Rows(Fixtures(), as: "calendar"), season: { $0.season },
        scheduled: { $0.status.isOne(of: 1, 3) }, played: { $0.status == 3 }),
      rawTables: [Lines(), BackupLines(), Fixtures(), Shots(), Quotes(), Registry()]
    ) {
      playerVectors
      vectorReaders
    }
  }

  private var playerVectors: Processor {
    Processor(writing: PlayerVectors()) { out in
      let lines = Rows(Lines(), as: "lines").where { $0.status == "active" }
      let player = Population(entitiesOf: lines, by: \.player)
      For(player, on: .scheduled)
      Reads(lines, .before, matching: (\.player, player.player))

      let recent = mean(lines.points).over(.last(2, .games))
      let vector = Vector(out.features) {
        Element(
          \.pointsMeanLast2,
          ("recent", when(count(lines) >= 2, recent, elseMissing: .double)),
          ("season", mean(lines.points)), default: 10, over: .season)
        Element(\.rating, ("newest", newest(lines.rating)), over: .season)
        Element(
          \.restDays,
          (
            "computed",
            when(
              count(lines) >= 2, asOfDay.days(since: newest(lines.gameDate)), elseMissing: .integer)
          ), default: unknownRest, over: .season)
      }
      vector
      Feature(out.player, player.player)
      Feature(out.day, asOfDay)
      Feature(out.names, out.features.elementNames)
      Feature(out.featureCount, .constant(out.features.count))
        .byDefault(because: "it is the length of the vector's type")
      let weights = vector.elements.map { element in
        firstMatch(
          (element.source.isOne(of: "recent", "newest", "computed"), 100),
          (element.source == "season", 75), otherwise: 40)
      }
      let raw = total(weights) / .constant(vector.elements.count)
      let hasWeakBase = atLeastOne(
        of: vector.elements(\.pointsMeanLast2).map { $0.source == "season" })
      Feature(out.quality, when(hasWeakBase, raw.clamped(0, 69), otherwise: raw))
      Feature(out.defaulted, count(of: vector.elements.map(\.isDefault)))
      Contract("rest is at most 30 days", stored(out.features.restDays) <= 30)
      Writes(hash: out.dataHash)
    }
  }

  private var vectorReaders: Processor {
    Processor(writing: VectorReaders()) { out in
      let vectors = Rows(PlayerVectors(), as: "vectors")
      let row = Population(eachRowOf: vectors)
      let rested = Rows(PlayerVectors(), as: "rested").where { $0.features.restDays >= 2 }
      let earlier = Lookup(
        rested, .first([.newest(rested.day), .largest(rested.features.rating)]),
        timing: .before(maximumAge: 30), matching: (\.player, row.player))
      let stack = Rows(stacking: StackedVector(), as: "same") {
        Part(Rows(PlayerVectors(), as: "copies")) { copy in
          [Mapping(\.features.restDays, copy.features.restDays * 2)]
        }
      }
      let same = Lookup(
        stack.where { $0.features.restDays > 3 }, .atMostOne, matching: (\.player, row.player),
        (\.features.pointsMeanLast2, row.features.pointsMeanLast2))
      let past = Rows(PlayerVectors(), as: "past")
      For(row, on: .scheduled)
      Reads(earlier)
      Reads(same)
      Reads(past, .before, matching: (\.player, row.player))
      Feature(out.player, row.player)
      Feature(out.day, asOfDay)
      Feature(out.points, row.features.pointsMeanLast2)
      Feature(out.rating, row.features.rating)
      Feature(out.previousPoints, earlier.features.pointsMeanLast2)
      Feature(out.highestRating, largest(past.features.rating), over: .season)
      Feature(out.restSum, sum(past.features.restDays.rounded(0)), over: .last(3, .games))
      Feature(out.ratedDays, countIf(past) { $0.features.rating.isPresent }.over(.season))
      Feature(out.stackedPoints, same.features.pointsMeanLast2)
    }
  }
}
