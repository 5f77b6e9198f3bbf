import Foundation

/// What a command makes for a warehouse that was not there: taken away again where the command fails, so
/// that nothing is half made.
struct NewWarehouse {
  private let files: [String]
  /// The folders that were not there, the deepest first.
  private let folders: [String]

  /// Nil where the warehouse is there already, or in memory.
  init?(_ call: Invocation) {
    guard !call.warehouseExists, call.warehousePath != ":memory:" else { return nil }
    let warehouse = call.context.resolve(call.warehousePath)
    let journal = call.context.resolve(Invocation.journal(of: call.warehousePath))
    let candidates =
      [warehouse, warehouse + ".wal"] + ["", "-wal", "-shm"].map { journal + $0 }
    files = candidates.filter { !FileManager.default.fileExists(atPath: $0) }
    var missing: [String] = []
    var folder = (warehouse as NSString).deletingLastPathComponent
    while !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      missing.append(folder)
      folder = (folder as NSString).deletingLastPathComponent
    }
    folders = missing
  }

  /// Removes the files, and the folders as long as nothing else is in them. Nobody may have them open.
  func discard() {
    for file in files { try? FileManager.default.removeItem(atPath: file) }
    for folder in folders {
      guard (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true else {
        return
      }
      try? FileManager.default.removeItem(atPath: folder)
    }
  }
}
