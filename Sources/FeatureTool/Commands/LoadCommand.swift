import FeatureEngine
import FeaturePlan
import FeatureSpec

/// Files into raw tables.
enum LoadCommand: Command {
  static let feed = OptionSpec.value("feed", "NAME", "which feed reads the files")
  static let folder = OptionSpec.value("from", "FOLDER", "where the files are")
  static let season = OptionSpec.repeated("season", "YYYY-YY", "a season to load")

  static let spec = CommandSpec(
    "load", "read files into the raw tables",
    discussion: [
      "Rows land by the key of their table: loading a file again changes nothing, loading a"
        + " corrected file changes the corrected rows. Refused rows are counted by reason."
    ],
    options: [feed, folder, season],
    examples: [
      .init(
        "load --feed FEED --from data --season 2022-23", "one season of a feed"),
      .init(
        "load --feed FEED --from data --season 2021-22 --season 2022-23 --json",
        "two seasons, counts as JSON"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let feed = try chosenFeed(call)
    let folder = try call.arguments.required(folder)
    let seasons = try seasons(of: feed, call)
    let plan = try call.compile()
    let new = NewWarehouse(call)
    let report: LoadReport
    do {
      report = try load(feed, from: folder, seasons, plan, call)
    } catch {
      new?.discard()
      throw error
    }
    if call.printsJSON {
      try call.printJSON(LoadDocument(report))
    } else if !call.isQuiet {
      call.print(LoadView(report: report).lines(call.palette))
    }
    return .done
  }

  /// The warehouse and its journal are closed when this returns.
  private static func load(
    _ feed: Feed, from folder: String, _ seasons: [String], _ plan: Plan, _ call: Invocation
  ) throws(ToolError) -> LoadReport {
    let warehouse = try call.openWarehouse(readsFiles: true)
    let ledger = call.openLedger()
    let report = try call.stoppable(warehouse, plan: plan, ledger: ledger) {
      engine throws(EngineError) in
      try engine.load(feed, from: call.context.resolve(folder), seasons: seasons)
    }
    if report.tables.allSatisfy({ $0.read == 0 }), !report.absentFiles.isEmpty {
      throw ToolError(
        .absent, "no file of feed '\(feed.name)' is in \(folder)",
        help: "its files are called \(Words.list(feed.files.map(\.pattern)))")
    }
    return report
  }

  /// The feed that was named; the only one where there is one.
  private static func chosenFeed(_ call: Invocation) throws(ToolError) -> Feed {
    let feeds = call.tool.pipeline.feeds
    let names = feeds.map(\.name)
    guard let name = call.arguments.value(feed) else {
      if let only = feeds.first, feeds.count == 1 { return only }
      throw .usage(
        "load needs --feed",
        help: names.isEmpty ? "the pipeline has no feed" : "the feeds are \(Words.list(names))")
    }
    if let feed = feeds.first(where: { $0.name == name }) { return feed }
    throw .usage(
      "there is no feed '\(name)'\(NearestName.hint(name, in: names))",
      help: names.isEmpty ? nil : "the feeds are \(Words.list(names))")
  }

  private static func seasons(
    of feed: Feed, _ call: Invocation
  ) throws(ToolError) -> [String] {
    let seasons = call.arguments.values(season)
    for season in seasons where !isSeason(season) {
      throw .usage("'\(season)' is not a season", help: "seasons are written as 2022-23")
    }
    if seasons.isEmpty, feed.files.contains(where: \.isPerSeason) {
      throw .usage(
        "load --feed \(feed.name) needs --season",
        help: "its files are per season: --season 2022-23")
    }
    return seasons
  }

  /// `2022-23`, `1999-00`.
  static func isSeason(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let first = Int(parts[0]), let second = Int(parts[1])
    else { return false }
    return (first + 1) % 100 == second
  }
}
