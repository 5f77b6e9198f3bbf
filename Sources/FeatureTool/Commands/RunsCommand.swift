import FeatureLedger

/// What happened, from the journal.
enum RunsCommand: Command {
  static let limit = OptionSpec.value("limit", "N", "how many runs to list (default 20)")

  static let spec = CommandSpec(
    "runs", "list the recorded runs, show one, or compare two",
    discussion: [
      "A run is named by its id, or by 'latest' and 'previous'. runs diff names the phase that got"
        + " slower."
    ],
    operands: "[RUN | diff RUN RUN]", mostOperands: 3, options: [limit],
    examples: [
      .init("runs", "the last 20"),
      .init("runs latest", "where the time of the last run went"),
      .init("runs diff previous latest", "what got slower"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let operands = call.arguments.operands
    let ledger = try open(call)
    switch (operands.first, operands.count) {
    case (nil, _): try list(ledger, call)
    case ("diff", 3): try compare(operands[1], operands[2], ledger, call)
    case ("diff", _):
      throw .usage("runs diff takes two runs", help: "runs diff previous latest")
    case (let name?, 1): try show(name, ledger, call)
    default: throw .usage("runs takes one run", help: "two are compared by runs diff RUN RUN")
    }
    return .done
  }

  private static func open(_ call: Invocation) throws(ToolError) -> Ledger {
    let path = Invocation.journal(of: call.warehousePath)
    return try journal { () throws(LedgerError) in
      try Ledger(at: call.context.resolve(path), for: .read)
    }
  }

  private static func list(_ ledger: Ledger, _ call: Invocation) throws(ToolError) {
    let limit = try call.arguments.count(limit) ?? 20
    let runs = try journal { () throws(LedgerError) in try ledger.latestRuns(limit) }
    if call.printsJSON {
      try call.printJSON(runs.map(RunSummaryDocument.init))
    } else {
      call.print(RunsView.list(runs, call.palette))
    }
  }

  private static func show(
    _ name: String, _ ledger: Ledger, _ call: Invocation
  ) throws(ToolError) {
    let id = try resolve(name, ledger)
    let (detail, costs) = try journal { () throws(LedgerError) in
      (try ledger.run(id, failureLimit: 10_000), try ledger.phaseCosts(of: id))
    }
    guard let detail else { throw .usage("there is no run '\(id)'") }
    if call.printsJSON {
      try call.printJSON(RunDetailDocument(detail, costs))
    } else {
      call.print(RunsView.detail(detail, costs, call.palette))
    }
  }

  private static func compare(
    _ before: String, _ after: String, _ ledger: Ledger, _ call: Invocation
  ) throws(ToolError) {
    let (first, second) = (try resolve(before, ledger), try resolve(after, ledger))
    let difference = try journal { () throws(LedgerError) in
      try ledger.difference(from: first, to: second)
    }
    if call.printsJSON {
      try call.printJSON(RunDifferenceDocument(difference))
    } else {
      call.print(RunsView.difference(difference, call.palette))
    }
  }

  /// The id of a run; `latest` and `previous` are the newest two.
  private static func resolve(_ name: String, _ ledger: Ledger) throws(ToolError) -> String {
    let runs = try journal { () throws(LedgerError) in try ledger.latestRuns(1000) }
    if name == "latest", let run = runs.first { return run.run }
    if name == "previous", runs.count > 1 { return runs[1].run }
    let ids = runs.map(\.run)
    if ids.contains(name) { return name }
    let begun = ids.filter { $0.hasPrefix(name) || $0.hasSuffix(name) }
    if let only = begun.first, begun.count == 1 { return only }
    throw .usage(
      "there is no run '\(name)'\(NearestName.hint(name, in: ids))",
      help: "runs lists them; 'latest' and 'previous' are the newest two")
  }

  private static func journal<Output>(
    _ body: () throws(LedgerError) -> Output
  ) throws(ToolError) -> Output {
    do {
      return try body()
    } catch {
      if error.code == .absent {
        throw ToolError(
          .absent, "no run is recorded yet: there is no journal beside the warehouse",
          help: "run makes one; --warehouse names another", details: error.description)
      }
      throw ToolError(.journal, error.message, details: error.words)
    }
  }
}
