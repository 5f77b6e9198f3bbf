public import FeatureAlgebra

/// What a hand kernel is given: rows, each an entity on a day, and the columns of the history that all
/// of them look into.
public struct KernelBatch<Shape: KernelShape>: Sendable {
  private let inputs: KernelBatchInputs

  init(_ inputs: KernelBatchInputs) { self.inputs = inputs }

  /// A batch by hand, for tests of a function.
  ///
  /// - Parameter windows: for each row the places of its history rows, oldest first.
  public init(
    windows: [Range<Int>], values: [(KeyPath<Shape, KernelValue>, Column)] = [],
    columns: [(KeyPath<Shape, KernelColumn>, Column)] = []
  ) {
    let shape = Shape()
    inputs = KernelBatchInputs(
      count: windows.count,
      values: Dictionary(
        values.map { (shape[keyPath: $0.0].name, $0.1) }, uniquingKeysWith: { $1 }),
      columns: Dictionary(
        columns.map { (shape[keyPath: $0.0].name, $0.1) }, uniquingKeysWith: { $1 }),
      starts: windows.map { Int32($0.lowerBound) }, ends: windows.map { Int32($0.upperBound) })
  }

  /// How many rows.
  public var count: Int { inputs.count }

  /// A value per row of the batch.
  public subscript(_ input: KeyPath<Shape, KernelValue>) -> Column {
    given(inputs.values[Shape()[keyPath: input].name])
  }

  /// A value per row of the history, read at the places that `newestFirst` gives.
  public subscript(_ input: KeyPath<Shape, KernelColumn>) -> Column {
    given(inputs.columns[Shape()[keyPath: input].name])
  }

  /// The places of a row's history in the columns, the newest first; none where its window is empty.
  public func newestFirst(_ row: Int) -> ReversedCollection<Range<Int>> {
    (Int(inputs.starts[row])..<Int(inputs.ends[row])).reversed()
  }

  private func given(_ column: Column?) -> Column {
    guard let column else {
      preconditionFailure("the inputs of \(Shape.name) are properties of its shape")
    }
    return column
  }
}

/// The inputs of a batch by name.
struct KernelBatchInputs: Sendable {
  let count: Int
  let values: [String: Column]
  let columns: [String: Column]
  /// For each row the first of its history rows, and the one after its last.
  let starts: [Int32]
  let ends: [Int32]
}
