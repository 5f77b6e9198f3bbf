import FeatureAlgebra
import FeatureEngine

/// What is there of what should be.
enum CoverageCommand: Command {
  /// What a line of the tables stands for.
  enum Grouping: String, CaseIterable {
    case day, month, entity, column
  }

  static let by = OptionSpec.value(
    "by", "day|month|entity|column",
    "a table of days, months, entities or columns of each processor")
  static let limit = OptionSpec.value(
    "limit", "N", "with --by entity or column: so many of each processor (default 20)")

  static let spec = CommandSpec(
    "coverage", "show rows stored against entities expected, and why rows are missing",
    discussion: [
      "An entity is expected on a day when the population holds it: it has a row, or a failure that"
        + " says why not. Without --by: a line per processor, and a calendar of up to three."
        + " Without --from and --to: all days with games.",
      "--by column shows how often a column has a value, and on how many days it has the same one in"
        + " every row, those that say least first; and where the spec itself says so.",
    ],
    operands: "[PROCESSOR...]", mostOperands: .max, options: [.from, .to, by, limit],
    examples: [
      .init("coverage", "every processor"),
      .init("coverage PROCESSOR", "one, with its calendar"),
      .init("coverage PROCESSOR --by entity", "the entities that lack most days"),
      .init("coverage PROCESSOR --by column", "the columns that say least"),
      .init("coverage --by day --from 2025-01-13 --to 2025-01-19", "a week, day by day"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    let names = call.arguments.operands
    for name in names { _ = try call.processor(name, in: plan) }
    let grouping: Grouping? = try call.arguments.choice(by)
    let limit = try call.arguments.count(limit)
    if limit != nil, grouping != .entity, grouping != .column {
      throw .usage(
        "--limit belongs to --by entity and --by column", help: "write --by entity --limit N")
    }
    let asked = try call.arguments.openDays()
    let warehouse = try call.openStoredWarehouse()
    let (days, reports) = try call.stoppable(warehouse, plan: plan, ledger: nil) {
      engine throws(EngineError) in
      let days = try asked.within(engine.games())
      return (days, try engine.coverage(of: names, days, withColumns: grouping == .column))
    }
    if call.printsJSON {
      try call.printJSON(CoverageDocument(reports, days: days, by: grouping ?? .month))
      return .done
    }
    let width = call.context.terminal.width
    switch grouping {
    case nil:
      call.print(
        CoverageView(reports: reports, days: days, width: width, call: call).lines(call.palette))
    case let grouping?:
      call.print(
        CoverageTables(reports: reports, width: width, limit: limit ?? 20)
          .lines(grouping, call.palette))
    }
    return .done
  }
}
