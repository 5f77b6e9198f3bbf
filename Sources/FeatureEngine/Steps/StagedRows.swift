/// What is staged for a slab.
struct StagedRows: Equatable {
  /// Rows that go in.
  let written: Int
  /// Entities that get a failure row instead, by category.
  let failures: [String: Int]
  /// Rows that share a key with another; nil where nobody has counted them yet. Kernels give a row for
  /// each row of the population, so there are none unless its rows repeat themselves; that shows in
  /// `keepsContracts`, and the keys are then counted after the write.
  let duplicates: Int?
  /// Every row keeps every contract and no two have one key, as their kernels know; false where only the
  /// stored rows can tell.
  let keepsContracts: Bool

  var failed: Int { failures.values.reduce(0, +) }
}
