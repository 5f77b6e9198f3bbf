internal import DuckDB
internal import FeatureAlgebra
internal import FeatureKernels
internal import FeaturePlan
internal import FeatureSQL

/// Computes a slab's rows and stages them, by kernels or by the engine's SQL.
struct SlabComputation {
  init(
    _ processor: ProcessorPlan, _ plan: Plan, _ statements: StatementSet, _ warehouse: Warehouse,
    _ options: RunOptions
  ) throws(EngineError) {
  }

  func stage(
    _ slab: Slab, as write: WriteStatements, _ work: ProcessorRun, _ begins: (Phase) -> Void
  ) throws(EngineError) {
  }
}
