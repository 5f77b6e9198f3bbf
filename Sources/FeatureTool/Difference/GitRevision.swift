import Foundation

/// The generated files as they were at a git revision.
struct GitRevision {
  let revision: String
  /// The folder that paths start from.
  let folder: String

  /// - Throws: when git is not there, the folder is in no repository, or there is no such revision.
  init(_ revision: String, in folder: String) throws(ToolError) {
    self.revision = revision
    self.folder = folder
    guard !revision.hasPrefix("-"), !revision.contains(":") else {
      throw .usage("'\(revision)' is not a git revision", help: "write it as HEAD, main or v1.2")
    }
    let commit = try run(["rev-parse", "--verify", "--quiet", revision + "^{commit}"])
    guard commit.status == 0 else {
      let inside = try run(["rev-parse", "--git-dir"])
      throw inside.status == 0
        ? .usage("there is no git revision '\(revision)'", help: "git log lists them")
        : ToolError(.absent, "\(folder) is in no git repository", help: "leave --against out")
    }
  }

  /// The bytes of a file at the revision; nil when there was none.
  func read(_ path: String) throws(ToolError) -> Data? {
    let name = path.hasPrefix("/") ? path : "./" + path
    let result = try run(["show", "\(revision):\(name)"])
    return result.status == 0 ? result.output : nil
  }

  /// The files below a folder at the revision, as paths from `folder`.
  func files(below path: String) throws(ToolError) -> [String] {
    let result = try run(["ls-tree", "-r", "-z", "--name-only", revision, "--", path])
    guard result.status == 0 else { return [] }
    return result.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Runs git with these arguments, through no shell.
  private func run(_ arguments: [String]) throws(ToolError) -> (status: Int32, output: Data) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw ToolError(.absent, "git cannot be started: \(error.localizedDescription)")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else {
      throw ToolError(.absent, "git is not installed", help: "compare with generated/ instead")
    }
    return (process.terminationStatus, data)
  }
}
