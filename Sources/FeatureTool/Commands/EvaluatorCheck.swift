import FeatureAlgebra
import FeatureEngine
import FeaturePlan

/// `verify --evaluators`: the range by kernels, then by SQL, and every value compared.
enum EvaluatorCheck {
  static func run(_ call: Invocation) throws(ToolError) -> ExitCode {
    let plan = try call.compile()
    var options = RunOptions(days: try call.arguments.days())
    options.only = try call.chosenProcessors(in: plan)
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
