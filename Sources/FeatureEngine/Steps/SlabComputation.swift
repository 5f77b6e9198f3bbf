internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels
internal import FeaturePlan
internal import FeatureSQL

/// Computes a slab's rows and stages them under the name the write statements read, by kernels over
/// extracted columns or by one SQL statement.
struct SlabComputation {
  private let processor: ProcessorPlan
  private let statements: StatementSet
  private let evaluator: RunOptions.Evaluator
  private let workers: Int
  /// Nil for the SQL evaluator.
  private let program: KernelProgram?

  init(
    _ processor: ProcessorPlan, _ statements: StatementSet, _ options: RunOptions,
    _ registry: KernelRegistry
  ) throws(EngineError) {
    self.processor = processor
    self.statements = statements
    evaluator = options.evaluator
    workers = options.threads
    program =
      options.evaluator == .kernels
      ? try kernels("compile \(processor.name)") { () throws(KernelError) in
        try KernelProgram(processor, kernels: registry)
      } : nil
  }

  /// - Parameter begins: told the phases as they begin.
  func stage(
    _ slab: Slab, on steps: SlabSteps, _ begins: (Phase) -> Void
  ) throws(EngineError) {
    guard let program else {
      begins(.evaluate)
      return try stageBySQL(slab, steps)
    }
    begins(.extract)
    let count = statements.extract.all.count
    let input = try steps.work.timed(.extract, slab.range, statements: count) {
      () throws(EngineError) in
      try Extraction(statements.extract, processor, steps).input(for: slab)
    }
    begins(.evaluate)
    let output = try steps.work.timed(.evaluate, slab.range, statements: 0) {
      () throws(EngineError) in
      try kernels("compute \(processor.name)") { () throws(KernelError) in
        try program.run(input, workers: workers)
      }
    }
    begins(.stage)
    try steps.work.timed(.stage, slab.range, statements: 1) { () throws(EngineError) in
      try doing("stage the rows") { () throws(DuckDBError) in
        try steps.connection.register(
          output.staged(for: processor), as: statements.write.staged)
      }
    }
  }

  private func stageBySQL(_ slab: Slab, _ steps: SlabSteps) throws(EngineError) {
    try steps.work.timed(.evaluate, slab.range, statements: 1) { () throws(EngineError) in
      try doing("compute the features") { () throws(DuckDBError) in
        try steps.create(statements.write.staged, as: statements.features, slab.range)
      }
    }
    try steps.work.timed(.evaluate, slab.range, statements: 1, steps.assertLookups)
    try steps.work.timed(.evaluate, slab.range, statements: 1, steps.failWhatIsNotFinite)
  }
}

/// Runs kernels and says in the error what they were for.
private func kernels<Output>(
  _ what: String, _ body: () throws(KernelError) -> Output
) throws(EngineError) -> Output {
  do {
    return try body()
  } catch {
    throw EngineError(
      error.code == .brokenKey ? .data : .defect, "could not \(what): \(error.message)")
  }
}
