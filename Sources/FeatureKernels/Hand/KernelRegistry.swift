import FeatureAlgebra

/// The hand kernels that a tool has, by name and version.
public struct KernelRegistry: Sendable {
  private let functions: [any KernelFunction]

  public init(_ functions: [any KernelFunction] = []) { self.functions = functions }

  /// - Throws: `missing-kernel` where there is no such function, or one with other inputs or results.
  func function(for call: KernelCall) throws(KernelError) -> any KernelFunction {
    let known = functions.map { (name: Self.name(of: $0), function: $0) }
    let named = known.filter { $0.name == call.function }
    guard let found = named.first?.function else {
      let all = known.map { "'\($0.name)'" }.sorted().joined(separator: ", ")
      throw KernelError(
        .missingKernel,
        "the tool has no hand kernel '\(call.function)'"
          + (all.isEmpty ? "" : "; it has \(all)"))
    }
    guard found.fits(call) else {
      throw KernelError(
        .missingKernel,
        "the hand kernel '\(call.function)' of the tool has other inputs or results than the spec's"
      )
    }
    return found
  }

  private static func name(of function: some KernelFunction) -> String {
    type(of: function).function
  }
}
