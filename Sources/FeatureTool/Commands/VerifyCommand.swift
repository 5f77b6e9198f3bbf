import FeatureAlgebra
import FeatureEngine
import FeaturePlan
import Foundation

/// Proofs on the user's own data.
enum VerifyCommand: Command {
  static let evaluators = OptionSpec.flag(
    "evaluators", "compute the range by kernels and by SQL, and compare every value")

  static let spec = CommandSpec(
    "verify", "prove on stored data that both evaluators agree",
    discussion: [
      "Works on a copy of the warehouse that is removed afterwards: nothing stored is touched."
        + " Exits 1 when a value differs."
    ],
    options: [evaluators, .from, .to, .only, .workers],
    examples: [
      .init("verify --evaluators --from 2024-10-22 --to 2025-04-13", "a season"),
      .init(
        "verify --evaluators --from 2025-01-15 --to 2025-01-15 --only PROCESSOR",
        "one day of one processor"),
    ])

  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    guard call.arguments.has(evaluators) else {
      throw .usage("verify is not told what to verify", help: "write verify --evaluators")
    }
    let plan = try call.compile()
    var options = RunOptions(days: try call.arguments.days())
    options.only = call.arguments.values(.only)
    for name in options.only { _ = try call.processor(name, in: plan) }
    options.workers = try call.arguments.count(.workers)
    options.force = true
    let copy = try WarehouseCopy(call)
    defer { copy.remove() }
    let proof = try compare(options, plan, copy, call)
    if call.printsJSON {
      try call.printJSON(VerifyDocument(proof, days: options.days))
    } else if !call.isQuiet || !proof.isEqual {
      call.print(VerifyView(proof: proof, days: options.days).lines(call.palette))
    }
    return proof.isEqual ? .done : .problems
  }

  /// Runs the range by kernels, keeps the rows aside, runs it by SQL, and compares.
  private static func compare(
    _ options: RunOptions, _ plan: Plan, _ copy: WarehouseCopy, _ call: Invocation
  ) throws(ToolError) -> EvaluatorProof {
    let warehouse = try call.openWarehouse(at: copy.path)
    // A processor with a hand kernel has one evaluator: named alone, SQL refuses it.
    let comparesAll = options.only.isEmpty
    let processors = plan.processors.filter {
      comparesAll ? $0.handKernels.isEmpty : options.only.contains($0.name)
    }
    var options = options
    let left = plan.processors.filter { comparesAll && !$0.handKernels.isEmpty }.map(\.name)
    if !left.isEmpty {
      options.only = processors.map(\.name)
      call.warn("\(Words.list(left)) left out: hand kernels have no SQL to compare with")
    }
    options.evaluator = .kernels
    let kernels = try RunCommand.perform(options, plan, warehouse, call, isRecorded: false)
    for processor in processors {
      try call.engine { () throws(EngineError) in
        try warehouse.keepAside(processor.table, options.days)
      }
    }
    options.evaluator = .sql
    let sql = try RunCommand.perform(options, plan, warehouse, call, isRecorded: false)
    if kernels.wasInterrupted || sql.wasInterrupted {
      throw ToolError(.interrupted, "the comparison was stopped", exit: .interrupted)
    }
    var parts: [EvaluatorProof.Part] = []
    for processor in processors {
      let columns = processor.output.filter { $0.origin == .feature }.map(\.column.name)
      let comparison = try call.engine { () throws(EngineError) in
        try warehouse.compare(processor.table, columns: columns, options.days)
      }
      parts.append(
        EvaluatorProof.Part(
          processor: processor.name, columns: columns.count, comparison: comparison))
    }
    return EvaluatorProof(
      parts: parts, kernelSeconds: kernels.seconds, sqlSeconds: sql.seconds,
      failedDays: kernels.failedDays + sql.failedDays)
  }
}

/// What comparing the evaluators gave.
struct EvaluatorProof {
  struct Part {
    let processor: String
    let columns: Int
    let comparison: TableComparison
  }
  let parts: [Part]
  let kernelSeconds: Double
  let sqlSeconds: Double
  /// Days that one of them could not compute.
  let failedDays: Int

  var isEqual: Bool { failedDays == 0 && parts.allSatisfy(\.comparison.isEqual) }
}

/// A copy of the warehouse beside it.
struct WarehouseCopy {
  let path: String

  init(_ call: Invocation) throws(ToolError) {
    // Open while it is copied: nobody writes to it meanwhile.
    let holder = try call.openStoredWarehouse()
    let source = call.context.resolve(call.warehousePath)
    path = source + ".verify-\(call.context.makeRunID())"
    do {
      for ending in ["", ".wal"] where FileManager.default.fileExists(atPath: source + ending) {
        try FileManager.default.copyItem(atPath: source + ending, toPath: path + ending)
      }
    } catch {
      throw ToolError(
        .file, "the warehouse cannot be copied: \(error.localizedDescription)",
        help: "its folder needs room for a second one")
    }
    withExtendedLifetime(holder) {}
  }

  func remove() {
    for ending in ["", ".wal"] { try? FileManager.default.removeItem(atPath: path + ending) }
  }
}
