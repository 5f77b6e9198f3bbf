import FeatureSpec

/// `made.player_kernels`: what the kernel says, and beside it what expressions say.
struct PlayerKernels: Table {
  static let name = TableName("made", "player_kernels")
  let player = Column("player", .text).required
  let day = Column("cache_date", .day).required
  let rows = Column("rows", .integer, .count)
  let newestPoints = Column("newest_points", .integer, .points)
  let total = Column("total", .integer, .points)
  let meanRating = Column("mean_rating", .double, .rating)
  let newestTeam = Column("newest_team", .text)
  let oldestDay = Column("oldest_day", .day)
  let above = Column("above", .integer, .count)
  let greeting = Column("greeting", .text)
  let expectedRows = Column("expected_rows", .integer, .count)
  let expectedNewest = Column("expected_newest", .integer, .points)
  let expectedTotal = Column("expected_total", .integer, .points)
  let expectedRating = Column("expected_rating", .double, .rating)
  let expectedTeam = Column("expected_team", .text)
  let expectedDay = Column("expected_day", .day)
  let dataHash = Column("data_hash", .text).metadata
  init() {}
  var identity: Identity { Identity(key: [player, day], day: day, rowHash: dataHash) }
}

/// One processor with a hand kernel over the raw tables of the tiny season.
struct KernelPipeline {
  var window = Window.last(3, .games)
  var isNewer = false

  var pipeline: Pipeline {
    Pipeline(
      "kernels",
      calendar: CalendarDeclaration(
        Rows(Fixtures(), as: "calendar"), season: { $0.season },
        scheduled: { $0.status.isOne(of: 1, 3) }, played: { $0.status == 3 }),
      rawTables: [Lines(), BackupLines(), Fixtures(), Shots(), Quotes(), Registry()]
    ) {
      playerKernels
    }
  }

  private var playerKernels: Processor {
    Processor(writing: PlayerKernels()) { out in
      let lines = Rows(Lines(), as: "lines").where { $0.status == "active" }
      let player = Population(entitiesOf: lines, by: \.player)
      For(player, on: .scheduled)
      Reads(lines, .before, matching: (\.player, player.player))
      let sums = HandKernel(WindowSums(), over: lines, window) {
        Given(\.player, player.player)
        Given(\.threshold, mean(lines.points).over(.season))
        Given(\.points, lines.points)
        Given(\.rating, lines.rating)
        Given(\.team, lines.team)
        Given(\.day, lines.gameDate)
      }
      sums
      let newer = HandKernel(NewerSums(), over: lines, .season, as: "newer_sums") {
        Given(\.points, lines.points + 1)
      }
      if isNewer { newer }
      Feature(out.player, player.player)
      Feature(out.day, asOfDay)
      Feature(out.rows, isNewer ? newer.rows : sums.rows)
      Feature(out.newestPoints, sums.newestPoints)
      Feature(out.total, sums.total)
      Feature(out.meanRating, sums.meanRating)
      Feature(out.newestTeam, sums.newestTeam)
      Feature(out.oldestDay, sums.oldestDay)
      Feature(out.above, sums.above)
      Feature(out.greeting, sums.greeting)
      Feature(out.expectedRows, count(lines), over: isNewer ? .season : window)
      Feature(out.expectedNewest, newest(lines.points), over: window)
      Feature(out.expectedTotal, sum(lines.points), over: window)
      Feature(out.expectedRating, mean(lines.rating.rounded(2)), over: window)
      Feature(out.expectedTeam, newest(lines.team), over: window)
      Feature(out.expectedDay, smallest(lines.gameDate), over: window)
      Writes(hash: out.dataHash)
    }
  }
}
