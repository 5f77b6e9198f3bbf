import DuckDB
import Foundation
import Testing

/// The code of the error that `body` throws; nil, with an issue, when it throws none.
func code<Output>(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Output
) -> DuckDBError.Code? {
  #expect(throws: DuckDBError.self, sourceLocation: sourceLocation) { _ = try body() }?.code
}

/// A folder that is gone with the test.
final class TemporaryFolder: Sendable {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent(
    "duckdb-tests-\(UUID().uuidString)")

  init() {
    try? FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }
}
