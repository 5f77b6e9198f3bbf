import FeatureEngine
import FeaturePlan

extension OptionSpec {
  static let only = repeated("only", "PROCESSOR", "this processor alone")
  static let downstream = flag("downstream", "with --only: also what reads from it")
  static let evaluator = value(
    "evaluator", "kernels|sql", "who computes: Swift kernels (default) or the database")
  static let writer = value(
    "writer", "merge|replace", "how rows land (default merge); the stored rows are the same")
  static let mode = value(
    "mode", "daily|backfill",
    "daily: an input below its minimum blocks a day; backfill (default): only an empty one does")
  static let workers = value("workers", "N", "threads (default one per core)")
  static let slabDays = value("slab-days", "N", "at most so many days at once")
  static let force = flag("force", "compute fresh days too")
  static let widen = flag(
    "widen", "add declared columns that a stored table lacks, and widen types")
  static let skipDependencies = flag(
    "skip-dependencies", "compute a day however few rows its inputs have")

  /// What `plan` and `run` take.
  static let range = [
    from, to, only, downstream, evaluator, writer, mode, workers, slabDays, force,
    skipDependencies, widen,
  ]
}

extension Invocation {
  /// What the arguments ask a run to do.
  func runOptions(for plan: Plan) throws(ToolError) -> RunOptions {
    var options = RunOptions(days: try arguments.days())
    options.only = arguments.values(.only)
    for name in options.only { _ = try processor(name, in: plan) }
    options.downstream = arguments.has(.downstream)
    if options.downstream, options.only.isEmpty {
      throw .usage(
        "--downstream needs --only", help: "name where to start: --only PROCESSOR --downstream")
    }
    options.evaluator = try arguments.choice(.evaluator) ?? options.evaluator
    options.writer = try arguments.choice(.writer) ?? options.writer
    options.mode = try arguments.choice(.mode) ?? options.mode
    options.workers = try arguments.count(.workers)
    options.slabDays = try arguments.count(.slabDays)
    options.force = arguments.has(.force)
    options.skipsDependencies = arguments.has(.skipDependencies)
    options.widens = arguments.has(.widen)
    return options
  }

  /// The processor of that name.
  func processor(_ name: String, in plan: Plan) throws(ToolError) -> ProcessorPlan {
    if let processor = plan[processor: name] { return processor }
    let names = plan.processors.map(\.name)
    throw .usage(
      "there is no processor '\(name)'\(NearestName.hint(name, in: names))",
      help: "the processors are \(Words.list(names))")
  }
}
