public import FeatureAlgebra

/// A hand kernel: what a spec asks by `HandKernel` and no expression can say.
///
/// It computes a batch of rows at once, each an entity on a day, on several threads. A row's results
/// depend on that row's inputs alone: not on the batch, on other rows, on a clock or on chance.
///
/// ```swift
/// struct SimilarityKernel: KernelFunction {
///   func compute(_ batch: KernelBatch<SimilarGames>) -> KernelResults<SimilarGames> {
///     let points = batch[\.points]
///     var baselines = ValuesBuilder<Double>(filler: 0)
///     for row in 0..<batch.count {
///       for game in batch.newestFirst(row) where points.isValid(game) { … }
///     }
///     …
///   }
/// }
/// ```
public protocol KernelFunction<Shape>: Sendable {
  associatedtype Shape: KernelShape

  /// Every result of the shape, each with a value or NULL per row.
  ///
  /// Rows of which an input could not be computed fail whatever comes back for them.
  func compute(_ batch: KernelBatch<Shape>) -> KernelResults<Shape>
}

extension KernelFunction {
  /// Whether the call gives and takes what the function does.
  func fits(_ call: KernelCall) -> Bool {
    Shape.results.contains { KernelCall(Shape.self, result: $0) == call }
  }

  /// `similar_games version 1`
  static var function: String { "\(Shape.name) version \(Shape.version)" }

  func run(_ inputs: KernelBatchInputs) -> [String: Column] {
    compute(KernelBatch(inputs)).columns
  }
}

/// The results of a batch.
public struct KernelResults<Shape: KernelShape>: Sendable {
  private(set) var columns: [String: Column] = [:]

  public init() {}

  /// One value per row of the batch, of the type that the shape declares.
  public subscript(_ result: KeyPath<Shape, KernelResult>) -> Column? {
    get { columns[Shape()[keyPath: result].name] }
    set { columns[Shape()[keyPath: result].name] = newValue }
  }
}
