import Foundation

/// A folder that is gone with the test.
final class TemporaryFolder: Sendable {
  let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("engine-tests-\(UUID().uuidString)")

  init() {
    try? FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
  }

  func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }
}
