import Foundation

/// A copy of the warehouse beside it.
struct WarehouseCopy {
  let path: String

  init(_ call: Invocation) throws(ToolError) {
    // Open while it is copied: nobody writes to it meanwhile.
    let holder = try call.openStoredWarehouse()
    let source = call.context.resolve(call.warehousePath)
    path = source + ".verify-\(call.context.makeRunID())"
    do {
      for ending in ["", ".wal"] where FileManager.default.fileExists(atPath: source + ending) {
        try FileManager.default.copyItem(atPath: source + ending, toPath: path + ending)
      }
    } catch {
      throw ToolError(
        .file, "the warehouse cannot be copied: \(error.fileTrouble)",
        help:
          "the copy lies beside it: its folder needs room for a second one, and must be writable")
    }
    withExtendedLifetime(holder) {}
  }

  func remove() {
    for ending in ["", ".wal"] { try? FileManager.default.removeItem(atPath: path + ending) }
  }
}
