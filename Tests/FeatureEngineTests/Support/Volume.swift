import Foundation

/// A disk of its own of a given size, in memory; gone with the value. Only root may make one.
final class Volume {
  let folder = TemporaryFolder()

  /// Whether one can be made here.
  static let isPossible: Bool = (try? Volume(kilobytes: 64)) != nil

  struct Refused: Error {}

  init(kilobytes: Int) throws {
    try Self.call("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.root.path)
  }

  deinit { try? Self.call("umount", "-l", folder.root.path) }

  func path(_ name: String) -> String { folder.path(name) }

  /// Changes how it is mounted: `ro`, `size=64m`.
  func remount(_ option: String) throws {
    try Self.call("mount", "-o", "remount,\(option)", folder.root.path)
  }

  private static func call(_ words: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused() }
  }
}
