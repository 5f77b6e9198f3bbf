internal import FeatureAlgebra
internal import FeatureKernels
internal import FeaturePlan

extension Engine {
  /// Refuses a run that asks for hand kernels nobody has, or of SQL, before anything is computed.
  func requireKernels(of selection: Selection, for options: RunOptions) throws(EngineError) {
    for processor in selection.processors {
      guard let first = processor.handKernels.first else { continue }
      if options.evaluator == .sql {
        throw EngineError(
          .usage,
          "\(processor.name) is computed by the hand kernel '\(first.kernel)', which SQL cannot run",
          help: "compute it by --evaluator kernels, or name other processors with --only")
      }
      do {
        _ = try KernelProgram(processor, kernels: context.kernels)
      } catch  where error.code == .missingKernel {
        throw EngineError(
          .usage, "\(processor.name) cannot be computed: \(error.message)",
          help: "give the function to the tool: Tool(pipeline, kernels: […])")
      } catch {
        throw EngineError(.defect, "could not compile \(processor.name): \(error.message)")
      }
    }
  }
}
