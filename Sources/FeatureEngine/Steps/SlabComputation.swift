internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels
internal import FeaturePlan
internal import FeatureSQL

/// Computes a slab's rows and stages them under the name the write statements read, by kernels over
/// extracted columns or by one SQL statement.
struct SlabComputation {
  private enum Way {
    case kernels(KernelProgram, Extract)
    case sql(Statement)
  }
  private let processor: ProcessorPlan
  private let way: Way
  private let workers: Int
  /// The name under which rows are staged.
  private let staged: String

  init(
    _ processor: ProcessorPlan, of plan: Plan, staging staged: String, _ options: RunOptions,
    _ registry: KernelRegistry
  ) throws(EngineError) {
    self.processor = processor
    self.staged = staged
    workers = options.threads
    switch options.evaluator {
    case .kernels:
      let extract = try rendering { () throws(RenderError) in
        try FeatureSQL.extract(for: processor, in: plan, dialect: .duckDB)
      }
      way = .kernels(
        try kernels("compile \(processor.name)") { () throws(KernelError) in
          try KernelProgram(processor, kernels: registry)
        }, extract)
    case .sql:
      way = .sql(
        try rendering { () throws(RenderError) in
          try featuresStatement(for: processor, in: plan, dialect: .duckDB)
        })
    }
  }

  /// - Parameter begins: told the phases as they begin.
  /// - Returns: what was staged; nil where only the database knows.
  func stage(
    _ slab: Slab, on steps: SlabSteps, _ begins: (Phase) -> Void
  ) throws(EngineError) -> StagedRows? {
    switch way {
    case .kernels(let program, let extract):
      return try stage(slab, on: steps, by: program, reading: extract, begins)
    case .sql(let features):
      begins(.evaluate)
      try stage(slab, on: steps, by: features)
      return nil
    }
  }

  private func stage(
    _ slab: Slab, on steps: SlabSteps, by program: KernelProgram, reading extract: Extract,
    _ begins: (Phase) -> Void
  ) throws(EngineError) -> StagedRows {
    begins(.extract)
    let input = try steps.work.timed(.extract, slab.range, on: steps.connection) {
      () throws(EngineError) in
      try Extraction(extract, processor, steps).input(for: slab)
    }
    begins(.evaluate)
    let output = try steps.work.timed(.evaluate, slab.range, on: steps.connection) {
      () throws(EngineError) in
      try kernels("compute \(processor.name)") { () throws(KernelError) in
        try program.run(input, workers: workers)
      }
    }
    begins(.stage)
    try steps.work.timed(.stage, slab.range, on: steps.connection) { () throws(EngineError) in
      try doing("stage the rows") { () throws(DuckDBError) in
        try steps.connection.register(output.staged(for: processor), as: staged)
      }
    }
    return output.stagedRows(processor.failures)
  }

  private func stage(
    _ slab: Slab, on steps: SlabSteps, by features: Statement
  ) throws(EngineError) {
    try steps.work.timed(.evaluate, slab.range, on: steps.connection) { () throws(EngineError) in
      try doing("compute the features") { () throws(DuckDBError) in
        try steps.create(staged, as: features, slab.range)
      }
    }
    try steps.work.timed(.evaluate, slab.range, on: steps.connection, steps.assertLookups)
    try steps.work.timed(.evaluate, slab.range, on: steps.connection, steps.failWhatIsNotFinite)
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
