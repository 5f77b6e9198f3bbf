import FeatureEngine
import FeaturePlan

/// Proofs on the user's own data.
enum VerifyCommand: Command {
  static let evaluators = OptionSpec.flag(
    "evaluators", "compute the range by kernels and by SQL, and compare every value")
  static let leaks = OptionSpec.flag(
    "leaks", "disturb what is dated on a day or later; nothing of the day may move")
  static let sample = OptionSpec.value(
    "sample", "N", "with --leaks: so many days of each processor (default 8)")

  static let spec = CommandSpec(
    "verify", "prove on stored data that both evaluators agree, and that nothing looks ahead",
    discussion: [
      "Works on a copy of the warehouse that is removed afterwards: nothing stored is touched."
        + " Exits 1 when a value differs.",
      "--leaks computes sampled days of the range twice: from the rows as they are, and from rows"
        + " of which everything dated on the day or later has been changed, taken away or added to."
        + " What a spec reads on the day itself by its own words is left alone, and listed. Without"
        + " --from and --to: all days with games.",
    ],
    operands: "[PROCESSOR...]", mostOperands: .max,
    options: [evaluators, leaks, .from, .to, sample, .only, .evaluator, .workers],
    examples: [
      .init("verify --leaks", "every processor, eight days of each"),
      .init("verify --leaks PROCESSOR --sample 40", "one processor, more days"),
      .init("verify --evaluators --from 2024-10-22 --to 2025-04-13", "a season"),
      .init(
        "verify --evaluators --from 2025-01-15 --to 2025-01-15 --only PROCESSOR",
        "one day of one processor"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    switch (call.arguments.has(evaluators), call.arguments.has(leaks)) {
    case (true, false):
      if let option = [sample, .evaluator].first(where: { call.arguments.value($0) != nil }) {
        throw .usage(
          "verify --evaluators has no option --\(option.name)", help: "it belongs to --leaks")
      }
      return try EvaluatorCheck.run(call)
    case (false, true): return try LeakSearch.run(call)
    case (true, true): throw .usage("verify takes one proof at a time", help: "run it twice")
    case (false, false):
      throw .usage(
        "verify is not told what to verify", help: "write verify --evaluators or verify --leaks")
    }
  }
}

extension Invocation {
  /// The processors that operands and `--only` name; empty where none is.
  func chosenProcessors(in plan: Plan) throws(ToolError) -> [String] {
    let names = arguments.operands + arguments.values(.only)
    for name in names { _ = try processor(name, in: plan) }
    return names
  }
}
